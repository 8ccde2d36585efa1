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

import org.opendaylight.alto.core.statistics.ServerCounts;

/** What the server counts. Published by the northbound; every cluster member counts for itself. */
@FunctionalInterface
public interface ServerStatistics {
    /**
     * Reads all counters. May be called from any thread; holds up no request.
     *
     * @return the counts of this moment
     */
    ServerCounts counts();
}
