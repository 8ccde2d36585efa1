/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import java.util.List;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PathService;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps {@link PathSettings} equal to the configuration datastore. May be used from any thread. */
@Component(service = PathSettingsReader.class)
public final class PathSettingsReader implements DataTreeChangeListener<PathService>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PathSettingsReader.class);

    private final ChangeListeners listeners = new ChangeListeners();
    private final Registration reg;

    private volatile PathSettings settings = PathSettings.DEFAULT;

    @Activate
    public PathSettingsReader(@Reference final DataBroker broker) {
        reg = broker.registerTreeChangeListener(LogicalDatastoreType.CONFIGURATION,
            DataObjectReference.builder(PathService.class).build(), this);
    }

    PathSettings settings() {
        return settings;
    }

    /** Where to be told of changes, on the datastore's thread. */
    ChangeListeners listeners() {
        return listeners;
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<PathService>> changes) {
        final var after = PathSettings.of(changes.getLast().getRootNode().dataAfter());
        if (!after.equals(settings)) {
            settings = after;
            LOG.info("Paths: {}", after);
            listeners.fire();
        }
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}
