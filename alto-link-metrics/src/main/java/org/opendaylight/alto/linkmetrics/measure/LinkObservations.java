/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.measure;

import org.opendaylight.alto.core.net.SwitchPort;

/**
 * What is observed on one link, in one direction. Not for several threads.
 *
 * @param to the port that receives
 * @param delays one-way delays in microseconds
 * @param roundTrips delays of both directions in microseconds
 * @param arrivals 1 for each probe that came, 0 for each that was lost
 * @param losses percent, each over some time up to a window
 */
record LinkObservations(SwitchPort to, Observations delays, Observations roundTrips, Observations arrivals,
        Observations losses) {
    LinkObservations(final SwitchPort to) {
        this(to, new Observations(), new Observations(), new Observations(), new Observations());
    }
}
