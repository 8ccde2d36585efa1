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
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;

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
        return new CostMap(networkMap, type, CostMap.sorted(Map.of(
            new Pid("PID1"), Map.of(new Pid("PID1"), 1.0, new Pid("PID2"), 5.0, new Pid("PID3"), 10.0),
            new Pid("PID2"), Map.of(new Pid("PID1"), 5.0, new Pid("PID2"), 1.0, new Pid("PID3"), 15.0),
            new Pid("PID3"), Map.of(new Pid("PID1"), 20.0, new Pid("PID2"), 15.0))));
    }

    /** What the directory of section 9.2.3 lists, as far as we have it. */
    public static ResourceCatalog catalog() {
        final var builder = new CatalogBuilder(ResourceCatalog.EMPTY);
        builder.add(NETWORK_VTAG, NETWORK_MAP);
        builder.add(vtag("numerical-routing-cost-map", "c1"), costMap(NETWORK_VTAG, ROUTINGCOST));
        builder.add(vtag("numerical-hopcount-cost-map", "c2"), costMap(NETWORK_VTAG, HOPCOUNT));
        return builder.build(Optional.of(NETWORK_VTAG.resourceId()));
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
