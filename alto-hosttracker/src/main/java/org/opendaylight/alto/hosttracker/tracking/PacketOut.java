/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import org.opendaylight.alto.core.net.SwitchPort;

/**
 * A frame to send out of a port.
 *
 * @param port the port
 * @param frame the frame
 */
public record PacketOut(SwitchPort port, Frame frame) {
}
