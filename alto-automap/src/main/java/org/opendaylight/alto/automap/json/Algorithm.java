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

import java.util.Arrays;
import java.util.stream.Collectors;
import org.opendaylight.alto.automap.spec.Grouping;

/** The words of {@code net-map-grp-alg}. */
enum Algorithm {
    NEAREST("nearest-alg"),
    SWITCH("switch-alg"),
    COMPONENT("component-alg"),
    PREFIX("prefix-alg"),
    VLAN("vlan-alg"),
    K_CENTRE("k-centre-alg"),
    HIERARCHICAL("hierarchical-alg");

    private final String word;

    Algorithm(final String word) {
        this.word = word;
    }

    static Algorithm parse(final String text) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.word.equals(text)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not an algorithm; there are "
                + Arrays.stream(values()).map(Algorithm::toString).collect(Collectors.joining(", "))));
    }

    static Algorithm of(final Grouping grouping) {
        return switch (grouping) {
            case Grouping.Nearest nearest -> NEAREST;
            case Grouping.BySwitch bySwitch -> SWITCH;
            case Grouping.ByComponent byComponent -> COMPONENT;
            case Grouping.ByPrefix byPrefix -> PREFIX;
            case Grouping.ByVlan byVlan -> VLAN;
            case Grouping.KCentre centre -> K_CENTRE;
            case Grouping.Hierarchical hierarchical -> HIERARCHICAL;
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
