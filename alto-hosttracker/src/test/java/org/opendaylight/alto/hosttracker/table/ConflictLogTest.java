/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.hosttracker.Net.at;
import static org.opendaylight.alto.hosttracker.Net.ip;
import static org.opendaylight.alto.hosttracker.Net.key;
import static org.opendaylight.alto.hosttracker.Net.port;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.HostConflict;

class ConflictLogTest {
    private final ConflictLog log = new ConflictLog();

    private static HostConflict claim(final int rival, final int holderPort, final double time) {
        return new HostConflict(HostConflict.Kind.ADDRESS_IN_USE, key(1), Optional.of(ip(1)),
            Optional.of(port(1, holderPort)), key(rival), port(2, 1), at(time), at(time), 1);
    }

    @Test
    void repetitionIsCounted() {
        assertTrue(log.add(claim(2, 1, 0)));
        assertTrue(log.add(claim(3, 1, 1)));
        // the holder may have moved meanwhile
        assertFalse(log.add(claim(2, 4, 5)));
        assertEquals(List.of(new ConflictLog.Numbered(1, new HostConflict(HostConflict.Kind.ADDRESS_IN_USE, key(1),
            Optional.of(ip(1)), Optional.of(port(1, 4)), key(2), port(2, 1), at(0), at(5), 2)),
            new ConflictLog.Numbered(2, claim(3, 1, 1))), log.newestFirst());
    }

    @Test
    void oldestIsForgotten() {
        for (int rival = 2; rival < 2 + ConflictLog.MAX; rival++) {
            log.add(claim(rival, 1, rival));
        }
        log.add(claim(2, 1, 1000));
        log.add(claim(5000, 1, 1001));
        final var rivals = log.newestFirst().stream().map(numbered -> numbered.conflict().rival()).toList();
        assertEquals(ConflictLog.MAX, rivals.size());
        assertEquals(List.of(key(5000), key(2)), rivals.subList(0, 2));
        assertFalse(rivals.contains(key(3)));
    }
}
