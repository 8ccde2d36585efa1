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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

/**
 * The proxies that are believed when they say from whom a request came (RFC 7285, section 11.5.1.3, lets a client leave
 * out its own address). Immutable.
 *
 * @param prefixes their addresses; nobody is believed if there are none
 */
public record TrustedProxies(List<IpPrefix> prefixes) {
    /** Believes nobody. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * Reads a setting.
     *
     * @param texts addresses and prefixes; blank ones are left out
     * @return the proxies
     * @throws IllegalArgumentException if one is neither an address nor a prefix; names it
     */
    public static TrustedProxies parse(final String... texts) {
        final var prefixes = new ArrayList<IpPrefix>();
        for (var text : Arrays.stream(texts).map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            try {
                prefixes.add(text.contains("/") ? IpPrefix.parse(text) : prefixOf(IpAddr.parse(text)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + text + "' is neither an IP address nor a prefix", e);
            }
        }
        return new TrustedProxies(prefixes);
    }

    private static IpPrefix prefixOf(final IpAddr address) {
        return new IpPrefix(address, address.family().bits());
    }

    /**
     * Finds out who a client is. Each proxy adds to the headers who asked it, so they are read from their end, as far
     * as those who wrote them are believed: the client may have written the rest itself. A proxy that does not say who
     * asked it, or only by a name, stands for its clients. So it does if the two kinds of headers contradict each
     * other, for then one of them is the client's own, and the proxy passed it on unread.
     *
     * @param peer who is at the other end of the connection
     * @param forwarded the headers {@code Forwarded} (RFC 7239)
     * @param older the headers {@code X-Forwarded-For}
     * @return the address of the client
     */
    public IpAddr clientOf(final IpAddr peer, final List<String> forwarded, final List<String> older) {
        if (!trusts(peer)) {
            return peer;
        }
        final var said = new HashSet<IpAddr>();
        if (!forwarded.isEmpty()) {
            said.add(clientOf(peer, ForwardedHeader.forwarded(String.join(",", forwarded))));
        }
        if (!older.isEmpty()) {
            said.add(clientOf(peer, ForwardedHeader.xForwardedFor(String.join(",", older))));
        }
        return said.size() == 1 ? said.iterator().next() : peer;
    }

    private IpAddr clientOf(final IpAddr peer, final List<Optional<IpAddr>> hops) {
        var client = peer;
        for (var hop : hops.reversed()) {
            if (hop.isEmpty() || !trusts(client)) {
                break;
            }
            client = hop.orElseThrow();
        }
        return client;
    }

    private boolean trusts(final IpAddr address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
