/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.ResourceId;

/** Reads definitions of maps. */
public final class DefinitionReader {
    static final String NETWORK_MAP = "net-map-id";
    static final String COST_MAP = "cost-map-id";
    static final String USES = "uses";
    static final String COST_TYPE = "cost-type";
    static final String COST_MODE = "cost-mode";
    static final String COST_METRIC = "cost-metric";
    static final String GROUP_METRIC = "cost-map-group-metric";
    static final String GROUP_ALGORITHM = "cost-map-group-alg";
    static final String ALGORITHM = "alg";
    static final String ALL = "total-enumeration";
    static final String SAMPLE = "random-sampling";
    static final String COUNT = "count";
    static final String SEED = "seed";
    static final String STEP = "renewal-step";

    /** Steps are as in the datastore. */
    private static final int MAX_STEP_PERCENT = 1_000_000;
    private static final int STEP_DIGITS = 6;

    private DefinitionReader() {
    }

    /**
     * Reads a definition. Fields may be in any order; each that is not known is a mistake.
     *
     * @param json a JSON object
     * @return the definition
     * @throws InvalidMapException if it is wrong; names the field
     */
    public static MapDefinition read(final String json) {
        final var fields = JsonFields.parse(json);
        final boolean network = fields.has(NETWORK_MAP);
        if (network == fields.has(COST_MAP)) {
            throw new InvalidMapException("", network
                ? "both '" + NETWORK_MAP + "' and '" + COST_MAP + "' are there; a definition is that of one map"
                : "neither '" + NETWORK_MAP + "' nor '" + COST_MAP + "' is there; one of them names the map");
        }
        return network ? networkMap(fields) : costMap(fields);
    }

    private static MapDefinition networkMap(final JsonFields fields) {
        final var id = fields.text(NETWORK_MAP, ResourceId::new);
        final var grouping = GroupingReader.read(fields);
        fields.requireNoOthers();
        return new MapDefinition.OfNetworkMap(new NetworkMapSpec(id, grouping));
    }

    private static MapDefinition costMap(final JsonFields fields) {
        final var id = fields.text(COST_MAP, ResourceId::new);
        final var uses = fields.texts(USES, ResourceId::new);
        if (uses.size() > 1) {
            throw fields.fault(USES,
                "there are " + uses.size() + " names; expected exactly one, that of the network map");
        }
        if (uses.getFirst().equals(id)) {
            throw fields.fault(USES, "this is the name of the cost map itself; expected that of a network map");
        }
        final var type = costType(fields.object(COST_TYPE));
        final var fold = fields.optionalText(GROUP_METRIC, FoldNames::parse).orElseGet(Fold.Mean::new);
        final var pairs = fields.optionalObject(GROUP_ALGORITHM).map(DefinitionReader::pairs)
            .orElseGet(HostPairs.All::new);
        final double step = fields.optionalDecimal(STEP, MAX_STEP_PERCENT, STEP_DIGITS).map(BigDecimal::doubleValue)
            .orElseGet(() -> Defaults.stepPercent(type.metric()));
        fields.requireNoOthers();
        return new MapDefinition.OfCostMap(new CostMapSpec(id, uses.getFirst(), type, fold, pairs, step));
    }

    private static CostType costType(final JsonFields fields) {
        final var mode = fields.text(COST_MODE, DefinitionReader::mode);
        final var metric = fields.text(COST_METRIC, CostMetric::new);
        fields.requireNoOthers();
        return new CostType(metric, mode);
    }

    /**
     * Understands the mode of a cost map that is computed.
     *
     * @param text a cost mode
     * @return the mode
     * @throws IllegalArgumentException if costs of this mode cannot be computed; says which can
     */
    public static CostMode mode(final String text) {
        if (!text.equals(CostMode.NUMERICAL.value())) {
            throw new IllegalArgumentException("'" + text + "' is not a mode in which costs can be computed; expected "
                + CostMode.NUMERICAL);
        }
        return CostMode.NUMERICAL;
    }

    private static HostPairs pairs(final JsonFields fields) {
        final boolean all = fields.text(ALGORITHM, text -> switch (text) {
            case ALL -> true;
            case SAMPLE -> false;
            default -> throw new IllegalArgumentException(
                "'" + text + "' is not an algorithm; there are " + ALL + " and " + SAMPLE);
        });
        final var pairs = all ? new HostPairs.All()
            : new HostPairs.Sample(fields.count(COUNT), fields.optionalInteger(SEED, Long.MIN_VALUE, Long.MAX_VALUE)
                .map(BigInteger::longValueExact).orElse(0L));
        fields.requireNoOthers();
        return pairs;
    }
}
