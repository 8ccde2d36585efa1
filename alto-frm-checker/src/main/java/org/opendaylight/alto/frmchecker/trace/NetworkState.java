/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import java.time.Instant;
import java.util.Map;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;

/**
 * All that decides where packets go, at one moment. Immutable.
 *
 * @param topology switches, ports that are up, and links
 * @param pipelines the pipeline of each switch of which it is known
 * @param asOf when the newest part came in
 */
public record NetworkState(Topology topology, Map<SwitchId, SwitchPipeline> pipelines, Instant asOf) {
    /** No switch is connected. */
    public static final NetworkState EMPTY = new NetworkState(Topology.EMPTY, Map.of(), Instant.EPOCH);

    public NetworkState {
        pipelines = Map.copyOf(pipelines);
    }
}
