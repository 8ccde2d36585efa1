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
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.hosttracker.arp.ArpCodec;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
import org.opendaylight.alto.hosttracker.nd.NdCodec;
import org.opendaylight.alto.hosttracker.nd.NdPacket;

/** The questions that the tracker itself asks hosts. */
final class Probes {
    private Probes() {
        // static methods only
    }

    /** Asks one host whether it has an address. */
    static Frame probe(final MacAddress prober, final Host host, final IpAddr address) {
        return Frame.of(switch (address) {
            case Ipv4Addr ipv4 -> ArpCodec.encode(ArpPacket.probe(host.vlan(), prober, host.mac(), ipv4));
            case Ipv6Addr ipv6 -> NdCodec.encode(NdPacket.probe(host.vlan(), prober, host.mac(), ipv6));
        });
    }

    /** Asks all hosts who has an address, without a tag. */
    static Frame question(final MacAddress prober, final IpAddr address) {
        return Frame.of(switch (address) {
            case Ipv4Addr ipv4 -> ArpCodec.encode(ArpPacket.probe(Optional.empty(), prober,
                MacAddress.BROADCAST, ipv4));
            case Ipv6Addr ipv6 -> NdCodec.encode(NdPacket.question(Optional.empty(), prober, ipv6));
        });
    }
}
