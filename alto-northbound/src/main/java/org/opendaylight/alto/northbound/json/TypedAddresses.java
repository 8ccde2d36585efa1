/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.FlowEndpoint;
import org.opendaylight.alto.northbound.query.Transport;

/**
 * Typed endpoint addresses (RFC 7285, section 10.4.3), and the typed addresses of ports: {@code tcp:192.0.2.1:22} and
 * {@code udp:[2001:db8::1]:53}.
 */
final class TypedAddresses {
    // only ASCII, and no names: the address parser takes digits of other scripts, too
    private static final Pattern TYPED_ADDRESS = Pattern.compile("(ipv4|ipv6):([0-9A-Fa-f:.]{2,45})");
    private static final Pattern TYPED_PORT =
        Pattern.compile("(tcp|udp|sctp):(?:([0-9.]{7,15})|\\[([0-9A-Fa-f:.]{2,45})\\]):(0|[1-9][0-9]{0,4})");

    private TypedAddresses() {
    }

    /**
     * Decodes a list of addresses.
     *
     * @param texts the addresses as the client wrote them
     * @param field the field that they are in
     * @return each address once, with the text by which the client named it first, in the client's order
     * @throws AltoRequestException if one is not an address of its type
     */
    static Map<IpAddr, String> decode(final Collection<String> texts, final String field) {
        return parse(texts, field, TypedAddresses::address);
    }

    /**
     * Decodes a list of addresses that stand for whole hosts.
     *
     * @param texts the addresses as the client wrote them
     * @param field the field that they are in
     * @return each host once, with the text by which the client named it first, in the client's order
     * @throws AltoRequestException if one is not an address of its type
     */
    static Map<FlowEndpoint, String> hosts(final Collection<String> texts, final String field) {
        return parse(texts, field, text -> FlowEndpoint.of(address(text)));
    }

    /**
     * Decodes a list of ends of flows, which are whole hosts or ports.
     *
     * @param texts the ends as the client wrote them
     * @param field the field that they are in
     * @return each end once, with the text by which the client named it first, in the client's order
     * @throws AltoRequestException if one is not an address of its type
     */
    static Map<FlowEndpoint, String> ends(final Collection<String> texts, final String field) {
        return parse(texts, field, TypedAddresses::end);
    }

    private static <A> Map<A, String> parse(final Collection<String> texts, final String field,
            final Function<String, A> parser) {
        final var addresses = new LinkedHashMap<A, String>();
        for (var text : texts) {
            try {
                addresses.putIfAbsent(parser.apply(text), text);
            } catch (IllegalArgumentException e) {
                throw AltoRequestException.invalidValue(field, text, e);
            }
        }
        return addresses;
    }

    private static IpAddr address(final String text) {
        final var matcher = TYPED_ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a typed address");
        }
        return address(matcher.group(1), matcher.group(2));
    }

    private static IpAddr address(final String type, final String text) {
        final var address = IpAddr.parse(text);
        if (!address.family().wireName().equals(type)) {
            throw new IllegalArgumentException("'" + text + "' is not an address of type " + type);
        }
        return address;
    }

    private static FlowEndpoint end(final String text) {
        final var matcher = TYPED_PORT.matcher(text);
        if (!matcher.matches()) {
            return FlowEndpoint.of(address(text));
        }
        final var address = matcher.group(2) != null ? address("ipv4", matcher.group(2))
            : address("ipv6", matcher.group(3));
        return new FlowEndpoint(address, Transport.of(matcher.group(1))
            .map(transport -> new FlowEndpoint.Port(transport, Integer.parseInt(matcher.group(4)))));
    }
}
