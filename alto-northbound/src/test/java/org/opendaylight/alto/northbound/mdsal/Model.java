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

import java.util.Arrays;
import java.util.stream.Collectors;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.cost.value.value.NumericalCostBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.Directory;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.DirectoryBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.Source;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.RowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.destination.DestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.Pid;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.JsonObject;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.NumericalCost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;

/** Short ways to write the module {@code alto-resources}. */
final class Model {
    static final DataObjectIdentifier<Resources> RESOURCES = DataObjectIdentifier.builder(Resources.class).build();

    private Model() {
    }

    static IpPrefix prefix(final String text) {
        return text.indexOf(':') < 0 ? new IpPrefix(new Ipv4Prefix(text)) : new IpPrefix(new Ipv6Prefix(text));
    }

    static Directory directory(final String id, final String uri) {
        return new DirectoryBuilder().setResourceId(new ResourceId(id)).setUri(new Uri(uri)).build();
    }

    static Pid pid(final String name, final String... prefixes) {
        return new PidBuilder().setName(new PidName(name))
            .setPrefix(Arrays.stream(prefixes).map(Model::prefix).collect(Collectors.toSet())).build();
    }

    static NetworkMap networkMap(final String id, final Pid... pids) {
        return new NetworkMapBuilder().setResourceId(new ResourceId(id)).setPid(BindingMap.of(pids)).build();
    }

    static Source row(final String pid, final String json) {
        return new SourceBuilder().setPid(new PidName(pid))
            .setForm(new RowBuilder().setRow(new JsonObject(json)).build()).build();
    }

    /** The other form of a row, with one cost. */
    static Source entries(final String pid, final String destination, final String cost) {
        final var entry = new DestinationBuilder().setPid(new PidName(destination))
            .setValue(new NumericalCostBuilder()
                .setNumericalCost(new NumericalCost(Decimal64.valueOf(cost).scaleTo(6))).build())
            .build();
        return new SourceBuilder().setPid(new PidName(pid))
            .setForm(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map
                .source.form.DestinationBuilder().setDestination(BindingMap.of(entry)).build())
            .build();
    }

    static CostMapBuilder costs(final String id, final String networkMap, final String mode, final Source... rows) {
        return new CostMapBuilder().setResourceId(new ResourceId(id)).setNetworkMap(new ResourceId(networkMap))
            .setCostType(new CostTypeBuilder().setCostMetric(new CostMetric("routingcost"))
                .setCostMode(new CostMode(mode)).build())
            .setSource(BindingMap.of(rows));
    }

    static CostMap costMap(final String id, final String networkMap, final Source... rows) {
        return costs(id, networkMap, "numerical", rows).build();
    }

    static CostMap computedCostMap(final String id, final String networkMap, final String tag, final Source... rows) {
        return costs(id, networkMap, "numerical", rows).setNetworkMapTag(new Tag(tag)).build();
    }
}
