/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.json;

import java.util.Optional;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * What a client wants to follow (AddUpdateReq of RFC 8895, section 6.5, and TIPSReq of RFC 9569, section 6.1).
 *
 * @param resource the resource
 * @param tag the version that the client has
 * @param incremental whether it takes patches
 * @param input what the resource is sent, a JSON object
 */
public record SubstreamRequest(ResourceId resource, Optional<String> tag, boolean incremental,
        Optional<String> input) {
}
