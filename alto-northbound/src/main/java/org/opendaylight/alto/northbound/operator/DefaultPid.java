/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpPrefix;

/** The PID of the addresses that no other PID has (RFC 7285, section 11.2.2, recommends that there is one). */
public final class DefaultPid {
    /** Its name. */
    public static final Pid NAME = new Pid("default");

    private DefaultPid() {
    }

    /**
     * Gives the addresses without a PID one.
     *
     * @param map a map
     * @return a map that is complete for each family that it uses; the same map if it is already
     * @throws InvalidMapException if the map has a PID of this name with prefixes of its own
     */
    public static NetworkMap addTo(final NetworkMap map) {
        final var gaps = EnumSet.noneOf(AddressFamily.class);
        for (var family : AddressFamily.values()) {
            if (map.uses(family) && !map.isCompleteFor(family)) {
                gaps.add(family);
            }
        }
        if (gaps.isEmpty()) {
            return map;
        }
        final var group = map.pids().getOrDefault(NAME, EndpointAddrGroup.EMPTY);
        if (group.prefixes().stream().anyMatch(prefix -> prefix.length() > 0)) {
            throw new InvalidMapException("network-map/" + NAME,
                "the map has a PID '" + NAME + "' of its own, so the addresses without a PID get none of this name");
        }
        final var prefixes = new ArrayList<>(group.prefixes());
        gaps.forEach(family -> prefixes.add(all(family)));
        return map.with(Map.of(NAME, EndpointAddrGroup.of(prefixes)), Set.of());
    }

    /** Returns the prefix of all addresses. */
    static IpPrefix all(final AddressFamily family) {
        return switch (family) {
            case IPV4 -> IpPrefix.ALL_IPV4;
            case IPV6 -> IpPrefix.ALL_IPV6;
        };
    }
}
