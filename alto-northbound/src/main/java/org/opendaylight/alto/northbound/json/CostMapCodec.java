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
import java.util.Optional;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.VersionTag;

/** Cost maps (RFC 7285, section 11.2.3.6). */
public final class CostMapCodec {
    private CostMapCodec() {
    }

    /**
     * Encodes the costs of one source.
     *
     * @param source its PID
     * @param row the costs
     * @return the member of the cost map, destinations in the order of PID names
     */
    public static EncodedPart encode(final Pid source, final CostRow row) {
        return JsonWriter.encodePart(source.value(), json -> {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(row.destination(i).value());
                final double number = row.number(i);
                if (Double.isNaN(number)) {
                    json.writeRawValue(row.value(i).toString());
                } else {
                    JsonWriter.writeCost(json, number);
                }
            }
            json.writeEndObject();
        });
    }

    /**
     * Encodes a whole cost map.
     *
     * @param networkMap the version of the network map on which it depends
     * @param type its cost type
     * @param rows its rows, encoded, in order
     * @return the message
     */
    public static EncodedBody encode(final VersionTag networkMap, final CostType type, final List<EncodedPart> rows) {
        return JsonWriter.encode(json -> {
            JsonWriter.writeDependentVtags(json, List.of(networkMap));
            JsonWriter.writeCostType(json, "cost-type", type, Optional.empty());
        }, "cost-map", rows);
    }

    /**
     * Encodes a whole cost map, with no part of it encoded before.
     *
     * @param map the map
     * @return the message
     */
    public static EncodedBody encode(final CostMap map) {
        return encode(map.networkMap(), map.type(), map.rows().entrySet().stream()
            .map(row -> encode(row.getKey(), row.getValue())).toList());
    }
}
