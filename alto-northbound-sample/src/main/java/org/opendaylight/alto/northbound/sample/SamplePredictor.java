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

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.topology.Topology;
import org.osgi.service.component.annotations.Component;

/** Expects packets between two ports of one switch to pass just that switch, and knows nothing of others. */
@Component
public final class SamplePredictor implements PathPredictor {
    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
            final Topology topology) {
        return from.switchId().equals(to.switchId()) && !from.equals(to)
            ? Optional.of(List.of(new Hop(from.switchId(), from.port(), OptionalLong.of(to.port()), List.of(),
                List.of())))
            : Optional.empty();
    }
}
