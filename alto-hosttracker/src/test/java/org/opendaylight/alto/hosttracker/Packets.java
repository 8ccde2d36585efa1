/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker;

import java.nio.ByteBuffer;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;

/** Frames that no codec of ours writes. */
public final class Packets {
    private Packets() {
        // static methods only
    }

    private static ByteBuffer ipv4(final MacAddress source, final Ipv4Addr from, final Ipv4Addr to, final int protocol,
            final int payload) {
        final var frame = ByteBuffer.allocate(34 + payload);
        frame.put(MacAddress.BROADCAST.toBytes()).put(source.toBytes()).putShort((short) 0x0800)
            .put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload)).putInt(0).put((byte) 64)
            .put((byte) protocol).putShort((short) 0).putInt(from.value()).putInt(to.value());
        return frame;
    }

    /** An empty UDP packet. */
    public static byte[] ipv4(final MacAddress source, final Ipv4Addr from, final Ipv4Addr to) {
        return ipv4(source, from, to, 17, 8).array();
    }

    /** What a DHCP server says to all to grant an address (RFC 2131, section 2). */
    public static byte[] dhcpAck(final MacAddress server, final MacAddress client, final Ipv4Addr address) {
        final int dhcp = 240 + 7;
        final var frame = ipv4(server, new Ipv4Addr(0x0A0000FE), new Ipv4Addr(-1), 17, 8 + dhcp);
        frame.putShort((short) 67).putShort((short) 68).putShort((short) (8 + dhcp)).putShort((short) 0);
        final int start = frame.position();
        frame.put((byte) 2).put((byte) 1).put((byte) 6);
        frame.putInt(start + 16, address.value());
        frame.put(start + 28, client.toBytes());
        frame.putInt(start + 236, 0x63825363);
        frame.position(start + 240);
        frame.put((byte) 0).put((byte) 0).put((byte) 53).put((byte) 1).put((byte) 5).put((byte) 255);
        return frame.array();
    }
}
