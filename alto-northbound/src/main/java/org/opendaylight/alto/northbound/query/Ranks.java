/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;

/** Costs in mode {@code ordinal} (RFC 7285, section 6.1.2.2). */
final class Ranks {
    // RFC 9439, section 5; the name of a statistic may follow after a colon
    private static final Pattern BANDWIDTH = Pattern.compile("(tput|bw-residual|bw-available)(:.*)?");

    private Ranks() {
    }

    /**
     * Ranks costs among each other. Equal costs have equal ranks, and no rank is left out.
     *
     * @param type the type of the costs
     * @param costs the costs; {@code NaN} is none
     * @return tells the rank of each of these costs: 1 for the best, which is the lowest unless they are numbers of
     *     bandwidth, and {@code NaN} of none
     */
    static DoubleUnaryOperator of(final CostType type, final double[] costs) {
        final double sign =
            type.mode().equals(CostMode.NUMERICAL) && BANDWIDTH.matcher(type.metric().value()).matches() ? -1 : 1;
        // adding 0 makes one of the two zeros
        final var sorted =
            Arrays.stream(costs).filter(cost -> !Double.isNaN(cost)).map(cost -> sign * cost + 0.0).toArray();
        Arrays.sort(sorted);
        int count = 0;
        for (double cost : sorted) {
            if (count == 0 || sorted[count - 1] < cost) {
                sorted[count++] = cost;
            }
        }
        final int distinct = count;
        return cost -> Double.isNaN(cost) ? cost : 1 + Arrays.binarySearch(sorted, 0, distinct, sign * cost + 0.0);
    }
}
