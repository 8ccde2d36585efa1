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
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.path.LinkMeasure;

/**
 * Adds metrics of paths to those that can be asked of the {@link EndpointCostService}. Any bundle may publish one as an
 * OSGi service, on every cluster member. Of two sources of one metric the one that came first counts.
 * May be called from any thread.
 */
public interface PathMetricSource {
    /**
     * Returns the metrics of this source.
     *
     * @return metrics in order, with each {@link org.opendaylight.alto.core.map.Statistic} that can be asked for
     */
    SortedSet<CostMetric> metrics();

    /**
     * Returns how the values of a metric are obtained.
     *
     * @param metric one of {@link #metrics()}
     * @return the context
     */
    CostContext context(CostMetric metric);

    /**
     * Returns what computes the values of paths, for several metrics of one moment.
     *
     * @param metrics each one of {@link #metrics()}
     * @return a measure for each of them, in the same order
     * @throws IllegalArgumentException if a metric is not offered
     */
    List<LinkMeasure> measures(List<CostMetric> metrics);

    /**
     * Has something run after values, or what is offered, have changed. Several changes may make one run.
     *
     * @param listener called on a thread of the publisher, so it must not block
     * @return closes the registration
     */
    Registration onChange(Runnable listener);
}
