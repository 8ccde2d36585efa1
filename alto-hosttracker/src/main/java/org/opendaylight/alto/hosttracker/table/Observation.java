/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import java.time.Instant;
import java.util.Optional;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * One packet shows that a host is behind a port.
 *
 * @param host who was seen
 * @param address the address it used, or empty if the packet shows none
 * @param port where the packet came in
 * @param at when
 */
public record Observation(Host.Key host, Optional<IpAddr> address, SwitchPort port, Instant at) {
}
