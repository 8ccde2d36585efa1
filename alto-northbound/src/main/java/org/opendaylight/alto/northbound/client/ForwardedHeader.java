/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opendaylight.alto.core.net.IpAddr;

/** Reads the headers in which proxies say from whom a request came. */
final class ForwardedHeader {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    /** A parameter of an element, and what follows: another one, another element, or nothing. */
    private static final Pattern PAIR =
        Pattern.compile("[ \\t]*+(?:(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + "))?[ \\t]*+([;,]|$)");
    /** An address with or without port; an IPv6 address with a port is in brackets. */
    private static final Pattern NODE = Pattern.compile(
        "(?:([0-9.]{7,15})|\\[([0-9A-Fa-f:.]{2,45})])(?::[0-9A-Za-z._-]{1,16})?|([0-9A-Fa-f:.]{2,45})");

    private ForwardedHeader() {
        // static methods only
    }

    /**
     * Reads what {@code Forwarded} says (RFC 7239, section 4).
     *
     * @param header the values of all headers of the name, joined by commas
     * @return the address of {@code for} of each element, in order, empty where there is none; an empty list if the
     *     header is malformed
     */
    static List<Optional<IpAddr>> forwarded(final String header) {
        final var nodes = new ArrayList<Optional<IpAddr>>();
        Optional<IpAddr> node = Optional.empty();
        final var matcher = PAIR.matcher(header);
        for (int at = 0; matcher.region(at, header.length()).lookingAt(); at = matcher.end()) {
            if (matcher.group(1) != null && "for".equalsIgnoreCase(matcher.group(1))) {
                node = address(unquoted(matcher.group(2)));
            }
            if (!";".equals(matcher.group(3))) {
                nodes.add(node);
                node = Optional.empty();
            }
            if (matcher.group(3).isEmpty()) {
                return nodes;
            }
        }
        return List.of();
    }

    /**
     * Reads what {@code X-Forwarded-For} says.
     *
     * @param header the values of all headers of the name, joined by commas
     * @return the address of each element, in order, empty where there is none
     */
    static List<Optional<IpAddr>> xForwardedFor(final String header) {
        return Arrays.stream(header.split(",", -1)).map(text -> address(text.strip())).toList();
    }

    /** Returns the address of a node, which may have a port with it, or empty if it is another name. */
    private static Optional<IpAddr> address(final String node) {
        final var matcher = NODE.matcher(node);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        final var text = Stream.of(1, 2, 3).map(matcher::group).filter(Objects::nonNull).findFirst();
        try {
            return text.map(IpAddr::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(final String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
