/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.SwitchPort;

class HostCellsTest {
    /** As every cell is folded with every other one, there must not be more of them than needed. */
    @Test
    void hostsOfOneGroupAndPidAreInOneCellInWhateverOrderTheyCome() {
        final var table = IntStream.range(1, 9).mapToObj(number -> Networks.host(number, Optional.empty(),
            new SwitchPort(Networks.sw(1), 1), new Ipv4Addr(number))).toList();
        final var pids = HostPids.of(List.of(), table, host -> new Pid("p" + (table.indexOf(host) + 1) % 2));
        final int[] groups = {2, 1, 0, 1, 2, 0, 0, 1};
        final var cells = HostCells.of(host -> groups[host], 3, pids);
        assertEquals(List.of("0 0 [5]", "0 1 [1, 3, 7]", "1 0 [2, 6]", "1 2 [0, 4]"),
            IntStream.range(0, cells.count()).mapToObj(cell -> cells.pid(cell) + " " + cells.group(cell) + " "
                + IntStream.range(0, cells.size(cell)).map(i -> cells.host(cell, i)).boxed().toList()).toList());
    }
}
