/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import com.google.common.collect.ImmutableSortedSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

/** Reads {@code net-map-grp-alg} and {@code net-map-grp-para}. */
public final class GroupingReader {
    static final String ALGORITHM = "net-map-grp-alg";
    static final String PARAMETERS = "net-map-grp-para";
    static final String METRIC = "metric";
    static final String ANCHORS = "anchors";
    static final String PREFIXES = "prefixes";
    static final String COUNT = "count";

    private GroupingReader() {
    }

    static Grouping read(final JsonFields definition) {
        return switch (definition.text(ALGORITHM, Algorithm::parse)) {
            case SWITCH -> withoutParameters(definition, new Grouping.BySwitch());
            case COMPONENT -> withoutParameters(definition, new Grouping.ByComponent());
            case VLAN -> withoutParameters(definition, new Grouping.ByVlan());
            case NEAREST -> withParameters(definition, fields -> new Grouping.Nearest(metric(fields),
                groups(fields.object(ANCHORS), SwitchNames::parse)));
            case PREFIX -> withParameters(definition, fields -> new Grouping.ByPrefix(
                groups(fields.object(PREFIXES), GroupingReader::prefix)));
            case K_CENTRE -> withParameters(definition,
                fields -> new Grouping.KCentre(metric(fields), fields.count(COUNT)));
            case HIERARCHICAL -> withParameters(definition,
                fields -> new Grouping.Hierarchical(metric(fields), fields.count(COUNT)));
        };
    }

    private static Grouping withoutParameters(final JsonFields definition, final Grouping grouping) {
        definition.optionalObject(PARAMETERS).ifPresent(JsonFields::requireNoOthers);
        return grouping;
    }

    private static Grouping withParameters(final JsonFields definition, final Function<JsonFields, Grouping> reader) {
        final var fields = definition.object(PARAMETERS);
        final var grouping = reader.apply(fields);
        fields.requireNoOthers();
        return grouping;
    }

    private static CostMetric metric(final JsonFields fields) {
        return fields.optionalText(METRIC, CostMetric::new).orElse(Defaults.DISTANCE);
    }

    private static <T extends Comparable<T>> SortedMap<Pid, SortedSet<T>> groups(final JsonFields fields,
            final Function<String, T> member) {
        final var names = fields.names();
        if (names.isEmpty()) {
            throw fields.fault("there is no PID in it; expected the name of at least one and its members");
        }
        final var groups = new TreeMap<Pid, SortedSet<T>>();
        final var owners = new HashMap<T, Pid>();
        for (var name : names) {
            final var pid = fields.make(name, name, Pid::new);
            final var members = fields.texts(name, member);
            for (int i = 0; i < members.size(); i++) {
                final var other = owners.put(members.get(i), pid);
                if (other != null) {
                    throw fields.fault(name + "/" + i, twice(members.get(i), other));
                }
            }
            groups.put(pid, ImmutableSortedSet.copyOf(members));
        }
        return groups;
    }

    private static String twice(final Object member, final Pid other) {
        return member + " is in PID " + other + " already; it can be in one only";
    }

    /**
     * Checks that nothing is in two groups.
     *
     * @param <T> a switch or a prefix
     * @param groups what is in each PID
     * @throws IllegalArgumentException if something is in two; names it and both
     */
    public static <T> void requireDisjoint(final Map<Pid, ? extends Iterable<T>> groups) {
        final var owners = new HashMap<T, Pid>();
        groups.forEach((pid, members) -> members.forEach(member -> {
            final var other = owners.put(member, pid);
            if (other != null) {
                throw new IllegalArgumentException("PID " + pid + ": " + twice(member, other));
            }
        }));
    }

    /**
     * Understands a prefix.
     *
     * @param text such as {@code 10.0.0.0/8}
     * @return the prefix
     * @throws IllegalArgumentException if it is none, or has host bits; says what is possible
     */
    public static IpPrefix prefix(final String text) {
        final var prefix = IpPrefix.parse(text);
        if (!IpAddr.parse(text.substring(0, text.indexOf('/'))).equals(prefix.network())) {
            throw new IllegalArgumentException(text + " has host bits set; the prefix is " + prefix);
        }
        return prefix;
    }
}
