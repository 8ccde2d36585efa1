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
 * Who an IP packet says it comes from. Where it was routed before, the link-layer address is that of the router.
 *
 * @param vlan VLAN of the frame's tag, or empty if it has none or one without a VLAN (a priority tag)
 * @param source link-layer address that the frame says it comes from
 * @param destination link-layer address that the frame goes to
 * @param address address that the packet says it comes from
 */
public record IpSource(Optional<VlanId> vlan, MacAddress source, MacAddress destination, IpAddr address) {
}
