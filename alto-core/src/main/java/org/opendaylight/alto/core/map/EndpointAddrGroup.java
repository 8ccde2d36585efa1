/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpPrefix;

/**
 * The address blocks of one PID (RFC 7285, section 10.4.5). Immutable; what is derived from it (its hash, its encoded
 * form) can be kept as long as the object lives, because a map that changes elsewhere keeps it.
 */
public final class EndpointAddrGroup {
    /** A group without prefixes. */
    public static final EndpointAddrGroup EMPTY = new EndpointAddrGroup(List.of());

    private final List<IpPrefix> prefixes;
    private final Supplier<Digest> digest = Suppliers.memoize(() -> ContentTag.digest(this));

    private EndpointAddrGroup(final List<IpPrefix> prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Makes a group.
     *
     * @param prefixes in any order; one that is there twice counts once
     * @return the group
     */
    public static EndpointAddrGroup of(final Collection<IpPrefix> prefixes) {
        return prefixes.isEmpty() ? EMPTY : new EndpointAddrGroup(ImmutableSortedSet.copyOf(prefixes).asList());
    }

    /**
     * Returns the prefixes.
     *
     * @return without duplicates, in their natural order, so those of one address family together
     */
    public List<IpPrefix> prefixes() {
        return prefixes;
    }

    /**
     * Returns the prefixes of one family.
     *
     * @param family an address type
     * @return without duplicates, in their natural order
     */
    public List<IpPrefix> prefixes(final AddressFamily family) {
        int from = 0;
        while (from < prefixes.size() && prefixes.get(from).family() != family) {
            from++;
        }
        int to = from;
        while (to < prefixes.size() && prefixes.get(to).family() == family) {
            to++;
        }
        return prefixes.subList(from, to);
    }

    /**
     * Returns how many prefixes there are.
     *
     * @return a number of prefixes, of all families together
     */
    public int size() {
        return prefixes.size();
    }

    /** Returns the hash of the content, computed once. */
    Digest digest() {
        return digest.get();
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof EndpointAddrGroup other && prefixes.equals(other.prefixes);
    }

    @Override
    public int hashCode() {
        return prefixes.hashCode();
    }

    @Override
    public String toString() {
        return prefixes.toString();
    }
}
