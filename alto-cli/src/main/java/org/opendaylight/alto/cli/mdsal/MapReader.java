/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.mdsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.alto.cli.render.PublishedMaps;
import org.opendaylight.alto.cli.render.PublishedMaps.Cost;
import org.opendaylight.alto.cli.render.PublishedMaps.Network;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMap;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

/** Reads the published maps from the operational datastore. */
public final class MapReader {
    private static final DataObjectIdentifier<Resources> PATH =
        DataObjectIdentifier.builder(Resources.class).build();
    private static final long TIMEOUT_SECONDS = 10;

    private MapReader() {
    }

    /**
     * Reads all maps. Waits for the datastore up to {@value #TIMEOUT_SECONDS} seconds.
     *
     * @param broker the datastore
     * @return the maps; none if nothing is published
     * @throws ExecutionException if the datastore cannot be read
     * @throws TimeoutException if the datastore does not answer
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public static PublishedMaps read(final DataBroker broker)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (var tx = broker.newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, PATH).get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .map(MapReader::toMaps).orElseGet(() -> new PublishedMaps(List.of(), List.of()));
        }
    }

    static PublishedMaps toMaps(final Resources resources) {
        return new PublishedMaps(
            resources.nonnullNetworkMap().values().stream().map(MapReader::toNetwork)
                .sorted(Comparator.comparing(map -> map.tag().resourceId())).toList(),
            resources.nonnullCostMap().values().stream().map(MapReader::toCost)
                .sorted(Comparator.comparing(map -> map.tag().resourceId())).toList());
    }

    private static Network toNetwork(final NetworkMap map) {
        final var pids = new TreeMap<Pid, Collection<IpPrefix>>();
        map.nonnullPid().values().forEach(pid -> {
            final var prefixes = new ArrayList<IpPrefix>();
            // a PID may have no prefix, and then has no set of them either
            final var set = pid.getPrefix();
            if (set != null) {
                set.forEach(prefix -> prefixes.add(IpPrefix.parse(prefix.stringValue())));
            }
            pids.put(new Pid(pid.requireName().getValue()), prefixes);
        });
        return new Network(toTag(map), org.opendaylight.alto.core.map.NetworkMap.of(pids));
    }

    private static Cost toCost(final CostMap map) {
        final var costs = new TreeMap<Pid, Map<Pid, Double>>();
        map.nonnullSource().values().forEach(source -> {
            final var row = new TreeMap<Pid, Double>();
            source.nonnullDestination().values().forEach(destination -> row.put(
                new Pid(destination.requirePid().getValue()),
                destination.requireNumericalCost().getValue().decimalValue().doubleValue()));
            costs.put(new Pid(source.requirePid().getValue()), row);
        });
        final var type = map.nonnullCostType();
        return new Cost(toTag(map), new org.opendaylight.alto.core.map.CostMap(
            toTag(map.nonnullNetworkMap()),
            new CostType(new CostMetric(type.requireCostMetric().getValue()),
                new CostMode(type.requireCostMode().getValue())),
            org.opendaylight.alto.core.map.CostMap.sorted(costs)));
    }

    private static VersionTag toTag(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.VersionTag tag) {
        return new VersionTag(new ResourceId(tag.requireResourceId().getValue()), tag.requireTag().getValue());
    }
}
