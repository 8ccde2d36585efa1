/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.frame;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;

/**
 * The header of an Ethernet frame with at most one IEEE 802.1Q tag.
 *
 * @param vlan VLAN of the frame's tag, or empty if it has none or one without a VLAN (a priority tag)
 * @param source link-layer address that the frame says it comes from
 * @param destination link-layer address that the frame goes to
 * @param etherType type of the payload; that of a tag if the frame has more than one
 * @param payloadOffset index of the first byte of the payload
 */
public record EthernetHeader(Optional<VlanId> vlan, MacAddress source, MacAddress destination, int etherType,
        int payloadOffset) {
    /** EtherType of IPv4. */
    public static final int IPV4 = 0x0800;
    /** EtherType of ARP. */
    public static final int ARP = 0x0806;
    /** EtherType of IPv6. */
    public static final int IPV6 = 0x86DD;

    private static final int VLAN = 0x8100;
    private static final int UNTAGGED_BYTES = 2 * MacAddress.BYTES + 2;
    private static final int TAG_BYTES = 4;
    private static final int VLAN_MASK = 0x0FFF;
    private static final int VLAN_RESERVED = 0x0FFF;
    /** Without frame check sequence. */
    private static final int MIN_FRAME_BYTES = 60;

    /**
     * Tells without allocation whether a frame says that it holds a protocol.
     *
     * @param frame an Ethernet frame
     * @param etherType type of the protocol
     * @return true if that is what stands in front of the payload
     */
    public static boolean announces(final byte[] frame, final int etherType) {
        return etherType(frame, offsetOfPayload(frame)) == etherType;
    }

    /**
     * Finds the payload without allocation.
     *
     * @param frame an Ethernet frame
     * @return where its payload begins; behind the end if the frame is too short to have one
     */
    public static int offsetOfPayload(final byte[] frame) {
        return etherType(frame, UNTAGGED_BYTES) == VLAN ? UNTAGGED_BYTES + TAG_BYTES : UNTAGGED_BYTES;
    }

    /**
     * Reads a header.
     *
     * @param frame an Ethernet frame
     * @return its header, or empty if the frame ends before its payload or has the reserved VLAN 4095
     */
    public static Optional<EthernetHeader> decode(final byte[] frame) {
        final int payload = offsetOfPayload(frame);
        if (frame.length < payload) {
            return Optional.empty();
        }
        final int tag = payload == UNTAGGED_BYTES ? 0 : Bytes.unsignedShort(frame, UNTAGGED_BYTES) & VLAN_MASK;
        if (tag == VLAN_RESERVED) {
            return Optional.empty();
        }
        return Optional.of(new EthernetHeader(tag == 0 ? Optional.empty() : Optional.of(new VlanId(tag)),
            MacAddress.ofBytes(frame, MacAddress.BYTES), MacAddress.ofBytes(frame, 0), etherType(frame, payload),
            payload));
    }

    /**
     * Begins a frame.
     *
     * @param vlan VLAN of the frame, or empty for a frame without tag
     * @param source link-layer address that the frame comes from
     * @param destination link-layer address that the frame goes to
     * @param etherType type of the payload
     * @param payloadBytes length of the payload
     * @return a buffer on an array of the frame's length, padded to the least length of an Ethernet frame, that stands
     *     behind the header
     */
    public static ByteBuffer begin(final Optional<VlanId> vlan, final MacAddress source, final MacAddress destination,
            final int etherType, final int payloadBytes) {
        final int header = vlan.isPresent() ? UNTAGGED_BYTES + TAG_BYTES : UNTAGGED_BYTES;
        final var frame = ByteBuffer.allocate(Math.max(MIN_FRAME_BYTES, header + payloadBytes));
        frame.put(destination.toBytes()).put(source.toBytes());
        vlan.ifPresent(id -> frame.putShort((short) VLAN).putShort((short) id.value()));
        return frame.putShort((short) etherType);
    }

    /** The type in front of a payload, or -1 if the frame ends before it. */
    private static int etherType(final byte[] frame, final int payload) {
        return frame.length < payload ? -1 : Bytes.unsignedShort(frame, payload - 2);
    }
}
