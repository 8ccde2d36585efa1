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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/** Understands what a person types to name hosts. All mistakes are told in one sentence. */
public final class HostArguments {
    private HostArguments() {
    }

    /**
     * Finds the hosts that fit all that is given.
     *
     * @param hosts the hosts that are known
     * @param ip an IP address or a prefix, or null for any
     * @param mac a MAC address, or null for any
     * @param place a switch or a port of one, or null for any
     * @return the hosts
     * @throws IllegalArgumentException if an argument is wrong; the message is for the person
     */
    public static HostTable matching(final HostTable hosts, final @Nullable String ip, final @Nullable String mac,
            final @Nullable String place) {
        final var filters = Stream.of(filter(ip, HostArguments::byIp), filter(mac, HostArguments::byMac),
            filter(place, HostArguments::byPlace)).toList();
        return HostTable.of(hosts.hosts().stream()
            .filter(host -> filters.stream().allMatch(filter -> filter.test(host)))
            .toList());
    }

    /**
     * Reads an IP address.
     *
     * @param name what the person calls it, such as {@code --address}
     * @param text what was typed
     * @return the address
     * @throws IllegalArgumentException if it is none; the message is for the person
     */
    public static IpAddr address(final String name, final String text) {
        return read(IpAddr::parse, name, text, "is not an IP address, like 10.0.0.1 or 2001:db8::1.");
    }

    /**
     * Reads a MAC address.
     *
     * @param name what the person calls it, such as {@code --mac}
     * @param text what was typed
     * @return the address
     * @throws IllegalArgumentException if it is none; the message is for the person
     */
    public static MacAddress mac(final String name, final String text) {
        return read(MacAddress::parse, name, text, "is not a MAC address, like 00:00:5e:00:53:01.");
    }

    /**
     * Reads a port of a switch.
     *
     * @param name what the person calls it, such as {@code --port}
     * @param text what was typed
     * @return the port
     * @throws IllegalArgumentException if it is none; the message is for the person
     */
    public static SwitchPort port(final String name, final String text) {
        return read(SwitchPort::parse, name, text, "is not a port of a switch, like openflow:1:2.");
    }

    /**
     * Returns the IP addresses that hosts have.
     *
     * @param hosts the hosts that are known
     * @return each address once, in order
     */
    public static List<String> addresses(final HostTable hosts) {
        return hosts.hosts().stream().map(Host::addresses).flatMap(Collection::stream).sorted().map(IpAddr::toString)
            .toList();
    }

    /**
     * Returns the MAC addresses that hosts have.
     *
     * @param hosts the hosts that are known
     * @return each address once, in order
     */
    public static List<String> macs(final HostTable hosts) {
        return hosts.hosts().stream().map(host -> host.mac().toString()).distinct().toList();
    }

    /**
     * Returns the ports behind which hosts are.
     *
     * @param hosts the hosts that are known
     * @return each port once, in order
     */
    public static List<String> ports(final HostTable hosts) {
        return hosts.hosts().stream().map(Host::attachment).sorted().distinct().map(SwitchPort::toString).toList();
    }

    /**
     * Returns the switches behind which hosts are, and their ports.
     *
     * @param hosts the hosts that are known
     * @return each switch once, in order, then each port
     */
    public static List<String> places(final HostTable hosts) {
        return Stream.concat(
            hosts.hosts().stream().map(host -> host.attachment().switchId()).sorted().distinct()
                .map(SwitchId::toString),
            ports(hosts).stream()).toList();
    }

    private static Predicate<Host> filter(final @Nullable String text, final Function<String, Predicate<Host>> reader) {
        return text == null ? host -> true : reader.apply(text);
    }

    private static Predicate<Host> byIp(final String text) {
        final var wanted = read(HostArguments::prefix, "--ip", text,
            "is neither an IP address nor a prefix, like 10.0.0.1 or 10.0.0.0/24.");
        return host -> host.addresses().stream().anyMatch(address -> wanted.contains(address));
    }

    private static IpPrefix prefix(final String text) {
        return text.indexOf('/') < 0 ? IpAddr.parse(text).toPrefix() : IpPrefix.parse(text);
    }

    private static Predicate<Host> byMac(final String text) {
        final var wanted = mac("--mac", text);
        return host -> host.mac().equals(wanted);
    }

    private static Predicate<Host> byPlace(final String text) {
        return read(HostArguments::place, "--switch", text,
            "is neither a switch nor a port of one, like openflow:1 or openflow:1:2.");
    }

    private static Predicate<Host> place(final String text) {
        if (text.indexOf(':') == text.lastIndexOf(':')) {
            final var wanted = SwitchId.parse(text);
            return host -> host.attachment().switchId().equals(wanted);
        }
        final var wanted = SwitchPort.parse(text);
        return host -> host.attachment().equals(wanted);
    }

    private static <T> T read(final Function<String, T> parser, final String name, final String text,
            final String problem) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " '" + text + "' " + problem, e);
        }
    }
}
