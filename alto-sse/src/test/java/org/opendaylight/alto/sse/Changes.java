/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.EndpointProperties;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.PropertyName;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;

/** A server's maps, which change at random: large and small, in all ways in which maps change. */
public final class Changes {
    public static final ResourceId NETWORK = new ResourceId("net");
    public static final ResourceId ROUTING = new ResourceId("routing");
    public static final ResourceId HOPS = new ResourceId("hops");

    private final Random random;
    private final Map<Pid, List<IpPrefix>> pids = new TreeMap<>();
    private final Map<ResourceId, Map<Pid, Map<Pid, CostValue>>> costs = new HashMap<>();
    private final Map<IpPrefix, Map<PropertyName, String>> properties = new HashMap<>();
    private final Consumer<CatalogBuilder> others;
    private int made;
    private ResourceCatalog catalog = ResourceCatalog.EMPTY;

    public Changes(final long seed) {
        this(seed, builder -> { });
    }

    /** Makes them in a catalogue to which something else is added, too. */
    public Changes(final long seed, final Consumer<CatalogBuilder> others) {
        this.others = others;
        random = new Random(seed);
        pids.put(new Pid("default"), new ArrayList<>(List.of(IpPrefix.parse("0.0.0.0/0"), IpPrefix.parse("::/0"))));
        for (int i = 0; i < 8; i++) {
            addPid();
        }
        costs.put(ROUTING, new HashMap<>());
        costs.put(HOPS, new HashMap<>());
        for (int i = 0; i < 60; i++) {
            setCost();
        }
        build();
    }

    public ResourceCatalog catalog() {
        return catalog;
    }

    /** Changes something, or now and then much. */
    public ResourceCatalog next() {
        final int count = random.nextInt(10) == 0 ? 40 : 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            change();
        }
        build();
        return catalog;
    }

    private void change() {
        switch (random.nextInt(8)) {
            case 0 -> addPid();
            case 1 -> removePid();
            case 2 -> movePrefix();
            case 3 -> properties.put(IpPrefix.parse("10.0.0." + random.nextInt(4) + "/32"),
                Map.of(new PropertyName("priv:rack"), Integer.toString(random.nextInt(3))));
            case 4 -> removeCost();
            default -> setCost();
        }
    }

    private Pid anyPid() {
        return List.copyOf(pids.keySet()).get(random.nextInt(pids.size()));
    }

    private void addPid() {
        final var prefixes = new ArrayList<IpPrefix>();
        for (int count = random.nextInt(30); count > 0; count--) {
            made++;
            prefixes.add(IpPrefix.parse("10." + made / 256 % 256 + "." + made % 256 + ".0/24"));
        }
        pids.put(new Pid("pid" + random.nextInt(6) + ":x"), prefixes);
    }

    private void removePid() {
        final var pid = anyPid();
        if (!pid.value().equals("default")) {
            pids.remove(pid);
            costs.values().forEach(rows -> {
                rows.remove(pid);
                rows.values().forEach(row -> row.remove(pid));
            });
        }
    }

    private void movePrefix() {
        final var from = pids.get(anyPid());
        if (from.size() > 2) {
            // the first two of the default PID make the map complete
            pids.get(anyPid()).add(from.remove(2 + random.nextInt(from.size() - 2)));
        }
    }

    private void setCost() {
        final var rows = costs.get(random.nextBoolean() ? ROUTING : HOPS);
        if (rows != null) {
            rows.computeIfAbsent(anyPid(), pid -> new HashMap<>()).put(anyPid(),
                new CostValue.Number(random.nextBoolean() ? random.nextInt(5) : random.nextInt(1000) / 8.0));
        }
    }

    private void removeCost() {
        final var rows = costs.get(random.nextBoolean() ? ROUTING : HOPS);
        final var row = rows.getOrDefault(anyPid(), new HashMap<>());
        row.keySet().stream().findFirst().ifPresent(row::remove);
    }

    private void build() {
        final var builder = new CatalogBuilder(catalog);
        final var copy = new HashMap<Pid, List<IpPrefix>>();
        pids.forEach((pid, prefixes) -> copy.put(pid, List.copyOf(prefixes)));
        builder.addNetworkMap(NETWORK, "test", NetworkMap.of(copy));
        costs.forEach((id, rows) -> {
            final var encoded = new TreeMap<Pid, CostRow>();
            rows.forEach((source, row) -> {
                if (!row.isEmpty()) {
                    encoded.put(source, CostRow.of(row));
                }
            });
            builder.addCostMap(id, "test", NETWORK, Optional.empty(), CostType.numerical(
                id.equals(HOPS) ? CostMetric.HOPCOUNT : CostMetric.ROUTINGCOST), encoded);
        });
        others.accept(builder);
        builder.setProperties(EndpointProperties.of(properties));
        catalog = builder.build();
    }
}
