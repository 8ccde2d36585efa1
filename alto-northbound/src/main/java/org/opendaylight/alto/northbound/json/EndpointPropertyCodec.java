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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.EndpointPropertyQuery;

/** Requests to the endpoint property service and its answers (RFC 7285, section 11.4.1). */
public final class EndpointPropertyCodec {
    private static final String PROPERTIES = "properties";
    private static final String ENDPOINTS = "endpoints";

    private EndpointPropertyCodec() {
    }

    /**
     * Decodes a request.
     *
     * @param body the body of the request
     * @param offered the properties that a client may ask for
     * @return the request
     * @throws AltoRequestException if the request is not valid
     */
    public static EndpointPropertyQuery decode(final byte[] body, final Set<String> offered) {
        final var request = JsonRequest.parse(body);
        final var properties = atLeastOne(request, PROPERTIES);
        for (var property : properties) {
            if (!offered.contains(property)) {
                throw AltoRequestException.invalidValue(PROPERTIES, property);
            }
        }
        return new EndpointPropertyQuery(new LinkedHashSet<>(properties),
            TypedAddresses.decode(atLeastOne(request, ENDPOINTS), ENDPOINTS));
    }

    private static List<String> atLeastOne(final JsonRequest request, final String field) {
        final var values = request.requiredStrings(field);
        if (values.isEmpty()) {
            throw AltoRequestException.invalidValue(field, "[]");
        }
        return values;
    }

    /**
     * Encodes an answer. Every endpoint is there, with those of the properties that it has.
     *
     * @param query the request
     * @param dependencies the versions of the network maps that the values are from
     * @param values finds a property of an endpoint; empty if the endpoint does not have it
     * @return the message, properties and addresses in the order and spelling of the request
     */
    public static EncodedBody encode(final EndpointPropertyQuery query, final Collection<VersionTag> dependencies,
            final BiFunction<String, IpAddr, Optional<String>> values) {
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            // RFC 7285, section 8.4.1: this list is not there rather than empty
            if (!dependencies.isEmpty()) {
                JsonWriter.writeDependentVtags(json, dependencies);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("endpoint-properties");
            for (var endpoint : query.endpoints().entrySet()) {
                json.writeObjectFieldStart(endpoint.getValue());
                for (var property : query.properties()) {
                    final var value = values.apply(property, endpoint.getKey());
                    if (value.isPresent()) {
                        json.writeStringField(property, value.orElseThrow());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }
}
