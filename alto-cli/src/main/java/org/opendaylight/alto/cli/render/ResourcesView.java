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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ResourceInfo;

/** How lists of resources are shown. */
public final class ResourcesView {
    private static final int MOST_NAMES = 4;

    private static final String NONE = "-";

    private ResourcesView() {
    }

    /**
     * All resources, for people.
     *
     * @param resources the resources
     * @return a row for each
     */
    public static Table table(final List<ResourceInfo> resources) {
        return new Table(
            List.of("Id", "Kind", "Publisher", "Tag", "Uses", "Offers", "Entries", "Size", "State"),
            resources.stream()
                .map(info -> List.of(info.id().value(), Resources.kind(info), info.publisher(), tag(info),
                    words(info.uses()),
                    offers(info),
                    info.entries() == 0 ? NONE : String.format(Locale.ROOT, "%,d", info.entries()),
                    size(info), state(info)))
                .toList());
    }

    /**
     * All maps, for people.
     *
     * @param maps the maps
     * @param defaultNetworkMap the network map that clients take first
     * @return a row for each
     */
    public static Table maps(final List<ResourceInfo> maps, final Optional<ResourceId> defaultNetworkMap) {
        return new Table(
            List.of("Id", "Kind", "Publisher", "Tag", "Content", "Size", "Network map", "Cost type", "State"),
            maps.stream()
                .map(info -> List.of(info.id().value(), Resources.kind(info), info.publisher(), tag(info),
                    Resources.isNetworkMap(info) ? Words.count(info.entries(), "prefix", "prefixes")
                        : Words.count(info.entries(), "cost", "costs"),
                    size(info),
                    Resources.isCostMap(info) ? words(info.uses())
                        : defaultNetworkMap.filter(info.id()::equals).map(id -> "(default)").orElse(NONE),
                    words(info.costTypes()), state(info)))
                .toList());
    }

    /**
     * Says why resources are not served. Not in the table, as this is too long for a cell.
     *
     * @param resources the resources
     * @return lines of text to follow the table; none if all are served
     */
    public static List<String> problems(final List<ResourceInfo> resources) {
        final var lines = resources.stream()
            .flatMap(info -> info.problem().map(problem -> "  " + info.id() + ": " + problem).stream()).toList();
        return lines.isEmpty() ? lines : Stream.concat(Stream.of("", "Not served:"), lines.stream()).toList();
    }

    /**
     * All resources, for programs.
     *
     * @param resources the resources
     * @return a JSON array with an object for each
     */
    public static String json(final List<ResourceInfo> resources) {
        return Json.write(resources.stream().map(ResourcesView::toJson).toList());
    }

    /**
     * All maps, for programs.
     *
     * @param maps the maps
     * @param defaultNetworkMap the network map that clients take first
     * @return a JSON array with an object for each
     */
    public static String mapsJson(final List<ResourceInfo> maps, final Optional<ResourceId> defaultNetworkMap) {
        return Json.write(maps.stream()
            .map(info -> {
                final var json = toJson(info);
                if (Resources.isNetworkMap(info)) {
                    json.put("default-network-map", defaultNetworkMap.filter(info.id()::equals).isPresent());
                }
                return json;
            })
            .toList());
    }

    private static String tag(final ResourceInfo info) {
        return info.tag().map(Words::shortTag).orElse(NONE);
    }

    private static String size(final ResourceInfo info) {
        return info.encodedBytes() == 0 ? NONE : Words.bytes(info.encodedBytes());
    }

    private static String state(final ResourceInfo info) {
        return info.problem().isPresent() ? "not served" : "served";
    }

    /** Many cost types are too long for a cell; {@code --json} has their names. */
    private static String offers(final ResourceInfo info) {
        return info.costTypes().size() > MOST_NAMES ? Words.count(info.costTypes().size(), "cost type", "cost types")
            : words(Stream.concat(info.costTypes().stream(), info.propertyTypes().stream()).toList());
    }

    private static String words(final Collection<?> names) {
        return names.isEmpty() ? NONE : names.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Map<String, Object> toJson(final ResourceInfo info) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("resource-id", info.id().value());
        json.put("kind", Resources.kind(info));
        json.put("media-type", info.mediaType());
        info.accepts().ifPresent(accepts -> json.put("accepts", accepts));
        json.put("path", info.path());
        json.put("publisher", info.publisher());
        info.tag().ifPresent(tag -> json.put("tag", tag));
        json.put("uses", info.uses().stream().map(ResourceId::value).toList());
        json.put("cost-types", info.costTypes().stream().map(Messages::toJson).toList());
        json.put("property-types", info.propertyTypes());
        json.put("entries", info.entries());
        json.put("encoded-bytes", info.encodedBytes());
        json.put("served", info.problem().isEmpty());
        info.problem().ifPresent(problem -> json.put("problem", problem));
        return json;
    }
}
