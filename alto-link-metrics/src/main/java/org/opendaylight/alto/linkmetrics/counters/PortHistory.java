/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.counters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was read of the counters of one port, the newest so many readings. Counters that wrap go on; counters that were
 * reset, as after a restart of the switch, start a new history. A reading that never came leaves a longer interval
 * between two others and nothing else.
 *
 * <p>Times are of the controller's clock that only goes forward. When a switch says how old a port is, this tells when
 * it read the counters; the report may have been under way for long. Not for several threads.
 */
public final class PortHistory {
    private final ArrayDeque<Reading> readings = new ArrayDeque<>();
    private int kept;

    /**
     * A reading of the counters.
     *
     * @param totals how much each counter has grown since the history began
     */
    private record Reading(PortCounters counters, Map<Counter, Long> totals) {
    }

    /**
     * Makes an empty history.
     *
     * @param kept how many readings are kept, at least 2
     */
    public PortHistory(final int kept) {
        keep(kept);
    }

    /**
     * Sets how many readings are kept.
     *
     * @param number at least 2
     */
    public void keep(final int number) {
        if (number < 2) {
            throw new IllegalArgumentException("No rate can be told from " + number + " readings");
        }
        kept = number;
        forget();
    }

    private void forget() {
        while (readings.size() > kept) {
            readings.removeFirst();
        }
    }

    /**
     * Takes up a reading.
     *
     * @param counters what the switch reported, later than what it reported before
     */
    public void add(final PortCounters counters) {
        final var last = readings.peekLast();
        if (last != null && !counters.continues(last.counters)) {
            readings.clear();
        }
        final var totals = new EnumMap<Counter, Long>(Counter.class);
        if (readings.isEmpty()) {
            counters.values().keySet().forEach(counter -> totals.put(counter, 0L));
        } else {
            counters.values().forEach((counter, value) -> {
                final var total = readings.getLast().totals.get(counter);
                final var before = readings.getLast().counters.values().get(counter);
                if (total != null && before != null) {
                    totals.put(counter, total + Increase.of(before, value));
                }
            });
        }
        readings.addLast(new Reading(counters, totals));
        forget();
    }

    /**
     * Returns the newest value of a counter, as the switch reported it.
     *
     * @param counter which one
     * @return the value; 0 if there is none
     */
    public long newest(final Counter counter) {
        final var last = readings.peekLast();
        return last == null ? 0 : last.counters.values().getOrDefault(counter, 0L);
    }

    /**
     * Returns when the newest reading came.
     *
     * @return the time; long ago if there is none
     */
    public long newestNanos() {
        return readings.isEmpty() ? Long.MIN_VALUE / 2 : readings.getLast().counters.nanos();
    }

    /**
     * Looks at the readings of a time.
     *
     * @param from the earliest time that is of interest
     * @return the readings since then, and the last one before it
     */
    public Growth since(final long from) {
        final var all = List.copyOf(readings);
        final long offset = all.stream().filter(reading -> reading.counters.age().isPresent())
            .mapToLong(reading -> reading.counters.nanos() - reading.counters.age().getAsLong()).min().orElse(0);
        final var times = all.stream().mapToLong(reading -> reading.counters.age().isPresent()
            ? reading.counters.age().getAsLong() + offset : reading.counters.nanos()).toArray();
        final int first = IntStream.range(0, times.length).filter(i -> times[i] > from).findFirst()
            .orElse(times.length);
        final var chosen = new ArrayList<Map<Counter, Long>>();
        final int start = Math.max(0, first - 1);
        all.subList(start, all.size()).forEach(reading -> chosen.add(reading.totals));
        return new Growth(IntStream.range(start, times.length).mapToLong(i -> times[i]).toArray(), chosen);
    }
}
