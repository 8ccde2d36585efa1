/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import java.util.List;

/** What a server says of its own state. */
public final class HealthCodec {
    private HealthCodec() {
    }

    /**
     * Encodes the state.
     *
     * @param missing what the server still waits for; empty if all is well
     * @return a JSON object
     */
    public static EncodedBody encode(final List<String> missing) {
        return JsonWriter.encode(json -> {
            json.writeStringField("status", missing.isEmpty() ? "up" : "down");
            if (!missing.isEmpty()) {
                json.writeArrayFieldStart("missing");
                for (var each : missing) {
                    json.writeString(each);
                }
                json.writeEndArray();
            }
        });
    }
}
