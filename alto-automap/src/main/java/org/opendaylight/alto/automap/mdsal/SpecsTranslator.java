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

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.json.Defaults;
import org.opendaylight.alto.automap.json.DefinitionReader;
import org.opendaylight.alto.automap.json.FoldNames;
import org.opendaylight.alto.automap.json.GroupingReader;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.Distance;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.NumberOfGroups;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.RandomSampling;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.Algorithm;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByComponent;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByHierarchical;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByKCentre;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByNearest;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByPrefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.BySwitch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.ByVlan;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.nearest.Nearest;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.nearest.nearest.Anchor;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.prefix.Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.network.map.algorithm.by.prefix.prefix.Group;

/**
 * Definitions out of the form of the YANG module {@code alto-automap}. What the module cannot say of them is checked
 * here; a mistake is an {@link InvalidMapException} at the place in the list entry.
 */
final class SpecsTranslator {
    private SpecsTranslator() {
    }

    static NetworkMapSpec toSpec(final NetworkMap data) {
        return new NetworkMapSpec(new ResourceId(data.requireResourceId().getValue()),
            grouping(required("algorithm", data.getAlgorithm())));
    }

    static CostMapSpec toSpec(final CostMap data) {
        final var id = new ResourceId(data.requireResourceId().getValue());
        final var networkMap = new ResourceId(required("network-map", data.getNetworkMap()).getValue());
        if (networkMap.equals(id)) {
            throw new InvalidMapException("network-map",
                "this is the name of the cost map itself; expected that of a network map");
        }
        final var type = required("cost-type", data.getCostType());
        final var metricName = required("cost-type/cost-metric", type.getCostMetric()).getValue();
        final var metric = at("cost-type/cost-metric", () -> new CostMetric(metricName));
        final var modeName = required("cost-type/cost-mode", type.getCostMode()).getValue();
        final var mode = at("cost-type/cost-mode", () -> DefinitionReader.mode(modeName));
        final var fold = Optional.ofNullable(data.getGroupMetric())
            .map(word -> at("group-metric", () -> FoldNames.parse(word.getValue())))
            .orElseGet(Fold.Mean::new);
        final double step = Optional.ofNullable(data.getRenewalStep())
            .map(percent -> percent.decimalValue().doubleValue())
            .orElseGet(() -> Defaults.stepPercent(metric));
        return new CostMapSpec(id, networkMap, new CostType(metric, mode), fold, pairs(data.getRandomSampling()), step);
    }

    private static Grouping grouping(final Algorithm algorithm) {
        return switch (algorithm) {
            case BySwitch all -> new Grouping.BySwitch();
            case ByComponent all -> new Grouping.ByComponent();
            case ByVlan all -> new Grouping.ByVlan();
            case ByNearest nearest -> nearest(required("nearest", nearest.getNearest()));
            case ByPrefix prefix -> prefix(required("prefix", prefix.getPrefix()));
            case ByKCentre centre -> new Grouping.KCentre(metric("k-centre", centre.getKCentre()),
                count("k-centre", centre.getKCentre()));
            case ByHierarchical cluster -> new Grouping.Hierarchical(
                metric("hierarchical", cluster.getHierarchical()), count("hierarchical", cluster.getHierarchical()));
            default -> throw new InvalidMapException("algorithm", "it is not known to this server");
        };
    }

    private static Grouping nearest(final Nearest data) {
        final var anchors = new TreeMap<Pid, SortedSet<SwitchId>>();
        for (var anchor : data.nonnullAnchor().values()) {
            final var place = "nearest/anchor=" + anchor.requirePid().getValue() + "/switch";
            anchors.put(pid(place, anchor), members(place, anchor.getSwitch(),
                id -> SwitchId.parse(id.getValue())));
        }
        requireGroups("nearest/anchor", anchors);
        return new Grouping.Nearest(metric("nearest", data), anchors);
    }

    private static Grouping prefix(final Prefix data) {
        final var prefixes = new TreeMap<Pid, SortedSet<IpPrefix>>();
        for (var group : data.nonnullGroup().values()) {
            final var place = "prefix/group=" + group.requirePid().getValue() + "/prefix";
            prefixes.put(pid(place, group), members(place, group.getPrefix(),
                prefix -> GroupingReader.prefix(prefix.stringValue())));
        }
        requireGroups("prefix/group", prefixes);
        return new Grouping.ByPrefix(prefixes);
    }

    private static Pid pid(final String place, final Anchor anchor) {
        return at(place, () -> new Pid(anchor.requirePid().getValue()));
    }

    private static Pid pid(final String place, final Group group) {
        return at(place, () -> new Pid(group.requirePid().getValue()));
    }

    private static <S, T extends Comparable<T>> SortedSet<T> members(final String place, final @Nullable Set<S> data,
            final Function<S, T> translation) {
        if (data == null || data.isEmpty()) {
            throw new InvalidMapException(place, "it is missing; expected at least one");
        }
        final var members = new TreeSet<T>(Comparator.naturalOrder());
        for (var one : data) {
            final var member = at(place, () -> translation.apply(one));
            if (!members.add(member)) {
                throw new InvalidMapException(place, member + " is there twice");
            }
        }
        return members;
    }

    private static <T> void requireGroups(final String place, final SortedMap<Pid, SortedSet<T>> groups) {
        if (groups.isEmpty()) {
            throw new InvalidMapException(place, "it is missing; expected at least one PID and its members");
        }
        at(place, () -> {
            GroupingReader.requireDisjoint(groups);
            return groups;
        });
    }

    private static CostMetric metric(final String place, final @Nullable Distance data) {
        final var metric = data == null ? null : data.getMetric();
        return metric == null ? Defaults.DISTANCE : at(place + "/metric", () -> new CostMetric(metric.getValue()));
    }

    private static int count(final String place, final @Nullable NumberOfGroups data) {
        return required(place + "/count", data == null ? null : data.getCount()).intValue();
    }

    private static HostPairs pairs(final @Nullable RandomSampling data) {
        if (data == null) {
            return new HostPairs.All();
        }
        final Long seed = data.getSeed();
        return new HostPairs.Sample(required("random-sampling/count", data.getCount()).intValue(),
            seed == null ? 0 : seed);
    }

    private static <T> T required(final String place, final @Nullable T value) {
        if (value == null) {
            throw new InvalidMapException(place, "it is missing");
        }
        return value;
    }

    private static <T> T at(final String place, final Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw fault(place, e);
        }
    }

    private static InvalidMapException fault(final String place, final IllegalArgumentException cause) {
        final var fault = new InvalidMapException(place, cause.getMessage());
        fault.initCause(cause);
        return fault;
    }
}
