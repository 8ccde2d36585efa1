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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.frmchecker.flow.Field;

class DatapathActionsTest {
    private static final Packet SENT = new Packet(new EnumMap<>(Map.of(Field.ETH_SRC, Bits.of(1), Field.ETH_DST,
        Bits.of(2), Field.ETH_TYPE, Bits.of(EtherType.IPV4), Field.IP_DSCP, Bits.of(0x3F), Field.IP_ECN, Bits.of(1),
        Field.IPV4_DST, Bits.of(0x0A00_0001))), List.of(new Tag(7, 1)));

    private static List<String> run(final String actions) {
        final var outputs = new ArrayList<String>();
        DatapathActions.run(actions, SENT, new DatapathActions.Outputs() {
            @Override
            public void toPort(final String port, final Packet packet) {
                outputs.add(port + " " + describe(packet));
            }

            @Override
            public void toController(final long cookie) {
                outputs.add("controller " + cookie);
            }

            @Override
            public void recirculate(final int id, final Packet packet) {
                outputs.add("again " + id + " " + describe(packet));
            }
        });
        return outputs;
    }

    private static String describe(final Packet packet) {
        return (packet.labels().isEmpty() ? "" : Integer.toHexString(packet.mplsType()) + packet.labels() + " ")
            + packet.tags() + Long.toHexString(packet.low(Field.ETH_DST)) + " "
            + Long.toHexString(packet.low(Field.IPV4_DST)) + " " + packet.low(Field.IP_DSCP) + " "
            + packet.low(Field.IP_ECN);
    }

    @Test
    void dropSendsNothing() {
        assertEquals(List.of(), run("drop"));
    }

    @Test
    void changesHoldForLaterCopiesOnly() {
        assertEquals(List.of("a [vlan 7 pcp 1]2 a000001 63 1", "b [vlan 7 pcp 1]9 a090909 63 1"),
            run("a,set(eth(dst=00:00:00:00:00:09)),set(ipv4(dst=10.9.9.9,ttl=63)),b"));
    }

    @Test
    void tagsAreAStack() {
        assertEquals(List.of("a [vlan 5 pcp 2, vlan 7 pcp 1]2 a000001 63 1", "b []2 a000001 63 1"),
            run("push_vlan(vid=5,pcp=2),a,pop_vlan,pop_vlan,b"));
    }

    @Test
    void maskedSetLeavesTheOtherBits() {
        assertEquals(List.of("a [vlan 7 pcp 1]2 a000001 1 1"), run("set(ipv4(tos=0x4/0xfc)),a"));
        assertEquals(List.of("a [vlan 7 pcp 1]ff02 a000001 63 1"),
            run("set(eth(dst=00:00:00:00:ff:00/00:00:00:00:ff:00)),a"));
    }

    @Test
    void cloneChangesNothingOutsideOfIt() {
        assertEquals(List.of("a []2 a000001 63 1", "b [vlan 7 pcp 1]2 a000001 63 1"), run("clone(pop_vlan,a),b"));
    }

    @Test
    void controllerIsToldWithTheCookieOfTheRule() {
        assertEquals(List.of("controller 3"), run("userspace(pid=0,controller(reason=1,"
            + "dont_send=1,continuation=0,recirc_id=1,rule_cookie=0x3,controller_id=0,max_len=65535))"));
    }

    @Test
    void packetWhoseTimeHasEndedIsNotSentToTheController() {
        assertEquals(List.of(), run("userspace(pid=0,controller(reason=2,dont_send=0,continuation=0,recirc_id=1,"
            + "rule_cookie=0x3,controller_id=0,max_len=65535))"));
    }

    @Test
    void labelsAreAStackBelowTheTags() {
        assertEquals(List.of("a 8847[label 9 tc 1 ttl 63, label 5 tc 2 ttl 64] [vlan 7 pcp 1]2 a000001 63 1",
            "b 8848[label 5 tc 2 ttl 64] [vlan 7 pcp 1]2 a000001 63 1", "c [vlan 7 pcp 1]2 a000001 63 1"),
            run("push_mpls(label=5,tc=2,ttl=64,bos=1,eth_type=0x8847),push_mpls(label=5,tc=2,ttl=64,bos=0,"
                + "eth_type=0x8847),set(mpls(label=9,tc=1,ttl=63,bos=0)),a,pop_mpls(eth_type=0x8848),b,"
                + "pop_mpls(eth_type=0x800),c"));
    }

    @Test
    void packetIsTakenApartAnewAsItIsByThen() {
        assertEquals(List.of("again 26 []2 a000001 63 1", "b [vlan 7 pcp 1]2 a000001 63 1"),
            run("clone(pop_vlan,recirc(0x1a)),b"));
    }

    @Test
    void unknownActionIsNotPassedOver() {
        assertThrows(IllegalArgumentException.class, () -> run("ct(commit),a"));
        assertThrows(IllegalArgumentException.class, () -> run("set(nd(target=::1)),a"));
    }
}
