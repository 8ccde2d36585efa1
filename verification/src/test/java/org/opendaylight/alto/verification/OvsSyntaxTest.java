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
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;
import org.opendaylight.alto.verification.FieldMatch.Masked;

class OvsSyntaxTest {
    @Test
    void ruleHasItsInstructionsInTheOrderThatTheSwitchWants() {
        final var match = new FieldMatch(new EnumMap<>(Map.of(
            Field.IN_PORT, Masked.exactly(Bits.of(2)),
            Field.ETH_TYPE, Masked.exactly(Bits.of(EtherType.IPV6)),
            Field.VLAN_VID, new Masked(Bits.of(0x1005), Bits.of(0x100F)),
            Field.IPV6_DST, new Masked(new Bits(0x2001_0DB8_0000_0000L, 0), new Bits(-1L << 32, 0)))));
        final var instructions = new Instructions(List.of(), List.of(new Action.PushVlan(),
            new Action.SetField(Field.VLAN_VID, 0, 0x1007), new Action.OutputReserved(ReservedPort.ALL)), true,
            List.of(new Action.DecNwTtl(), new Action.ToGroup(3)), 5, 0xF, OptionalInt.of(7));
        assertEquals("table=1,priority=9,in_port=2,eth_type=0x86dd,vlan_vid=0x1005/0x100f,"
            + "ipv6_dst=2001:db8::/ffff:ffff:: actions=push_vlan:0x8100,set_field:0x1007->vlan_vid,ALL,clear_actions,"
            + "write_actions(dec_ttl,group:3),write_metadata:0x5/0xf,goto_table:7",
            OvsSyntax.rule(new TestRule(1, 9, match, instructions)));
    }

    @Test
    void labelsAreWrittenAsTheSwitchWants() {
        final var instructions = new Instructions(List.of(), List.of(new Action.PushMpls(0x8847),
            new Action.SetMplsTtl(9), new Action.DecMplsTtl(), new Action.PopMpls(0x0800), new Action.SetNwTtl(3)),
            false, List.of(new Action.PopMpls(0x0800)), 0, 0, OptionalInt.empty());
        assertEquals("table=0,priority=0 actions=push_mpls:0x8847,set_mpls_ttl:9,dec_mpls_ttl,pop_mpls:0x800,note:00,"
            + "set_field:0->reg0,".repeat(16) + "mod_nw_ttl:3,write_actions(pop_mpls:0x800)",
            OvsSyntax.rule(new TestRule(0, 0, FieldMatch.ANY, instructions)));
    }

    @Test
    void ruleWithoutInstructionsDrops() {
        assertEquals("table=0,priority=0 actions=drop",
            OvsSyntax.rule(new TestRule(0, 0, FieldMatch.ANY, Instructions.NONE)));
    }

    @Test
    void bucketsHaveWeightsAndWhatTheyWatch() {
        assertEquals("group_id=4,type=select,selection_method=hash,fields(eth_src,eth_dst),bucket="
            + "bucket_id:0,weight:2,watch_port:1,actions=output:1,"
            + "bucket=bucket_id:1,weight:0,watch_group:5,actions=drop", OvsSyntax.group(new Group(4, Group.Type.SELECT,
                List.of(new Group.Bucket(0, 2, OptionalLong.of(1), OptionalLong.empty(),
                    List.of(new Action.Output(1))),
                    new Group.Bucket(1, 0, OptionalLong.empty(), OptionalLong.of(5), List.of())))));
    }
}
