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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchId;

/**
 * The switch of each host that has an address. A host is known by its place in the host table, a switch by its place in
 * {@link #switches()}. Immutable.
 */
final class HostSwitches {
    /** In place of a switch, for a host without an address. */
    static final int NO_SWITCH = -1;
    /** Of no hosts. */
    static final HostSwitches NONE = new HostSwitches(List.of(), new int[0]);

    private final List<SwitchId> switches;
    private final int[] ofHost;

    private HostSwitches(final List<SwitchId> switches, final int[] ofHost) {
        this.switches = switches;
        this.ofHost = ofHost;
    }

    /**
     * Looks where hosts are, only at those that are new or changed.
     *
     * @param hosts all hosts, in the order of their table
     * @param places for each of them, its place before; -1 if it was not there with these addresses at this port
     * @param before the switches before
     * @return the switches now
     */
    static HostSwitches of(final List<Host> hosts, final int[] places, final HostSwitches before) {
        final var switches = new ArrayList<>(before.switches);
        final var numbers = new HashMap<SwitchId, Integer>();
        before.switches.forEach(id -> numbers.put(id, numbers.size()));
        final var ofHost = new int[places.length];
        for (int i = 0; i < ofHost.length; i++) {
            if (places[i] >= 0) {
                ofHost[i] = before.ofHost[places[i]];
            } else if (hosts.get(i).addresses().isEmpty()) {
                ofHost[i] = NO_SWITCH;
            } else {
                final var id = hosts.get(i).attachment().switchId();
                ofHost[i] = numbers.computeIfAbsent(id, key -> {
                    switches.add(key);
                    return numbers.size();
                });
            }
        }
        return withoutUnused(switches, ofHost);
    }

    private static HostSwitches withoutUnused(final List<SwitchId> switches, final int[] ofHost) {
        final var numbers = new int[switches.size()];
        for (final int number : ofHost) {
            if (number != NO_SWITCH) {
                numbers[number] = 1;
            }
        }
        final var used = new ArrayList<SwitchId>();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > 0) {
                numbers[i] = used.size();
                used.add(switches.get(i));
            }
        }
        return new HostSwitches(List.copyOf(used), used.size() == switches.size() ? ofHost
            : Arrays.stream(ofHost).map(number -> number == NO_SWITCH ? NO_SWITCH : numbers[number]).toArray());
    }

    /**
     * Returns the switches.
     *
     * @return those that have a host with an address, in no order
     */
    List<SwitchId> switches() {
        return switches;
    }

    /** Counts the hosts of the table. */
    int tableSize() {
        return ofHost.length;
    }

    /**
     * Returns the switch of a host.
     *
     * @param host its place
     * @return the place of the switch, or {@link #NO_SWITCH}
     */
    int ofHost(final int host) {
        return ofHost[host];
    }
}
