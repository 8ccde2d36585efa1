/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.spi.Reader;

/**
 * Who wants to follow something.
 *
 * @param address the address of the client
 * @param reader says what the client may read
 */
public record Follower(IpAddr address, Reader reader) {
}
