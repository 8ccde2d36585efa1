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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.json.EncodedPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Laws over random changes. Set the system property alto.catalog.seed to repeat a run. */
class IncrementalCatalogTest {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalCatalogTest.class);
    private static final List<String> NAMES = List.of("m0", "m1", "c0", "c1");
    private static final int PIDS = 6;

    private final Map<String, NetworkMap> networkMaps = new TreeMap<>();
    private final Map<String, SortedMap<Pid, CostRow>> costMaps = new TreeMap<>();
    private final Map<String, String> uses = new HashMap<>();

    private ResourceCatalog build(final ResourceCatalog previous) {
        final var builder = new CatalogBuilder(previous);
        costMaps.forEach((id, rows) -> builder.addCostMap(new ResourceId(id), "p", new ResourceId(uses.get(id)),
            Optional.empty(),
            Fixtures.HOPCOUNT, rows));
        networkMaps.forEach((id, map) -> builder.addNetworkMap(new ResourceId(id), "p", map));
        return builder.build();
    }

    private static Pid pid(final Random random) {
        return new Pid("p" + random.nextInt(PIDS));
    }

    private void change(final Random random) {
        final var name = NAMES.get(random.nextInt(NAMES.size()));
        if (name.startsWith("m")) {
            final var map = networkMaps.computeIfAbsent(name, key -> NetworkMap.of(Map.of(
                new Pid("all"), List.of(IpPrefix.ALL_IPV4))));
            switch (random.nextInt(8)) {
                case 0 -> networkMaps.remove(name);
                case 1 -> networkMaps.put(name, map.with(Map.of(), Set.of(pid(random))));
                case 2 -> networkMaps.put(name, NetworkMap.of(
                    // equal content in other objects
                    new TreeMap<>(Maps.transformValues(map.pids(),
                        EndpointAddrGroup::prefixes))));
                default -> {
                    final var pid = pid(random);
                    final int block = Integer.parseInt(pid.value().substring(1));
                    networkMaps.put(name, map.with(Map.of(pid, EndpointAddrGroup.of(List.of(
                        IpPrefix.parse("10." + block + "." + random.nextInt(4) + ".0/24"),
                        IpPrefix.parse("10." + block + "." + random.nextInt(4) + ".0/25")))), Set.of()));
                }
            }
        } else {
            final var rows = new TreeMap<>(costMaps.getOrDefault(name, new TreeMap<>()));
            uses.putIfAbsent(name, "m0");
            switch (random.nextInt(8)) {
                case 0 -> costMaps.remove(name);
                case 1 -> uses.put(name, "m" + random.nextInt(2));
                case 2 -> {
                    rows.remove(pid(random));
                    costMaps.put(name, rows);
                }
                default -> {
                    final var costs = new HashMap<Pid, Double>();
                    costs.put(new Pid("all"), (double) random.nextInt(3));
                    if (random.nextInt(3) == 0) {
                        costs.put(pid(random), 1.0);
                    }
                    rows.put(random.nextInt(4) > 0 ? new Pid("all") : pid(random), CostRow.ofNumbers(costs));
                    costMaps.put(name, rows);
                }
            }
        }
    }

    @Test
    void aCatalogueMadeOfThePreviousOneEqualsOneMadeFromNothing() {
        final long seed = Long.getLong("alto.catalog.seed", System.nanoTime());
        LOG.info("alto.catalog.seed={}", seed);
        final var random = new Random(seed);
        int served = 0;
        for (int sequence = 0; sequence < 40; sequence++) {
            networkMaps.clear();
            costMaps.clear();
            uses.clear();
            var catalog = ResourceCatalog.EMPTY;
            for (int step = 0; step < 60; step++) {
                change(random);
                final var previous = catalog;
                catalog = build(previous);
                final var what = "seed " + seed + ", sequence " + sequence + ", step " + step;
                assertSameContent(build(ResourceCatalog.EMPTY), catalog, what);
                assertShared(previous, catalog, what);
                served += catalog.costMaps().size();
            }
        }
        assertTrue(served > 100, "Too few cost maps are served for this to mean much: " + served);
    }

    @Test
    void anotherObjectOfTheSameContentIsNoOtherVersion() {
        final var id = new ResourceId("map");
        final var first = new CatalogBuilder(ResourceCatalog.EMPTY);
        first.addNetworkMap(id, "p", Fixtures.NETWORK_MAP);
        final var before = first.build();
        final var second = new CatalogBuilder(before);
        second.addNetworkMap(id, "p", NetworkMap.ofGroups(Fixtures.NETWORK_MAP.pids()));
        assertSame(before.networkMap("map").orElseThrow(), second.build().networkMap("map").orElseThrow());
    }

    private static void assertSameContent(final ResourceCatalog fresh, final ResourceCatalog catalog,
            final String what) {
        assertEquals(fresh.resources(), catalog.resources(), what);
        assertEquals(fresh.directory(EndpointCostTypes.NONE).toString(),
            catalog.directory(EndpointCostTypes.NONE).toString(), what);
        fresh.networkMaps().forEach((id, map) -> {
            assertEquals(map.versioned(), catalog.networkMap(id).orElseThrow().versioned(), what);
            assertEquals(map.body().toString(), catalog.networkMap(id).orElseThrow().body().toString(), what);
            assertEquals(map.body().length(), map.body().toString().length(), what);
        });
        fresh.costMaps().forEach((id, map) -> {
            assertEquals(map.versioned(), catalog.costMap(id).orElseThrow().versioned(), what);
            assertEquals(map.body().toString(), catalog.costMap(id).orElseThrow().body().toString(), what);
            assertEquals(map.body().length(), map.body().toString().length(), what);
        });
    }

    private static void assertShared(final ResourceCatalog previous, final ResourceCatalog catalog,
            final String what) {
        catalog.networkMaps().forEach((id, map) -> previous.networkMap(id).ifPresent(old -> assertShared(
            old.map().pids(), old.body().parts(), map.map().pids(), map.body().parts(), what)));
        catalog.costMaps().forEach((id, map) -> previous.costMap(id).ifPresent(old -> assertShared(
            old.map().rows(), old.body().parts(), map.map().rows(), map.body().parts(), what)));
    }

    private static <P> void assertShared(final SortedMap<Pid, P> oldParts, final List<EncodedPart> oldForms,
            final SortedMap<Pid, P> parts, final List<EncodedPart> forms, final String what) {
        final var pids = List.copyOf(parts.keySet());
        final var oldPids = List.copyOf(oldParts.keySet());
        for (var pid : pids) {
            if (parts.get(pid).equals(oldParts.get(pid))) {
                assertSame(oldForms.get(oldPids.indexOf(pid)), forms.get(pids.indexOf(pid)), what);
            }
        }
    }
}
