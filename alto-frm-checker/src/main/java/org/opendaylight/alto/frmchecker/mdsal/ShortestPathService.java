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
import java.util.Optional;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.predict.ShortestPathPredictor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the {@link ShortestPathPredictor}. */
@Component
public final class ShortestPathService implements PathPredictor {
    private final ShortestPathPredictor predictor = new ShortestPathPredictor();

    @Activate
    public ShortestPathService() {
        // nothing to wire
    }

    @Override
    public String name() {
        return predictor.name();
    }

    @Override
    public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
            final Topology topology) {
        return predictor.predict(query, from, to, topology);
    }
}
