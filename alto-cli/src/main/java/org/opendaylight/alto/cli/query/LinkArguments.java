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
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/** Understands what a person types to name links. All mistakes are told in one sentence. */
public final class LinkArguments {
    private LinkArguments() {
    }

    /**
     * Finds the links of a place.
     *
     * @param links the links that are known
     * @param hosts whether ports to hosts count as well
     * @param place a switch or a port of one at either end, or null for any
     * @return the links
     * @throws IllegalArgumentException if the place is none; the message is for the person
     */
    public static List<LinkStatus> matching(final Collection<LinkStatus> links, final boolean hosts,
            final @Nullable String place) {
        if (place != null) {
            require(place);
        }
        return links.stream().filter(link -> hosts || link.to().isPresent())
            .filter(link -> place == null || ends(link).anyMatch(port -> port.toString().equals(place)
                || port.switchId().toString().equals(place)))
            .toList();
    }

    private static void require(final String place) {
        try {
            if (place.indexOf(':') == place.lastIndexOf(':')) {
                SwitchId.parse(place);
            } else {
                SwitchPort.parse(place);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--switch '" + place
                + "' is neither a switch nor a port of one, like openflow:1 or openflow:1:2.", e);
        }
    }

    /**
     * Returns the switches that have links, and their ports.
     *
     * @param links the links that are known
     * @return each switch once, in order, then each port
     */
    public static List<String> places(final Collection<LinkStatus> links) {
        final var ports = links.stream().flatMap(LinkArguments::ends).sorted().distinct().toList();
        return Stream.concat(ports.stream().map(SwitchPort::switchId).distinct().map(SwitchId::toString),
            ports.stream().map(SwitchPort::toString)).toList();
    }

    private static Stream<SwitchPort> ends(final LinkStatus link) {
        return Stream.concat(Stream.of(link.from()), link.to().stream());
    }
}
