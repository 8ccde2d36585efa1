/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.sample;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a network map with one PID for as long as the bundle is there. */
@Component(service = { })
public final class SampleMapWriter implements FutureCallback<CommitInfo> {
    private static final Logger LOG = LoggerFactory.getLogger(SampleMapWriter.class);
    private static final NetworkMapKey KEY = new NetworkMapKey(new ResourceId("sample-network-map"));
    private static final DataObjectIdentifier<NetworkMap> PATH =
        DataObjectIdentifier.builder(Resources.class).child(NetworkMap.class, KEY).build();
    private static final String PID = "everywhere";

    private final DataBroker broker;

    /**
     * Writes the map.
     *
     * @param broker the datastore
     */
    @Activate
    public SampleMapWriter(@Reference final DataBroker broker) {
        this.broker = broker;
        final var content = org.opendaylight.alto.core.map.NetworkMap.of(
            Map.of(new org.opendaylight.alto.core.map.Pid(PID), List.of(IpPrefix.ALL_IPV4)));
        final var tx = broker.newWriteOnlyTransaction();
        tx.mergeParentStructurePut(LogicalDatastoreType.OPERATIONAL, PATH, new NetworkMapBuilder().withKey(KEY)
            .setPublisher("sample").setTag(new Tag(ContentTag.of(content)))
            .setPid(BindingMap.of(new PidBuilder().setName(new PidName(PID)).setPrefix(Set.of(
                new org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix(
                    new Ipv4Prefix(IpPrefix.ALL_IPV4.toString())))).build()))
            .build());
        commit(tx);
    }

    /** Removes the map. */
    @Deactivate
    void remove() {
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, PATH);
        commit(tx);
    }

    private void commit(final WriteTransaction tx) {
        tx.commit().addCallback(this, MoreExecutors.directExecutor());
    }

    @Override
    public void onSuccess(final CommitInfo result) {
        LOG.debug("{} is written", PATH);
    }

    @Override
    public void onFailure(final Throwable cause) {
        LOG.warn("{} cannot be written", PATH, cause);
    }
}
