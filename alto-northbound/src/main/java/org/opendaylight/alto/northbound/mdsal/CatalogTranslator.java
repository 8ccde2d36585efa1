/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;

/** From the datastore's form of maps to ours. Total: what cannot be translated is left out, with the reason. */
final class CatalogTranslator {
    private CatalogTranslator() {
    }

    /**
     * Translates all resources.
     *
     * @param resources the datastore's content, null if there is none
     * @param builder takes the maps, and the reasons why maps were left out
     * @return the catalogue
     */
    static ResourceCatalog toCatalog(final @Nullable Resources resources, final CatalogBuilder builder) {
        if (resources == null) {
            return builder.build(Optional.empty());
        }
        for (var map : resources.nonnullNetworkMap().values()) {
            try {
                builder.add(new VersionTag(new ResourceId(map.getResourceId().getValue()), map.getTag().getValue()),
                    toNetworkMap(map));
            } catch (IllegalArgumentException e) {
                builder.leaveOut("network map", map.getResourceId().getValue(), e.getMessage());
            }
        }
        // the first of two that claim the same place has it, so the order has to be the same every time
        resources.nonnullCostMap().values().stream()
            .sorted(Comparator.comparing(map -> map.getResourceId().getValue()))
            .forEach(map -> {
                try {
                    builder.add(new VersionTag(new ResourceId(map.getResourceId().getValue()),
                        map.getTag().getValue()), toCostMap(map));
                } catch (IllegalArgumentException e) {
                    builder.leaveOut("cost map", map.getResourceId().getValue(), e.getMessage());
                }
            });
        final var preferred = resources.getDefaultNetworkMap();
        return builder.build(preferred == null ? Optional.empty()
            : Optional.of(new ResourceId(preferred.getValue())));
    }

    private static NetworkMap toNetworkMap(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMap map) {
        final var pids = new TreeMap<Pid, List<IpPrefix>>();
        map.nonnullPid().values().forEach(pid -> {
            final var prefixes = pid.getPrefix();
            pids.put(new Pid(pid.getName().getValue()), prefixes == null ? List.of()
                : prefixes.stream().map(prefix -> IpPrefix.parse(prefix.stringValue())).toList());
        });
        return NetworkMap.of(pids);
    }

    private static CostMap toCostMap(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMap map) {
        final var networkMap = map.getNetworkMap();
        final var costType = map.getCostType();
        if (networkMap == null || costType == null) {
            throw new IllegalArgumentException("it has no network map or no cost type");
        }
        final var costs = new TreeMap<Pid, TreeMap<Pid, Double>>();
        map.nonnullSource().values().forEach(source -> {
            final var row = costs.computeIfAbsent(new Pid(source.getPid().getValue()), key -> new TreeMap<>());
            source.nonnullDestination().values().forEach(destination -> row.put(
                new Pid(destination.getPid().getValue()), destination.getNumericalCost().getValue().doubleValue()));
        });
        return new CostMap(
            new VersionTag(new ResourceId(networkMap.getResourceId().getValue()), networkMap.getTag().getValue()),
            new CostType(new CostMetric(costType.getCostMetric().getValue()),
                new CostMode(costType.getCostMode().getValue())),
            CostMap.sorted(costs));
    }
}
