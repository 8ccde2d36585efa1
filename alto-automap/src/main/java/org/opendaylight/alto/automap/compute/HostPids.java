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

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.map.Pid;

/**
 * Which PID each host is in. A host is known by its place in the host table, a PID by its place in {@link #pids()}. A
 * host without an address, and one in the default PID, is in none. Immutable.
 */
final class HostPids {
    /** The PID of every address that no other PID takes. */
    static final Pid DEFAULT = new Pid("default");
    /** In place of a PID. */
    static final int NO_PID = -1;

    private final List<Pid> pids;
    private final int[] ofHost;
    // those of PID i are from start[i] to start[i + 1]
    private final int[] start;
    private final int[] hosts;

    private HostPids(final List<Pid> pids, final int[] ofHost) {
        this.pids = pids;
        this.ofHost = ofHost;
        start = new int[pids.size() + 1];
        for (int pid : ofHost) {
            if (pid != NO_PID) {
                start[pid + 1]++;
            }
        }
        for (int i = 0; i < pids.size(); i++) {
            start[i + 1] += start[i];
        }
        hosts = new int[start[pids.size()]];
        final var next = start.clone();
        for (int host = 0; host < ofHost.length; host++) {
            if (ofHost[host] != NO_PID) {
                hosts[next[ofHost[host]]++] = host;
            }
        }
    }

    /**
     * Puts hosts into PIDs.
     *
     * @param pids PIDs that there are, whether they have hosts or not; the default PID among them is passed over
     * @param table all hosts, in the order of the host table
     * @param pidOf the PID of a host that has an address; null if it is in none
     * @return which PID each is in
     */
    static HostPids of(final Collection<Pid> pids, final List<Host> table, final Function<Host, @Nullable Pid> pidOf) {
        final var found = new Pid[table.size()];
        final var all = new HashSet<>(pids);
        Pid last = DEFAULT;
        for (int i = 0; i < found.length; i++) {
            final var pid = table.get(i).addresses().isEmpty() ? null : pidOf.apply(table.get(i));
            found[i] = pid == null ? DEFAULT : pid;
            if (found[i] != last) {
                last = found[i];
                all.add(last);
            }
        }
        all.remove(DEFAULT);
        final var places = new HashMap<Pid, Integer>();
        final var sorted = ImmutableList.sortedCopyOf(all);
        sorted.forEach(pid -> places.put(pid, places.size()));
        return new HostPids(sorted,
            Arrays.stream(found).mapToInt(pid -> places.getOrDefault(pid, NO_PID)).toArray());
    }

    /**
     * Returns the PIDs.
     *
     * @return in the order of names, also those without hosts; the default PID is not among them
     */
    List<Pid> pids() {
        return pids;
    }

    /**
     * Returns the PID of a host.
     *
     * @param host its place
     * @return the place of the PID, or {@link #NO_PID}
     */
    int ofHost(final int host) {
        return ofHost[host];
    }

    /**
     * Counts the hosts of the table.
     *
     * @return number of hosts, also those in no PID
     */
    int tableSize() {
        return ofHost.length;
    }

    /**
     * Counts the hosts of a PID.
     *
     * @param pid its place
     * @return number of hosts
     */
    int size(final int pid) {
        return start[pid + 1] - start[pid];
    }

    /**
     * Returns a host of a PID.
     *
     * @param pid place of the PID
     * @param position 0 to {@link #size} - 1
     * @return the place of the host at this position in their order
     */
    int host(final int pid, final int position) {
        return hosts[start[pid] + position];
    }
}
