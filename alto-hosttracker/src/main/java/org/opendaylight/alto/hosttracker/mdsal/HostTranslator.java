/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostMove;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4AddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6AddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.DateAndTime;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.MacAddress;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.Hosts;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.RememberedHosts;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.LastMove;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.LastMoveBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.HostBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.HostKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Hosts as the data model writes them. The only place that knows which of its leaves may be missing. */
final class HostTranslator {
    static final DataObjectIdentifier<Hosts> HOSTS = DataObjectIdentifier.builder(Hosts.class).build();
    static final DataObjectIdentifier<RememberedHosts> REMEMBERED =
        DataObjectIdentifier.builder(RememberedHosts.class).build();

    private HostTranslator() {
        // static methods only
    }

    static HostKey toKey(final Host.Key key) {
        return new HostKey(new MacAddress(key.mac().toString()), vlan(key));
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.remembered.hosts.HostKey
            toRememberedKey(final Host.Key key) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.remembered.hosts.HostKey(
            new MacAddress(key.mac().toString()), vlan(key));
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.Host toData(final Host host) {
        return new HostBuilder()
            .withKey(toKey(host.key()))
            .setAddress(addresses(host.addresses()))
            .setAttachmentPoint(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.SwitchPort(
                host.attachment().toString()))
            .setFirstSeen(time(host.firstSeen()))
            .setLastSeen(time(host.lastSeen()))
            .setLastMove(host.lastMove().map(move -> new LastMoveBuilder()
                .setFrom(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.SwitchPort(
                    move.from().toString()))
                .setAt(time(move.at()))
                .setCount(Uint64.valueOf(move.count()))
                .build()).orElse(null))
            .build();
    }

    static Map<HostKey, org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.Host> toData(
            final Iterable<Host> hosts) {
        final var builder = ImmutableMap.<HostKey,
            org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.Host>builder();
        hosts.forEach(host -> builder.put(toKey(host.key()), toData(host)));
        return builder.build();
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.remembered.hosts.Host toRemembered(
            final Host host) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.remembered.hosts.HostBuilder(
                (org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.Host) toData(host))
            .withKey(toRememberedKey(host.key()))
            .build();
    }

    /** Returns empty if the data cannot be a host of ours, which only someone else can have written. */
    static Optional<Host> fromData(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.Host data) {
        final var mac = data.getMac();
        final var port = data.getAttachmentPoint();
        final var first = data.getFirstSeen();
        final var last = data.getLastSeen();
        if (mac == null || port == null || first == null || last == null) {
            return Optional.empty();
        }
        try {
            final Set<IpAddressNoZone> addresses = data.getAddress() == null ? Set.of() : data.getAddress();
            return Optional.of(new Host(org.opendaylight.alto.core.net.MacAddress.parse(mac.getValue()),
                vlan(data.getVlan()),
                addresses.stream().map(address -> IpAddr.parse(address.stringValue()))
                    .collect(Collectors.toCollection(TreeSet::new)),
                SwitchPort.parse(port.getValue()), instant(first), instant(last),
                move(data.getLastMove())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static Set<IpAddressNoZone> addresses(final Collection<IpAddr> addresses) {
        return addresses.stream().map(HostTranslator::address).collect(Collectors.toUnmodifiableSet());
    }

    static IpAddressNoZone address(final IpAddr address) {
        return switch (address.family()) {
            case IPV4 -> new IpAddressNoZone(new Ipv4AddressNoZone(address.toString()));
            case IPV6 -> new IpAddressNoZone(new Ipv6AddressNoZone(address.toString()));
        };
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.probe.host.output.Host toOutput(
            final Host host) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.probe.host.output.HostBuilder(
            (org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.Host) toData(host)).build();
    }

    static Host.Key key(final MacAddress mac, final @Nullable Uint16 vlan) {
        return new Host.Key(org.opendaylight.alto.core.net.MacAddress.parse(mac.getValue()), vlan(vlan));
    }

    private static Uint16 vlan(final Host.Key key) {
        return Uint16.valueOf(key.vlan().map(VlanId::value).orElse(0));
    }

    static Optional<VlanId> vlan(final @Nullable Uint16 vlan) {
        return vlan == null || vlan.intValue() == 0 ? Optional.empty() : Optional.of(new VlanId(vlan.intValue()));
    }

    private static Optional<HostMove> move(final @Nullable LastMove data) {
        return data == null ? Optional.empty() : Optional.of(new HostMove(
            SwitchPort.parse(data.requireFrom().getValue()), instant(data.requireAt()),
            data.requireCount().longValue()));
    }

    static Instant instant(final DateAndTime time) {
        return OffsetDateTime.parse(time.getValue()).toInstant();
    }

    static DateAndTime time(final Instant time) {
        return new DateAndTime(time.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
