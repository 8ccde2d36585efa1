/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.MapDiff;
import org.opendaylight.alto.core.map.MapDiff.NetworkMapDiff;

/** How the difference of two maps is shown. */
public final class DiffView {
    private static final String NONE = "-";
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private DiffView() {
    }

    /**
     * The difference of two network maps, for people.
     *
     * @param diff the difference
     * @param limit how many rows to show at most; 0 for all
     * @return a row for each change
     */
    public static Excerpt table(final NetworkMapDiff diff, final int limit) {
        final var rows = new Excerpt.Rows(limit);
        diff.pids().forEach(change -> rows.add(() -> List.of(change.added() ? ADDED : REMOVED, "PID " + change.pid(),
            change.added() ? NONE : change.pid().value(), change.added() ? change.pid().value() : NONE)));
        diff.prefixes().forEach(change -> rows.add(() -> List.of(change(change.before(), change.after(), "moved"),
            change.prefix().toString(), word(change.before()), word(change.after()))));
        return rows.under("Change", "What", "PID before", "PID after");
    }

    /**
     * The difference of the costs of two cost maps, for people.
     *
     * @param costs the costs that change
     * @param limit how many rows to show at most; 0 for all
     * @return a row for each change
     */
    public static Excerpt table(final List<MapDiff.CostChange> costs, final int limit) {
        final var rows = new Excerpt.Rows(limit);
        costs.forEach(change -> rows.add(() -> List.of(change(change.before(), change.after(), "changed"),
            change.source().value(), change.destination().value(), word(change.before()), word(change.after()))));
        return rows.under("Change", "From", "To", "Cost before", "Cost after");
    }

    /**
     * What else tells two cost maps from each other, for people.
     *
     * @param one the first map
     * @param other the second map
     * @return lines of text; none if only costs differ
     */
    public static List<String> heading(final CostMap one, final CostMap other) {
        final var lines = new ArrayList<String>();
        if (!one.type().equals(other.type())) {
            lines.add("Cost type: " + one.type() + " before, " + other.type() + " after");
        }
        if (!one.networkMap().equals(other.networkMap())) {
            lines.add("Network map: " + one.networkMap().resourceId() + " version " + one.networkMap().tag()
                + " before, " + other.networkMap().resourceId() + " version " + other.networkMap().tag() + " after");
        }
        return lines;
    }

    /**
     * The difference of two network maps, for programs.
     *
     * @param diff the difference
     * @return a JSON object
     */
    public static String json(final NetworkMapDiff diff) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("kind", Resources.NETWORK_MAP);
        json.put("equal", diff.isEmpty());
        json.put("pids", diff.pids().stream()
            .map(change -> {
                final var pid = new LinkedHashMap<String, Object>();
                pid.put("pid", change.pid().value());
                pid.put("change", change.added() ? ADDED : REMOVED);
                return pid;
            })
            .toList());
        json.put("prefixes", diff.prefixes().stream()
            .map(change -> {
                final var prefix = new LinkedHashMap<String, Object>();
                prefix.put("prefix", change.prefix().toString());
                change.before().ifPresent(pid -> prefix.put(BEFORE, pid.value()));
                change.after().ifPresent(pid -> prefix.put(AFTER, pid.value()));
                return prefix;
            })
            .toList());
        return Json.write(json);
    }

    /**
     * The difference of two cost maps, for programs.
     *
     * @param one the first map
     * @param other the second map
     * @param costs the costs that change
     * @return a JSON object
     */
    public static String json(final CostMap one, final CostMap other, final List<MapDiff.CostChange> costs) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("kind", Resources.COST_MAP);
        json.put("equal", costs.isEmpty() && heading(one, other).isEmpty());
        if (!one.type().equals(other.type())) {
            json.put("cost-type", change(Messages.toJson(one.type()), Messages.toJson(other.type())));
        }
        if (!one.networkMap().equals(other.networkMap())) {
            json.put("network-map",
                change(Messages.toJson(one.networkMap()), Messages.toJson(other.networkMap())));
        }
        json.put("costs", costs.stream()
            .map(change -> {
                final var cost = new LinkedHashMap<String, Object>();
                cost.put("source", change.source().value());
                cost.put("destination", change.destination().value());
                change.before().ifPresent(value -> cost.put(BEFORE, value));
                change.after().ifPresent(value -> cost.put(AFTER, value));
                return cost;
            })
            .toList());
        return Json.write(json);
    }

    private static Map<String, Object> change(final Object before, final Object after) {
        final var json = new LinkedHashMap<String, Object>();
        json.put(BEFORE, before);
        json.put(AFTER, after);
        return json;
    }

    private static String change(final Optional<?> before, final Optional<?> after, final String both) {
        return before.isEmpty() ? ADDED : after.isEmpty() ? REMOVED : both;
    }

    private static String word(final Optional<?> value) {
        return value.map(Object::toString).orElse(NONE);
    }
}
