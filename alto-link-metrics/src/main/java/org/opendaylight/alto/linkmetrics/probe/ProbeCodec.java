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

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.opendaylight.alto.core.net.SwitchId;

/**
 * Probe packets as Ethernet frames, of the EtherType for local experiments (IEEE 802, OUI Extended EtherType). A
 * keyed hash (HMAC-SHA256, cut to {@value #TAG_BYTES} bytes) covers all that they say, so that nobody but us can make
 * one. May be used from any thread.
 *
 * <pre>
 *   6  destination  a locally administered address that no station has
 *   6  source       another one
 *   2  EtherType    0x88B5
 *   4  magic        "ALTO"
 *   8  switch       datapath id
 *   4  port         0 for the controller
 *   8  sequence
 *  16  hash
 *   6  padding      to the least size of a frame
 * </pre>
 */
public final class ProbeCodec {
    /** EtherType, as in the rule that sends probes to the controller. */
    public static final int ETHER_TYPE = 0x88B5;

    private static final byte[] HEADER = HexFormat.of().parseHex("02616c746f01" + "02616c746f00" + "88b5" + "414c544f");
    private static final int HASHED = HEADER.length + 8 + 4 + 8;
    private static final int TAG_BYTES = 16;
    private static final int FRAME = 60;

    private final HashFunction hash;

    /**
     * Makes a codec.
     *
     * @param secret what only we know, and is another one each time
     */
    public ProbeCodec(final byte[] secret) {
        hash = Hashing.hmacSha256(secret);
    }

    /**
     * Writes a probe.
     *
     * @param probe what it says
     * @return a frame without checksum
     */
    public byte[] encode(final Probe probe) {
        final var frame = ByteBuffer.allocate(FRAME).put(HEADER).putLong(probe.switchId().datapathId())
            .putInt((int) probe.port()).putLong(probe.sequence());
        return frame.put(tag(frame.array())).array();
    }

    /**
     * Tells probes from other packets, also those of others.
     *
     * @param frame any frame
     * @return whether it looks like a probe
     */
    public static boolean isProbe(final byte[] frame) {
        return frame.length >= HEADER.length && Arrays.equals(frame, 0, HEADER.length, HEADER, 0, HEADER.length);
    }

    /**
     * Reads a probe.
     *
     * @param frame any frame
     * @return what it says; empty if it is not a probe of ours
     */
    public Optional<Probe> decode(final byte[] frame) {
        if (!isProbe(frame) || frame.length < HASHED + TAG_BYTES
            || !MessageDigest.isEqual(tag(frame), Arrays.copyOfRange(frame, HASHED, HASHED + TAG_BYTES))) {
            return Optional.empty();
        }
        final var in = ByteBuffer.wrap(frame).position(HEADER.length);
        return Optional.of(new Probe(new SwitchId(in.getLong()), Integer.toUnsignedLong(in.getInt()), in.getLong()));
    }

    private byte[] tag(final byte[] frame) {
        return Arrays.copyOf(hash.hashBytes(frame, 0, HASHED).asBytes(), TAG_BYTES);
    }
}
