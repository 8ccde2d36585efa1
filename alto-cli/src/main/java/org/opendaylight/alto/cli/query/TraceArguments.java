/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.query;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.path.PathQuery;

/** Understands what a person types to name two hosts and a kind of packets. */
public final class TraceArguments {
    private static final Map<String, Integer> PROTOCOLS = Map.of("icmp", 1, "tcp", 6, "udp", 17);

    private TraceArguments() {
    }

    /**
     * Makes the query. All mistakes are told in one sentence.
     *
     * @param hosts the hosts that are known
     * @param source IP or MAC address of the sender
     * @param destination IP or MAC address of the receiver
     * @param protocol name or number, or null to leave it open
     * @param sourcePort number, or null to leave it open
     * @param destinationPort number, or null to leave it open
     * @return the query, between the first addresses of the first family that the two have in common
     * @throws IllegalArgumentException if the arguments are wrong or name no known host; the message is for the person
     */
    public static PathQuery toQuery(final HostTable hosts, final String source, final String destination,
            final @Nullable String protocol, final @Nullable Integer sourcePort,
            final @Nullable Integer destinationPort) {
        final var from = addresses(hosts, source);
        final var to = addresses(hosts, destination);
        for (var sender : from) {
            for (var receiver : to) {
                if (sender.family() == receiver.family()) {
                    return new PathQuery(sender, receiver, protocol(protocol), optional(sourcePort),
                        optional(destinationPort));
                }
            }
        }
        throw new IllegalArgumentException(
            source + " and " + destination + " have no address family in common, so no packet can go between them.");
    }

    /**
     * Returns what can be typed to name a host.
     *
     * @param hosts the hosts that are known
     * @return the IP addresses of all hosts, then their MAC addresses
     */
    public static List<String> names(final HostTable hosts) {
        return Stream.concat(HostArguments.addresses(hosts).stream(), HostArguments.macs(hosts).stream()).toList();
    }

    private static Collection<IpAddr> addresses(final HostTable hosts, final String text) {
        return text.matches("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}") ? byMac(hosts, text) : byIp(hosts, text);
    }

    private static Collection<IpAddr> byIp(final HostTable hosts, final String text) {
        final IpAddr address;
        try {
            address = IpAddr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is neither an IP address nor a MAC address.", e);
        }
        if (hosts.find(address).isEmpty()) {
            throw new IllegalArgumentException("No host with address " + text + " is known; see alto:hosts.");
        }
        return List.of(address);
    }

    private static Collection<IpAddr> byMac(final HostTable hosts, final String text) {
        final var mac = MacAddress.parse(text.replace('-', ':').toLowerCase(Locale.ROOT));
        final var found = hosts.hosts().stream().filter(host -> host.mac().equals(mac)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No host with address " + text + " is known; see alto:hosts.");
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                text + " is a host in each of several VLANs; name the one that is meant by its IP address.");
        }
        final var addresses = found.getFirst().addresses();
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("No IP address of host " + text + " is known yet.");
        }
        return addresses;
    }

    private static OptionalInt protocol(final @Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        final var number = PROTOCOLS.get(text.toLowerCase(Locale.ROOT));
        if (number != null) {
            return OptionalInt.of(number);
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                "Protocol '" + text + "' is not tcp, udp, icmp or a number from 0 to 255.");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static OptionalInt optional(final @Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
