/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import org.opendaylight.alto.core.net.SwitchPort;

/**
 * One packet into a network.
 *
 * @param from the edge port by which it comes in
 * @param packet the packet
 */
record Probe(SwitchPort from, Packet packet) {
}
