/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.SwitchId;

/** Groups endpoints by the switch they are attached to. */
public final class SwitchPids {
    /** The PID of every address that belongs to no known host. */
    public static final Pid DEFAULT = new Pid("default");

    private SwitchPids() {
    }

    /**
     * Returns the PID of a switch.
     *
     * @param switchId a switch
     * @return a PID with the name of the switch, such as {@code openflow:1}
     */
    public static Pid pidOf(final SwitchId switchId) {
        return new Pid(switchId.toString());
    }

    /**
     * Makes a network map with a PID for each switch, which holds each address of its hosts as a /32 or /128, and the
     * PID {@link #DEFAULT} for all other addresses. The map is complete for IPv4 and IPv6 (RFC 7285, section 11.2.2).
     *
     * @param state switches and hosts
     * @return the map; only the default PID if there is no switch
     */
    public static NetworkMap networkMap(final NetworkState state) {
        final Map<Pid, List<IpPrefix>> pids = new TreeMap<>();
        pids.put(DEFAULT, List.of(IpPrefix.ALL_IPV4, IpPrefix.ALL_IPV6));
        state.hosts().forEach((switchId, hosts) -> {
            final var prefixes = new ArrayList<IpPrefix>();
            hosts.forEach(host -> host.addresses().forEach(
                address -> prefixes.add(new IpPrefix(address, address.family().bits()))));
            pids.put(pidOf(switchId), prefixes);
        });
        return NetworkMap.of(pids);
    }
}
