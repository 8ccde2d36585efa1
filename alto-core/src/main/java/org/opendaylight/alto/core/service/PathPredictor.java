/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.topology.Topology;

/**
 * Expects where packets will go for which a switch has no rule yet, because an application installs rules only when
 * packets come. Any bundle may publish one as an OSGi service; an operator says in which order they are asked.
 */
public interface PathPredictor {
    /**
     * Returns the name by which operators and answers call this predictor.
     *
     * @return 1 to 64 letters, digits, {@code -} and {@code _}, neither {@code intended} nor {@code none};
     *     always the same
     */
    String name();

    /**
     * Expects the way of packets from where a switch has no answer. Called from any thread, also several at once;
     * answers in much less than a millisecond.
     *
     * @param query which packets
     * @param from the port by which they come into the switch that has no answer
     * @param to the port of the destination host
     * @param topology the network, at the moment for which the whole answer is
     * @return the switches passed, the one of {@code from} first and the one of {@code to} last, without rules; empty
     *     if nothing is expected
     */
    Optional<List<Hop>> predict(PathQuery query, SwitchPort from, SwitchPort to, Topology topology);
}
