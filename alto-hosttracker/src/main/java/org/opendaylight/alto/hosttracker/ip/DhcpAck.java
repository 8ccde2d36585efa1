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

import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;

/**
 * The message by which a DHCP server gives an address to a client (DHCPACK, RFC 2131, section 3.1).
 *
 * @param client link-layer address of the client
 * @param address the client's address from now on
 */
public record DhcpAck(MacAddress client, Ipv4Addr address) {
}
