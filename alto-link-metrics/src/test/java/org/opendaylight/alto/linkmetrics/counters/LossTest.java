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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
    private static final long SECOND = 1_000_000_000L;

    private final PortHistory sender = new PortHistory(100);
    private final PortHistory receiver = new PortHistory(100);

    private static PortCounters packets(final double seconds, final Counter counter, final long packets) {
        return new PortCounters((long) (seconds * SECOND), OptionalLong.empty(), Map.of(counter, packets));
    }

    private double loss(final int minSeconds, final int minPackets) {
        return Growth.loss(sender.since(Long.MIN_VALUE / 2), receiver.since(Long.MIN_VALUE / 2), minSeconds * SECOND,
            minPackets);
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0, 0.5, 5, 100 })
    void isToldAlthoughPortsAreReadAtDifferentTimes(final double percent) {
        final var random = new Random(1);
        for (int i = 0; i < 20; i++) {
            final double one = 3 * i + random.nextDouble();
            final double other = 3 * i + 1 + random.nextDouble();
            sender.add(packets(one, Counter.TX_PACKETS, Math.round(1e6 * one)));
            receiver.add(packets(other, Counter.RX_PACKETS, Math.round(1e6 * (1 - percent / 100) * other)));
        }
        assertEquals(percent, loss(50, 100), 1e-4);
    }

    @Test
    void isNeverNegative() {
        for (int second = 0; second < 10; second++) {
            sender.add(packets(second, Counter.TX_PACKETS, 1000 * second));
            receiver.add(packets(second, Counter.RX_PACKETS, 1010 * second));
        }
        assertEquals(0, loss(5, 100));
    }

    @Test
    void isUnknownWithFewPacketsOrLittleTimeInCommon() {
        for (int second = 0; second < 10; second++) {
            sender.add(packets(second, Counter.TX_PACKETS, 100 * second));
            receiver.add(packets(second + 5, Counter.RX_PACKETS, 100 * second));
        }
        assertEquals(0, loss(4, 400));
        assertEquals(Double.NaN, loss(4, 401));
        assertEquals(Double.NaN, loss(5, 400));
    }

    @Test
    void isUnknownWithoutCounters() {
        assertEquals(Double.NaN, loss(0, 0));
        for (int second = 0; second < 10; second++) {
            sender.add(packets(second, Counter.TX_BYTES, 100 * second));
            receiver.add(packets(second, Counter.RX_PACKETS, 100 * second));
        }
        assertEquals(Double.NaN, loss(0, 0));
    }

    @Test
    void whatTheSenderDropsIsLostToo() {
        for (int second = 0; second < 10; second++) {
            sender.add(new PortCounters(second * SECOND, OptionalLong.empty(),
                Map.of(Counter.TX_PACKETS, 900L * second, Counter.TX_DROPS, 100L * second)));
            receiver.add(packets(second, Counter.RX_PACKETS, 810 * second));
        }
        assertEquals(19, loss(5, 100), 1e-9);
    }
}
