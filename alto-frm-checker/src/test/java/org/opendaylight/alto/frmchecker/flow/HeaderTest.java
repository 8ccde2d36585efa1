/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {
    /** Specification, section 7.2.3.7: the tunnel id is not in the packet but belongs to a logical port. */
    @Test
    void whatBelongsToTheSwitchBeforeStaysThere() {
        final var left = Cube.ALL.with(Field.VLAN_VID, 0).with(Field.IN_PORT, 1).with(Field.METADATA, 5)
            .with(Field.TUNNEL_ID, 7);
        final var arrived = Header.of(left).arrivedAt(2).fields();
        assertEquals(List.of(2L, 0L, 0L), List.of(arrived.value(Field.IN_PORT), arrived.value(Field.METADATA),
            arrived.value(Field.TUNNEL_ID)));
    }
}
