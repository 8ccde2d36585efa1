/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.predict;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;
import org.opendaylight.alto.core.testlib.Hosts;
import org.opendaylight.alto.core.topology.Topology;

/**
 * The network of figure 3 of draft-zhang-alto-opendaylight-impl-01: switches 1, 2 and 3 in a triangle, each with a host
 * at port 1; port 2 leads to the next switch, port 3 to the one before.
 */
final class Triangle {
    static final HostTable HOSTS = HostTable.of(List.of(Hosts.host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1"),
        Hosts.host("00:00:00:00:00:02", "openflow:2:1", "10.0.0.2"),
        Hosts.host("00:00:00:00:00:03", "openflow:3:1", "10.0.0.3")));
    static final PathQuery H1_TO_H2 = PathQuery.between(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.2"));

    private Triangle() {
    }

    /** Draws it without the links of some ports. */
    static Topology topology(final String... cut) {
        final var ports = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        final var links = new HashMap<SwitchPort, SwitchPort>();
        for (int i = 1; i <= 3; i++) {
            final var up = new TreeSet<SwitchPort>();
            for (int port = 1; port <= 3; port++) {
                up.add(new SwitchPort(new SwitchId(i), port));
            }
            ports.put(new SwitchId(i), up);
            final var out = new SwitchPort(new SwitchId(i), 2);
            final var next = new SwitchPort(new SwitchId(i % 3 + 1), 3);
            links.put(out, next);
            links.put(next, out);
        }
        for (final var port : cut) {
            links.remove(SwitchPort.parse(port));
        }
        return Topology.of(ports, links);
    }

    /** Makes a hop; leaving by port 0 means that it does not leave. */
    static Hop hop(final int id, final int in, final int out, final RuleRef... rules) {
        return new Hop(new SwitchId(id), in, out == 0 ? OptionalLong.empty() : OptionalLong.of(out), List.of(rules),
            List.of());
    }

    static RuleRef rule(final int id, final String match) {
        return new RuleRef(new SwitchId(id), 0, 10, match, 0, match);
    }

    /** Writes where a trace goes, such as {@code 1:1>2 2:3>1}. */
    static String way(final List<Hop> hops) {
        return String.join(" ", hops.stream().map(hop -> hop.switchId().datapathId() + ":" + hop.inPort() + ">"
            + (hop.outPort().isPresent() ? hop.outPort().getAsLong() : "")).toList());
    }

    static String way(final PathTrace trace) {
        return way(trace.hops());
    }
}
