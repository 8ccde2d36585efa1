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

import org.opendaylight.alto.core.map.CostMap;

/** Cost maps (RFC 7285, section 11.2.3.6). */
public final class CostMapCodec {
    private CostMapCodec() {
    }

    /**
     * Encodes a whole cost map.
     *
     * @param map its content, which includes the version of the network map on which it depends
     * @return the message, rows and columns in the order of PID names
     */
    public static EncodedBody encode(final CostMap map) {
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            json.writeArrayFieldStart("dependent-vtags");
            json.writeStartObject();
            JsonWriter.writeVersionTag(json, map.networkMap());
            json.writeEndObject();
            json.writeEndArray();
            JsonWriter.writeCostType(json, "cost-type", map.type());
            json.writeEndObject();
            json.writeObjectFieldStart("cost-map");
            for (var row : map.costs().entrySet()) {
                json.writeObjectFieldStart(row.getKey().value());
                for (var cost : row.getValue().entrySet()) {
                    JsonWriter.writeCost(json, cost.getKey().value(), cost.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }
}
