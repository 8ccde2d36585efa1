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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.automap.spec.RandomDefinitions;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.GroupMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.RandomSamplingBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.Algorithm;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByKCentreBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByNearestBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByPrefixBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.k.centre.KCentreBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.nearest.NearestBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.nearest.nearest.AnchorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.prefix.PrefixBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.prefix.prefix.GroupBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.SwitchId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.common.Uint32;

class SpecsTranslatorTest {
    private static MapDefinition thereAndBack(final MapDefinition definition) {
        return switch (definition) {
            case MapDefinition.OfNetworkMap network -> new MapDefinition.OfNetworkMap(
                SpecsTranslator.toSpec(DefinitionTranslator.toData(network.spec())));
            case MapDefinition.OfCostMap costs -> new MapDefinition.OfCostMap(
                SpecsTranslator.toSpec(DefinitionTranslator.toData(costs.spec())));
        };
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (long seed = 0; seed < 500; seed++) {
            final var definition = new RandomDefinitions(seed).next();
            assertEquals(definition, thereAndBack(definition), "seed " + seed);
        }
    }

    private static Grouping grouping(final Algorithm algorithm) {
        return SpecsTranslator.toSpec(new NetworkMapBuilder()
            .setResourceId(new ResourceId("n")).setAlgorithm(algorithm).build()).grouping();
    }

    /** Anchors such as {@code p 1 2}, a PID and its switches. */
    private static Algorithm nearest(final String... anchors) {
        return new ByNearestBuilder().setNearest(new NearestBuilder()
            .setAnchor(Arrays.stream(anchors).map(anchor -> anchor.split(" "))
                .map(words -> new AnchorBuilder().setPid(new PidName(words[0]))
                    .setSwitch(Arrays.stream(words).skip(1).map(id -> new SwitchId("openflow:" + id))
                        .collect(Collectors.toSet()))
                    .build())
                .collect(BindingMap.toOrderedMap()))
            .build()).build();
    }

    private static Algorithm prefixes(final String... groups) {
        return new ByPrefixBuilder().setPrefix(new PrefixBuilder()
            .setGroup(Arrays.stream(groups).map(group -> group.split(" "))
                .map(words -> new GroupBuilder().setPid(new PidName(words[0]))
                    .setPrefix(Set.of(new IpPrefix(new Ipv4Prefix(words[1])))).build())
                .collect(BindingMap.toOrderedMap()))
            .build()).build();
    }

    private static CostMapBuilder costs() {
        return new CostMapBuilder().setResourceId(new ResourceId("c")).setNetworkMap(new ResourceId("n"))
            .setCostType(type("delay-ow", "numerical").build());
    }

    private static CostTypeBuilder type(final String metric, final String mode) {
        return new CostTypeBuilder()
            .setCostMetric(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric(metric))
            .setCostMode(new CostMode(mode));
    }

    private static void assertMistake(final String message, final Algorithm algorithm) {
        assertEquals(message, assertThrows(InvalidMapException.class, () -> grouping(algorithm)).getMessage());
    }

    private static void assertMistake(final String message, final CostMapBuilder costs) {
        assertEquals(message,
            assertThrows(InvalidMapException.class, () -> SpecsTranslator.toSpec(costs.build())).getMessage());
    }

    @Test
    void whatIsNotSaidIsTheDefault() {
        assertEquals(CostMetric.HOPCOUNT, ((Grouping.Nearest) grouping(nearest("p 1"))).metric());
        final var spec = SpecsTranslator.toSpec(costs().build());
        assertEquals(new Fold.Mean(), spec.fold());
        assertEquals(new HostPairs.All(), spec.pairs());
        assertEquals(5, spec.stepPercent());
        assertEquals(0, SpecsTranslator.toSpec(costs().setCostType(type("hopcount", "numerical").build()).build())
            .stepPercent());
        assertEquals(0.5, SpecsTranslator.toSpec(costs().setRenewalStep(Decimal64.valueOf("0.500000")).build())
            .stepPercent());
        assertEquals(new HostPairs.Sample(3, 0), SpecsTranslator.toSpec(costs().setRandomSampling(
            new RandomSamplingBuilder().setCount(Uint32.valueOf(3)).build()).build()).pairs());
    }

    @Test
    void mistakesNameTheirPlace() {
        assertEquals("algorithm: it is missing", assertThrows(InvalidMapException.class, () -> SpecsTranslator.toSpec(
            new NetworkMapBuilder().setResourceId(new ResourceId("n")).build())).getMessage());
        assertMistake("nearest: it is missing", new ByNearestBuilder().build());
        assertMistake("nearest/anchor: it is missing; expected at least one PID and its members", nearest());
        assertMistake("nearest/anchor=p/switch: it is missing; expected at least one", nearest("p"));
        assertMistake("nearest/anchor: PID q: openflow:1 is in PID p already; it can be in one only",
            nearest("p 1", "q 2 1"));
        assertMistake("nearest/anchor=p/switch: openflow:1 is there twice", nearest("p 1 01"));
        assertMistake("nearest/anchor=p/switch: 'openflow:18446744073709551616' is not a switch; expected openflow: "
            + "and a datapath id in decimal, like openflow:1", nearest("p 18446744073709551616"));
        assertMistake("prefix: it is missing", new ByPrefixBuilder().build());
        assertMistake("prefix/group: it is missing; expected at least one PID and its members", prefixes());
        assertMistake("prefix/group=p/prefix: 10.0.0.1/8 has host bits set; the prefix is 10.0.0.0/8",
            prefixes("p 10.0.0.1/8"));
        assertMistake("prefix/group: PID q: 10.0.0.0/8 is in PID p already; it can be in one only",
            prefixes("p 10.0.0.0/8", "q 10.0.0.0/8"));
        assertMistake("k-centre/count: it is missing", new ByKCentreBuilder().build());
        assertMistake("k-centre/count: it is missing",
            new ByKCentreBuilder().setKCentre(new KCentreBuilder().build()).build());
        assertMistake("network-map: it is missing", costs().setNetworkMap(null));
        assertMistake("network-map: this is the name of the cost map itself; expected that of a network map",
            costs().setNetworkMap(new ResourceId("c")));
        assertMistake("cost-type: it is missing", costs().setCostType(null));
        assertMistake("cost-type/cost-metric: it is missing",
            costs().setCostType(type("x", "numerical").setCostMetric(null).build()));
        assertMistake("cost-type/cost-metric: Cost metric 'priv:' is not 1 to 32 characters out of letters, digits, "
            + "'-', ':' and '_', with more than 'priv:'", costs().setCostType(type("priv:", "numerical").build()));
        assertMistake("cost-type/cost-mode: 'ordinal' is not a mode in which costs can be computed; expected numerical",
            costs().setCostType(type("x", "ordinal").build()));
        assertMistake("group-metric: '101-percentile' is not avg, median, min, max, or a number more than 0 and at "
            + "most 100 and -percentile, like 95-percentile",
            costs().setGroupMetric(new GroupMetric("101-percentile")));
        assertMistake("random-sampling/count: it is missing",
            costs().setRandomSampling(new RandomSamplingBuilder().build()));
    }
}
