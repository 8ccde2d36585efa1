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

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;

/** Maps as messages of RFC 7285. */
public final class Messages {
    private static final String META = "meta";

    private Messages() {
    }

    /**
     * Writes a network map.
     *
     * @param map the map
     * @return the JSON of RFC 7285, section 11.2.1.6
     */
    public static String ofNetworkMap(final Versioned<NetworkMap> map) {
        final var json = new LinkedHashMap<String, Object>();
        json.put(META, Map.of("vtag", toJson(map.vtag())));
        json.put("network-map", Maps.transformValues(map.map().pids(), Messages::toJson));
        return Json.write(json);
    }

    /**
     * Writes a cost map.
     *
     * @param map the map
     * @return the JSON of RFC 7285, section 11.2.3.6
     */
    public static String ofCostMap(final Versioned<CostMap> map) {
        final var meta = new LinkedHashMap<String, Object>();
        meta.put("dependent-vtags", List.of(toJson(map.map().networkMap())));
        meta.put("cost-type", toJson(map.map().type()));
        final var json = new LinkedHashMap<String, Object>();
        json.put(META, meta);
        // a row at a time, as there may be a million costs
        json.put("cost-map", Maps.transformValues(map.map().rows(), Messages::toJson));
        return Json.write(json);
    }

    static Map<String, Object> toJson(final VersionTag tag) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("resource-id", tag.resourceId().value());
        json.put("tag", tag.tag());
        return json;
    }

    static Map<String, Object> toJson(final CostType type) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("cost-mode", type.mode().value());
        json.put("cost-metric", type.metric().value());
        return json;
    }

    private static Map<String, List<String>> toJson(final EndpointAddrGroup group) {
        final var json = new LinkedHashMap<String, List<String>>();
        group.prefixes().forEach(prefix ->
            json.computeIfAbsent(prefix.family().wireName(), key -> new ArrayList<>()).add(prefix.toString()));
        return json;
    }

    private static Map<String, Object> toJson(final CostRow row) {
        final var json = new LinkedHashMap<String, Object>();
        for (int i = 0; i < row.size(); i++) {
            json.put(row.destination(i).value(), row.value(i));
        }
        return json;
    }
}
