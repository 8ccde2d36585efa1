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

import java.util.List;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;

/** How the content of a map is shown to people. */
public final class MapView {
    private static final int FEW = 4;

    private MapView() {
    }

    /**
     * What is in a network map.
     *
     * @param map the map
     * @param limit how many rows to show at most; 0 for all
     * @return a row for each PID, with the first of its prefixes
     */
    public static Excerpt pids(final NetworkMap map, final int limit) {
        final var rows = new Excerpt.Rows(limit);
        map.pids().forEach((pid, group) -> rows.add(() -> List.of(pid.value(), Integer.toString(group.size()),
            group.prefixes().stream().limit(FEW).map(Object::toString).collect(Collectors.joining(" "))
                + (group.size() > FEW ? " ..." : ""))));
        return rows.under("PID", "Count", "Prefixes");
    }

    /**
     * Tells whether {@link #pids} leaves out prefixes.
     *
     * @param map the map
     * @return whether some PID has more prefixes than are shown there
     */
    public static boolean hidesPrefixes(final NetworkMap map) {
        return map.pids().values().stream().anyMatch(group -> group.size() > FEW);
    }

    /**
     * The prefixes of a network map.
     *
     * @param map the map
     * @param limit how many rows to show at most; 0 for all
     * @return a row for each prefix, and for each PID without one
     */
    public static Excerpt prefixes(final NetworkMap map, final int limit) {
        final var rows = new Excerpt.Rows(limit);
        map.pids().forEach((pid, group) -> {
            if (group.size() == 0) {
                rows.add(() -> List.of(pid.value(), "-"));
            }
            group.prefixes().forEach(prefix -> rows.add(() -> List.of(pid.value(), prefix.toString())));
        });
        return rows.under("PID", "Prefix");
    }

    /**
     * The costs of a cost map.
     *
     * @param map the map
     * @param limit how many rows to show at most; 0 for all
     * @return a row for each cost
     */
    public static Excerpt costs(final CostMap map, final int limit) {
        final var rows = new Excerpt.Rows(limit);
        map.rows().forEach((source, row) -> {
            for (int i = 0; i < row.size(); i++) {
                final int position = i;
                rows.add(() -> List.of(source.value(), row.destination(position).value(),
                    row.value(position).toString()));
            }
        });
        return rows.under("From", "To", map.type().metric().value());
    }
}
