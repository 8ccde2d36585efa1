/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.map.ResourceId;

/** Checks what the resources of routes use (RFC 7285, section 9.2.2): it must be there, and there must be no cycle. */
final class UsesCheck {
    private final Map<ResourceId, PublishedRoute> routes;
    private final Set<ResourceId> withoutCycle = new HashSet<>();

    private UsesCheck(final Map<ResourceId, PublishedRoute> routes) {
        this.routes = routes;
    }

    /**
     * Finds the routes that cannot be served.
     *
     * @param routes all routes
     * @param served all other resources that are served
     * @param known the ids of all resources, also of those that are not served
     * @return the problem of each such route
     */
    static Map<ResourceId, String> problems(final Map<ResourceId, PublishedRoute> routes, final Set<ResourceId> served,
            final Set<ResourceId> known) {
        final var problems = new LinkedHashMap<ResourceId, String>();
        final var check = new UsesCheck(routes);
        routes.keySet().forEach(id -> check.cycle(id, new ArrayList<>()).filter(cycle -> cycle.contains(id))
            .ifPresent(cycle -> problems.put(id, "uses: a cycle, which RFC 7285, section 9.2.2, does not know: "
                + text(cycle, id) + "; take one of these uses away")));
        final var good = new TreeMap<>(routes);
        good.keySet().removeAll(problems.keySet());
        boolean changed = true;
        while (changed) {
            final var bad = new LinkedHashMap<ResourceId, String>();
            good.forEach((id, route) -> route.entry().uses().stream()
                .filter(used -> !served.contains(used) && !good.containsKey(used)).findFirst()
                .ifPresent(used -> bad.put(id, "uses: " + (known.contains(used)
                    ? "'" + used + "' is not served; its own problem says why"
                    : "there is no resource '" + used + "'; publish it, or take it away from what '" + id
                        + "' uses"))));
            good.keySet().removeAll(bad.keySet());
            problems.putAll(bad);
            changed = !bad.isEmpty();
        }
        return problems;
    }

    /** Finds a cycle that can be reached, by depth-first search. */
    private Optional<List<ResourceId>> cycle(final ResourceId id, final List<ResourceId> path) {
        final int start = path.indexOf(id);
        if (start >= 0) {
            return Optional.of(List.copyOf(path.subList(start, path.size())));
        }
        final var route = routes.get(id);
        if (route == null || withoutCycle.contains(id)) {
            return Optional.empty();
        }
        path.add(id);
        for (var used : route.entry().uses()) {
            final var cycle = cycle(used, path);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        path.removeLast();
        withoutCycle.add(id);
        return Optional.empty();
    }

    /** Writes a cycle so that it starts and ends with one of its members. */
    private static String text(final List<ResourceId> cycle, final ResourceId first) {
        final int start = cycle.indexOf(first);
        final var turned = new ArrayList<>(cycle.subList(start, cycle.size()));
        turned.addAll(cycle.subList(0, start));
        turned.add(first);
        return turned.stream().map(ResourceId::value).collect(Collectors.joining(" -> "));
    }
}
