/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

class ProbeCodecTest {
    private static final Probe PROBE = new Probe(new SwitchId(-3), SwitchPort.MAX_PORT, 77);

    private final ProbeCodec codec = new ProbeCodec(new byte[] { 1, 2, 3 });

    @Test
    void whatIsWrittenIsRead() {
        final var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            final var probe = new Probe(new SwitchId(random.nextLong()), random.nextLong(1L << 32), random.nextLong());
            assertEquals(Optional.of(probe), codec.decode(codec.encode(probe)));
        }
    }

    @Test
    void frameHasTheLeastSizeAndTheRulesEtherType() {
        final var frame = codec.encode(PROBE);
        assertEquals(60, frame.length);
        assertEquals(ProbeCodec.ETHER_TYPE, (frame[12] & 0xFF) << 8 | frame[13] & 0xFF);
        // neither a group address nor one of a manufacturer
        assertEquals(2, frame[0] & 3);
        assertEquals(2, frame[6] & 3);
    }

    @Test
    void anyChangeOfWhatItSaysIsNoticed() {
        final var frame = codec.encode(PROBE);
        for (int bit = 0; bit < 8 * 54; bit++) {
            final var changed = frame.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), codec.decode(changed), "bit " + bit);
        }
    }

    @Test
    void probesOfOthersAreToldAndNotBelieved() {
        final var frame = new ProbeCodec(new byte[] { 1, 2, 4 }).encode(PROBE);
        assertTrue(ProbeCodec.isProbe(frame));
        assertEquals(Optional.empty(), codec.decode(frame));
    }

    @Test
    void anyBytesCanBeRead() {
        final var random = new Random(2);
        final var frame = codec.encode(PROBE);
        for (int length = 0; length < 100; length++) {
            final var noise = new byte[length];
            random.nextBytes(noise);
            assertFalse(ProbeCodec.isProbe(noise));
            assertEquals(Optional.empty(), codec.decode(noise));
            // cut off, or with padding as some ports add it
            assertEquals(length >= 54 ? Optional.of(PROBE) : Optional.empty(),
                codec.decode(Arrays.copyOf(frame, length)));
        }
    }
}
