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
import java.util.Map;
import java.util.Set;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCosts;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.CostRange;
import org.opendaylight.alto.northbound.query.EndpointCostQuery;

/** Requests to the endpoint cost service and its answers (RFC 7285, section 11.5.1). */
public final class EndpointCostCodec {
    private static final String CONSTRAINTS = "constraints";

    private EndpointCostCodec() {
    }

    /**
     * Decodes a request.
     *
     * @param body the body of the request
     * @param offered the cost types that a client may ask for
     * @param constrainable whether the client may give constraints
     * @param client the client's address, which stands for a list that is empty or not there
     * @return the request
     * @throws AltoRequestException if the request is not valid
     */
    public static EndpointCostQuery decode(final byte[] body, final Set<CostType> offered, final boolean constrainable,
            final IpAddr client) {
        final var request = JsonRequest.parse(body);
        final var type = costType(request.object("cost-type"), offered);
        final var constraints = request.strings(CONSTRAINTS);
        if (!constrainable && !constraints.isEmpty()) {
            throw AltoRequestException.invalidValue(CONSTRAINTS, constraints.getFirst());
        }
        final var range = range(constraints);
        final var endpoints = request.object("endpoints");
        final var sources = addresses(endpoints, "srcs");
        final var destinations = addresses(endpoints, "dsts");
        if (sources.isEmpty() && destinations.isEmpty()) {
            throw AltoRequestException.invalidValue("endpoints", endpoints.toString());
        }
        final var self = Map.of(client, client.family().wireName() + ":" + client);
        return new EndpointCostQuery(type, range, sources.isEmpty() ? self : sources,
            destinations.isEmpty() ? self : destinations);
    }

    private static CostType costType(final JsonRequest request, final Set<CostType> offered) {
        final var metric = request.string("cost-metric");
        final var mode = request.string("cost-mode");
        final var withMetric = offered.stream().filter(type -> type.metric().value().equals(metric)).toList();
        if (withMetric.isEmpty()) {
            throw AltoRequestException.invalidValue("cost-type/cost-metric", metric);
        }
        return withMetric.stream().filter(type -> type.mode().value().equals(mode)).findFirst()
            .orElseThrow(() -> AltoRequestException.invalidValue("cost-type/cost-mode", mode));
    }

    private static CostRange range(final List<String> constraints) {
        try {
            return CostRange.parse(constraints);
        } catch (IllegalArgumentException e) {
            throw AltoRequestException.invalidValue(CONSTRAINTS, e.getMessage(), e);
        }
    }

    private static Map<IpAddr, String> addresses(final JsonRequest endpoints, final String field) {
        return TypedAddresses.decode(endpoints.strings(field), "endpoints/" + field);
    }

    /**
     * Encodes an answer. Every source is there, with the destinations to which there is a cost.
     *
     * @param query the request
     * @param costs the costs that were found, in the order of the request
     * @return the message, addresses in the order and spelling of the request
     */
    public static EncodedBody encode(final EndpointCostQuery query, final EndpointCosts costs) {
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            JsonWriter.writeCostType(json, "cost-type", query.type());
            json.writeEndObject();
            json.writeObjectFieldStart("endpoint-cost-map");
            final var destinations = List.copyOf(query.destinations().values());
            int row = 0;
            for (var source : query.sources().values()) {
                json.writeObjectFieldStart(source);
                for (int column = 0; column < destinations.size(); column++) {
                    final var cost = query.select(costs.cost(row, column));
                    if (cost.isPresent()) {
                        JsonWriter.writeCost(json, destinations.get(column), cost.getAsDouble());
                    }
                }
                json.writeEndObject();
                row++;
            }
            json.writeEndObject();
        });
    }
}
