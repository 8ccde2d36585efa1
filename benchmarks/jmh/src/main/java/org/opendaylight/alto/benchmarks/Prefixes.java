/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

/** The prefixes of a network map's message, and addresses to look up in it. */
record Prefixes(Map<Pid, List<IpPrefix>> ofPids, List<IpPrefix> all) {
    /** Reads the message of a network map (RFC 7285, section 11.2.1.6). */
    static Prefixes read(final File message) throws IOException {
        final Map<Pid, List<IpPrefix>> ofPids = new LinkedHashMap<>();
        final List<IpPrefix> all = new ArrayList<>();
        for (var group : new ObjectMapper().readTree(message).required("network-map").properties()) {
            final List<IpPrefix> prefixes = new ArrayList<>();
            group.getValue().forEach(family -> family.forEach(text -> prefixes.add(IpPrefix.parse(text.textValue()))));
            ofPids.put(new Pid(group.getKey()), prefixes);
            all.addAll(prefixes);
        }
        return new Prefixes(ofPids, List.copyOf(all));
    }

    /**
     * Makes addresses that are each somewhere in a prefix that is chosen at random, so both families come as they do.
     */
    IpAddr[] addressesInside(final int count, final Random random) {
        final var addresses = new IpAddr[count];
        for (int i = 0; i < count; i++) {
            final var prefix = all.get(random.nextInt(all.size()));
            final var network = prefix.network();
            addresses[i] = switch (network) {
                case Ipv4Addr v4 -> new Ipv4Addr(v4.value() | (int) (random.nextLong()
                    & trailingOnes(32 - prefix.length())));
                case Ipv6Addr v6 -> new Ipv6Addr(v6.high() | random.nextLong() & trailingOnes(64 - prefix.length()),
                    v6.low() | random.nextLong() & trailingOnes(128 - prefix.length()));
            };
        }
        return addresses;
    }

    private static long trailingOnes(final int count) {
        return count <= 0 ? 0 : count >= 64 ? -1L : (1L << count) - 1;
    }

    /** Makes addresses from anywhere, a fifth of them IPv6. */
    static IpAddr[] addressesAnywhere(final int count, final Random random) {
        final var addresses = new IpAddr[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = random.nextInt(5) == 0 ? new Ipv6Addr(random.nextLong(), random.nextLong())
                : new Ipv4Addr(random.nextInt());
        }
        return addresses;
    }
}
