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

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.Statistic;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.linkmetrics.counters.Counter;
import org.opendaylight.alto.linkmetrics.counters.Growth;
import org.opendaylight.alto.linkmetrics.counters.PortCounters;
import org.opendaylight.alto.linkmetrics.counters.PortHistory;

/**
 * What was observed on all links and ports, the newest of it, within bounds. Times are of a clock that only goes
 * forward, in nanoseconds. Not for several threads.
 */
public final class LinkTable {
    /** With fewer packets in a window, those that are counted at one end and not yet at the other would count much. */
    static final int PACKETS_TO_TELL_LOSS = 500;
    /** As no probe is counted at one end only, few of them will do. */
    static final int PROBES_TO_TELL_LOSS = 10;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final Map<SwitchPort, PortHistory> histories = new HashMap<>();
    private final Map<SwitchPort, Double> speeds = new HashMap<>();
    private final Map<SwitchPort, LinkObservations> links = new HashMap<>();
    private MeasureSettings settings;
    private Topology topology = Topology.EMPTY;

    /**
     * Makes an empty table.
     *
     * @param settings the operator's
     */
    public LinkTable(final MeasureSettings settings) {
        this.settings = settings;
    }

    /**
     * Changes the settings.
     *
     * @param next from now on
     */
    public void settings(final MeasureSettings next) {
        settings = next;
        histories.values().forEach(history -> history.keep(next.samplesKept()));
    }

    /**
     * Changes the network. What was observed on links that are still there stays.
     *
     * @param next from now on
     */
    public void topology(final Topology next) {
        topology = next;
        links.entrySet().removeIf(entry -> !next.peer(entry.getKey()).equals(Optional.of(entry.getValue().to())));
        next.links().forEach((from, to) -> links.computeIfAbsent(from, port -> new LinkObservations(to)));
    }

    /**
     * Takes up what a port can carry.
     *
     * @param port the port
     * @param bytesPerSecond its speed; 0 if it does not say; null if there is no such port any more
     */
    public void speed(final SwitchPort port, final @Nullable Double bytesPerSecond) {
        if (bytesPerSecond == null) {
            speeds.remove(port);
        } else {
            speeds.put(port, bytesPerSecond);
        }
    }

    /**
     * Takes up a reading of counters.
     *
     * @param port the port
     * @param counters what its switch reported
     */
    public void counters(final SwitchPort port, final PortCounters counters) {
        histories.computeIfAbsent(port, key -> new PortHistory(settings.samplesKept())).add(counters);
    }

    /**
     * Takes up that a probe came over a link.
     *
     * @param from the port that sent it
     * @param nanos how long it was on the link; may be negative where little is known, and counts as 0 then
     * @param now when it came
     */
    public void arrived(final SwitchPort from, final long nanos, final long now) {
        final var link = links.get(from);
        if (link == null) {
            return;
        }
        final double micros = nanos / NANOS_PER_MICRO;
        link.delays().add(now, micros, settings.samplesKept());
        link.arrivals().add(now, 1, settings.samplesKept());
        final var back = links.get(link.to());
        if (back != null && back.to().equals(from) && back.delays().newestNanos() > now - window()) {
            final double both = micros + back.delays().newest();
            link.roundTrips().add(now, both, settings.samplesKept());
            back.roundTrips().add(now, both, settings.samplesKept());
        }
    }

    /**
     * Takes up that a probe did not come over a link.
     *
     * @param from the port that was to send it
     * @param now when it was given up
     */
    public void lost(final SwitchPort from, final long now) {
        final var link = links.get(from);
        if (link != null) {
            link.arrivals().add(now, 0, settings.samplesKept());
        }
    }

    private long window() {
        return settings.window().toNanos();
    }

    /**
     * Takes stock: notes the present loss of each link, and forgets ports that were silent for a window.
     *
     * @param now the time, not before that of any observation
     * @param clock the same on the machine's clock
     * @return what is known now
     */
    public MetricSnapshot snapshot(final long now, final Instant clock) {
        histories.values().removeIf(history -> history.newestNanos() < now - window());
        final var growths = new HashMap<SwitchPort, Growth>();
        histories.forEach((port, history) -> growths.put(port, history.since(now - window())));
        links.forEach((from, link) -> {
            final double loss = loss(histories.get(from), histories.get(link.to()), link, now);
            if (!Double.isNaN(loss)) {
                link.losses().add(now, loss, settings.samplesKept());
            }
        });
        return new MetricSnapshot(topology.ports().values().stream().flatMap(ports -> ports.stream())
            .filter(port -> topology.peer(port).isPresent() || !topology.isInterSwitch(port))
            .map(port -> metrics(port, growths.get(port), now, clock)).toList(), settings);
    }

    /** Counters tell it of half a window, so that the median over a window has changed a window after the loss did. */
    private double loss(final @Nullable PortHistory sender, final @Nullable PortHistory receiver,
            final LinkObservations link, final long now) {
        final long half = window() / 2;
        final double counted = sender == null || receiver == null ? Double.NaN
            : Growth.loss(sender.since(now - half), receiver.since(now - half), half / 2, PACKETS_TO_TELL_LOSS);
        if (!Double.isNaN(counted)) {
            return counted;
        }
        final var probes = link.arrivals().since(now - window());
        return probes.length < PROBES_TO_TELL_LOSS ? Double.NaN
            : 100 * (1 - Arrays.stream(probes).sum() / probes.length);
    }

    private PortMetrics metrics(final SwitchPort port, final @Nullable Growth growth, final long now,
            final Instant clock) {
        final var said = settings.of(port);
        final double capacity = capacity(port);
        final var sending = rates(growth, Counter.TX_BYTES);
        final var receiving = rates(growth, Counter.RX_BYTES);
        final var metrics = new EnumMap<MeasuredMetric, Series>(MeasuredMetric.class);
        metrics.put(MeasuredMetric.BW_RESIDUAL, Series.constant(capacity));
        metrics.put(MeasuredMetric.BW_AVAILABLE, sending.map(rate -> notNegative(capacity - rate)));
        final var link = links.get(port);
        final var delays = link == null ? Series.NONE : Series.of(link.delays().since(now - window()));
        if (link != null) {
            final double least = delays.get(Statistic.MIN);
            metrics.put(MeasuredMetric.DELAY_OW, Double.isNaN(said.delay()) ? delays.map(LinkTable::notNegative)
                : Series.constant(said.delay()));
            metrics.put(MeasuredMetric.DELAY_RT,
                roundTrips(said.delay(), link, delays, now).map(LinkTable::notNegative));
            metrics.put(MeasuredMetric.DELAY_VARIATION, delays.map(delay -> delay - least));
            metrics.put(MeasuredMetric.LOSSRATE, Double.isNaN(said.loss())
                ? Series.of(link.losses().since(now - window())) : Series.constant(said.loss()));
        }
        final var history = histories.get(port);
        return new PortMetrics(port, topology.peer(port), capacity, sending, receiving,
            delays.map(LinkTable::notNegative), metrics,
            receiving.map(rate -> notNegative(capacity - rate)),
            history == null ? 0 : history.newest(Counter.RX_ERRORS) + history.newest(Counter.TX_ERRORS),
            history == null ? 0 : history.newest(Counter.RX_DROPS) + history.newest(Counter.TX_DROPS),
            observed(history, link, now, clock));
    }

    private static double notNegative(final double value) {
        return Math.max(0, value);
    }

    private double capacity(final SwitchPort port) {
        final double said = settings.of(port).capacity();
        final double speed = speeds.getOrDefault(port, 0.0);
        return !Double.isNaN(said) ? said : speed > 0 ? speed : Double.NaN;
    }

    private static Series rates(final @Nullable Growth growth, final Counter counter) {
        return growth == null ? Series.NONE : Series.of(growth.rates(counter), growth.rate(counter));
    }

    /** Where an operator says the delay of one direction, it is that one plus what is measured of the other. */
    private Series roundTrips(final double said, final LinkObservations link, final Series delays, final long now) {
        final double saidBack = settings.of(link.to()).delay();
        if (Double.isNaN(said) && Double.isNaN(saidBack)) {
            return Series.of(link.roundTrips().since(now - window()));
        }
        if (!Double.isNaN(saidBack)) {
            return (Double.isNaN(said) ? delays : Series.constant(said)).map(delay -> delay + saidBack);
        }
        final var back = links.get(link.to());
        return back == null ? Series.NONE
            : Series.of(back.delays().since(now - window())).map(delay -> delay + said);
    }

    private static Optional<Instant> observed(final @Nullable PortHistory history,
            final @Nullable LinkObservations link, final long now, final Instant clock) {
        final long newest = Math.max(history == null ? LONG_AGO : history.newestNanos(),
            link == null ? LONG_AGO : link.delays().newestNanos());
        return newest <= LONG_AGO ? Optional.empty() : Optional.of(clock.minus(Duration.ofNanos(now - newest)));
    }
}
