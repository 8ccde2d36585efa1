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

import java.util.Optional;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;

/**
 * The beginning of an Ethernet frame with at most one IEEE 802.1Q tag.
 *
 * @param vlan VLAN of the frame's tag, or empty if it has none or one without a VLAN (a priority tag)
 * @param source link-layer address that the frame says it comes from
 * @param destination link-layer address that the frame goes to
 * @param etherType what the frame holds
 * @param payloadOffset where that begins, in bytes
 */
public record EthernetHeader(Optional<VlanId> vlan, MacAddress source, MacAddress destination, int etherType,
        int payloadOffset) {
    /** Ethernet addresses and the type. */
    private static final int BYTES = 2 * MacAddress.BYTES + 2;
    private static final int TAG_BYTES = 4;
    private static final int ETHERTYPE_VLAN = 0x8100;
    private static final int VLAN_MASK = 0x0FFF;
    private static final int VLAN_RESERVED = 0x0FFF;

    /**
     * Reads a frame. Never throws.
     *
     * @param frame an Ethernet frame
     * @return the header, or empty if the frame ends before its payload or has the reserved VLAN 4095
     */
    public static Optional<EthernetHeader> decode(final byte[] frame) {
        final int payload = payloadOffset(frame);
        if (frame.length < payload) {
            return Optional.empty();
        }
        final int tag = payload == BYTES ? 0 : unsignedShort(frame, BYTES) & VLAN_MASK;
        if (tag == VLAN_RESERVED) {
            return Optional.empty();
        }
        return Optional.of(new EthernetHeader(tag == 0 ? Optional.empty() : Optional.of(new VlanId(tag)),
            MacAddress.ofBytes(frame, MacAddress.BYTES), MacAddress.ofBytes(frame, 0),
            unsignedShort(frame, payload - 2), payload));
    }

    /**
     * Returns where the payload of a frame begins. Allocates nothing.
     *
     * @param frame an Ethernet frame
     * @return an offset in bytes, which may be beyond the end of the frame
     */
    public static int payloadOffset(final byte[] frame) {
        return frame.length >= BYTES && unsignedShort(frame, BYTES - 2) == ETHERTYPE_VLAN ? BYTES + TAG_BYTES : BYTES;
    }

    /**
     * Returns what a frame holds. Allocates nothing.
     *
     * @param frame an Ethernet frame
     * @return the EtherType, or -1 if the frame ends before its payload
     */
    public static int etherType(final byte[] frame) {
        final int payload = payloadOffset(frame);
        return frame.length < payload ? -1 : unsignedShort(frame, payload - 2);
    }

    /**
     * Reads two bytes as a number.
     *
     * @param bytes where to read
     * @param offset of the first byte
     * @return a number, 0 to 65535
     */
    public static int unsignedShort(final byte[] bytes, final int offset) {
        return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
    }
}
