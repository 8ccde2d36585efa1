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

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.CostChoice;
import org.opendaylight.alto.northbound.query.CostMapAnswer;
import org.opendaylight.alto.northbound.query.CostMapFilter;

/** Requests for parts of cost maps and the answers (RFC 7285, section 11.3.2; RFC 8189, section 4.1). */
public final class CostMapFilterCodec {
    private static final String SRCS = "srcs";
    private static final String DSTS = "dsts";

    private CostMapFilterCodec() {
    }

    /**
     * Decodes a request.
     *
     * @param body the body of the request
     * @param offered the cost types that a client may ask for
     * @param pids the PIDs of the network map
     * @return the request; PIDs that the network map does not have are left out
     * @throws AltoRequestException if the request is not valid
     */
    public static CostMapFilter decode(final byte[] body, final Set<CostType> offered, final Set<Pid> pids) {
        final var request = JsonRequest.parse(body);
        final var choice = CostChoiceCodec.decode(request, offered, Map.of(), true);
        if (!request.has("pids")) {
            return new CostMapFilter(choice, PidNames.select(List.of(), pids), PidNames.select(List.of(), pids));
        }
        final var filter = request.object("pids");
        return new CostMapFilter(choice, PidNames.select(filter.requiredStrings(SRCS), pids),
            PidNames.select(filter.requiredStrings(DSTS), pids));
    }

    /**
     * Encodes an answer. As in a whole cost map, sources without costs are not there.
     *
     * @param answer the answer
     * @param choice the costs that were asked for
     * @param networkMap the version of the network map on which it depends
     * @return the message, PIDs in order
     */
    public static EncodedBody encode(final CostMapAnswer answer, final CostChoice choice,
            final VersionTag networkMap) {
        // a name is in many rows, so it is encoded once
        final var names = answer.destinations().stream().map(pid -> new SerializedString(pid.value()))
            .toArray(SerializedString[]::new);
        final var rows = new ArrayList<EncodedPart>(answer.sources().size());
        for (int i = 0; i < answer.sources().size(); i++) {
            final int source = i;
            final var destinations = answer.destinationsFrom(source);
            if (destinations.length > 0) {
                rows.add(JsonWriter.encodePart(answer.sources().get(source).value(), json -> {
                    json.writeStartObject();
                    for (int destination : destinations) {
                        json.writeFieldName(names[destination]);
                        writeCosts(json, answer, choice, source, destination);
                    }
                    json.writeEndObject();
                }));
            }
        }
        return JsonWriter.encode(json -> {
            JsonWriter.writeDependentVtags(json, List.of(networkMap));
            CostChoiceCodec.writeTypes(json, choice, Map.of());
        }, "cost-map", rows);
    }

    private static void writeCosts(final JsonGenerator json, final CostMapAnswer answer, final CostChoice choice,
            final int source, final int destination) throws IOException {
        if (!choice.multi()) {
            writeCost(json, answer.cost(0, source, destination));
            return;
        }
        json.writeStartArray();
        for (int type = 0; type < choice.types().size(); type++) {
            writeCost(json, answer.cost(type, source, destination));
        }
        json.writeEndArray();
    }

    private static void writeCost(final JsonGenerator json, final Optional<CostValue> cost) throws IOException {
        if (cost.isEmpty()) {
            json.writeNull();
            return;
        }
        switch (cost.orElseThrow()) {
            case CostValue.Number number -> JsonWriter.writeCost(json, number.value());
            case CostValue.Json other -> json.writeRawValue(other.toString());
        }
    }
}
