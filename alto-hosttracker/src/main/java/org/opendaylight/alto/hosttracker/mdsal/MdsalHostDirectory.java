/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.HostListener;
import org.opendaylight.alto.core.service.Listeners;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.hosttracker.table.HostReplica;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.Hosts;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.Host;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hosts as they stand in the operational datastore, on every cluster member, whichever member learns them.
 *
 * <p>The datastore calls from one thread at a time; readers come from any.
 */
@Component(service = HostDirectory.class)
public final class MdsalHostDirectory implements HostDirectory, DataTreeChangeListener<Host>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MdsalHostDirectory.class);

    private final Listeners<HostListener> listeners = new Listeners<>();
    /** Touched only by the datastore's calls. */
    private final HostReplica replica = new HostReplica();
    private final org.opendaylight.yangtools.concepts.Registration reg;

    private volatile HostTable hosts = HostTable.EMPTY;

    /**
     * Starts to follow the datastore.
     *
     * @param broker the datastore
     */
    @Activate
    public MdsalHostDirectory(@Reference final DataBroker broker) {
        reg = broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectReference.builder(Hosts.class).child(Host.class).build(), this);
    }

    @Override
    public HostTable hosts() {
        return hosts;
    }

    @Override
    public Registration onChange(final HostListener listener) {
        return listeners.add(listener);
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<Host>> changes) {
        final var news = new HashMap<org.opendaylight.alto.core.host.Host.Key,
            Optional<org.opendaylight.alto.core.host.Host>>();
        for (var change : changes) {
            final var key = change.path().getFirstKeyOf(Host.class);
            // the state after it is all that counts, so that the kind of modification does not matter
            final var after = change.getRootNode().dataAfter();
            final var host = after == null ? Optional.<org.opendaylight.alto.core.host.Host>empty()
                : HostTranslator.fromData(after);
            if (after != null && host.isEmpty()) {
                LOG.warn("Host {} in alto-hosts:hosts cannot be understood and is left out", key);
            }
            news.put(HostTranslator.key(key.getMac(), key.getVlan()), host);
        }
        final var differences = replica.update(news);
        if (!differences.isEmpty()) {
            final var next = replica.table();
            hosts = next;
            LOG.debug("{} hosts, {} changes", next.size(), differences.size());
            listeners.forEach(listener -> listener.hostsChanged(next, differences));
        }
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}
