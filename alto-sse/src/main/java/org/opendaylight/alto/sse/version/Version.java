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

import org.opendaylight.alto.northbound.json.EncodedBody;

/**
 * One version of what a resource answers. Immutable.
 *
 * @param number its number: 1 or more, each by one more than that of the version before (RFC 9569, section 4.1)
 * @param tag names its content: that of the map, or a hash of the message
 * @param mediaType what the message is
 * @param body the message
 */
public record Version(long number, String tag, String mediaType, EncodedBody body) {
}
