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

/**
 * What an operator says of a link, or of a port to hosts. {@code NaN} where nothing is said.
 *
 * @param capacity bytes per second
 * @param delay one-way delay in microseconds
 * @param loss percent
 */
public record LinkValues(double capacity, double delay, double loss) {
    /** Nothing is said. */
    public static final LinkValues NONE = new LinkValues(Double.NaN, Double.NaN, Double.NaN);
}
