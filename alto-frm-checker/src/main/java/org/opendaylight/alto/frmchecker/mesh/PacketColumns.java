/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.HostValues.Part;
import org.opendaylight.alto.frmchecker.mesh.ValueIndex.Touched;

/**
 * The packets of all hosts, one part after the other: to find the hosts with some values, a few arrays are read from
 * begin to end, and not each host. Not for several threads at once.
 */
final class PacketColumns {
    /** More than rules ask for, as a rule. Others are read from the hosts again when they are wanted. */
    private static final int MAX_COLUMNS = 32;

    /** By address family, and by place of the host; anything for a family of which the host has no address. */
    private final Map<Part, long[][]> columns = new HashMap<>();
    private Cube[][] packets = { };

    /**
     * Takes up the hosts.
     *
     * @param places for each host its place before; -1 if it was not there or had other packets
     * @param now their packets, by address family, with null where they have no address; not to be changed any more
     */
    void exchange(final int[] places, final Cube[][] now) {
        packets = now;
        columns.replaceAll((part, before) -> {
            final var after = new long[before.length][];
            Arrays.setAll(after, family -> {
                final var column = new long[now.length];
                for (int i = 0; i < column.length; i++) {
                    column[i] = places[i] >= 0 ? before[family][places[i]] : value(part, now[i][family]);
                }
                return column;
            });
            return after;
        });
    }

    private static long value(final Part part, final Cube packets) {
        return packets == null ? 0 : part.of(packets);
    }

    /**
     * Finds the hosts whose signatures may be others than before some values were exchanged.
     *
     * @param touched the values
     * @return the places of at least these hosts
     */
    BitSet concerned(final Touched touched) {
        final var concerned = new BitSet();
        if (touched.areMany()) {
            concerned.set(0, packets.length);
            return concerned;
        }
        if (columns.size() > MAX_COLUMNS) {
            columns.clear();
        }
        touched.forEach((part, values) -> {
            for (final var column : columns.computeIfAbsent(part, this::read)) {
                for (int place = 0; place < column.length; place++) {
                    if (Arrays.binarySearch(values, column[place]) >= 0) {
                        concerned.set(place);
                    }
                }
            }
        });
        return concerned;
    }

    private long[][] read(final Part part) {
        final var read = new long[HostMesh.FAMILIES.length][];
        Arrays.setAll(read, family -> Arrays.stream(packets).mapToLong(of -> value(part, of[family])).toArray());
        return read;
    }
}
