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

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.service.HostCosts;

/**
 * The hosts that are in one group of {@link HostCosts} and in one PID. Cells are counted in the order of PIDs, then of
 * groups. Immutable.
 */
final class HostCells {
    private static final int HOST_BITS = 24;

    private final int[] pids;
    private final int[] groups;
    // those of cell i are from start[i] to start[i + 1]
    private final int[] start;
    private final int[] hosts;
    private final int[] ofHost;
    /** The first cell of each PID, and one more at the end. */
    private final int[] first;

    private HostCells(final int[] pids, final int[] groups, final int[] start, final int[] hosts,
            final int[] ofHost, final int pidCount) {
        this.pids = pids;
        this.groups = groups;
        this.start = start;
        this.hosts = hosts;
        this.ofHost = ofHost;
        first = new int[pidCount + 1];
        for (int cell = 0; cell < pids.length; cell++) {
            first[pids[cell] + 1] = cell + 1;
        }
        for (int pid = 1; pid < first.length; pid++) {
            first[pid] = Math.max(first[pid], first[pid - 1]);
        }
    }

    /**
     * Puts hosts into cells.
     *
     * @param groupOf the group of a host by its place
     * @param groupCount how many groups there are
     * @param hostPids the PIDs of hosts, fewer than 2^24
     * @return the cells; hosts without a group or a PID are in none
     */
    static HostCells of(final IntUnaryOperator groupOf, final int groupCount, final HostPids hostPids) {
        final int tableSize = hostPids.tableSize();
        final var keys = new long[tableSize];
        int size = 0;
        for (int pid = 0; pid < hostPids.pids().size(); pid++) {
            final int from = size;
            boolean isInOrder = true;
            for (int i = 0; i < hostPids.size(pid); i++) {
                final int host = hostPids.host(pid, i);
                final int group = groupOf.applyAsInt(host);
                if (group != HostCosts.NO_GROUP) {
                    keys[size] = (long) pid * groupCount + group << HOST_BITS | host;
                    isInOrder = isInOrder && (size == from || keys[size - 1] < keys[size]);
                    size++;
                }
            }
            if (!isInOrder) {
                Arrays.sort(keys, from, size);
            }
        }

        final var pids = new int[size];
        final var groups = new int[size];
        final var start = new int[size + 1];
        final var hosts = new int[size];
        final var ofHost = new int[tableSize];
        Arrays.fill(ofHost, -1);
        int count = 0;
        for (int i = 0; i < size; i++) {
            final long cell = keys[i] >> HOST_BITS;
            if (i == 0 || cell != keys[i - 1] >> HOST_BITS) {
                pids[count] = (int) (cell / groupCount);
                groups[count] = (int) (cell % groupCount);
                start[count++] = i;
            }
            hosts[i] = (int) (keys[i] & (1 << HOST_BITS) - 1);
            ofHost[hosts[i]] = count - 1;
        }
        start[count] = size;
        return new HostCells(Arrays.copyOf(pids, count), Arrays.copyOf(groups, count),
            Arrays.copyOf(start, count + 1), hosts, ofHost, hostPids.pids().size());
    }

    /** Tells whether other cells are of the same PIDs and groups. */
    boolean areThose(final HostCells others) {
        return Arrays.equals(pids, others.pids) && Arrays.equals(groups, others.groups);
    }

    /** Returns the PIDs of cells that have other sizes than in others, which are of the same PIDs and groups. */
    int[] pidsOfOtherSizes(final HostCells others) {
        return IntStream.range(0, count()).filter(cell -> size(cell) != others.size(cell)).map(this::pid).distinct()
            .toArray();
    }

    /** Returns the first cell of a PID by its place, or of the next one that has a cell; all of them at the end. */
    int first(final int pid) {
        return first[pid];
    }

    /** Returns how many cells there are. */
    int count() {
        return pids.length;
    }

    /** Returns the place of the PID of a cell. */
    int pid(final int cell) {
        return pids[cell];
    }

    /** Returns the group of a cell. */
    int group(final int cell) {
        return groups[cell];
    }

    /** Returns how many hosts are in a cell, 1 or more. */
    int size(final int cell) {
        return start[cell + 1] - start[cell];
    }

    /** Returns a host of a cell. */
    int host(final int cell, final int position) {
        return hosts[start[cell] + position];
    }

    /** Returns the cell of a host by its place, or -1 if it is in none. */
    int ofHost(final int host) {
        return ofHost[host];
    }
}
