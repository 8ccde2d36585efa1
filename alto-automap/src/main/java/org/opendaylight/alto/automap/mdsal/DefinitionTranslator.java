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
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.json.Defaults;
import org.opendaylight.alto.automap.json.FoldNames;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.GroupMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.RandomSampling;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.RandomSamplingBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.Algorithm;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByComponentBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByHierarchicalBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByKCentreBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByNearestBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByPrefixBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.BySwitchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByVlanBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by._switch.SwitchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.component.ComponentBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.hierarchical.HierarchicalBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.k.centre.KCentreBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.nearest.NearestBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.nearest.nearest.AnchorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.prefix.PrefixBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.prefix.prefix.GroupBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.vlan.VlanBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.SwitchId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Definitions in the form of the YANG module {@code alto-automap}: what {@link SpecsTranslator} understands. */
final class DefinitionTranslator {
    private static final int STEP_DIGITS = 6;

    private DefinitionTranslator() {
    }

    static NetworkMap toData(final NetworkMapSpec spec) {
        return new NetworkMapBuilder()
            .setResourceId(AutoMapPaths.toId(spec.id()))
            .setAlgorithm(toAlgorithm(spec.grouping()))
            .build();
    }

    static CostMap toData(final CostMapSpec spec) {
        return new CostMapBuilder()
            .setResourceId(AutoMapPaths.toId(spec.id()))
            .setNetworkMap(AutoMapPaths.toId(spec.networkMap()))
            .setCostType(new CostTypeBuilder()
                .setCostMetric(toMetric(spec.type().metric()))
                .setCostMode(new CostMode(spec.type().mode().value()))
                .build())
            .setGroupMetric(new GroupMetric(FoldNames.nameOf(spec.fold())))
            .setRandomSampling(toSampling(spec.pairs()))
            .setRenewalStep(toStep(spec))
            .build();
    }

    private static Algorithm toAlgorithm(final Grouping grouping) {
        return switch (grouping) {
            case Grouping.BySwitch all -> new BySwitchBuilder().setSwitch(new SwitchBuilder().build()).build();
            case Grouping.ByComponent all ->
                new ByComponentBuilder().setComponent(new ComponentBuilder().build()).build();
            case Grouping.ByVlan all -> new ByVlanBuilder().setVlan(new VlanBuilder().build()).build();
            case Grouping.Nearest nearest -> new ByNearestBuilder().setNearest(new NearestBuilder()
                .setMetric(toMetric(nearest.metric()))
                .setAnchor(nearest.anchors().entrySet().stream()
                    .map(entry -> new AnchorBuilder()
                        .setPid(toName(entry.getKey()))
                        .setSwitch(entry.getValue().stream().map(id -> new SwitchId(id.toString()))
                            .collect(ImmutableSet.toImmutableSet()))
                        .build())
                    .collect(BindingMap.toMap()))
                .build()).build();
            case Grouping.ByPrefix prefix -> new ByPrefixBuilder().setPrefix(new PrefixBuilder()
                .setGroup(prefix.prefixes().entrySet().stream()
                    .map(entry -> new GroupBuilder()
                        .setPid(toName(entry.getKey()))
                        .setPrefix(entry.getValue().stream().map(DefinitionTranslator::toPrefix)
                            .collect(ImmutableSet.toImmutableSet()))
                        .build())
                    .collect(BindingMap.toMap()))
                .build()).build();
            case Grouping.KCentre centre -> new ByKCentreBuilder().setKCentre(new KCentreBuilder()
                .setMetric(toMetric(centre.metric())).setCount(Uint32.valueOf(centre.count())).build()).build();
            case Grouping.Hierarchical cluster -> new ByHierarchicalBuilder().setHierarchical(new HierarchicalBuilder()
                .setMetric(toMetric(cluster.metric())).setCount(Uint32.valueOf(cluster.count())).build()).build();
        };
    }

    private static org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix toPrefix(
            final IpPrefix prefix) {
        return switch (prefix.family()) {
            case IPV4 -> new org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715
                .IpPrefix(new Ipv4Prefix(prefix.toString()));
            case IPV6 -> new org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715
                .IpPrefix(new Ipv6Prefix(prefix.toString()));
        };
    }

    private static PidName toName(final Pid pid) {
        return new PidName(pid.value());
    }

    private static CostMetric toMetric(final org.opendaylight.alto.core.map.CostMetric metric) {
        return new CostMetric(metric.value());
    }

    private static @Nullable RandomSampling toSampling(final HostPairs pairs) {
        return switch (pairs) {
            case HostPairs.All all -> null;
            case HostPairs.Sample sample -> new RandomSamplingBuilder()
                .setCount(Uint32.valueOf(sample.count())).setSeed(sample.seed()).build();
        };
    }

    private static @Nullable Decimal64 toStep(final CostMapSpec spec) {
        return Double.compare(spec.stepPercent(), Defaults.stepPercent(spec.type().metric())) == 0 ? null
            : Decimal64.valueOf(BigDecimal.valueOf(spec.stepPercent()).setScale(STEP_DIGITS));
    }
}
