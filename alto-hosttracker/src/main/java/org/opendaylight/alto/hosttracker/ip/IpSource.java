/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.ip;

import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;

/**
 * Where an IP packet comes from.
 *
 * @param vlan VLAN of the frame's tag, or empty
 * @param source link-layer address that the frame says it comes from: the host's, or that of a router
 * @param address address that the packet says it comes from
 */
public record IpSource(Optional<VlanId> vlan, MacAddress source, IpAddr address) {
}
