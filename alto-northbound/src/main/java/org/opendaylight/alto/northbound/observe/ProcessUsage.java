/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.observe;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What the whole controller uses.
 *
 * @param processorTime processor time since its start
 * @param heapUsed bytes in its heap, with garbage
 * @param heapMax bytes that its heap can have; -1 if there is no limit
 */
public record ProcessUsage(Duration processorTime, long heapUsed, long heapMax) {
    /**
     * Looks at this process.
     *
     * @return what it uses now
     */
    public static ProcessUsage now() {
        final var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new ProcessUsage(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
            heap.getUsed(), heap.getMax());
    }
}
