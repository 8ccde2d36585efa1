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

import java.util.List;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/** The FRM checker as the verification asks it. */
interface Walker {
    /**
     * Walks packets through a network.
     *
     * @param network the network
     * @param from the port by which they come in
     * @param sent the packets: those with these headers; it is known whether they have a VLAN tag
     * @return what becomes of them, by class
     */
    List<WalkedClass> walk(NetworkState network, SwitchPort from, Header sent);
}
