/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpPrefix;

@DisplayName("RFC 7285 11.2.2: a map covers the addresses of each type that it uses")
class DefaultPidTest {
    private static NetworkMap map(final String... entries) {
        final var pids = new HashMap<Pid, List<IpPrefix>>();
        for (var entry : entries) {
            final var words = entry.split(" ");
            pids.put(new Pid(words[0]), Arrays.stream(words).skip(1).map(IpPrefix::parse).toList());
        }
        return NetworkMap.of(pids);
    }

    @Test
    void getsTheFamiliesWithGaps() {
        assertEquals(map("a 10.0.0.0/8", "default 0.0.0.0/0"), DefaultPid.addTo(map("a 10.0.0.0/8")));
        assertEquals(map("a 10.0.0.0/8 ::/0", "default 0.0.0.0/0"), DefaultPid.addTo(map("a 10.0.0.0/8 ::/0")));
        assertEquals(map("a 10.0.0.0/8 2001:db8::/32", "default 0.0.0.0/0 ::/0"),
            DefaultPid.addTo(map("a 10.0.0.0/8 2001:db8::/32")));
    }

    @Test
    void growsWhatItWasBefore() {
        assertEquals(map("a 2001:db8::/32", "default 0.0.0.0/0 ::/0"),
            DefaultPid.addTo(map("a 2001:db8::/32", "default 0.0.0.0/0")));
    }

    @Test
    void isNotAddedToCompleteMap() {
        for (var complete : List.of(map("a 0.0.0.0/1 128.0.0.0/1"), map("default 10.0.0.0/8", "a 0.0.0.0/0"),
                NetworkMap.of(Map.of()))) {
            assertSame(complete, DefaultPid.addTo(complete));
        }
    }

    @Test
    void doesNotMixWithPidOfTheFile() {
        assertEquals("network-map/default: the map has a PID 'default' of its own, so the addresses without a PID get "
            + "none of this name",
            assertThrows(InvalidMapException.class, () -> DefaultPid.addTo(map("default 10.0.0.0/8"))).getMessage());
    }
}
