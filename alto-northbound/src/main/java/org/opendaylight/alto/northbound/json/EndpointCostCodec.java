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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.CostRange;
import org.opendaylight.alto.northbound.query.EndpointCostAnswer;
import org.opendaylight.alto.northbound.query.EndpointCostQuery;
import org.opendaylight.alto.northbound.query.EndpointMesh;
import org.opendaylight.alto.northbound.query.FlowEndpoint;
import org.opendaylight.alto.northbound.query.Transport;

/**
 * Requests to the endpoint cost service and its answers (RFC 7285, section 11.5.1), with flows in place of endpoints
 * (draft-gao-alto-fcs-07; the shape of single flows is that of draft-ietf-alto-path-vector-00), and several cost types
 * at once (RFC 8189, section 4.2).
 */
public final class EndpointCostCodec {
    /** What a resource says of flows: members of a JSON object. */
    static final String FLOW_CAPABILITIES = "\"flow-based-filter\":true,\"address-types\":["
        + String.join(",", Stream.concat(Stream.of(AddressFamily.values()).map(AddressFamily::wireName),
            Stream.of(Transport.values()).map(Transport::wireName)).map(type -> '"' + type + '"').toList()) + "]";

    private static final String ENDPOINTS = "endpoints";
    private static final String ENDPOINT_FLOWS = "endpoint-flows";
    private static final String SRCS = "srcs";
    private static final String DSTS = "dsts";

    private EndpointCostCodec() {
    }

    /**
     * Decodes a request.
     *
     * @param body the body of the request
     * @param offered the cost types that a client may ask for
     * @param contexts how the values of some of their metrics are obtained
     * @param constrainable whether the client may give constraints
     * @param client the client's address, which stands for a list that is empty or not there
     * @return the request
     * @throws AltoRequestException if the request is not valid
     */
    public static EndpointCostQuery decode(final byte[] body, final Set<CostType> offered,
            final Map<CostMetric, CostContext> contexts, final boolean constrainable, final IpAddr client) {
        final var request = JsonRequest.parse(body);
        return new EndpointCostQuery(CostChoiceCodec.decode(request, offered, contexts, constrainable), CostRange.ALL,
            meshes(request, client));
    }

    private static List<EndpointMesh> meshes(final JsonRequest request, final IpAddr client) {
        if (!request.has(ENDPOINT_FLOWS)) {
            final var endpoints = request.object(ENDPOINTS);
            return List.of(mesh(endpoints, TypedAddresses.hosts(endpoints.strings(SRCS), endpoints.pathOf(SRCS)),
                TypedAddresses.hosts(endpoints.strings(DSTS), endpoints.pathOf(DSTS)), client));
        }
        if (request.has(ENDPOINTS)) {
            throw AltoRequestException.invalidValue(ENDPOINTS, request.text(ENDPOINTS));
        }
        final var flows = request.objects(ENDPOINT_FLOWS);
        if (flows.isEmpty()) {
            throw AltoRequestException.invalidValue(ENDPOINT_FLOWS, request.text(ENDPOINT_FLOWS));
        }
        return flows.stream().map(flow -> flow(flow, client)).toList();
    }

    private static EndpointMesh flow(final JsonRequest flow, final IpAddr client) {
        final boolean single = flow.has("src") || flow.has("dst");
        if (single && (flow.has(SRCS) || flow.has(DSTS))) {
            throw AltoRequestException.invalidValue(flow.path(), flow.toString());
        }
        final var from = single ? "src" : SRCS;
        final var to = single ? "dst" : DSTS;
        final var sources = TypedAddresses.ends(single ? optional(flow, from) : flow.strings(from), flow.pathOf(from));
        final var destinations = TypedAddresses.ends(single ? optional(flow, to) : flow.strings(to), flow.pathOf(to));
        final var mesh = mesh(flow, sources, destinations, client);
        for (var destination : oneOfEachKind(mesh.destinations().keySet())) {
            for (var source : oneOfEachKind(mesh.sources().keySet())) {
                if (!source.canSendTo(destination)) {
                    // the client's own address is not in the request
                    throw destinations.isEmpty()
                        ? AltoRequestException.invalidValue(flow.pathOf(from), mesh.sources().get(source))
                        : AltoRequestException.invalidValue(flow.pathOf(to), mesh.destinations().get(destination));
                }
            }
        }
        return mesh;
    }

    private static List<String> optional(final JsonRequest flow, final String field) {
        return flow.has(field) ? List.of(flow.string(field)) : List.of();
    }

    private static EndpointMesh mesh(final JsonRequest filter, final Map<FlowEndpoint, String> sources,
            final Map<FlowEndpoint, String> destinations, final IpAddr client) {
        if (sources.isEmpty() && destinations.isEmpty()) {
            throw AltoRequestException.invalidValue(filter.path(), filter.toString());
        }
        final var self = Map.of(FlowEndpoint.of(client), client.family().wireName() + ":" + client);
        return new EndpointMesh(sources.isEmpty() ? self : sources, destinations.isEmpty() ? self : destinations);
    }

    /** Picks the first end of each kind; those of one kind can send to the same ends. */
    private static Collection<FlowEndpoint> oneOfEachKind(final Set<FlowEndpoint> ends) {
        record Kind(AddressFamily family, Optional<Transport> transport) {
        }

        final var picked = new LinkedHashMap<Kind, FlowEndpoint>();
        ends.forEach(end -> picked.putIfAbsent(
            new Kind(end.address().family(), end.port().map(FlowEndpoint.Port::transport)), end));
        return picked.values();
    }

    /**
     * Encodes an answer. Every source is there, with the destinations to which there is a cost.
     *
     * @param answer the answer
     * @param contexts how the values of some of its metrics are obtained
     * @return the message, addresses in the order and spelling of the request
     */
    public static EncodedBody encode(final EndpointCostAnswer answer, final Map<CostMetric, CostContext> contexts) {
        final var pairs = answer.pairs();
        // a name is in many rows, so it is encoded once
        final var names = pairs.destinationNames().stream().map(SerializedString::new).toArray(SerializedString[]::new);
        final var rows = new ArrayList<EncodedPart>(pairs.sourceNames().size());
        for (int source = 0; source < pairs.sourceNames().size(); source++) {
            final var name = pairs.sourceNames().get(source);
            final int first = pairs.firstOf(source);
            final int end = pairs.firstOf(source + 1);
            rows.add(JsonWriter.encodePart(name, json -> {
                json.writeStartObject();
                for (int pair = first; pair < end; pair++) {
                    if (answer.has(pair)) {
                        json.writeFieldName(names[pairs.destinationOf(pair)]);
                        writeCosts(json, answer, pair);
                    }
                }
                json.writeEndObject();
            }));
        }
        return JsonWriter.encode(json -> CostChoiceCodec.writeTypes(json, answer.choice(), contexts),
            "endpoint-cost-map", rows);
    }

    private static void writeCosts(final JsonGenerator json, final EndpointCostAnswer answer, final int pair)
            throws IOException {
        if (!answer.choice().multi()) {
            JsonWriter.writeCost(json, answer.cost(0, pair));
            return;
        }
        json.writeStartArray();
        for (int type = 0; type < answer.choice().types().size(); type++) {
            final double cost = answer.cost(type, pair);
            if (Double.isNaN(cost)) {
                json.writeNull();
            } else {
                JsonWriter.writeCost(json, cost);
            }
        }
        json.writeEndArray();
    }
}
