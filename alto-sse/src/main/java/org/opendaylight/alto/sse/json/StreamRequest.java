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

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for an update stream or for a change of one (UpdateStreamReq of RFC 8895, section 6.5).
 *
 * @param add what to follow, by substream id, in the order of the request
 * @param remove the substreams to end; empty if the field is not there, a list without elements if it is empty
 */
public record StreamRequest(Map<String, SubstreamRequest> add, Optional<List<String>> remove) {
}
