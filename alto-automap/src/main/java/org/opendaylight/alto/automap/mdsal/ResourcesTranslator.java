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
import java.util.Collection;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IetfInetUtil;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.Source;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.RowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.JsonObject;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.util.BindingMap;

/** Maps in the form of the YANG module {@code alto-resources}. */
final class ResourcesTranslator {
    /** What the maps say of who computes them. */
    static final String PUBLISHER = "auto-map";

    private ResourcesTranslator() {
    }

    static NetworkMap toNetworkMap(final Versioned<org.opendaylight.alto.core.map.NetworkMap> map) {
        return networkMapHead(map.vtag())
            .setPid(map.map().pids().entrySet().stream()
                .map(entry -> toPid(entry.getKey(), entry.getValue()))
                .collect(BindingMap.toMap()))
            .build();
    }

    /** All but the PIDs, to be merged. */
    static NetworkMap toNetworkMapHead(final Versioned<org.opendaylight.alto.core.map.NetworkMap> map) {
        return networkMapHead(map.vtag()).build();
    }

    private static NetworkMapBuilder networkMapHead(final VersionTag vtag) {
        return new NetworkMapBuilder()
            .setResourceId(toId(vtag.resourceId()))
            .setPublisher(PUBLISHER)
            .setTag(new Tag(vtag.tag()));
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.Pid toPid(
            final Pid pid, final EndpointAddrGroup group) {
        return new PidBuilder().setName(toName(pid)).setPrefix(toPrefixes(group)).build();
    }

    static CostMap toCostMap(final Versioned<org.opendaylight.alto.core.map.CostMap> map) {
        return costMapHead(map)
            .setSource(map.map().rows().entrySet().stream()
                .map(entry -> toSource(entry.getKey(), entry.getValue()))
                .collect(BindingMap.toMap()))
            .build();
    }

    /** All but the rows, to be merged. */
    static CostMap toCostMapHead(final Versioned<org.opendaylight.alto.core.map.CostMap> map) {
        return costMapHead(map).build();
    }

    private static CostMapBuilder costMapHead(final Versioned<org.opendaylight.alto.core.map.CostMap> versioned) {
        final var map = versioned.map();
        return new CostMapBuilder()
            .setResourceId(toId(versioned.vtag().resourceId()))
            .setPublisher(PUBLISHER)
            .setTag(new Tag(versioned.vtag().tag()))
            .setNetworkMap(toId(map.networkMap().resourceId()))
            .setNetworkMapTag(new Tag(map.networkMap().tag()))
            .setCostType(new CostTypeBuilder()
                .setCostMetric(new CostMetric(map.type().metric().value()))
                .setCostMode(new CostMode(map.type().mode().value()))
                .build());
    }

    static Source toSource(final Pid pid, final CostRow row) {
        return new SourceBuilder()
            .setPid(toName(pid))
            .setForm(new RowBuilder().setRow(new JsonObject(row.toString())).build())
            .build();
    }

    static Resources toDefault(final org.opendaylight.alto.core.map.ResourceId networkMap) {
        return new ResourcesBuilder().setDefaultNetworkMap(toId(networkMap)).build();
    }

    /** Collects the names of the maps that name us as their publisher. */
    static void published(final Resources resources,
            final Collection<org.opendaylight.alto.core.map.ResourceId> networkMaps,
            final Collection<org.opendaylight.alto.core.map.ResourceId> costMaps) {
        resources.nonnullNetworkMap().values().stream().filter(map -> PUBLISHER.equals(map.getPublisher()))
            .forEach(map -> networkMaps.add(toId(map.requireResourceId())));
        resources.nonnullCostMap().values().stream().filter(map -> PUBLISHER.equals(map.getPublisher()))
            .forEach(map -> costMaps.add(toId(map.requireResourceId())));
    }

    private static org.opendaylight.alto.core.map.ResourceId toId(final ResourceId id) {
        return new org.opendaylight.alto.core.map.ResourceId(id.getValue());
    }

    static ResourceId toId(final org.opendaylight.alto.core.map.ResourceId id) {
        return new ResourceId(id.value());
    }

    private static ImmutableSet<IpPrefix> toPrefixes(final EndpointAddrGroup group) {
        return group.prefixes().stream()
            .map(prefix -> {
                // not by text, which the generated classes would compare with patterns
                final var bytes = prefix.network().toBytes();
                return switch (prefix.family()) {
                    case IPV4 -> new IpPrefix(IetfInetUtil.ipv4PrefixFor(bytes, prefix.length()));
                    case IPV6 -> new IpPrefix(IetfInetUtil.ipv6PrefixFor(bytes, prefix.length()));
                };
            })
            .collect(ImmutableSet.toImmutableSet());
    }

    static PidName toName(final Pid pid) {
        return new PidName(pid.value());
    }
}
