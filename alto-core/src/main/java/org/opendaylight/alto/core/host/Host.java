/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;

/**
 * A host of the network: one link-layer address in one VLAN.
 *
 * @param mac the link-layer address, unicast
 * @param vlan the VLAN of its frames at the attachment point, or empty if they are untagged
 * @param addresses its internet-layer addresses, in order; may be empty
 * @param attachment the edge port behind which it is
 * @param firstSeen when it was first observed
 * @param lastSeen when it was last observed
 * @param lastMove its last change of the attachment point, or empty if it was always seen where it is
 */
public record Host(MacAddress mac, Optional<VlanId> vlan, SortedSet<IpAddr> addresses, SwitchPort attachment,
        Instant firstSeen, Instant lastSeen, Optional<HostMove> lastMove) {
    /**
     * Makes a host that never moved.
     *
     * @param mac the link-layer address, unicast
     * @param vlan the VLAN of its frames at the attachment point, or empty if they are untagged
     * @param addresses its internet-layer addresses, in order; may be empty
     * @param attachment the edge port behind which it is
     * @param firstSeen when it was first observed
     * @param lastSeen when it was last observed
     */
    public Host(final MacAddress mac, final Optional<VlanId> vlan, final SortedSet<IpAddr> addresses,
            final SwitchPort attachment, final Instant firstSeen, final Instant lastSeen) {
        this(mac, vlan, addresses, attachment, firstSeen, lastSeen, Optional.empty());
    }

    public Host {
        if (!mac.isUnicast()) {
            throw new IllegalArgumentException(mac + " is not the address of one station");
        }
        addresses = ImmutableSortedSet.copyOf(addresses);
    }

    /**
     * What tells hosts apart.
     *
     * @param mac the link-layer address
     * @param vlan the VLAN, or empty for untagged frames
     */
    public record Key(MacAddress mac, Optional<VlanId> vlan) {
        /** {@code 00:00:5e:00:53:01}, or {@code 00:00:5e:00:53:01/7} in a VLAN. */
        @Override
        public String toString() {
            return vlan.map(id -> mac + "/" + id.value()).orElseGet(mac::toString);
        }
    }

    /**
     * Returns what tells this host from others.
     *
     * @return its link-layer address and VLAN
     */
    public Key key() {
        return new Key(mac, vlan);
    }

    /**
     * Returns this host with other addresses.
     *
     * @param newAddresses all addresses that the result has
     * @return a new value
     */
    public Host withAddresses(final Set<IpAddr> newAddresses) {
        return new Host(mac, vlan, ImmutableSortedSet.copyOf(newAddresses), attachment, firstSeen, lastSeen, lastMove);
    }
}
