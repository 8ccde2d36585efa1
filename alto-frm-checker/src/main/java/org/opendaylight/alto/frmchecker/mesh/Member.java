/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import java.util.BitSet;
import org.opendaylight.alto.core.host.Host;

/**
 * A host of a {@link HostMesh}. The arrays are by address family and not to be changed.
 *
 * @param host the host
 * @param at number of its switch; -1 if that is not connected
 * @param senders number of its class as a sender; -1 if it has no address of the family
 * @param receivers number of its class as a receiver; -1 if it has no address of the family
 * @param delivered in which VLANs its switch does nothing with packets to it but to send them to its port; by
 *     their index in {@link HostMesh#vlans()}
 */
record Member(Host host, int at, int[] senders, int[] receivers, BitSet[] delivered) {
}
