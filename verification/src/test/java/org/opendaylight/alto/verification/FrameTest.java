/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.frmchecker.flow.Field;

class FrameTest {
    @Test
    void tagsStandBetweenTheAddressesAndTheType() {
        final var packet = new Packet(new EnumMap<>(Map.of(Field.ETH_DST, Bits.of(2), Field.ETH_SRC, Bits.of(1),
            Field.ETH_TYPE, Bits.of(EtherType.IPV4), Field.IP_DSCP, Bits.of(1), Field.IP_ECN, Bits.of(2),
            Field.IP_PROTO, Bits.of(IpProtocol.UDP), Field.IPV4_SRC, Bits.of(0x0A00_0001),
            Field.IPV4_DST, Bits.of(0x0A00_0002), Field.UDP_SRC, Bits.of(5), Field.UDP_DST, Bits.of(53))),
            List.of(new Tag(5, 3), new Tag(6, 0))).with(Field.NW_TTL, Bits.of(64));
        assertEquals("000000000002" + "000000000001" + "81006005" + "81000006" + "0800"
            + "4506001c00000000" + "40110000" + "0a000001" + "0a000002" + "0005003500080000" + "00".repeat(10),
            Frame.hex(packet));
    }

    @Test
    void neighbourAdvertisementHasItsOption() {
        final var packet = new Packet(new EnumMap<>(Map.of(Field.ETH_TYPE, Bits.of(EtherType.IPV6),
            Field.IP_PROTO, Bits.of(IpProtocol.ICMPV6), Field.IPV6_FLABEL, Bits.of(0xABCDE),
            Field.ICMPV6_TYPE, Bits.of(IpProtocol.ADVERTISEMENT),
            Field.IPV6_ND_TARGET, new Bits(0x2001_0DB8_0000_0000L, 1), Field.IPV6_ND_TLL, Bits.of(9),
            Field.NW_TTL, Bits.of(64))), List.of());
        assertEquals("00".repeat(12) + "86dd" + "600abcde00203a40" + "00".repeat(32) + "8800000000000000"
            + "20010db8000000000000000000000001" + "0201000000000009", Frame.hex(packet));
    }

    @Test
    void labelsStandBetweenTheTypeAndWhatTheyHide() {
        final var packet = new Packet(new EnumMap<>(Map.of(Field.ETH_TYPE, Bits.of(EtherType.EXPERIMENTAL))),
            List.of(new Tag(5, 0))).labelled(EtherType.MPLS, new Label(0xABCDE, 3, 64))
            .labelled(EtherType.MPLS, new Label(0x12345, 0, 1));
        assertEquals("00".repeat(12) + "81000005" + "8847" + "12345001" + "abcde740" + "00".repeat(34),
            Frame.hex(packet));
    }
}
