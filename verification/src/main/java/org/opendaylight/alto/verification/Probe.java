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
 * @param hash by which the switch chooses a bucket of a group of type SELECT, 1 or more
 */
record Probe(SwitchPort from, Packet packet, int hash) {
}
