/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointProperties;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.PropertyName;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.json.CostMapCodec;
import org.opendaylight.alto.northbound.json.NetworkMapCodec;

/** The network of the examples in RFC 7285. */
public final class Fixtures {
    public static final CostType ROUTINGCOST = CostType.numerical(CostMetric.ROUTINGCOST);
    public static final CostType HOPCOUNT = CostType.numerical(CostMetric.HOPCOUNT);
    public static final VersionTag NETWORK_VTAG =
        vtag("my-default-network-map", "da65eca2eb7a10ce8b059740b0b2e3f8eb1d4785");
    public static final NetworkMap NETWORK_MAP = NetworkMap.of(Map.of(
        new Pid("PID1"), prefixes("192.0.2.0/24", "198.51.100.0/25"),
        new Pid("PID2"), prefixes("198.51.100.128/25"),
        new Pid("PID3"), prefixes("0.0.0.0/0", "::/0")));

    /** Our tag of that network map. */
    public static final String TAG = ContentTag.of(NETWORK_MAP);

    private static final Map<Pid, Map<Pid, Double>> COSTS = Map.of(
        new Pid("PID1"), Map.of(new Pid("PID1"), 1.0, new Pid("PID2"), 5.0, new Pid("PID3"), 10.0),
        new Pid("PID2"), Map.of(new Pid("PID1"), 5.0, new Pid("PID2"), 1.0, new Pid("PID3"), 15.0),
        new Pid("PID3"), Map.of(new Pid("PID1"), 20.0, new Pid("PID2"), 15.0));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Fixtures() {
    }

    public static VersionTag vtag(final String id, final String tag) {
        return new VersionTag(new ResourceId(id), tag);
    }

    public static List<IpPrefix> prefixes(final String... texts) {
        return List.of(texts).stream().map(IpPrefix::parse).toList();
    }

    /** The cost map of section 11.2.3.7 with another cost type. */
    public static CostMap costMap(final VersionTag networkMap, final CostType type) {
        return CostMap.ofNumbers(networkMap, type, COSTS);
    }

    /** The rows of that cost map. */
    public static SortedMap<Pid, CostRow> rows() {
        return costMap(NETWORK_VTAG, ROUTINGCOST).rows();
    }

    /** What the directory of section 9.2.3 lists, as far as we have it. */
    public static ResourceCatalog catalog() {
        return builder().build();
    }

    /** Makes {@link #catalog()} when nothing is added to it. */
    public static CatalogBuilder builder() {
        final var builder = new CatalogBuilder(ResourceCatalog.EMPTY);
        final var networkMap = NETWORK_VTAG.resourceId();
        builder.addNetworkMap(networkMap, ResourceCatalog.OPERATOR, NETWORK_MAP);
        builder.addCostMap(new ResourceId("numerical-routing-cost-map"), ResourceCatalog.OPERATOR, networkMap,
            Optional.empty(), ROUTINGCOST, rows());
        builder.addCostMap(new ResourceId("numerical-hopcount-cost-map"), "auto-map", networkMap, Optional.of(TAG),
            HOPCOUNT, rows());
        builder.setProperties(EndpointProperties.of(Map.of(IpPrefix.parse("192.0.2.34/32"),
            Map.of(new PropertyName("priv:ietf-example-prop"), "1"))));
        builder.setDefaultNetworkMap(networkMap);
        return builder;
    }

    /** Encodes a network map as a whole. */
    public static String encode(final VersionTag vtag, final NetworkMap map) {
        return NetworkMapCodec.encode(vtag, map.pids().entrySet().stream()
            .map(pid -> NetworkMapCodec.encode(pid.getKey(), pid.getValue())).toList()).toString();
    }

    /** Encodes a cost map as a whole. */
    public static String encode(final CostMap map) {
        return CostMapCodec.encode(map.networkMap(), map.type(), map.rows().entrySet().stream()
            .map(row -> CostMapCodec.encode(row.getKey(), row.getValue())).toList()).toString();
    }

    /** Reads an example with our tag in place of the RFC's. */
    public static String served(final String name) {
        return example(name).replace(NETWORK_VTAG.tag(), TAG);
    }

    /** Reads an example, as text. */
    public static String example(final String name) {
        try (var in = Fixtures.class.getResourceAsStream("/rfc7285/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses JSON, so that two messages can be compared as a whole. */
    public static JsonNode json(final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
