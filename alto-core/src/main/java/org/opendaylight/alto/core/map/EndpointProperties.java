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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

/**
 * Properties that an operator gives to addresses and blocks of addresses (RFC 7285, section 11.4). Immutable.
 *
 * <p>An address has, of each property, the value of the longest prefix that contains it and has this property. So a
 * longer prefix that sets one property inherits the others.
 */
public final class EndpointProperties {
    /** No property at all. */
    public static final EndpointProperties EMPTY = new EndpointProperties(Map.of());

    private final Map<IpPrefix, Map<PropertyName, String>> values;
    /** For each property its values, in a table that finds the longest prefix; a PID stands for a value there. */
    private final SortedMap<PropertyName, Lookup> lookups = new TreeMap<>();

    private EndpointProperties(final Map<IpPrefix, Map<PropertyName, String>> values) {
        this.values = values;
        final var byName = new TreeMap<PropertyName, Map<IpPrefix, String>>();
        values.forEach((prefix, properties) -> properties.forEach((name, value) ->
            byName.computeIfAbsent(name, key -> new HashMap<>()).put(prefix, value)));
        byName.forEach((name, prefixes) -> lookups.put(name, Lookup.of(prefixes)));
    }

    /** The prefixes of equal value form a group, and the group's number is its name. */
    private record Lookup(NetworkMap groups, List<String> values) {
        static Lookup of(final Map<IpPrefix, String> prefixes) {
            final var byValue = new LinkedHashMap<String, List<IpPrefix>>();
            prefixes.forEach((prefix, value) -> byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(prefix));
            final var groups = new HashMap<Pid, List<IpPrefix>>();
            byValue.values().forEach(group -> groups.put(new Pid(Integer.toString(groups.size())), group));
            return new Lookup(NetworkMap.of(groups), List.copyOf(byValue.keySet()));
        }

        Optional<String> find(final IpAddr address) {
            return groups.pidOf(address).map(group -> values.get(Integer.parseInt(group.value())));
        }
    }

    /**
     * Makes the properties.
     *
     * @param values the properties of each prefix; a single address is a prefix of full length
     * @return the properties
     */
    public static EndpointProperties of(final Map<IpPrefix, Map<PropertyName, String>> values) {
        final var copy = new HashMap<IpPrefix, Map<PropertyName, String>>();
        values.forEach((prefix, properties) -> copy.put(prefix, Map.copyOf(properties)));
        return copy.isEmpty() ? EMPTY : new EndpointProperties(Map.copyOf(copy));
    }

    /**
     * Returns how many prefixes have properties.
     *
     * @return a number of prefixes; a single address is one
     */
    public int size() {
        return values.size();
    }

    /**
     * Returns the properties that some prefix has.
     *
     * @return their names, in order
     */
    public List<PropertyName> names() {
        return List.copyOf(lookups.keySet());
    }

    /**
     * Finds a property of an address. Takes O(log prefixes).
     *
     * @param name the property
     * @param address the endpoint
     * @return the value of the longest prefix that contains the address and has the property; empty if there is none
     */
    public Optional<String> find(final PropertyName name, final IpAddr address) {
        return Optional.ofNullable(lookups.get(name)).flatMap(lookup -> lookup.find(address));
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof EndpointProperties other && values.equals(other.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
