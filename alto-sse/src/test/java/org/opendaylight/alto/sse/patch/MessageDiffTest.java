/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.json.CostMapCodec;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.Copy;

class MessageDiffTest {
    private static final VersionTag NETWORK = new VersionTag(new ResourceId("net"), "1");
    private static final int KIBIBYTE = 1024;

    private static Optional<Patch> requireRight(final EncodedBody before, final EncodedBody after) {
        final var patch = MessageDiff.between(before, after);
        patch.ifPresent(found -> {
            final var copy = new Copy();
            copy.take("application/json", before.toString());
            copy.take(found.type().mediaType(), found.text().toString());
            assertEquals(Copy.json(after.toString()), copy.value(), () -> found.text().toString());
            assertTrue(found.text().length() < after.length());
            assertTrue(found.text().toString().lines().count() == 1, "a patch has no line breaks");
        });
        return patch;
    }

    @Test
    void aPatchTurnsOneVersionIntoTheNext() {
        final long seed = System.nanoTime();
        final var kinds = new EnumMap<PatchType, Integer>(PatchType.class);
        final var changes = new Changes(seed);
        for (int i = 0; i < 500; i++) {
            final var before = changes.catalog();
            final var after = changes.next();
            for (var id : List.of(Changes.ROUTING, Changes.HOPS)) {
                requireRight(before.costMap(id.value()).orElseThrow().body(),
                    after.costMap(id.value()).orElseThrow().body())
                    .ifPresent(patch -> kinds.merge(patch.type(), 1, Integer::sum));
            }
            requireRight(before.networkMap(Changes.NETWORK.value()).orElseThrow().body(),
                after.networkMap(Changes.NETWORK.value()).orElseThrow().body())
                .ifPresent(patch -> kinds.merge(patch.type(), 1, Integer::sum));
        }
        assertTrue(kinds.getOrDefault(PatchType.MERGE, 0) > 50 && kinds.getOrDefault(PatchType.JSON, 0) > 50,
            () -> "seed " + seed + ": " + kinds);
    }

    private static EncodedBody costs(final String value) {
        return CostMapCodec.encode(new CostMap(NETWORK,
            new CostType(CostMetric.ROUTINGCOST, new CostMode("priv:any")),
            new TreeMap<>(Map.of(new Pid("a"), CostRow.of(Map.of(
                new Pid("b"), new CostValue.Number(1), new Pid("c"), value.equals("5") ? new CostValue.Number(5)
                    : new CostValue.Json(value)))))));
    }

    /** M-8895-05 and RFC 9569, section 5.2: null in a merge patch means that the member goes. */
    @Test
    void aMemberThatBecomesNullIsSaidByJsonPatch() {
        final var patch = requireRight(costs("5"), costs("null")).orElseThrow();
        assertEquals(PatchType.JSON, patch.type());
        assertEquals("[{\"op\":\"replace\",\"path\":\"/cost-map/a/c\",\"value\":null}]", patch.text().toString());
        assertEquals(PatchType.JSON,
            requireRight(costs("5"), costs("{\"x\":[1],\"y\":{\"z\":null}}")).orElseThrow().type());
    }

    /** An array is one value to a merge patch (RFC 7396, section 1), so nulls in it are just that. */
    @Test
    void nullInAnArrayCanBeMerged() {
        final var patch = requireRight(costs("5"), costs("[1,null]")).orElseThrow();
        assertEquals(PatchType.MERGE, patch.type());
        assertEquals("{\"cost-map\":{\"a\":{\"c\":[1,null]}}}", patch.text().toString());
    }

    @Test
    void whatChangesAllIsNoPatch() {
        final var few = new HashMap<Pid, Map<Pid, Double>>();
        final var others = new HashMap<Pid, Map<Pid, Double>>();
        for (int i = 0; i < 20; i++) {
            few.put(new Pid("a" + i), Map.of(new Pid("a" + i), 1.0));
            others.put(new Pid("b" + i), Map.of(new Pid("b" + i), 1.0));
        }
        final var type = CostType.numerical(CostMetric.ROUTINGCOST);
        assertEquals(Optional.empty(), requireRight(CostMapCodec.encode(CostMap.ofNumbers(NETWORK, type, few)),
            CostMapCodec.encode(CostMap.ofNumbers(NETWORK, type, others))));
    }

    @Test
    void namesWithSlashesAndTildesAreEscaped() {
        assertEquals("/cost-map/a~1b~0c", ValueDiff.step("/cost-map", "a/b~c"));
    }

    private static Map<Pid, EndpointAddrGroup> manyPrefixes(final Random random) {
        final var groups = new HashMap<Pid, EndpointAddrGroup>();
        groups.put(new Pid("default"), EndpointAddrGroup.of(List.of(IpPrefix.parse("0.0.0.0/0"))));
        for (int pid = 0; pid < 1000; pid++) {
            final var prefixes = new ArrayList<IpPrefix>();
            for (int i = 0; i < 250; i++) {
                final int number = pid * 250 + i;
                prefixes.add(IpPrefix.parse((1 + number / 65536) + "." + number / 256 % 256 + "." + number % 256 + ".0/"
                    + (24 + random.nextInt(8))));
            }
            groups.put(new Pid("pid" + pid), EndpointAddrGroup.of(prefixes));
        }
        return groups;
    }

    /** The target of the benchmark, without its time: what is sent is small. */
    @Test
    void aPrefixThatMovesAmong250000IsLessThanAKibibyte() {
        final var groups = manyPrefixes(new Random(1));
        final var id = new ResourceId("net");
        final var builder = new CatalogBuilder(ResourceCatalog.EMPTY);
        builder.addNetworkMap(id, "test", NetworkMap.ofGroups(groups));
        final var before = builder.build();
        final var from = groups.get(new Pid("pid7")).prefixes();
        final var to = new ArrayList<>(groups.get(new Pid("pid900")).prefixes());
        to.add(from.get(100));
        groups.put(new Pid("pid7"), EndpointAddrGroup.of(from.stream()
            .filter(prefix -> !prefix.equals(from.get(100))).toList()));
        groups.put(new Pid("pid900"), EndpointAddrGroup.of(to));
        final var next = new CatalogBuilder(before);
        next.addNetworkMap(id, "test", NetworkMap.ofGroups(groups));
        final var after = next.build().networkMap("net").orElseThrow();
        assertEquals(250_001, after.entries());
        final var patch = requireRight(before.networkMap("net").orElseThrow().body(), after.body()).orElseThrow();
        assertTrue(patch.text().length() < KIBIBYTE, () -> patch.text().toString());
    }
}
