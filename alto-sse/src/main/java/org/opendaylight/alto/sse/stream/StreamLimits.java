/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.stream;

import java.time.Duration;

/**
 * How much update streams may take.
 *
 * @param streams how many there may be at once, 1 or more
 * @param streamsPerClient how many of them one address may have, 1 or more
 * @param substreams how many resources one stream may follow at once, 1 or more
 * @param keepAlive after which silence something is sent
 * @param stall for how long a client may take nothing, though there is something for it
 * @param patience how long a resource may be gone before its substreams end
 */
public record StreamLimits(int streams, int streamsPerClient, int substreams, Duration keepAlive, Duration stall,
        Duration patience) {
}
