/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Statistic;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.linkmetrics.counters.Counter;
import org.opendaylight.alto.linkmetrics.counters.PortCounters;

class LinkTableTest {
    private static final SwitchPort HOST1 = SwitchPort.parse("openflow:1:1");
    private static final SwitchPort EAST = SwitchPort.parse("openflow:1:2");
    private static final SwitchPort WEST = SwitchPort.parse("openflow:2:2");
    private static final SwitchPort HOST2 = SwitchPort.parse("openflow:2:1");
    private static final Topology NET = Topology.of(
        Map.of(new SwitchId(1), List.of(HOST1, EAST), new SwitchId(2), List.of(HOST2, WEST)),
        Map.of(EAST, WEST, WEST, EAST));
    private static final Instant CLOCK = Instant.EPOCH;
    private static final long SECOND = 1_000_000_000L;
    private static final long MICRO = 1000;

    private final LinkTable table = new LinkTable(settings(Map.of()));

    private static MeasureSettings settings(final Map<SwitchPort, LinkValues> links) {
        return new MeasureSettings(Duration.ofSeconds(60), Duration.ofSeconds(1), 500, 600,
            List.of(Statistic.MIN, Statistic.MAX, new Statistic("stddev")), links,
            Map.of(CostMetric.DELAY_OW, new CostContext(CostContext.Source.NOMINAL, Map.of())));
    }

    @BeforeEach
    void before() {
        table.topology(NET);
    }

    private MetricSnapshot at(final double seconds) {
        return table.snapshot((long) (seconds * SECOND), CLOCK);
    }

    private double leaving(final double seconds, final String metric, final SwitchPort port) {
        return at(seconds).measure(new CostMetric(metric)).leaving(port);
    }

    private double entering(final double seconds, final String metric, final SwitchPort port) {
        return at(seconds).measure(new CostMetric(metric)).entering(port);
    }

    /** Three readings of all ports that send so many bytes and packets a second, of which so many come. */
    private void count(final long sent, final long packets, final double arriving) {
        for (int second = 0; second <= 60; second += 20) {
            read(second, HOST1, 1000L, 3000L, 0, 0);
            read(second, EAST, sent, 50, packets, 0);
            read(second, WEST, 50, sent, 0, Math.round(packets * arriving));
        }
    }

    private void read(final int second, final SwitchPort port, final long txBytes, final long rxBytes,
            final long txPackets, final long rxPackets) {
        table.counters(port, new PortCounters(second * SECOND, OptionalLong.empty(), Map.of(
            Counter.TX_BYTES, txBytes * second, Counter.RX_BYTES, rxBytes * second,
            Counter.TX_PACKETS, txPackets * second, Counter.RX_PACKETS, rxPackets * second,
            Counter.RX_ERRORS, 3L, Counter.TX_ERRORS, 4L, Counter.RX_DROPS, 5L, Counter.TX_DROPS, 6L)));
    }

    @Test
    void bandwidthIsUnknownWithoutCapacityOrWithoutCounters() {
        table.speed(EAST, 0.0);
        count(100, 0, 1);
        assertEquals(Double.NaN, leaving(60, "bw-residual", EAST));
        assertEquals(Double.NaN, leaving(60, "bw-available", EAST));
        table.speed(HOST2, 10_000.0);
        assertEquals(10_000, leaving(60, "bw-residual", HOST2));
        assertEquals(Double.NaN, leaving(60, "bw-available", HOST2));
    }

    @Test
    void bandwidthIsWhatIsNotInUse() {
        table.speed(EAST, 10_000.0);
        table.speed(HOST1, 10_000.0);
        count(100, 0, 1);
        assertEquals(10_000, leaving(60, "bw-residual", EAST));
        assertEquals(9_900, leaving(60, "bw-available", EAST));
        assertEquals(9_900, leaving(60, "bw-available:min", EAST));
        assertEquals(9_000, leaving(60, "bw-available", HOST1));
        assertEquals(7_000, entering(60, "bw-available", HOST1));
    }

    @Test
    void operatorsCapacityWinsAndIsNotUsedUpBelowZero() {
        table.speed(EAST, 10_000.0);
        table.settings(settings(Map.of(EAST, new LinkValues(50, Double.NaN, Double.NaN))));
        count(100, 0, 1);
        assertEquals(50, leaving(60, "bw-residual", EAST));
        assertEquals(0, leaving(60, "bw-available", EAST));
        assertEquals(100, status(at(60), EAST).utilisation());
    }

    private double limited(final String metric, final double value) {
        return at(60).measure(new CostMetric(metric)).limitedTo(value, 70);
    }

    @Test
    void meterBoundsBandwidthsOfAPathAndNothingElse() {
        for (final var bandwidth : List.of("bw-residual", "bw-available", "bw-available:min")) {
            assertEquals(70, limited(bandwidth, 100));
            assertEquals(60, limited(bandwidth, 60));
            assertEquals(Double.NaN, limited(bandwidth, Double.NaN));
        }
        for (final var other : List.of("delay-ow", "delay-rt", "delay-variation", "lossrate")) {
            assertEquals(100, limited(other, 100));
        }
    }

    @Test
    void silentCountersAreUnknownAfterAWindow() {
        table.speed(EAST, 10_000.0);
        count(100, 0, 1);
        assertEquals(9_900, leaving(119, "bw-available", EAST));
        assertEquals(Double.NaN, leaving(121, "bw-available", EAST));
    }

    @Test
    void delayIsTheMedianOfTheWindow() {
        assertEquals(Double.NaN, leaving(0, "delay-ow", EAST));
        arrive(1, EAST, 900);
        arrive(10, EAST, 300);
        arrive(11, EAST, 100);
        arrive(12, EAST, 200);
        assertEquals(250, leaving(13, "delay-ow", EAST));
        assertEquals(100, leaving(13, "delay-ow:min", EAST));
        assertEquals(150, leaving(13, "delay-variation", EAST));
        assertEquals(200, leaving(62, "delay-ow", EAST));
        assertEquals(100, leaving(62, "delay-variation", EAST));
        assertEquals(Double.NaN, leaving(73, "delay-ow", EAST));
        assertEquals(Double.NaN, leaving(62, "delay-ow", WEST));
    }

    private void arrive(final int second, final SwitchPort from, final int micros) {
        table.arrived(from, micros * MICRO, second * SECOND);
    }

    @Test
    @DisplayName("RFC 9439, section 4.2: the round trip is of both directions")
    void roundTripIsOfBothDirections() {
        arrive(1, EAST, 100);
        assertEquals(Double.NaN, leaving(1, "delay-rt", EAST));
        arrive(2, WEST, 50);
        assertEquals(150, leaving(2, "delay-rt", EAST));
        assertEquals(150, leaving(2, "delay-rt", WEST));
        table.settings(settings(Map.of(EAST, new LinkValues(Double.NaN, 7, Double.NaN))));
        assertEquals(57, leaving(2, "delay-rt", EAST));
        assertEquals(57, leaving(2, "delay-rt", WEST));
        table.settings(settings(Map.of(EAST, new LinkValues(Double.NaN, 7, Double.NaN),
            WEST, new LinkValues(Double.NaN, 8, Double.NaN))));
        assertEquals(15, leaving(2, "delay-rt", EAST));
        assertEquals(15, leaving(100, "delay-rt", WEST));
    }

    @Test
    void errorOfOneDirectionIsRightInBoth() {
        arrive(1, EAST, -30);
        arrive(2, WEST, 50);
        assertEquals(0, leaving(2, "delay-ow", EAST));
        assertEquals(20, leaving(2, "delay-rt", EAST));
        arrive(3, WEST, 10);
        arrive(4, WEST, 10);
        assertEquals(0, leaving(4, "delay-rt:min", WEST));
    }

    @Test
    void operatorsDelayAndLossWin() {
        arrive(1, EAST, 100);
        table.settings(settings(Map.of(EAST, new LinkValues(Double.NaN, 7, 0.5))));
        assertEquals(7, leaving(1, "delay-ow", EAST));
        assertEquals(0, leaving(1, "delay-ow:stddev", EAST));
        assertEquals(0.5, leaving(1, "lossrate", EAST));
        // it varies as before
        assertEquals(0, leaving(1, "delay-variation", EAST));
    }

    @Test
    void lossIsToldByCountersIfThereAreManyPackets() {
        count(100, 20, 0.9);
        assertEquals(10, leaving(60, "lossrate", EAST), 1e-9);
    }

    @Test
    void lossIsToldByProbesIfThereAreFewPackets() {
        count(100, 1, 0.5);
        assertEquals(Double.NaN, leaving(60, "lossrate", EAST));
        for (int second = 40; second < 60; second++) {
            if (second % 4 == 0) {
                table.lost(EAST, second * SECOND);
            } else {
                arrive(second, EAST, 100);
            }
        }
        assertEquals(25, leaving(60, "lossrate", EAST));
    }

    @Test
    void hostsPortsAddNoDelayAndNoLoss() {
        for (final var metric : List.of("delay-ow", "delay-rt", "delay-variation", "lossrate", "delay-ow:max")) {
            assertEquals(0, entering(0, metric, HOST1));
            assertEquals(0, leaving(0, metric, HOST2));
            assertEquals(Double.NaN, leaving(0, metric, EAST));
            assertEquals(Double.NaN, leaving(0, metric, SwitchPort.parse("openflow:9:9")));
        }
    }

    @Test
    @DisplayName("RFC 9439: delays add up, losses by what survives, bandwidths by the least")
    void pathsAreMadeOfLinks() {
        final var snapshot = at(0);
        assertEquals(30, combine(snapshot, CostMetric.DELAY_OW, 10, 20));
        assertEquals(19, combine(snapshot, CostMetric.LOSSRATE, 10, 10), 1e-9);
        assertEquals(100, combine(snapshot, CostMetric.LOSSRATE, 100, 10));
        assertEquals(10, combine(snapshot, CostMetric.BW_RESIDUAL, 10, 20));
        for (final var metric : snapshot.offered()) {
            assertEquals(Double.NaN, combine(snapshot, metric, 10, Double.NaN));
            assertEquals(Double.NaN, combine(snapshot, metric, Double.NaN, 10));
        }
        assertEquals(0, snapshot.measure(CostMetric.DELAY_RT).ofNoPath());
        assertEquals(0, snapshot.measure(CostMetric.LOSSRATE).ofNoPath());
        assertEquals(Double.NaN, snapshot.measure(CostMetric.BW_AVAILABLE).ofNoPath());
    }

    private static double combine(final MetricSnapshot snapshot, final CostMetric metric, final double first,
            final double second) {
        return snapshot.measure(metric).combine(first, second);
    }

    @Test
    void whatIsOfferedFollowsTheSettings() {
        final var snapshot = at(0);
        assertEquals(24, snapshot.offered().size());
        assertTrue(snapshot.offered().contains(new CostMetric("delay-variation:stddev")));
        assertThrows(IllegalArgumentException.class, () -> snapshot.measure(new CostMetric("delay-ow:p95")));
        assertThrows(IllegalArgumentException.class, () -> snapshot.measure(CostMetric.HOPCOUNT));
        assertEquals(CostContext.Source.NOMINAL, snapshot.settings().context(new CostMetric("delay-ow:max")).source());
        assertEquals(CostContext.Source.ESTIMATION, snapshot.settings().context(CostMetric.LOSSRATE).source());
    }

    @Test
    void linkThatIsPluggedElsewhereIsMeasuredAnew() {
        arrive(1, EAST, 100);
        table.topology(NET);
        assertEquals(100, leaving(2, "delay-ow", EAST));
        table.topology(Topology.of(Map.of(new SwitchId(1), List.of(EAST), new SwitchId(2), List.of(HOST2)),
            Map.of(EAST, HOST2)));
        assertEquals(Double.NaN, leaving(2, "delay-ow", EAST));
        arrive(3, WEST, 100);
        assertEquals(Double.NaN, leaving(3, "delay-ow", WEST));
    }

    private static LinkStatus status(final MetricSnapshot snapshot, final SwitchPort port) {
        return snapshot.links().stream().filter(link -> link.from().equals(port)).findFirst().orElseThrow();
    }

    @Test
    void statusHasWhatIsKnown() {
        table.speed(EAST, 10_000.0);
        count(100, 20, 1);
        arrive(58, EAST, 100);
        arrive(59, EAST, 300);
        final var link = status(table.snapshot(62 * SECOND, Instant.ofEpochSecond(1000)), EAST);
        assertEquals(Optional.of(WEST), link.to());
        assertEquals(1, link.utilisation());
        assertEquals(50, link.rxRate());
        assertEquals(Map.of(CostMetric.BW_AVAILABLE, 9_900.0, CostMetric.BW_RESIDUAL, 10_000.0, CostMetric.DELAY_OW,
            200.0, CostMetric.DELAY_VARIATION, 100.0, CostMetric.LOSSRATE, 0.0), (SortedMap<?, ?>) link.metrics());
        assertEquals(2, link.delaySamples());
        assertEquals(7, link.errors());
        assertEquals(11, link.drops());
        assertEquals(Optional.of(Instant.ofEpochSecond(998)), link.observed());
        assertEquals(List.of(100.0, 300.0), link.delays());
        assertEquals(List.of(100.0, 100.0, 100.0), link.txRates());
        final var port = status(at(62), HOST2);
        assertEquals(Map.of(), (SortedMap<?, ?>) port.metrics());
        assertEquals(Optional.empty(), port.observed());
    }

    @Test
    void noiseIsNoNews() {
        final var nothing = at(0);
        assertFalse(at(0).differsFrom(nothing));
        arrive(1, EAST, 10_000);
        final var something = at(1);
        assertTrue(something.differsFrom(nothing));
        assertTrue(nothing.differsFrom(something));
        table.topology(Topology.EMPTY);
        table.topology(NET);
        arrive(2, EAST, 10_400);
        assertFalse(at(2).differsFrom(something));
        table.topology(Topology.EMPTY);
        table.topology(NET);
        arrive(3, EAST, 10_600);
        assertTrue(at(3).differsFrom(something));
        final var before = at(3);
        table.settings(settings(Map.of(WEST, new LinkValues(1, 2, 3))));
        assertTrue(at(3).differsFrom(before));
    }

    @Test
    void onlySoManySamplesAreKept() {
        table.settings(new MeasureSettings(Duration.ofSeconds(60), Duration.ofSeconds(1), 500, 10, List.of(), Map.of(),
            Map.of()));
        for (int second = 0; second < 50; second++) {
            arrive(second, EAST, 100);
        }
        assertEquals(10, status(at(50), EAST).delaySamples());
    }
}
