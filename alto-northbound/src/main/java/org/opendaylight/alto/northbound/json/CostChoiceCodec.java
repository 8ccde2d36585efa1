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
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.CostChoice;
import org.opendaylight.alto.northbound.query.CostTest;
import org.opendaylight.alto.northbound.query.CostTests;

/**
 * What requests for parts of cost maps and for endpoint costs have in common: cost types and constraints (RFC 7285,
 * section 11.3.2.3; RFC 8189, section 4.1.2).
 */
final class CostChoiceCodec {
    // more than there are registered metrics
    private static final int MOST_COST_TYPES = 16;

    private static final String COST_TYPE = "cost-type";
    private static final String MULTI_COST_TYPES = "multi-cost-types";
    private static final String TESTABLE_COST_TYPES = "testable-cost-types";
    private static final String CONSTRAINTS = "constraints";
    private static final String OR_CONSTRAINTS = "or-constraints";

    private final JsonRequest request;
    private final Set<CostType> offered;
    private final Map<CostMetric, CostContext> contexts;

    private CostChoiceCodec(final JsonRequest request, final Set<CostType> offered,
            final Map<CostMetric, CostContext> contexts) {
        this.request = request;
        this.offered = offered;
        this.contexts = contexts;
    }

    /**
     * Says how many cost types one request may have.
     *
     * @param offered how many cost types the resource offers
     * @return the member of its capabilities (RFC 8189, section 4.1.1)
     */
    static String capability(final int offered) {
        return "\"max-cost-types\":" + maxCostTypes(offered);
    }

    private static int maxCostTypes(final int offered) {
        return Math.min(offered, MOST_COST_TYPES);
    }

    /**
     * Decodes the part of a request that says which costs are wanted.
     *
     * @param request the request
     * @param offered the cost types that a client may ask for
     * @param contexts how the values of some of their metrics are obtained
     * @param constrainable whether the client may give constraints
     * @return the choice
     * @throws AltoRequestException if the request is not valid
     */
    static CostChoice decode(final JsonRequest request, final Set<CostType> offered,
            final Map<CostMetric, CostContext> contexts, final boolean constrainable) {
        return new CostChoiceCodec(request, offered, contexts).decode(constrainable);
    }

    private CostChoice decode(final boolean constrainable) {
        final boolean multi = request.has(MULTI_COST_TYPES);
        if (multi && request.has(COST_TYPE)) {
            throw AltoRequestException.invalidValue(COST_TYPE, request.text(COST_TYPE));
        }
        final var types = multi ? costTypes(MULTI_COST_TYPES) : List.of(costType(request.object(COST_TYPE)));
        if (types.size() > maxCostTypes(offered.size())) {
            throw AltoRequestException.invalidValue(MULTI_COST_TYPES, request.text(MULTI_COST_TYPES));
        }
        if (!constrainable) {
            requireNoTests();
        }
        final var tested = request.has(TESTABLE_COST_TYPES) ? costTypes(TESTABLE_COST_TYPES) : types;
        return new CostChoice(types, multi, tested, tests(tested));
    }

    private List<CostType> costTypes(final String field) {
        final var types = request.objects(field).stream().map(this::costType).toList();
        if (types.isEmpty()) {
            throw AltoRequestException.invalidValue(field, request.text(field));
        }
        return types;
    }

    private CostType costType(final JsonRequest type) {
        final var metric = type.string("cost-metric");
        final var mode = type.string("cost-mode");
        final var withMetric = offered.stream().filter(other -> other.metric().value().equals(metric)).toList();
        if (withMetric.isEmpty()) {
            throw AltoRequestException.invalidValue(type.pathOf("cost-metric"), metric);
        }
        final var found = withMetric.stream().filter(other -> other.mode().value().equals(mode)).findFirst()
            .orElseThrow(() -> AltoRequestException.invalidValue(type.pathOf("cost-mode"), mode));
        if (type.has("cost-context")) {
            final var context = type.object("cost-context");
            final var source = context.string("cost-source");
            if (!contexts.getOrDefault(found.metric(), CostContext.ESTIMATION).source().toString().equals(source)) {
                throw AltoRequestException.invalidValue(context.pathOf("cost-source"), source);
            }
        }
        return found;
    }

    private void requireNoTests() {
        request.strings(CONSTRAINTS).stream().findFirst().ifPresent(constraint -> {
            throw AltoRequestException.invalidValue(CONSTRAINTS, constraint);
        });
        for (var field : List.of(OR_CONSTRAINTS, TESTABLE_COST_TYPES)) {
            if (request.has(field)) {
                throw AltoRequestException.invalidValue(field, request.text(field));
            }
        }
    }

    private CostTests tests(final List<CostType> tested) {
        if (!request.has(OR_CONSTRAINTS)) {
            final var constraints = request.strings(CONSTRAINTS);
            return constraints.isEmpty() ? CostTests.NONE
                : CostTests.of(List.of(tests(CONSTRAINTS, constraints, tested)));
        }
        if (request.has(CONSTRAINTS)) {
            throw AltoRequestException.invalidValue(OR_CONSTRAINTS, request.text(OR_CONSTRAINTS));
        }
        final var alternatives = request.stringLists(OR_CONSTRAINTS);
        if (alternatives.isEmpty() || alternatives.containsValue(List.of())) {
            throw AltoRequestException.invalidValue(OR_CONSTRAINTS, "[]");
        }
        return CostTests.of(alternatives.entrySet().stream()
            .map(alternative -> tests(alternative.getKey(), alternative.getValue(), tested)).toList());
    }

    private static List<CostTest> tests(final String field, final List<String> texts, final List<CostType> tested) {
        return texts.stream().map(text -> CostTest.tryParse(text).filter(test -> test.index() < tested.size())
            .orElseThrow(() -> AltoRequestException.invalidValue(field, text))).toList();
    }

    /**
     * Writes which costs an answer has.
     *
     * @param json where to
     * @param choice the choice
     * @param contexts how the values of some of the metrics are obtained
     * @throws IOException if it cannot be written there
     */
    static void writeTypes(final JsonGenerator json, final CostChoice choice,
            final Map<CostMetric, CostContext> contexts) throws IOException {
        if (!choice.multi()) {
            final var type = choice.types().getFirst();
            JsonWriter.writeCostType(json, COST_TYPE, type, Optional.ofNullable(contexts.get(type.metric())));
            return;
        }
        json.writeObjectFieldStart(COST_TYPE);
        json.writeEndObject();
        json.writeArrayFieldStart(MULTI_COST_TYPES);
        for (var type : choice.types()) {
            JsonWriter.writeCostType(json, type, Optional.ofNullable(contexts.get(type.metric())));
        }
        json.writeEndArray();
    }
}
