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

import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
import org.opendaylight.alto.hosttracker.nd.NdPacket;

/**
 * What ARP and Neighbour Discovery have in common: somebody asks for the link-layer address of a host, or answers.
 *
 * @param isQuestion whether it asks
 * @param vlan VLAN of the frame's tag, or empty
 * @param source link-layer address that the frame comes from
 * @param destination link-layer address that the frame goes to
 * @param target the address that is asked for or answered for
 * @param claimed the address that the sender shows to be its own, or empty if it shows none that a host can have
 * @param isCredible whether the frame comes from the one station that speaks in it
 * @param isAnonymous whether the sender does not say who it is, as it is about to find out whether its address is free
 * @param isAnnouncement whether the sender asks for its own address, to make it known to all
 */
public record Resolution(boolean isQuestion, Optional<VlanId> vlan, MacAddress source, MacAddress destination,
        IpAddr target, Optional<IpAddr> claimed, boolean isCredible, boolean isAnonymous, boolean isAnnouncement) {
    /**
     * Reads an ARP packet.
     *
     * @param packet the packet
     * @return what it says
     */
    public static Resolution of(final ArpPacket packet) {
        // RFC 5227 2.1.1: a probe has the sender 0.0.0.0
        final boolean isProbe = packet.senderIp().value() == 0;
        return new Resolution(packet.operation() == ArpPacket.Operation.REQUEST, packet.vlan(), packet.source(),
            packet.destination(), packet.targetIp(),
            packet.hasUsableSender() ? Optional.of(packet.senderIp()) : Optional.empty(), packet.isFromOneStation(),
            isProbe, packet.isGratuitous());
    }

    /**
     * Reads a Neighbour Discovery packet.
     *
     * @param packet the packet
     * @return what it says
     */
    public static Resolution of(final NdPacket packet) {
        return new Resolution(packet.kind() == NdPacket.Kind.SOLICITATION, packet.vlan(), packet.source(),
            packet.destination(), packet.target(), packet.claimed().map(IpAddr.class::cast),
            packet.isFromOneStation(), packet.isDuplicateAddressDetection(), false);
    }
}
