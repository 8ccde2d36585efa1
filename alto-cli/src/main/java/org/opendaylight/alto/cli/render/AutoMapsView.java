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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.opendaylight.alto.core.service.AutoMaps.Kind;
import org.opendaylight.alto.core.service.AutoMaps.Status;
import org.opendaylight.alto.core.service.AutoMaps.Stored;
import org.opendaylight.alto.core.service.AutoMaps.Wanted;

/** How maps that are computed from the network are shown. */
public final class AutoMapsView {
    private static final String NONE = "-";

    private AutoMapsView() {
    }

    /**
     * What is wanted, for people.
     *
     * @param maps the maps
     * @return a row for each
     */
    public static Table table(final List<Wanted> maps) {
        return new Table(List.of("Id", "Kind", "Definition", "Origin", "State"), maps.stream()
            .map(map -> List.of(map.id().value(), kind(map.kind()), map.summary(), map.origin(), state(map)))
            .toList());
    }

    /**
     * How maps are, for people.
     *
     * @param maps the maps
     * @param now the time
     * @return a row for each; - where nothing is known
     */
    public static Table statuses(final List<Wanted> maps, final Instant now) {
        return new Table(List.of("Id", "Computed", "Took", "Why", "Parts anew", "Error bound", "Random pairs", "State"),
            maps.stream()
                .map(map -> map.status()
                    .map(status -> List.of(map.id().value(), HostsView.age(status.computed(), now),
                        time(status.took()), status.reason(),
                        String.format(Locale.ROOT, "%,d of %,d", status.changedParts(), status.parts()),
                        status.errorBound().isPresent() ? number(status.errorBound().getAsDouble()) : NONE,
                        status.sampledPairs() == 0 ? NONE : String.format(Locale.ROOT, "%,d", status.sampledPairs()),
                        state(map)))
                    .orElseGet(() -> List.of(map.id().value(), NONE, NONE, NONE, NONE, NONE, NONE, state(map))))
                .toList());
    }

    /**
     * Says what is wrong. Not in the table, as this is too long for a cell.
     *
     * @param maps the maps that are shown
     * @param others what is wrong at places that make no map
     * @return lines of text to follow the table; none if all is fine
     */
    public static List<String> problems(final List<Wanted> maps, final SortedMap<String, String> others) {
        final var lines = new ArrayList<String>();
        maps.forEach(map -> map.problem().ifPresent(
            why -> lines.add("  " + map.id() + " (" + map.origin() + "): " + why)));
        others.forEach((place, why) -> lines.add("  " + place + ": " + why));
        if (!lines.isEmpty()) {
            lines.addAll(0, List.of("", "To be put right:"));
        }
        return lines;
    }

    /**
     * All of it, for programs.
     *
     * @param maps the maps
     * @param others what is wrong at places that make no map
     * @return a JSON object; what is not known is not there
     */
    public static String json(final List<Wanted> maps, final SortedMap<String, String> others) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("maps", maps.stream().map(AutoMapsView::toJson).toList());
        json.put("problems", others);
        return Json.write(json);
    }

    private static Map<String, Object> toJson(final Wanted map) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("resource-id", map.id().value());
        json.put("kind", kind(map.kind()));
        json.put("summary", map.summary());
        json.put("origin", map.origin());
        map.problem().ifPresent(why -> json.put("problem", why));
        map.status().ifPresent(status -> put(json, status));
        return json;
    }

    private static void put(final Map<String, Object> json, final Status status) {
        json.put("last-computed", status.computed().toString());
        json.put("duration", status.took().toNanos() / 1000);
        json.put("reason", status.reason());
        json.put("changed-parts", status.changedParts());
        json.put("parts", status.parts());
        status.errorBound().ifPresent(bound -> json.put("error-bound", bound));
        json.put("sampled-pairs", status.sampledPairs());
    }

    /**
     * Tells what storing has done.
     *
     * @param stored what was done
     * @param checkOnly whether the definition was only checked
     * @return a line that sums up, then a line for each warning
     */
    public static List<String> stored(final Stored stored, final boolean checkOnly) {
        final var lines = new ArrayList<String>();
        lines.add((checkOnly ? "Checked " : "Stored ") + "the definition of " + kind(stored.kind()) + " " + stored.id()
            + " (" + effect(stored, checkOnly) + ")");
        stored.warnings().forEach(warning -> lines.add("Warning: " + warning));
        return lines;
    }

    private static String effect(final Stored stored, final boolean checkOnly) {
        if (!stored.changed()) {
            return checkOnly ? "storing would change nothing" : "unchanged, it was there already";
        }
        if (stored.replaced()) {
            return checkOnly ? "storing would replace the one of this name" : "replaced";
        }
        return checkOnly ? "storing would add it" : "new";
    }

    /**
     * Names a kind of map.
     *
     * @param kind the kind
     * @return its name
     */
    public static String kind(final Kind kind) {
        return kind == Kind.NETWORK_MAP ? "network map" : "cost map";
    }

    private static String state(final Wanted map) {
        return map.problem().isPresent() ? "problem" : "good";
    }

    private static String time(final Duration duration) {
        return String.format(Locale.ROOT, "%,.1f ms", duration.toNanos() / 1e6);
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
