/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.opendaylight.alto.automap.compute.MapSet;
import org.opendaylight.alto.automap.compute.MapSet.TaggedCostMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.source.Destination;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.source.DestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.source.DestinationKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.NumericalCost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;

/** Maps in the form of the YANG module {@code alto-resources}. */
final class ResourcesTranslator {
    private static final int FRACTION_DIGITS = 6;

    private ResourcesTranslator() {
    }

    static Resources toResources(final MapSet maps) {
        return new ResourcesBuilder()
            .setDefaultNetworkMap(new ResourceId(maps.networkMapTag().resourceId().value()))
            .setNetworkMap(BindingMap.of(toNetworkMap(maps)))
            .setCostMap(maps.costMaps().entrySet().stream()
                .map(entry -> toCostMap(entry.getKey().value(), entry.getValue()))
                .collect(BindingMap.toMap()))
            .build();
    }

    private static NetworkMap toNetworkMap(final MapSet maps) {
        return new NetworkMapBuilder()
            .setResourceId(new ResourceId(maps.networkMapTag().resourceId().value()))
            .setTag(new Tag(maps.networkMapTag().tag()))
            .setPid(maps.networkMap().pids().entrySet().stream()
                .map(entry -> new PidBuilder()
                    .setName(toName(entry.getKey()))
                    .setPrefix(toPrefixes(entry.getValue()))
                    .build())
                .collect(BindingMap.toMap()))
            .build();
    }

    private static ImmutableSet<IpPrefix> toPrefixes(
            final Collection<org.opendaylight.alto.core.net.IpPrefix> prefixes) {
        return prefixes.stream()
            .map(prefix -> switch (prefix.family()) {
                case IPV4 -> new IpPrefix(new Ipv4Prefix(prefix.toString()));
                case IPV6 -> new IpPrefix(new Ipv6Prefix(prefix.toString()));
            })
            .collect(ImmutableSet.toImmutableSet());
    }

    private static CostMap toCostMap(final String resourceId, final TaggedCostMap tagged) {
        final var map = tagged.map();
        return new CostMapBuilder()
            .setResourceId(new ResourceId(resourceId))
            .setTag(new Tag(tagged.tag()))
            .setNetworkMap(
                new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map
                    .NetworkMapBuilder()
                    .setResourceId(new ResourceId(map.networkMap().resourceId().value()))
                    .setTag(new Tag(map.networkMap().tag()))
                    .build())
            .setCostType(new CostTypeBuilder()
                .setCostMetric(new CostMetric(map.type().metric().value()))
                .setCostMode(new CostMode(map.type().mode().value()))
                .build())
            .setSource(map.costs().entrySet().stream()
                .map(row -> new SourceBuilder()
                    .setPid(toName(row.getKey()))
                    .setDestination(toDestinations(row.getValue()))
                    .build())
                .collect(BindingMap.toMap()))
            .build();
    }

    private static Map<DestinationKey, Destination> toDestinations(final SortedMap<Pid, Double> row) {
        return row.entrySet().stream()
            .map(entry -> new DestinationBuilder()
                .setPid(toName(entry.getKey()))
                .setNumericalCost(toCost(entry.getValue()))
                .build())
            .collect(BindingMap.toMap());
    }

    private static PidName toName(final Pid pid) {
        return new PidName(pid.value());
    }

    private static NumericalCost toCost(final double cost) {
        // through the shortest decimal that denotes the number, which has no more digits than this anyway
        final var decimal = BigDecimal.valueOf(cost).setScale(FRACTION_DIGITS, RoundingMode.HALF_UP);
        return new NumericalCost(Decimal64.valueOf(decimal).scaleTo(FRACTION_DIGITS));
    }
}
