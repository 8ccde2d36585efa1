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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.json.CostRowCodec;
import org.opendaylight.alto.northbound.operator.StoredMaps;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IetfInetUtil;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.Source;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.Destination;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.Row;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.RowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.JsonObject;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yangtools.binding.util.BindingMap;

/** From operator's maps to the datastore's form of them, and back as far as new maps must fit to stored ones. */
final class OperatorMapsTranslator {
    private OperatorMapsTranslator() {
    }

    /** Returns the datastore's form of a network map. */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap toEntry(
            final ResourceId id, final NetworkMap map) {
        return new NetworkMapBuilder()
            .setResourceId(toName(id))
            .setPid(map.pids().entrySet().stream()
                .map(entry -> new PidBuilder()
                    .setName(new PidName(entry.getKey().value()))
                    .setPrefix(toPrefixes(entry.getValue()))
                    .build())
                .collect(BindingMap.toMap()))
            .build();
    }

    /** Returns the datastore's form of a cost map, with a text for each row. */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap toEntry(
            final ResourceId id, final CostMap map) {
        return new CostMapBuilder()
            .setResourceId(toName(id))
            .setNetworkMap(toName(map.networkMap().resourceId()))
            .setCostType(new CostTypeBuilder()
                .setCostMetric(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric(
                    map.type().metric().value()))
                .setCostMode(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode(
                    map.type().mode().value()))
                .build())
            .setSource(map.rows().entrySet().stream()
                .map(entry -> toSource(entry.getKey(), entry.getValue()))
                .collect(BindingMap.toMap()))
            .build();
    }

    private static @Nullable Set<IpPrefix> toPrefixes(final EndpointAddrGroup group) {
        // the datastore has no empty leaf-list
        return group.size() == 0 ? null : group.prefixes().stream().map(OperatorMapsTranslator::toPrefix)
            .collect(Collectors.toUnmodifiableSet());
    }

    private static IpPrefix toPrefix(final org.opendaylight.alto.core.net.IpPrefix prefix) {
        final var bytes = prefix.network().toBytes();
        return switch (prefix.family()) {
            case IPV4 -> new IpPrefix(IetfInetUtil.ipv4PrefixFor(bytes, prefix.length()));
            case IPV6 -> new IpPrefix(IetfInetUtil.ipv6PrefixFor(bytes, prefix.length()));
        };
    }

    private static Source toSource(final Pid source, final CostRow row) {
        return new SourceBuilder()
            .setPid(new PidName(source.value()))
            .setForm(new RowBuilder().setRow(new JsonObject(CostRowCodec.format(row))).build())
            .build();
    }

    /** Returns the datastore's form of a resource id. */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId toName(final ResourceId id) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId(id.value());
    }

    private static ResourceId toId(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId name) {
        return new ResourceId(name.getValue());
    }

    /** Returns what is stored; nothing if the datastore is empty. */
    static StoredMaps toStoredMaps(final Optional<Resources> resources) {
        final var networkMaps = new HashMap<ResourceId, Set<Pid>>();
        final var costMaps = new HashMap<ResourceId, StoredMaps.Costs>();
        resources.ifPresent(stored -> {
            stored.nonnullNetworkMap().values().forEach(map -> networkMaps.put(toId(map.getResourceId()),
                map.nonnullPid().keySet().stream().map(key -> new Pid(key.getName().getValue()))
                    .collect(Collectors.toUnmodifiableSet())));
            stored.nonnullCostMap().values().forEach(map -> costMaps.put(toId(map.getResourceId()),
                new StoredMaps.Costs(toId(map.requireNetworkMap()), costType(map), () -> pidsOf(map))));
        });
        return new StoredMaps(networkMaps, costMaps);
    }

    private static Optional<CostType> costType(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap map) {
        final var type = map.getCostType();
        try {
            return type == null ? Optional.empty() : Optional.of(new CostType(
                new CostMetric(type.requireCostMetric().getValue()), new CostMode(type.requireCostMode().getValue())));
        } catch (IllegalArgumentException e) {
            // a word that the model allows and RFC 7285 does not; no file has this cost type
            return Optional.empty();
        }
    }

    private static Set<Pid> pidsOf(
            final org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap map) {
        final var pids = new HashMap<String, Pid>();
        map.nonnullSource().values().forEach(source -> {
            final var name = source.getPid().getValue();
            pids.computeIfAbsent(name, Pid::new);
            switch (source.getForm()) {
                case Row row -> CostRowCodec.parse(name, row.requireRow().getValue(),
                    destination -> pids.computeIfAbsent(destination, Pid::new));
                case Destination list -> list.nonnullDestination().keySet().forEach(
                    key -> pids.computeIfAbsent(key.getPid().getValue(), Pid::new));
                case null, default -> {
                    // a source without costs
                }
            }
        });
        return new HashSet<>(pids.values());
    }
}
