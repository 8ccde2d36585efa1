/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.frmchecker.cost.Formula;
import org.opendaylight.alto.frmchecker.predict.Intention;
import org.opendaylight.alto.frmchecker.predict.ShortestPathPredictor;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PathService;

/**
 * What an operator says of paths.
 *
 * @param aggregation what one cost stands for a pair with several paths
 * @param predictors the names of those who are asked where the tables have no answer, in order, each once
 * @param routingCost what {@code routingcost} is made of
 * @param force which predicted paths get rules, and how these are
 */
record PathSettings(Aggregation aggregation, List<String> predictors, Formula routingCost,
        ForceSettings force) {
    /** What an operator names to have nobody asked; it is no predictor's name. */
    static final String NOBODY = "none";

    /** If an operator says nothing. */
    static final PathSettings DEFAULT = new PathSettings(Aggregation.WORST,
        List.of(Intention.NAME, ShortestPathPredictor.NAME), Formula.DEFAULT,
        ForceSettings.DEFAULT);

    PathSettings {
        predictors = List.copyOf(predictors);
    }

    static PathSettings of(final @Nullable PathService data) {
        if (data == null) {
            return DEFAULT;
        }
        return new PathSettings(
            Optional.ofNullable(data.getAggregation())
                .map(value -> Aggregation.valueOf(value.getName().toUpperCase(Locale.ROOT)))
                .orElse(DEFAULT.aggregation),
            Optional.ofNullable(data.getPredictor()).filter(names -> !names.isEmpty())
                .map(names -> names.stream().map(name -> name.getValue())
                    .filter(name -> !name.equals(NOBODY)).toList())
                .orElse(DEFAULT.predictors),
            Optional.ofNullable(data.getRoutingcost()).map(Formula::new).orElse(DEFAULT.routingCost),
            ForceSettings.of(data.getForceCompute()));
    }
}
