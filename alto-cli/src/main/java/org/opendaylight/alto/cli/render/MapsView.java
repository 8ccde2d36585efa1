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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.opendaylight.alto.cli.render.PublishedMaps.Cost;
import org.opendaylight.alto.cli.render.PublishedMaps.Network;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;

/** How maps are shown. The JSON of one map is that of RFC 7285, sections 11.2.1.6 and 11.2.3.6. */
public final class MapsView {
    private static final String TYPE_NETWORK = "network map";
    private static final String TYPE_COST = "cost map";

    private MapsView() {
    }

    /**
     * All maps, for people.
     *
     * @param maps the maps
     * @return a row for each map
     */
    public static Table table(final PublishedMaps maps) {
        final var rows = new ArrayList<List<String>>();
        maps.networkMaps().forEach(map -> rows.add(List.of(map.tag().resourceId().value(), TYPE_NETWORK,
            map.tag().tag(), map.map().pids().size() + " PIDs, " + prefixCount(map.map()) + " prefixes", "-")));
        maps.costMaps().forEach(map -> rows.add(List.of(map.tag().resourceId().value(), TYPE_COST, map.tag().tag(),
            costCount(map.map()) + " costs", map.map().type().toString())));
        return new Table(List.of("Id", "Type", "Tag", "Size", "Cost type"), rows);
    }

    /**
     * A network map, for people.
     *
     * @param map the map
     * @return a row for each PID
     */
    public static Table table(final Network map) {
        return new Table(List.of("PID", "Prefixes"), map.map().pids().entrySet().stream()
            .map(entry -> List.of(entry.getKey().value(),
                entry.getValue().stream().map(IpPrefix::toString).collect(Collectors.joining(" "))))
            .toList());
    }

    /**
     * A cost map, for people.
     *
     * @param map the map
     * @return a row for each cost
     */
    public static Table table(final Cost map) {
        final var rows = new ArrayList<List<String>>();
        map.map().costs().forEach((source, row) -> row.forEach((destination, cost) ->
            rows.add(List.of(source.value(), destination.value(), number(cost)))));
        return new Table(List.of("From", "To", map.map().type().metric().value()), rows);
    }

    /**
     * All maps, for programs.
     *
     * @param maps the maps
     * @return a JSON array with an object for each map
     */
    public static String json(final PublishedMaps maps) {
        final var list = new ArrayList<Map<String, Object>>();
        maps.networkMaps().forEach(map -> {
            final var json = toJson(map.tag());
            json.put("type", TYPE_NETWORK);
            json.put("pids", map.map().pids().size());
            json.put("prefixes", prefixCount(map.map()));
            list.add(json);
        });
        maps.costMaps().forEach(map -> {
            final var json = toJson(map.tag());
            json.put("type", TYPE_COST);
            json.put("costs", costCount(map.map()));
            json.put("cost-type", toJson(map.map().type()));
            json.put("network-map", toJson(map.map().networkMap()));
            list.add(json);
        });
        return Json.write(list);
    }

    /**
     * A network map, for programs.
     *
     * @param map the map
     * @return the JSON of RFC 7285, section 11.2.1.6
     */
    public static String json(final Network map) {
        final var pids = new LinkedHashMap<String, Object>();
        map.map().pids().forEach((pid, prefixes) -> {
            final var groups = new LinkedHashMap<String, List<String>>();
            prefixes.forEach(prefix -> groups.computeIfAbsent(prefix.family().wireName(), key -> new ArrayList<>())
                .add(prefix.toString()));
            pids.put(pid.value(), groups);
        });
        final var json = new LinkedHashMap<String, Object>();
        json.put("meta", Map.of("vtag", toJson(map.tag())));
        json.put("network-map", pids);
        return Json.write(json);
    }

    /**
     * A cost map, for programs.
     *
     * @param map the map
     * @return the JSON of RFC 7285, section 11.2.3.6
     */
    public static String json(final Cost map) {
        final var meta = new LinkedHashMap<String, Object>();
        meta.put("dependent-vtags", List.of(toJson(map.map().networkMap())));
        meta.put("cost-type", toJson(map.map().type()));
        final var costs = new LinkedHashMap<String, Object>();
        map.map().costs().forEach((source, row) -> {
            final var json = new LinkedHashMap<String, Object>();
            row.forEach((destination, cost) -> json.put(destination.value(), cost));
            costs.put(source.value(), json);
        });
        final var json = new LinkedHashMap<String, Object>();
        json.put("meta", meta);
        json.put("cost-map", costs);
        return Json.write(json);
    }

    private static int prefixCount(final NetworkMap map) {
        return map.pids().values().stream().mapToInt(SortedSet::size).sum();
    }

    private static int costCount(final CostMap map) {
        return map.costs().values().stream().mapToInt(SortedMap::size).sum();
    }

    private static String number(final double cost) {
        return BigDecimal.valueOf(cost).stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> toJson(final VersionTag tag) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("resource-id", tag.resourceId().value());
        json.put("tag", tag.tag());
        return json;
    }

    private static Map<String, Object> toJson(final CostType type) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("cost-mode", type.mode().value());
        json.put("cost-metric", type.metric().value());
        return json;
    }
}
