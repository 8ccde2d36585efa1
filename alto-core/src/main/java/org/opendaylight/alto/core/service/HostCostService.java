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

/**
 * Costs between all hosts, for those who make maps of them. Published by the FRM checker, on every cluster member. May
 * be called from any thread.
 */
public interface HostCostService {
    /**
     * Takes the network as it is now.
     *
     * @return the network, and what computes the costs between its hosts
     */
    CostSnapshot snapshot();

    /**
     * Has something run after each change of rules or links that may change costs. Several changes may make one run.
     *
     * @param listener called on a thread of the publisher, so it must not block
     * @return closes the registration
     */
    Registration onPathChange(Runnable listener);

    /**
     * Has something run after values of metrics, or the metrics that are offered, have changed. Several changes may
     * make one run.
     *
     * @param listener called on a thread of the publisher, so it must not block
     * @return closes the registration
     */
    Registration onMetricChange(Runnable listener);
}
