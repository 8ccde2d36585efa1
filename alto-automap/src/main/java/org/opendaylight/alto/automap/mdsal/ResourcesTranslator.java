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
import org.opendaylight.alto.automap.before.MapSet;
import org.opendaylight.alto.automap.before.MapSet.TaggedCostMap;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.CostTypeBuilder;
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

    static NetworkMap toNetworkMap(final MapSet maps) {
        return new NetworkMapBuilder()
            .setResourceId(toId(maps.networkMapTag().resourceId()))
            .setPublisher(PUBLISHER)
            .setTag(new Tag(maps.networkMapTag().tag()))
            .setPid(maps.networkMap().pids().entrySet().stream()
                .map(entry -> new PidBuilder()
                    .setName(toName(entry.getKey()))
                    .setPrefix(toPrefixes(entry.getValue()))
                    .build())
                .collect(BindingMap.toMap()))
            .build();
    }

    static CostMap toCostMap(final org.opendaylight.alto.core.map.ResourceId id, final TaggedCostMap tagged) {
        final var map = tagged.map();
        return new CostMapBuilder()
            .setResourceId(toId(id))
            .setPublisher(PUBLISHER)
            .setTag(new Tag(tagged.tag()))
            .setNetworkMap(toId(map.networkMap().resourceId()))
            .setNetworkMapTag(new Tag(map.networkMap().tag()))
            .setCostType(new CostTypeBuilder()
                .setCostMetric(new CostMetric(map.type().metric().value()))
                .setCostMode(new CostMode(map.type().mode().value()))
                .build())
            .setSource(map.rows().entrySet().stream()
                .map(entry -> new SourceBuilder()
                    .setPid(toName(entry.getKey()))
                    .setForm(new RowBuilder().setRow(new JsonObject(entry.getValue().toString())).build())
                    .build())
                .collect(BindingMap.toMap()))
            .build();
    }

    static ResourceId toId(final org.opendaylight.alto.core.map.ResourceId id) {
        return new ResourceId(id.value());
    }

    private static ImmutableSet<IpPrefix> toPrefixes(final EndpointAddrGroup group) {
        return group.prefixes().stream()
            .map(prefix -> switch (prefix.family()) {
                case IPV4 -> new IpPrefix(new Ipv4Prefix(prefix.toString()));
                case IPV6 -> new IpPrefix(new Ipv6Prefix(prefix.toString()));
            })
            .collect(ImmutableSet.toImmutableSet());
    }

    private static PidName toName(final Pid pid) {
        return new PidName(pid.value());
    }
}
