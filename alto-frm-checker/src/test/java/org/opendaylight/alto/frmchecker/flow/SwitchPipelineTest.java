/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.frmchecker.flow.Action.Output;
import org.opendaylight.alto.frmchecker.flow.Action.SetField;
import org.opendaylight.alto.frmchecker.flow.Action.ToGroup;

class SwitchPipelineTest {
    private static final Match SSH = Match.builder().with(Field.TCP_DST, 22).build();
    private static final SwitchId SWITCH = new SwitchId(1);
    private static final List<Long> PORTS = List.of(1L, 2L, 3L, 4L);
    private static final Cube SENT = Cube.ALL.with(Field.IN_PORT, 1).with(Field.IN_PHY_PORT, 1)
        .with(Field.METADATA, 0).with(Field.VLAN_VID, 0).with(Field.VLAN_PCP, 0).with(Field.ETH_TYPE, 0x800);

    private static Rule rule(final int table, final int priority, final Match match, final Instructions does) {
        return Rule.of(table, priority, "t" + table + "p" + priority + match, match, does);
    }

    private static Rule any(final int table, final Instructions does) {
        return rule(table, 0, Match.ANY, does);
    }

    private static List<Lookup> lookup(final List<Group> groups, final Rule... rules) {
        return lookup(SENT, groups, rules);
    }

    private static List<Lookup> lookup(final Cube sent, final List<Group> groups, final Rule... rules) {
        return SwitchPipeline.of(SWITCH, List.of(rules), groups, PORTS)
            .lookup(PacketSet.of(sent), Header.of(sent), 100);
    }

    private static Lookup only(final Rule... rules) {
        return onlyWith(List.of(), rules);
    }

    private static Lookup onlyWith(final List<Group> groups, final Rule... rules) {
        final var lookups = lookup(groups, rules);
        assertEquals(1, lookups.size(), () -> lookups.toString());
        return lookups.getFirst();
    }

    private static List<Long> ports(final Lookup lookup) {
        return lookup.emissions().stream().map(emission -> ((Emission.ByPort) emission).port()).toList();
    }

    private static Emission.ByPort sent(final Lookup lookup, final int index) {
        return (Emission.ByPort) lookup.emissions().get(index);
    }

    private static List<String> rewrites(final Lookup lookup, final int index) {
        return sent(lookup, index).rewrites().stream().map(Action::toString).toList();
    }

    private static Outcome end(final Lookup lookup) {
        return lookup.end().orElseThrow().outcome();
    }

    private static Instructions output(final long port) {
        return Instructions.apply(new Output(port));
    }

    private static SetField vlan(final int vid) {
        return new SetField(Field.VLAN_VID, 0, Field.VLAN_PRESENT | vid);
    }

    @Test
    void withoutAnyRulePacketsMeetNone() {
        assertEquals(Outcome.NO_RULE, end(only()));
    }

    @Test
    void ruleWithoutInstructionsDrops() {
        assertEquals(Outcome.DROPPED, end(only(any(0, Instructions.NONE))));
    }

    @Test
    void higherPriorityWins() {
        assertEquals(List.of(3L), ports(only(any(0, output(2)), rule(0, 9, Match.ANY, output(3)))));
    }

    @Test
    void openFieldSplitsExactly() {
        final var lookups = lookup(List.of(), any(0, output(2)), rule(0, 9, SSH, output(3)));
        assertEquals(List.of("ip_proto=6,tcp_dst=22", "not (ip_proto=6,tcp_dst=22)"),
            lookups.stream().map(each -> each.packets().describeWithin(SENT)).toList());
        assertEquals(List.of(List.of(3L), List.of(2L)), lookups.stream().map(SwitchPipelineTest::ports).toList());
    }

    private static long onlyOutput(final Rule... rules) {
        return SwitchPipeline.of(SWITCH, List.of(rules), List.of(), PORTS).onlyOutput(SENT, null);
    }

    @Test
    void onlyOutputIsFoundThroughTables() {
        assertEquals(3, onlyOutput(any(0, output(2)), rule(0, 9, Match.ANY, output(3))));
        assertEquals(3, onlyOutput(any(0, Instructions.NONE.thenGoTo(7)), any(7, output(3))));
        assertEquals(2, onlyOutput(any(0, output(2)), rule(0, 9, SSH, output(2))));
    }

    /** Each of these is something else than to send all packets out by one port, and nothing more. */
    @Test
    void otherThingsThanOnlyOutputAreLeftToTheWholeLookup() {
        final long inPort = SENT.value(Field.IN_PORT);
        assertEquals(0, onlyOutput());
        assertEquals(0, onlyOutput(any(0, Instructions.NONE)));
        assertEquals(0, onlyOutput(any(0, output(inPort))));
        assertEquals(0, onlyOutput(any(0, output(2)), rule(0, 9, SSH, output(3))));
        assertEquals(0, onlyOutput(rule(0, 9, SSH, output(2))));
        assertEquals(0, onlyOutput(any(0, Instructions.write(new Output(3)))));
        assertEquals(0, onlyOutput(any(0, Instructions.apply(vlan(5), new Output(3)))));
        assertEquals(0, onlyOutput(any(0, Instructions.apply(new Output(2), new Output(3)))));
        assertEquals(0, onlyOutput(any(0, output(2).thenGoTo(7)), any(7, output(3))));
        assertEquals(0, onlyOutput(any(0, Instructions.write(new Output(2)).thenGoTo(7)), any(7, output(3))));
        assertEquals(0, onlyOutput(any(0, Instructions.NONE.withMetadata(5, 0xF).thenGoTo(7)), any(7, output(3))));
        assertEquals(0, onlyOutput(any(0, Instructions.NONE.thenGoTo(0))));
        assertEquals(0, onlyOutput(any(0, output(3).metered(5))));
        assertEquals(0, onlyOutput(any(0, Instructions.NONE.thenGoTo(7).metered(5)), any(7, output(3))));
        assertEquals(0, onlyOutput(any(0, new Instructions(List.of("experimenter"), List.of(new Output(3)), false,
            List.of(), 0, 0, OptionalInt.empty()))));
        assertEquals(0, onlyOutput(new Rule(0, 1, "odd", 0, Match.ANY, Optional.of("tcp_flags"), output(3))));
        assertEquals(0, onlyOutput(any(0, output(3)),
            new Rule(0, 9, "odd", 0, SSH, Optional.of("tcp_flags"), output(3))));
    }

    private static final MeterRef SLOW = new MeterRef(5, OptionalLong.of(125));
    private static final MeterRef PACKETS = new MeterRef(6, OptionalLong.empty());

    private static Lookup metered(final Rule... rules) {
        final var lookups = SwitchPipeline.of(SWITCH, List.of(rules), List.of(), PORTS)
            .withMeters(List.of(SLOW, PACKETS)).lookup(PacketSet.of(SENT), Header.of(SENT), 100);
        assertEquals(1, lookups.size(), () -> lookups.toString());
        return lookups.getFirst();
    }

    /** What a table sends at once has passed the meters up to this table, what the action set sends all of them. */
    @Test
    void copyHasPassedTheMetersOfTheRulesBeforeIt() {
        final var lookup = metered(any(0, output(2).metered(5).thenGoTo(1)),
            any(1, Instructions.write(new Output(3)).metered(6).thenGoTo(2)), any(2, output(4)));
        assertEquals(List.of(2L, 4L, 3L), ports(lookup));
        assertEquals(List.of(SLOW), sent(lookup, 0).meters());
        assertEquals(List.of(SLOW, PACKETS), sent(lookup, 1).meters());
        assertEquals(List.of(SLOW, PACKETS), sent(lookup, 2).meters());
        assertEquals(List.of(SLOW, PACKETS), lookup.meters());
        assertEquals(List.of(), lookup.notes());
    }

    @Test
    void meterBeforeAMissIsTold() {
        final var lookup = metered(any(0, Instructions.NONE.metered(5).thenGoTo(1)));
        assertEquals(Outcome.NO_RULE, end(lookup));
        assertEquals(List.of(SLOW), lookup.meters());
    }

    @Test
    void meterThatDoesNotExistBoundsNothingAndIsTold() {
        final var lookup = metered(any(0, output(2).metered(7)));
        assertEquals(List.of(new MeterRef(7, OptionalLong.empty())), sent(lookup, 0).meters());
        assertEquals(List.of("openflow:1 table 0 priority 0 [any] names meter:7, which does not exist"),
            lookup.notes());
    }

    @Test
    void gotoContinuesWithMetadata() {
        final var marked = Match.builder().masked(Field.METADATA, 5, 0xF).build();
        assertEquals(List.of(3L), ports(only(any(0, Instructions.NONE.withMetadata(0x35, 0xF).thenGoTo(7)),
            rule(7, 1, marked, output(3)), any(7, output(2)))));
    }

    @Test
    void missInLaterTableDropsWhateverTheActionSetHolds() {
        assertEquals(Outcome.NO_RULE, end(only(any(0, Instructions.write(new Output(2)).thenGoTo(1)))));
    }

    @Test
    void gotoBackIsReportedAndNotFollowed() {
        assertEquals(Outcome.UNSUPPORTED, end(only(any(0, Instructions.NONE.thenGoTo(1)),
            any(1, Instructions.NONE.thenGoTo(1)))));
    }

    @Test
    void applyActionsHappenBeforeTheNextTableMatches() {
        final var rewritten = Match.builder().with(Field.ETH_DST, 9).build();
        assertEquals(List.of(3L), ports(only(
            any(0, Instructions.apply(new SetField(Field.ETH_DST, 0, 9)).thenGoTo(1)),
            rule(1, 1, rewritten, output(3)), any(1, output(2)))));
    }

    @Test
    void rewrittenFieldNoLongerTellsWhatWasSent() {
        final var lookup = only(any(0, Instructions.apply(new SetField(Field.ETH_DST, 0, 9)).thenGoTo(1)),
            rule(1, 1, Match.builder().with(Field.ETH_DST, 9).build(), output(3)));
        assertEquals("", lookup.packets().describeWithin(SENT));
        assertEquals(List.of("eth_dst=00:00:00:00:00:09"), rewrites(lookup, 0));
    }

    @Test
    void actionSetIsDoneInItsOwnOrderAtTheEnd() {
        final var lookup = only(any(0, Instructions.write(new Output(2), vlan(7), new Action.PushVlan())));
        assertEquals(List.of("push_vlan", "vlan_vid=7"), rewrites(lookup, 0));
    }

    @Test
    void laterWriteReplacesEarlierOfItsKind() {
        assertEquals(List.of(3L), ports(only(any(0, Instructions.write(new Output(2)).thenGoTo(1)),
            any(1, Instructions.write(new Output(3))))));
    }

    @Test
    void clearEmptiesTheActionSetBeforeTheWrite() {
        assertEquals(Outcome.DROPPED, end(only(any(0, Instructions.write(new Output(2)).thenGoTo(1)),
            any(1, Instructions.NONE.clearing()))));
        assertEquals(List.of(3L), ports(only(any(0, Instructions.write(new Output(2)).thenGoTo(1)),
            any(1, Instructions.write(new Output(3)).clearing()))));
    }

    @Test
    void groupInActionSetSilencesOutput() {
        final var group = new Group(5, Group.Type.INDIRECT, List.of(Group.Bucket.of(0, new Output(3))));
        assertEquals(List.of(3L),
            ports(onlyWith(List.of(group), any(0, Instructions.write(new Output(2), new ToGroup(5))))));
    }

    @Test
    void packetGoesBackOnlyByInPort() {
        final var suppressed = only(any(0, output(1)));
        assertEquals(Outcome.DROPPED, end(suppressed));
        assertEquals(List.of("output to port 1, by which it came in, is suppressed"), suppressed.notes());
        assertEquals(List.of(1L),
            ports(only(any(0, Instructions.apply(new Action.OutputReserved(ReservedPort.IN_PORT))))));
    }

    @Test
    void allIsEveryPortButTheIngress() {
        assertEquals(List.of(2L, 3L, 4L),
            ports(only(any(0, Instructions.apply(new Action.OutputReserved(ReservedPort.ALL))))));
    }

    @Test
    void controllerAndLocalAreTold() {
        assertEquals(List.of(new Emission.ToController(), new Emission.ToSwitch()),
            only(any(0, Instructions.apply(new Action.OutputReserved(ReservedPort.CONTROLLER),
                new Action.OutputReserved(ReservedPort.LOCAL)))).emissions());
    }

    @Test
    void whatTheSwitchDecidesItselfIsUnsupportedAndNamesTheRule() {
        for (final var port : List.of(ReservedPort.NORMAL, ReservedPort.FLOOD, ReservedPort.TABLE)) {
            final var lookup = only(any(0, Instructions.apply(new Action.OutputReserved(port))));
            assertEquals(Outcome.UNSUPPORTED, end(lookup));
            assertEquals("openflow:1 table 0 priority 0 [any] does output:" + port,
                lookup.end().orElseThrow().reason());
        }
    }

    @Test
    void unknownActionEndsWhatIsKnown() {
        final var lookup = only(any(0, Instructions.apply(new Output(2), new Action.Unsupported("learn"),
            new Output(3))));
        assertEquals(List.of(2L), ports(lookup));
        assertEquals(Outcome.UNSUPPORTED, end(lookup));
    }

    @Test
    void ruleWithUnknownMatchTakesOnlyItsKnownPart() {
        final var known = Match.builder().with(Field.IP_PROTO, 6).build();
        final var lookups = lookup(List.of(), new Rule(0, 9, "x", 0, known, Optional.of("tcp_flags=2"),
            output(3)), any(0, output(2)));
        assertEquals(Outcome.UNSUPPORTED, end(lookups.getFirst()));
        assertEquals("ip_proto=6", lookups.getFirst().packets().describeWithin(SENT));
        assertEquals(List.of(2L), ports(lookups.getLast()));
        assertEquals("not (ip_proto=6)", lookups.getLast().packets().describeWithin(SENT));
    }

    @Test
    void popAfterPushesFindsTheInnerTag() {
        final var lookup = only(any(0, Instructions.apply(new Action.PushVlan(), vlan(7), new Action.PushVlan(),
            vlan(8), new Output(2), new Action.PopVlan(), new Output(3), new Action.PopVlan(), new Output(4))));
        assertEquals(List.of("vlan_vid=8", "vlan_vid=7", "vlan_vid=none"),
            List.of(0, 1, 2).stream().map(i -> sent(lookup, i).header().fields().describe(Field.VLAN_VID)).toList());
    }

    @Test
    void setFieldThatThePacketLacksDoesNothing() {
        final var lookup = only(any(0, Instructions.apply(vlan(7),
            new SetField(Field.IPV6_DST, 0, 1), new Output(2))));
        assertEquals(List.of(), rewrites(lookup, 0));
    }

    @Test
    void eachBucketOfAllGetsTheSamePacket() {
        final var group = new Group(5, Group.Type.ALL, List.of(
            Group.Bucket.of(0, new SetField(Field.ETH_DST, 0, 9), new Output(2)), Group.Bucket.of(1, new Output(3))));
        final var lookup = onlyWith(List.of(group), any(0, Instructions.apply(new ToGroup(5), new Output(4))));
        assertEquals(List.of(2L, 3L, 4L), ports(lookup));
        assertEquals(List.of("eth_dst=00:00:00:00:00:09"), rewrites(lookup, 0));
        assertEquals(List.of(), rewrites(lookup, 1));
        assertEquals(SENT, sent(lookup, 2).header().fields());
    }

    @Test
    void eachBucketOfSelectIsAClassOfItsOwn() {
        final var group = new Group(5, Group.Type.SELECT,
            List.of(Group.Bucket.of(0, new Output(2)), Group.Bucket.of(1, new Output(3))));
        final var lookups = lookup(List.of(group), any(0, Instructions.apply(new ToGroup(5))));
        assertEquals(List.of(List.of("group 5 bucket 0 of openflow:1"), List.of("group 5 bucket 1 of openflow:1")),
            lookups.stream().map(each -> each.choices().stream().map(Choice::toString).toList()).toList());
        assertEquals(List.of(0.5, 0.5), lookups.stream().map(each -> each.choices().getFirst().share()).toList());
        assertEquals(List.of(List.of(2L), List.of(3L)), lookups.stream().map(SwitchPipelineTest::ports).toList());
    }

    @Test
    void fastFailoverTakesTheFirstLiveBucket() {
        final var group = new Group(5, Group.Type.FAST_FAILOVER, List.of(
            new Group.Bucket(0, 0, OptionalLong.of(9), OptionalLong.empty(), List.of(new Output(2))),
            new Group.Bucket(1, 0, OptionalLong.empty(), OptionalLong.of(6), List.of(new Output(3))),
            new Group.Bucket(2, 0, OptionalLong.of(4), OptionalLong.empty(), List.of(new Output(4)))));
        final var dead = new Group(6, Group.Type.FAST_FAILOVER, List.of(
            new Group.Bucket(0, 0, OptionalLong.of(9), OptionalLong.empty(), List.of())));
        assertEquals(List.of(4L), ports(onlyWith(List.of(group, dead), any(0, Instructions.apply(new ToGroup(5))))));
    }

    @Test
    void groupsThatReferToEachOtherEnd() {
        final var one = new Group(5, Group.Type.ALL, List.of(Group.Bucket.of(0, new ToGroup(6))));
        final var two = new Group(6, Group.Type.ALL, List.of(Group.Bucket.of(0, new ToGroup(5))));
        assertEquals(Outcome.UNSUPPORTED,
            end(onlyWith(List.of(one, two), any(0, Instructions.apply(new ToGroup(5))))));
    }

    @Test
    void missingGroupIsReported() {
        assertEquals(Outcome.UNSUPPORTED, end(only(any(0, Instructions.apply(new ToGroup(5))))));
    }

    @Test
    void overlapOfEqualPriorityIsMentioned() {
        final var tcp = Match.builder().with(Field.IP_PROTO, 6).build();
        final var ecn = Match.builder().with(Field.IP_ECN, 1).build();
        final var note = lookup(List.of(), rule(0, 5, tcp, output(2)), rule(0, 5, ecn, output(3))).getFirst().notes();
        assertEquals(1, note.size());
        assertTrue(note.getFirst().contains("overlaps"), note::getFirst);
        assertEquals(List.of(), lookup(List.of(), rule(0, 5, tcp, output(2)), rule(0, 5, ecn, output(2)))
            .getFirst().notes());
    }

    @Test
    void shadowedRuleMakesNoClass() {
        final var tcp = Match.builder().with(Field.IP_PROTO, 6).build();
        final var ssh = Match.builder().with(Field.TCP_DST, 22).build();
        assertEquals(2, lookup(List.of(), rule(0, 9, tcp, output(2)), rule(0, 8, ssh, output(3)),
            any(0, output(4))).size());
    }

    private static Lookup doing(final Cube sent, final Action... actions) {
        final var lookups = lookup(sent, List.of(), any(0, Instructions.apply(actions)));
        assertEquals(1, lookups.size(), () -> lookups.toString());
        return lookups.getFirst();
    }

    private static final Cube WHOLE = Cube.NONE.with(Field.IN_PORT, 1).with(Field.ETH_TYPE, 0x800)
        .with(Field.IPV4_DST, 0x0A000002).with(Field.NW_TTL, 64).with(Field.IP_PROTO, 6);

    @Test
    void labelHidesWhatTheFrameCarriesUntilItIsPopped() {
        final var lookup = doing(WHOLE, new Action.PushMpls(0x8847), new SetField(Field.MPLS_LABEL, 0, 100),
            new Output(2), new Action.PopMpls(0x800), new Output(3));
        final var labelled = sent(lookup, 0).header().fields();
        assertEquals(0x8847, labelled.value(Field.ETH_TYPE));
        assertEquals(100, labelled.value(Field.MPLS_LABEL));
        assertEquals(1, labelled.value(Field.MPLS_BOS));
        assertEquals(64, labelled.value(Field.MPLS_TTL));
        assertEquals(0, labelled.value(Field.IPV4_DST));
        assertEquals(WHOLE, sent(lookup, 1).header().fields());
    }

    @Test
    void labelsAreAStack() {
        final var lookup = doing(WHOLE, new Action.PushMpls(0x8847), new SetField(Field.MPLS_LABEL, 0, 100),
            new Action.PushMpls(0x8848), new SetField(Field.MPLS_LABEL, 0, 200), new Output(2),
            new Action.PopMpls(0x8847), new Output(3));
        assertEquals(200, sent(lookup, 0).header().fields().value(Field.MPLS_LABEL));
        assertEquals(0, sent(lookup, 0).header().fields().value(Field.MPLS_BOS));
        assertEquals(100, sent(lookup, 1).header().fields().value(Field.MPLS_LABEL));
        assertEquals(1, sent(lookup, 1).header().fields().value(Field.MPLS_BOS));
    }

    @Test
    void whatIsBelowALabelThatCameWithThePacketIsNotKnown() {
        final var labelled = Cube.NONE.with(Field.IN_PORT, 1).with(Field.ETH_TYPE, 0x8847).with(Field.MPLS_BOS, 1);
        assertEquals(Outcome.UNSUPPORTED, end(doing(labelled, new Action.PopMpls(0x800), new Output(2))));
    }

    @Test
    void popWithoutALabelDoesNothing() {
        assertEquals(List.of(), rewrites(doing(WHOLE, new Action.PopMpls(0x800), new Action.PopPbb(),
            new Action.PopVlan(), new Output(2)), 0));
    }

    @Test
    void backboneFrameHidesTheFrameInIt() {
        final var tagged = WHOLE.with(Field.ETH_DST, 5).with(Field.VLAN_VID, Field.VLAN_PRESENT | 7);
        final var lookup = doing(tagged, new Action.PushPbb(), new SetField(Field.PBB_ISID, 0, 9),
            new SetField(Field.ETH_DST, 0, 6), new Output(2), new Action.PopPbb(), new Output(3));
        final var outer = sent(lookup, 0).header().fields();
        assertEquals(0x88E7, outer.value(Field.ETH_TYPE));
        assertEquals(0, outer.value(Field.VLAN_VID));
        assertEquals(6, outer.value(Field.ETH_DST));
        assertEquals(tagged, sent(lookup, 1).header().fields());
    }

    @Test
    void timeToLiveEndsThePacket() {
        final var lookup = doing(WHOLE.with(Field.NW_TTL, 2), new Action.DecNwTtl(), new Output(2),
            new Action.DecNwTtl(), new Output(3));
        assertEquals(List.of(2L), ports(lookup));
        assertEquals(1, sent(lookup, 0).header().fields().value(Field.NW_TTL));
        assertEquals(Outcome.DROPPED, end(lookup));
        assertEquals("as its time to live ends at openflow:1", lookup.end().orElseThrow().reason());
    }

    @Test
    void timeToLiveOfACopyEndsTheCopyOnly() {
        final var group = new Group(5, Group.Type.ALL, List.of(
            Group.Bucket.of(0, new Action.DecNwTtl(), new Output(2)), Group.Bucket.of(1, new Output(3))));
        final var lookups = lookup(WHOLE.with(Field.NW_TTL, 1), List.of(group),
            any(0, Instructions.apply(new ToGroup(5))));
        assertEquals(List.of(3L), ports(lookups.getFirst()));
    }

    @Test
    void timeToLiveIsCopiedBetweenHeaders() {
        final var lookup = doing(WHOLE, new Action.PushMpls(0x8847), new Action.SetMplsTtl(9),
            new Action.CopyTtlIn(), new Output(2), new Action.SetMplsTtl(3), new Action.CopyTtlOut(), new Output(3),
            new Action.PopMpls(0x800), new Output(4));
        assertEquals(9, sent(lookup, 0).header().fields().value(Field.MPLS_TTL));
        assertEquals(9, sent(lookup, 1).header().fields().value(Field.MPLS_TTL));
        assertEquals(9, sent(lookup, 2).header().fields().value(Field.NW_TTL));
    }

    @Test
    void actionSetCountsTheTimeToLiveDownAfterThePushes() {
        final var lookup = only(any(0, Instructions.write(new Output(2), new Action.SetMplsTtl(8),
            new Action.DecMplsTtl(), new Action.PushMpls(0x8847))));
        assertEquals(List.of("push_mpls:0x8847", "dec_mpls_ttl", "set_mpls_ttl:8"), rewrites(lookup, 0));
    }

    @Test
    void fieldThatOnlySomePacketsHaveIsSetInThese() {
        final var lookups = lookup(List.of(), any(0, Instructions.apply(new SetField(Field.TCP_DST, 0, 9),
            new Output(2))));
        assertEquals(List.of("ip_proto=6", "not (ip_proto=6)"),
            lookups.stream().map(each -> each.packets().describeWithin(SENT)).toList());
        assertEquals(List.of("tcp_dst=9"), rewrites(lookups.getFirst(), 0));
        assertEquals(List.of(), rewrites(lookups.getLast(), 0));
    }
}
