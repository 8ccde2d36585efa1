/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.link;

/**
 * What measuring by probes costs.
 *
 * @param perSecond probes that are sent in a second now
 * @param sent number sent
 * @param received number that came back
 * @param lost number that did not come back in time
 * @param refused packets that looked like probes and were not expected, or were not ours
 */
public record ProbeCosts(double perSecond, long sent, long received, long lost, long refused) {
    /** Nobody sends probes. */
    public static final ProbeCosts NONE = new ProbeCosts(0, 0, 0, 0, 0);
}
