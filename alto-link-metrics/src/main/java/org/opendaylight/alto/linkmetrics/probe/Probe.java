/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.probe;

import org.opendaylight.alto.core.net.SwitchId;

/**
 * What a probe packet says.
 *
 * @param switchId the switch that was told to send it
 * @param port the port out of which; {@value #CONTROLLER} if back to the controller
 * @param sequence tells this packet from all others of this controller
 */
public record Probe(SwitchId switchId, long port, long sequence) {
    /** Stands for the controller where the number of a port stands otherwise. */
    public static final long CONTROLLER = 0;
}
