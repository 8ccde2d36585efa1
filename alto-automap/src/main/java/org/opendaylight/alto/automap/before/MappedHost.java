/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.PathQuery;

/**
 * A host, as far as maps care. The order is that of the addresses, of which no two hosts share one; it goes on to all
 * of them, so that two are equal in it only if they are equal.
 *
 * @param addresses its addresses, at least one
 * @param attachment the port behind which it is; paths depend on it although the PID does not
 */
public record MappedHost(SortedSet<IpAddr> addresses, SwitchPort attachment) implements Comparable<MappedHost> {
    private static final Comparator<MappedHost> ORDER =
        Comparator.<MappedHost, Iterable<IpAddr>>comparing(MappedHost::addresses,
            Comparators.lexicographical(Comparator.<IpAddr>naturalOrder()))
            .thenComparing(MappedHost::attachment);

    public MappedHost {
        addresses = ImmutableSortedSet.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("A host at " + attachment + " without an address is in no map");
        }
    }

    /**
     * Asks for the path to another host, from and to the first addresses of the first family that both have; IPv4 is
     * the first family.
     *
     * @param other the receiver
     * @return the query, or empty if the two have no address family in common
     */
    Optional<PathQuery> pathTo(final MappedHost other) {
        for (var from : addresses) {
            for (var to : other.addresses) {
                if (from.family() == to.family()) {
                    return Optional.of(PathQuery.between(from, to));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(final MappedHost other) {
        return ORDER.compare(this, other);
    }
}
