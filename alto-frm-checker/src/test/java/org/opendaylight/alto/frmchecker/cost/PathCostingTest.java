/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.path.MeterRef;

class PathCostingTest {
    private static final SortedSet<CostMetric> METRICS = ImmutableSortedSet.of(CostMetric.HOPCOUNT,
        CostMetric.BW_AVAILABLE, CostMetric.DELAY_OW, new CostMetric("delay-ow:p99.9"));
    private static final SwitchPort IN = SwitchPort.parse("openflow:1:1");
    private static final Way WAY = Way.of(SwitchPort.parse("openflow:1:2"),
        Way.of(SwitchPort.parse("openflow:2:3"), null));

    /** The value of a port is its number; from the switch 9 on nobody knows it. */
    private static final class Numbers implements LinkMeasure {
        private final boolean isMinimum;

        Numbers(final boolean isMinimum) {
            this.isMinimum = isMinimum;
        }

        @Override
        public double entering(final SwitchPort port) {
            return port.port() * 100;
        }

        @Override
        public double leaving(final SwitchPort port) {
            return port.switchId().datapathId() < 9 ? port.port() : Double.NaN;
        }

        @Override
        public double combine(final double first, final double second) {
            return isMinimum ? Math.min(first, second) : first + second;
        }

        @Override
        public double limitedTo(final double value, final double bytesPerSecond) {
            return isMinimum ? Math.min(value, bytesPerSecond) : value;
        }

        @Override
        public boolean isHigherBetter() {
            return isMinimum;
        }

        @Override
        public double ofNoPath() {
            return isMinimum ? Double.NaN : 0;
        }
    }

    private static PathCosting sum() {
        return new MeasureCosting(new Numbers(false));
    }

    private static PathCosting formula(final String text) {
        final var formula = new Formula(text);
        return new FormulaCosting(formula, Maps.transformValues(formula.metrics(METRICS),
            metric -> metric.equals(CostMetric.HOPCOUNT) ? new HopMeasure() : new Numbers(false)));
    }

    @Test
    void hopCountIsTheNumberOfSwitches() {
        assertEquals(2, new HopCosting().of(IN, WAY));
        assertEquals(0, new HopCosting().ofNoPath());
    }

    @Test
    void valuesOfWhatIsCrossedArePutTogether() {
        assertEquals(100 + 2 + 3, sum().of(IN, WAY));
        final var minimum = new MeasureCosting(new Numbers(true));
        assertEquals(2, minimum.of(IN, WAY));
        assertEquals(Double.NaN, minimum.ofNoPath());
        assertTrue(minimum.isHigherBetter());
    }

    @Test
    @DisplayName("A metric that is not known for a link makes the cost of the path unknown, not 0")
    void unknownLinkMakesThePathUnknown() {
        final var way = Way.of(SwitchPort.parse("openflow:9:1"), WAY);
        assertEquals(Double.NaN, sum().of(IN, way));
        assertEquals(Double.NaN, new MeasureCosting(new Numbers(true)).of(IN, way));
        assertEquals(Double.NaN, formula("delay_ow + 1").of(IN, way));
        assertEquals(4, formula("hopcount + 1").of(IN, way));
    }

    @Test
    void pathInWordsHasTheSameCost() {
        final var first = new Hop(IN.switchId(), 1, OptionalLong.of(2), List.of(), List.of());
        final var second = new Hop(SwitchPort.parse("openflow:2:3").switchId(), 1, OptionalLong.of(3), List.of(),
            List.of());
        assertEquals(sum().of(IN, WAY), sum().of(List.of(first, second)));
        assertEquals(0, sum().of(List.of()));
        assertEquals(Double.NaN, sum().of(List.of(first,
            new Hop(second.switchId(), 1, OptionalLong.empty(), List.of(), List.of()))));
    }

    /** Meters of 1.5 in the second switch and of 1 in the first one. */
    @Test
    void lowestMeterOnTheWayBoundsABandwidthAndNothingElse() {
        final var minimum = new MeasureCosting(new Numbers(true));
        final var second = Way.of(SwitchPort.parse("openflow:2:3"), null).limitedTo(1.5);
        final var both = Way.of(SwitchPort.parse("openflow:1:2"), second);
        assertEquals(1.5, minimum.of(IN, both));
        assertEquals(1, minimum.of(IN, both.limitedTo(1)));
        assertEquals(1.5, minimum.of(IN, both.limitedTo(20)));
        assertEquals(2, minimum.of(IN, WAY.limitedTo(20)));
        assertEquals(100 + 2 + 3, sum().of(IN, both));
        assertEquals(2, new HopCosting().of(IN, both));
        assertEquals(Double.NaN, minimum.of(IN, Way.of(SwitchPort.parse("openflow:9:1"), both)));
        final var formula = new Formula("3 / bw_available + hopcount");
        assertEquals(4, new FormulaCosting(formula,
            Map.of("bw_available", new Numbers(true), "hopcount", new HopMeasure())).of(IN, both));
    }

    @Test
    void metersOfAPathInWordsCountToo() {
        final var free = new MeterRef(9, OptionalLong.empty());
        final var hop = new Hop(IN.switchId(), 1, OptionalLong.of(2), List.of(), List.of(), "",
            List.of(free, new MeterRef(5, OptionalLong.of(1)), new MeterRef(6, OptionalLong.of(7))));
        assertEquals(1, new MeasureCosting(new Numbers(true)).of(List.of(hop)));
        assertEquals(2, new MeasureCosting(new Numbers(true)).of(List.of(new Hop(hop.switchId(), 1, hop.outPort(),
            List.of(), List.of(), "", List.of(free)))));
    }

    @ParameterizedTest
    @CsvSource({ "hopcount, 2", "10 * hopcount + delay_ow, 125", "210 / bw_available, 2", "HOPCOUNT, 2",
        "MAX(hopcount; delay_ow_p99_9), 105", "5, 5" })
    void formulaIsComputed(final String text, final double expected) {
        assertEquals(expected, formula(text.replace(';', ',')).of(IN, WAY));
    }

    @ParameterizedTest
    @DisplayName("RFC 7285, section 6.1.2.1: a cost is a non-negative number")
    @ValueSource(strings = { "hopcount - 3", "1 / (hopcount - 2)", "\"two\"", "hopcount > 1" })
    void whatIsNoCostIsUnknown(final String text) {
        assertEquals(Double.NaN, formula(text).of(IN, WAY));
    }

    @Test
    void formulaThatCannotBeReadOrNamesNoMetricSaysSo() {
        assertEquals("'1 / bandwidth': there is no metric 'bandwidth'; "
            + "there are bw_available, delay_ow, delay_ow_p99_9, hopcount",
            assertThrows(IllegalArgumentException.class, () -> formula("1 / bandwidth")).getMessage());
        final var message = assertThrows(IllegalArgumentException.class, () -> formula("hopcount +")).getMessage();
        assertTrue(message.startsWith("'hopcount +': "), message);
    }

    @Test
    void formulasResultIsTheSameForEachPathWithTheSameValues() {
        final var costing = new FormulaCosting(new Formula("hopcount * 2"), Map.of("hopcount", new HopMeasure()));
        assertEquals(4, costing.of(IN, WAY));
        assertEquals(4, costing.of(SwitchPort.parse("openflow:7:7"), WAY));
        assertEquals(6, costing.of(IN, Way.of(IN, WAY)));
    }
}
