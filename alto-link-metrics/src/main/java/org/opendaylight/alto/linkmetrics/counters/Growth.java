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

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How counters grew over some readings. Immutable. */
public final class Growth {
    private static final double NANOS = 1e9;

    private final long[] times;
    private final List<Map<Counter, Long>> totals;

    Growth(final long[] times, final List<Map<Counter, Long>> totals) {
        this.times = times;
        this.totals = List.copyOf(totals);
    }

    /**
     * Returns the rate from the first to the last reading.
     *
     * @param counter which counter
     * @return how much it grows in a second; {@code NaN} if there are not two readings of it
     */
    public double rate(final Counter counter) {
        return times.length < 2 ? Double.NaN : rate(counter, 0, times.length - 1);
    }

    private double rate(final Counter counter, final int from, final int to) {
        return (total(counter, to) - total(counter, from)) / (times[to] - times[from]) * NANOS;
    }

    /**
     * Returns the rates from each reading to the next.
     *
     * @param counter which counter
     * @return how much it grows in a second, the oldest first; empty if it is not known throughout
     */
    public double[] rates(final Counter counter) {
        final var rates = IntStream.range(1, times.length).mapToDouble(i -> rate(counter, i - 1, i))
            .filter(rate -> !Double.isInfinite(rate)).toArray();
        return DoubleStream.of(rates).anyMatch(Double::isNaN) ? new double[0] : rates;
    }

    private double total(final Counter counter, final int index) {
        final var total = totals.get(index).get(counter);
        return total == null ? Double.NaN : total;
    }

    private double totalAt(final Counter counter, final long nanos) {
        int after = 0;
        while (after < times.length - 1 && times[after] < nanos) {
            after++;
        }
        if (times[after] == nanos || after == 0) {
            return total(counter, after);
        }
        final double part = (double) (nanos - times[after - 1]) / (times[after] - times[after - 1]);
        return total(counter, after - 1) + part * (total(counter, after) - total(counter, after - 1));
    }

    /**
     * Returns the part of the packets that are lost between two ports, comparing the counters of both at the same two
     * moments. What the sender drops instead of sending is lost too.
     *
     * @param sender how the counters of the sending port grew
     * @param receiver how the counters of the receiving port grew
     * @param minNanos how much of the time both have to cover
     * @param minPackets how many packets it takes to tell
     * @return a number of percent, not negative; {@code NaN} if that cannot be told
     */
    public static double loss(final Growth sender, final Growth receiver, final long minNanos, final int minPackets) {
        if (sender.times.length < 2 || receiver.times.length < 2) {
            return Double.NaN;
        }
        final long from = Math.max(sender.times[0], receiver.times[0]);
        final long to = Math.min(sender.times[sender.times.length - 1], receiver.times[receiver.times.length - 1]);
        if (to - from < minNanos) {
            return Double.NaN;
        }
        final double drops = sender.between(Counter.TX_DROPS, from, to);
        final double offered = sender.between(Counter.TX_PACKETS, from, to) + (Double.isNaN(drops) ? 0 : drops);
        final double arrived = receiver.between(Counter.RX_PACKETS, from, to);
        return offered >= minPackets ? Math.max(0, 100 * (1 - arrived / offered)) : Double.NaN;
    }

    private double between(final Counter counter, final long from, final long to) {
        return totalAt(counter, to) - totalAt(counter, from);
    }
}
