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
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        final var places = places(all);
        return new HostPids(ImmutableList.copyOf(places.keySet()),
            Arrays.stream(found).mapToInt(pid -> places.getOrDefault(pid, NO_PID)).toArray());
    }

    /**
     * Puts hosts into the PIDs of their switches.
     *
     * @param switches the PIDs of switches; the default PID among them is passed over
     * @param hosts the switches of hosts
     * @return which PID each is in
     */
    static HostPids of(final SwitchPids switches, final HostSwitches hosts) {
        final var places = places(switches.pids());
        final var ofSwitch = new int[hosts.switches().size()];
        Arrays.setAll(ofSwitch, number -> Optional.ofNullable(switches.ofSwitch().get(hosts.switches().get(number)))
            .map(places::get).orElse(NO_PID));
        final var ofHost = new int[hosts.tableSize()];
        for (int i = 0; i < ofHost.length; i++) {
            final int number = hosts.ofHost(i);
            ofHost[i] = number == HostSwitches.NO_SWITCH ? NO_PID : ofSwitch[number];
        }
        return new HostPids(ImmutableList.copyOf(places.keySet()), ofHost);
    }

    /** Numbers PIDs in their order, without the default PID. */
    private static Map<Pid, Integer> places(final Collection<Pid> pids) {
        final var places = new LinkedHashMap<Pid, Integer>();
        ImmutableSortedSet.copyOf(pids).stream().filter(pid -> !pid.equals(DEFAULT))
            .forEach(pid -> places.put(pid, places.size()));
        return places;
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
     * Tells whether a PID has the hosts that a PID had before.
     *
     * @param pid its place
     * @param before the PIDs of before
     * @param was place of the other PID; negative if there was none
     * @param places for each host its place before; -1 if it was not there
     * @return whether all are there, and no other one was
     */
    boolean hasSameHosts(final int pid, final HostPids before, final int was, final int[] places) {
        if (was < 0 || before.size(was) != size(pid)) {
            return false;
        }
        for (int i = 0; i < size(pid); i++) {
            if (places[host(pid, i)] != before.host(was, i)) {
                return false;
            }
        }
        return true;
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
