/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.hosttracker.Net;
import org.opendaylight.alto.hosttracker.Packets;

class DhcpCodecTest {
    private static final byte[] ACK = Packets.dhcpAck(Net.mac(5), Net.mac(1), Net.ip(1));

    @Test
    @DisplayName("RFC 2131 2 and 3.1: DHCPACK")
    void readsWhatIsGranted() {
        assertEquals(Optional.of(new DhcpAck(Net.mac(1), Net.ip(1))), DhcpCodec.decode(ACK));
    }

    @Test
    void othersGrantNothing() {
        // ports, operation, length of the link-layer address, cookie, message type, fragment
        for (int offset : new int[] {35, 37, 42, 44, 278, 286, 21}) {
            final byte[] frame = ACK.clone();
            frame[offset]++;
            assertEquals(Optional.empty(), DhcpCodec.decode(frame), "offset " + offset);
        }
    }

    @Test
    void noTruncationGrantsAnything() {
        for (int length = 0; length < ACK.length; length++) {
            assertEquals(Optional.empty(), DhcpCodec.decode(Arrays.copyOf(ACK, length)));
        }
    }

    @Test
    void sourceOfAnIpPacketIsRead() {
        final byte[] frame = Packets.ipv4(Net.mac(1), Net.ip(1), Net.ip(2));
        assertEquals(Optional.of(new IpSource(Optional.empty(), Net.mac(1), Net.ip(1))), IpCodec.decode(frame));
        for (int length = 0; length < frame.length; length++) {
            assertEquals(Optional.empty(), IpCodec.decode(Arrays.copyOf(frame, length)));
        }
    }
}
