/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.pace;

import java.time.Duration;

/** Time, and something that runs later. */
public interface Timer {
    /**
     * Returns the time, from an arbitrary origin. Differences are meaningful, values are not.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /**
     * Runs something later, once. What is run through one timer runs one after the other.
     *
     * @param delay how long to wait; not at all if zero
     * @param task what to run
     */
    void after(Duration delay, Runnable task);
}
