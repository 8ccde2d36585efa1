/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * Decides where an ARP or Neighbour Discovery packet goes. Switches send all of them to the controller and none to each
 * other, so what is decided here is all that a host gets.
 *
 * <p>A request for a known host goes to that host alone, and the host answers for itself. The tracker could answer in
 * its place, which would be quicker by one turn; but then a dead host would look alive to others, and a host that left
 * without a word would never be found again. A request that a known host left unanswered is sent to all edge ports.
 *
 * <p>A packet never goes to a port between switches, to a port in hold-off, or back to where it came from.
 */
public final class Delivery {
    private Delivery() {
        // static methods only
    }

    /**
     * Decides where a request goes.
     *
     * @param request a request
     * @param ingress the edge port where it came in
     * @param target the host that has the address asked for, in the request's VLAN
     * @param silent whether that host left an earlier request unanswered
     * @param edges all edge ports
     * @return the ports to send it to
     */
    public static List<SwitchPort> request(final Resolution request, final SwitchPort ingress,
            final Optional<Host> target, final boolean silent, final SortedSet<SwitchPort> edges) {
        final var port = target.map(Host::attachment).filter(edges::contains);
        if (request.isAnnouncement() || silent || port.isEmpty()) {
            // all who remember the sender shall hear a gratuitous request
            return allBut(ingress, edges);
        }
        // behind one port they hear each other
        return port.filter(to -> !to.equals(ingress)).stream().toList();
    }

    /**
     * Decides where an answer goes.
     *
     * @param destination the link-layer address that the frame goes to
     * @param ingress the edge port where it came in
     * @param receiver the host that has this address, in the answer's VLAN
     * @param edges all edge ports
     * @return the ports to send it to; none if the receiver is not known, because who asks is known by that
     */
    public static List<SwitchPort> toStation(final MacAddress destination, final SwitchPort ingress,
            final Optional<Host> receiver, final SortedSet<SwitchPort> edges) {
        if (!destination.isUnicast()) {
            return allBut(ingress, edges);
        }
        return receiver.map(Host::attachment).filter(edges::contains).filter(to -> !to.equals(ingress)).stream()
            .toList();
    }

    static List<SwitchPort> allBut(final SwitchPort ingress, final SortedSet<SwitchPort> edges) {
        return edges.stream().filter(port -> !port.equals(ingress)).toList();
    }
}
