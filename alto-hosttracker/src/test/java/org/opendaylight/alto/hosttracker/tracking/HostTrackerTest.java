/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.hosttracker.Net.advertisement;
import static org.opendaylight.alto.hosttracker.Net.at;
import static org.opendaylight.alto.hosttracker.Net.host;
import static org.opendaylight.alto.hosttracker.Net.ip;
import static org.opendaylight.alto.hosttracker.Net.ip6;
import static org.opendaylight.alto.hosttracker.Net.key;
import static org.opendaylight.alto.hosttracker.Net.mac;
import static org.opendaylight.alto.hosttracker.Net.port;
import static org.opendaylight.alto.hosttracker.Net.reply;
import static org.opendaylight.alto.hosttracker.Net.request;
import static org.opendaylight.alto.hosttracker.Net.solicitation;
import static org.opendaylight.alto.hosttracker.Net.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.Net;
import org.opendaylight.alto.hosttracker.Packets;
import org.opendaylight.alto.hosttracker.arp.ArpCodec;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
import org.opendaylight.alto.hosttracker.arp.ArpPacket.Operation;
import org.opendaylight.alto.hosttracker.nd.NdCodec;
import org.opendaylight.alto.hosttracker.nd.NdPacket;
import org.opendaylight.alto.hosttracker.table.HostEvent;
import org.opendaylight.alto.hosttracker.table.HostEvent.Cause;
import org.opendaylight.alto.hosttracker.table.Refusal;
import org.opendaylight.alto.hosttracker.table.Refusals;

/** Two switches: hosts at ports 1 and 2, a link between ports 3; hold-off 7 s. */
class HostTrackerTest {
    private static final SwitchPort A = port(1, 1);
    private static final SwitchPort B = port(1, 2);
    private static final SwitchPort C = port(2, 1);
    private static final SwitchPort D = port(2, 2);
    private static final SwitchPort TRUNK1 = port(1, 3);
    private static final SwitchPort TRUNK2 = port(2, 3);
    private static final Set<SwitchPort> PORTS = Set.of(A, B, C, D, TRUNK1, TRUNK2);
    private static final Topology UNLINKED = topology(PORTS, Map.of());
    private static final Topology LINKED = topology(PORTS, Map.of(TRUNK1, TRUNK2, TRUNK2, TRUNK1));

    private final Refusals refusals = new Refusals();
    private final HostTracker tracker = new HostTracker(Net.SETTINGS, refusals);

    private Effects arp(final ArpPacket packet, final SwitchPort port, final double time) {
        return tracker.packet(ArpCodec.encode(packet), port, at(time));
    }

    private Effects nd(final NdPacket packet, final SwitchPort port, final double time) {
        return tracker.packet(NdCodec.encode(packet), port, at(time));
    }

    private static PacketOut sent(final SwitchPort port, final ArpPacket packet) {
        return new PacketOut(port, Frame.of(ArpCodec.encode(packet)));
    }

    private static PacketOut sent(final SwitchPort port, final NdPacket packet) {
        return new PacketOut(port, Frame.of(NdCodec.encode(packet)));
    }

    private void up() {
        tracker.topology(LINKED, at(0));
        tracker.advance(at(7));
    }

    private Optional<SwitchPort> placeOf(final int host) {
        return tracker.hosts().find(ip(host)).map(found -> found.attachment());
    }

    private static List<SwitchPort> portsOf(final Effects effects) {
        return effects.packets().stream().map(PacketOut::port).toList();
    }

    @Test
    void hostIsLearntAndItsRequestIsDelivered() {
        up();
        final var effects = arp(request(1, 2), A, 8);
        assertEquals(List.of(new HostEvent.Added(host(1, A, at(8), at(8)))), effects.events());
        assertEquals(List.of(B, C, D), portsOf(effects));

        assertEquals(List.of(sent(A, reply(2, 1))), arp(reply(2, 1), C, 8.1).packets());
        assertEquals(Optional.of(C), placeOf(2));
        assertEquals(List.of(C), portsOf(arp(request(1, 2), A, 9)));
    }

    @Test
    void whatIsSeenInHoldOffIsLearntWhenNoLinkIsFound() {
        tracker.topology(UNLINKED, at(0));
        assertEquals(Effects.NONE, arp(request(1, 2), A, 1));
        assertEquals(Effects.NONE, tracker.advance(at(6.9)));
        assertEquals(List.of(new HostEvent.Added(host(1, A, at(1), at(1)))), tracker.advance(at(7)).events());
    }

    @Test
    void whatIsSeenOnALinkThatIsFoundInHoldOffIsForgotten() {
        tracker.topology(UNLINKED, at(0));
        arp(request(1, 2), A, 1);
        arp(request(1, 2), TRUNK2, 1.1);
        tracker.topology(LINKED, at(5));
        assertEquals(1, tracker.advance(at(7)).events().size());
        assertEquals(Optional.of(A), placeOf(1));
    }

    @Test
    void packetMayComeBeforeItsPortIsKnown() {
        arp(request(1, 2), A, 0);
        tracker.topology(UNLINKED, at(0.5));
        tracker.advance(at(7.4));
        assertEquals(Optional.empty(), placeOf(1));
        tracker.advance(at(7.5));
        assertEquals(Optional.of(A), placeOf(1));
    }

    @Test
    void portThatNeverComesLeavesNoTrace() {
        arp(request(1, 2), A, 0);
        tracker.advance(at(8));
        tracker.topology(UNLINKED, at(9));
        tracker.advance(at(20));
        assertEquals(Optional.empty(), placeOf(1));
    }

    @Test
    void linkFoundLateRemovesHostsWronglyLearntOnIt() {
        tracker.topology(UNLINKED, at(0));
        tracker.advance(at(7));
        arp(request(1, 2), TRUNK2, 8);
        assertEquals(List.of(new HostEvent.Removed(host(1, TRUNK2, at(8), at(8)), Cause.LINK_DISCOVERED)),
            tracker.topology(LINKED, at(9)).events());
    }

    @Test
    void nothingIsSentOutOfPortsInHoldOffOrBetweenSwitches() {
        tracker.topology(topology(Set.of(A, B, TRUNK1, TRUNK2), Map.of(TRUNK1, TRUNK2)), at(0));
        tracker.advance(at(7));
        tracker.topology(LINKED, at(8));
        assertEquals(List.of(B), portsOf(arp(request(1, 2), A, 9)));
        tracker.advance(at(15));
        assertEquals(List.of(B, C, D), portsOf(arp(request(1, 2), A, 16)));
    }

    @Test
    void packetOnALinkHasNoEffect() {
        up();
        assertEquals(Effects.NONE, arp(request(1, 2), TRUNK1, 8));
        assertEquals(1, refusals.count(Refusal.NOT_AT_EDGE));
    }

    @Test
    void portThatLosesItsLinkIsHeldAgain() {
        up();
        tracker.topology(UNLINKED, at(10));
        assertEquals(List.of(B, C, D), portsOf(arp(request(1, 2), A, 11)));
        tracker.advance(at(17));
        assertEquals(List.of(B, TRUNK1, C, D, TRUNK2), portsOf(arp(request(1, 2), A, 18)));
    }

    @Test
    void probeShowsTheHostButBindsNoAddress() {
        up();
        final var probe = new ArpPacket(Operation.REQUEST, Optional.empty(), mac(1), MacAddress.BROADCAST, mac(1),
            new Ipv4Addr(0), new MacAddress(0), ip(1));
        assertEquals(3, arp(probe, A, 8).packets().size());
        assertEquals(Set.of(), tracker.hosts().find(key(1)).orElseThrow().addresses());
        // so that the answer finds its way
        final var answer = new ArpPacket(Operation.REPLY, Optional.empty(), mac(2), mac(1), mac(2), ip(1), mac(1),
            new Ipv4Addr(0));
        assertEquals(List.of(A), portsOf(arp(answer, C, 8.1)));
    }

    @Test
    void impossibleSendersAreNotLearnt() {
        up();
        final var group = new MacAddress(0x0100_5E00_0001L);
        for (var bad : List.of(group, new MacAddress(0), MacAddress.BROADCAST)) {
            arp(new ArpPacket(Operation.REQUEST, Optional.empty(), bad, MacAddress.BROADCAST, bad, ip(1),
                new MacAddress(0), ip(2)), A, 8);
        }
        arp(new ArpPacket(Operation.REQUEST, Optional.empty(), mac(1), MacAddress.BROADCAST, mac(3), ip(1),
            new MacAddress(0), ip(2)), A, 8);
        arp(new ArpPacket(Operation.REQUEST, Optional.empty(), mac(1), MacAddress.BROADCAST, mac(1),
            new Ipv4Addr(0x7F000001), new MacAddress(0), ip(2)), A, 8);
        assertEquals(0, tracker.hosts().hosts().size());
        assertEquals(4, refusals.count(Refusal.NOT_ONE_STATION));
        assertEquals(1, refusals.count(Refusal.UNUSABLE_ADDRESS));
    }

    @Test
    void malformedPacketsAreCounted() {
        up();
        final var frame = ArpCodec.encode(request(1, 2));
        frame[18] = 7;
        assertEquals(Effects.NONE, tracker.packet(frame, A, at(8)));
        assertEquals(1, refusals.count(Refusal.MALFORMED));
        assertEquals(Effects.NONE, tracker.packet(new byte[3], A, at(8)));
        assertEquals(1, refusals.count(Refusal.MALFORMED));
    }

    @Test
    void cutNeighbourDiscoveryIsCounted() {
        up();
        final var frame = NdCodec.encode(advertisement(1, mac(2)));
        final int ip = 14;
        for (int length = ip; length < frame.length; length++) {
            final var cut = Arrays.copyOf(frame, length);
            assertTrue(tracker.isOfInterest(cut), "length " + length);
            assertEquals(Effects.NONE, tracker.packet(cut, A, at(8)));
            assertEquals(1 + length - ip, refusals.count(Refusal.MALFORMED), "length " + length);
        }
        // before that it might be anything
        assertEquals(Effects.NONE, tracker.packet(Arrays.copyOf(frame, ip - 1), A, at(8)));
        assertEquals(frame.length - ip, refusals.count(Refusal.MALFORMED));
    }

    @Test
    void vlanIsPartOfTheHost() {
        up();
        final var plain = request(1, 2);
        arp(new ArpPacket(plain.operation(), Optional.of(new VlanId(7)), plain.source(), plain.destination(),
            plain.senderMac(), plain.senderIp(), plain.targetMac(), plain.targetIp()), A, 8);
        assertEquals(Optional.of(new VlanId(7)), tracker.hosts().find(ip(1)).orElseThrow().vlan());
        // not known in the VLAN of the request, so all are asked
        assertEquals(List.of(A, B, D), portsOf(arp(request(2, 1), C, 9)));
    }

    @Test
    void hostThatMovedWithoutAWordIsFoundAgain() {
        up();
        arp(request(2, 2), C, 8);
        assertEquals(List.of(C), portsOf(arp(request(1, 2), A, 9)));
        assertEquals(List.of(B, C, D), portsOf(arp(request(1, 2), A, 10)));
        arp(reply(2, 1), D, 10.1);
        assertEquals(List.of(D), portsOf(arp(request(1, 2), A, 11)));
    }

    @Test
    void packetThatComesBackGoesNowhere() {
        up();
        arp(request(1, 2), A, 8);
        assertEquals(Effects.NONE, arp(request(1, 2), B, 8.01));
        assertEquals(Effects.NONE, arp(request(1, 2), A, 8.02));
        assertEquals(2, refusals.count(Refusal.ECHO));
        assertEquals(Optional.of(A), placeOf(1));
        assertEquals(3, arp(request(1, 2), A, 9).packets().size());
    }

    @Test
    void portDownRemovesItsHostsAtOnce() {
        up();
        arp(request(1, 2), A, 8);
        arp(request(3, 2), B, 8);
        final var events = tracker.topology(topology(Set.of(B, C, D, TRUNK1, TRUNK2),
            Map.of(TRUNK1, TRUNK2, TRUNK2, TRUNK1)), at(9)).events();
        assertEquals(List.of(new HostEvent.Removed(host(1, A, at(8), at(8)), Cause.PORT_DOWN)), events);
        assertEquals(Optional.of(B), placeOf(3));
    }

    @Test
    void reconnectOfASwitchKeepsItsHosts() {
        up();
        arp(request(1, 2), A, 8);
        tracker.topology(topology(Set.of(C, D, TRUNK2), Map.of()), at(10));
        tracker.advance(at(30));
        // the switch is back, its ports are told one by one
        tracker.topology(topology(Set.of(B, C, D, TRUNK2), Map.of()), at(31));
        tracker.topology(UNLINKED, at(32));
        tracker.advance(at(100));
        assertEquals(Optional.of(A), placeOf(1));
    }

    /** The datastore may tell of the ports of a switch that leaves before it tells of the switch, and in any steps. */
    @Test
    void switchWhosePortsGoBeforeItKeepsItsHosts() {
        up();
        arp(request(1, 2), A, 8);
        final var others = UNLINKED.ports().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(A.switchId()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        final var bare = new HashMap<SwitchId, Set<SwitchPort>>(others);
        bare.put(A.switchId(), Set.of());
        assertEquals(List.of(), tracker.topology(Topology.of(bare, Map.of()), at(10)).events());
        assertEquals(List.of(), tracker.topology(Topology.of(others, Map.of()), at(10.1)).events());
        assertEquals(List.of(), tracker.topology(Topology.of(bare, Map.of()), at(20)).events());
        assertEquals(List.of(), tracker.advance(at(39.9)).events());
        assertEquals(Optional.of(A), placeOf(1));
        assertEquals(List.of(new HostEvent.Removed(host(1, A, at(8), at(8)), Cause.SWITCH_GONE)),
            tracker.advance(at(40)).events());
    }

    @Test
    void switchThatStaysAwayLosesItsHosts() {
        up();
        arp(request(1, 2), A, 8);
        tracker.topology(topology(Set.of(C, D, TRUNK2), Map.of()), at(10));
        assertEquals(List.of(), tracker.advance(at(39.9)).events());
        assertEquals(List.of(new HostEvent.Removed(host(1, A, at(8), at(8)), Cause.SWITCH_GONE)),
            tracker.advance(at(40)).events());
    }

    @Test
    void rememberedHostIsThereAtOnceAndStaysIfItAnswers() {
        assertEquals(1, tracker.restore(List.of(host(1, A, at(-500), at(-100))), at(0)));
        assertEquals(Optional.of(A), placeOf(1));
        tracker.topology(LINKED, at(20));
        assertEquals(List.of(), tracker.advance(at(26)).packets());
        assertEquals(List.of(sent(A,
            ArpPacket.probe(Optional.empty(), HostTracker.PROBER, mac(1), ip(1)))), tracker.advance(at(27)).packets());

        final var answer = new ArpPacket(Operation.REPLY, Optional.empty(), mac(1), HostTracker.PROBER, mac(1), ip(1),
            HostTracker.PROBER, new Ipv4Addr(0));
        assertEquals(List.of(), arp(answer, A, 27.1).packets());
        for (double time = 27.5; time < 60; time += 0.5) {
            assertEquals(Effects.NONE, tracker.advance(at(time)));
        }
        assertEquals(at(-500), tracker.hosts().find(ip(1)).orElseThrow().firstSeen());
    }

    @Test
    void rememberedHostThatDoesNotAnswerIsGivenUp() {
        tracker.restore(List.of(host(1, A, at(-500), at(-100))), at(0));
        tracker.topology(LINKED, at(20));
        int probes = 0;
        for (double time = 20; time < 33; time += 0.5) {
            final var effects = tracker.advance(at(time));
            probes += effects.packets().size();
            assertEquals(List.of(), effects.events());
        }
        assertEquals(3, probes);
        assertEquals(List.of(new HostEvent.Removed(host(1, A, at(-500), at(-100)), Cause.NO_ANSWER)),
            tracker.advance(at(33)).events());
    }

    @Test
    void rememberedHostSeenInHoldOffIsNotAsked() {
        tracker.restore(List.of(host(1, A, at(-500), at(-100))), at(0));
        tracker.topology(LINKED, at(20));
        arp(request(1, 2), A, 22);
        assertEquals(List.of(), tracker.advance(at(27)).packets());
        assertEquals(Optional.of(A), placeOf(1));
    }

    @Test
    void rememberedHostWhoseSwitchDoesNotComeIsKeptForAWhile() {
        tracker.restore(List.of(host(1, A, at(-500), at(-100))), at(0));
        tracker.topology(topology(Set.of(C, D), Map.of()), at(5));
        assertEquals(List.of(), tracker.advance(at(599)).events());
        assertEquals(1, tracker.advance(at(600)).events().size());
    }

    @Test
    void rememberedHostWhosePortIsDownIsKeptForTheSwitchGraceOnly() {
        tracker.restore(List.of(host(1, A, at(-500), at(-100))), at(0));
        tracker.topology(topology(Set.of(B, C, D), Map.of()), at(5));
        assertEquals(List.of(), tracker.advance(at(34)).events());
        assertEquals(1, tracker.advance(at(35)).events().size());
    }

    @Test
    void rememberedHostThatIsElsewhereNowIsThere() {
        tracker.restore(List.of(host(1, A, at(-500), at(-100))), at(0));
        tracker.topology(LINKED, at(20));
        arp(request(1, 2), D, 22);
        tracker.advance(at(27));
        assertEquals(Optional.of(D), placeOf(1));
    }

    @Test
    void manyRememberedHostsAreAskedInTurns() {
        tracker.restore(java.util.stream.IntStream.rangeClosed(1, 250)
            .mapToObj(number -> host(number, A, at(-500), at(-100))).toList(), at(0));
        tracker.topology(LINKED, at(0));
        assertEquals(Probation.BATCH, tracker.advance(at(7)).packets().size());
        assertEquals(250 - Probation.BATCH, tracker.advance(at(7.25)).packets().size());
    }

    @Test
    void whatWaitsIsBounded() {
        tracker.topology(LINKED, at(0));
        for (int host = 1; host <= PendingObservations.MAX + 5; host++) {
            arp(request(host, 1), A, 1);
        }
        assertEquals(5, refusals.count(Refusal.TABLE_FULL));
    }

    @Test
    void anyHistorySendsArpToOtherEdgePortsOnly() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var all = List.copyOf(PORTS);
        var now = Topology.EMPTY;
        for (int step = 0; step < 20_000; step++) {
            final double time = step / 10.0;
            if (random.nextInt(200) == 0) {
                final var up = new java.util.HashSet<>(PORTS);
                up.removeIf(port -> random.nextInt(4) == 0);
                now = topology(up, random.nextBoolean() ? Map.of() : Map.of(TRUNK1, TRUNK2));
                tracker.topology(now, at(time));
            }
            tracker.advance(at(time));
            final var ingress = all.get(random.nextInt(all.size()));
            final int from = 1 + random.nextInt(20);
            final int to = 1 + random.nextInt(20);
            for (var port : portsOf(arp(random.nextBoolean() ? request(from, to) : reply(from, to), ingress, time))) {
                assertTrue(now.isUp(port) && !now.isInterSwitch(port) && !port.equals(ingress), "seed " + seed);
            }
            for (var host : tracker.hosts().hosts()) {
                assertTrue(!now.isInterSwitch(host.attachment()), "seed " + seed);
            }
        }
    }

    @Test
    @DisplayName("RFC 4861 7.2: a solicitation is delivered to the host that has the target, and answered")
    void neighbourDiscoveryIsLearntAndDelivered() {
        up();
        assertEquals(List.of(B, C, D), portsOf(nd(solicitation(1, 2), A, 8)));
        assertEquals(List.of(sent(A, advertisement(2, mac(1)))), nd(advertisement(2, mac(1)), C, 8.1).packets());
        assertEquals(Optional.of(A), tracker.hosts().find(ip6(1)).map(Host::attachment));
        assertEquals(Optional.of(C), tracker.hosts().find(ip6(2)).map(Host::attachment));
        assertEquals(List.of(C), portsOf(nd(solicitation(1, 2), A, 9)));
    }

    @Test
    void hostHasIpv4AndIpv6Addresses() {
        up();
        arp(request(1, 2), A, 8);
        nd(solicitation(1, 2), A, 8.1);
        assertEquals(Set.of(ip(1), ip6(1)), tracker.hosts().find(key(1)).orElseThrow().addresses());
    }

    @Test
    @DisplayName("RFC 4862 5.4.2: who asks whether an address is free does not have it yet")
    void duplicateAddressDetectionBindsNothing() {
        up();
        final var question = NdPacket.question(Optional.empty(), mac(1), ip6(1));
        nd(new NdPacket(question.kind(), question.vlan(), mac(1), question.destination(),
            (Ipv6Addr) IpAddr.parse("::"), question.destinationIp(), ip6(1), Optional.empty(), false, false), A, 8);
        assertEquals(Set.of(), tracker.hosts().find(key(1)).orElseThrow().addresses());
    }

    @Test
    void holderOfAClaimedAddressIsAskedAndKeepsIt() {
        up();
        arp(request(1, 3), A, 8);
        assertTrue(arp(request(2, 2), B, 9).packets().size() > 1);
        final var claim = new ArpPacket(Operation.REPLY, Optional.empty(), mac(2), MacAddress.BROADCAST, mac(2), ip(1),
            mac(2), ip(1));
        final var probe = sent(A, ArpPacket.probe(Optional.empty(), HostTracker.PROBER, mac(1), ip(1)));
        assertTrue(arp(claim, B, 20).packets().contains(probe));
        // a packet may get lost, so it is asked twice
        assertEquals(List.of(probe), tracker.advance(at(21)).packets());
        final var answer = new ArpPacket(Operation.REPLY, Optional.empty(), mac(1), HostTracker.PROBER, mac(1), ip(1),
            HostTracker.PROBER, new Ipv4Addr(0));
        assertInstanceOf(HostEvent.Conflicting.class, arp(answer, A, 21.1).events().getFirst());
        tracker.advance(at(30));
        assertEquals(Optional.of(A), placeOf(1));
    }

    @Test
    void silentHostIsAskedBeforeItIsForgotten() {
        up();
        arp(request(1, 2), A, 8);
        nd(solicitation(3, 2), B, 200);
        assertEquals(Effects.NONE, tracker.advance(at(308)));
        assertEquals(List.of(sent(A, ArpPacket.probe(Optional.empty(), HostTracker.PROBER, mac(1), ip(1)))),
            tracker.advance(at(308.1)).packets());
        arp(new ArpPacket(Operation.REPLY, Optional.empty(), mac(1), HostTracker.PROBER, mac(1), ip(1),
            HostTracker.PROBER, new Ipv4Addr(0)), A, 308.2);
        assertEquals(List.of(sent(B, NdPacket.probe(Optional.empty(), HostTracker.PROBER, mac(3), ip6(3)))),
            tracker.advance(at(501)).packets());
        for (double time = 502; time < 506; time += 0.5) {
            assertEquals(List.of(), tracker.advance(at(time)).events());
        }
        assertEquals(List.of(Cause.NO_ANSWER), tracker.advance(at(507)).events().stream()
            .map(event -> ((HostEvent.Removed) event).cause()).toList());
        assertEquals(Optional.of(A), placeOf(1));
    }

    @Test
    void addressThatItsHostLeftIsAskedForBeforeItIsForgotten() {
        up();
        nd(solicitation(1, 2), A, 8);
        for (int time = 8; time < 300; time += 90) {
            arp(request(1, 2), A, time);
        }
        final var probe = sent(A, NdPacket.probe(Optional.empty(), HostTracker.PROBER, mac(1), ip6(1)));
        assertEquals(Effects.NONE, tracker.advance(at(308)));
        assertEquals(List.of(probe), tracker.advance(at(308.1)).packets());
        nd(advertisement(1, HostTracker.PROBER), A, 308.2);
        assertEquals(Effects.NONE, tracker.advance(at(320)));

        arp(request(1, 2), A, 550);
        assertEquals(Effects.NONE, tracker.advance(at(608)));
        for (double time = 609; time < 615; time += 2) {
            assertEquals(new Effects(List.of(), List.of(probe)), tracker.advance(at(time)));
        }
        final var both = tracker.hosts().find(key(1)).orElseThrow();
        assertEquals(Set.of(ip(1), ip6(1)), both.addresses());
        assertEquals(List.of(new HostEvent.Changed(both, both.withAddresses(Set.of(ip(1))))),
            tracker.advance(at(615)).events());
        assertEquals(Optional.of(A), placeOf(1));
        assertEquals(Effects.NONE, tracker.advance(at(620)));
    }

    @Test
    void hostThatCannotBeAskedIsKeptLonger() {
        up();
        arp(new ArpPacket(Operation.REQUEST, Optional.empty(), mac(1), MacAddress.BROADCAST, mac(1),
            new Ipv4Addr(0), new MacAddress(0), ip(1)), A, 8);
        assertEquals(Effects.NONE, tracker.advance(at(3608)));
        assertEquals(1, tracker.advance(at(3608.1)).events().size());
    }

    @Test
    void observerSendsNothing() {
        final var observer = new HostTracker(Net.settings(true, false), refusals);
        observer.restore(List.of(host(9, A, at(-500), at(-100))), at(0));
        observer.topology(LINKED, at(0));
        observer.advance(at(7));
        assertEquals(List.of(), observer.packet(ArpCodec.encode(request(1, 2)), A, at(8)).packets());
        assertEquals(List.of(), observer.packet(ArpCodec.encode(request(2, 1)), C, at(9)).packets());
        assertEquals(3, observer.hosts().hosts().size());
        for (int time = 10; time < 3000; time += 10) {
            assertEquals(List.of(), observer.advance(at(time)).packets());
        }
        assertEquals(3, observer.hosts().hosts().size());
        // a claim of an address that is in use, and an answer to nobody who is known
        assertEquals(List.of(), observer.packet(ArpCodec.encode(new ArpPacket(Operation.REQUEST, Optional.empty(),
            mac(5), MacAddress.BROADCAST, mac(5), ip(1), new MacAddress(0), ip(2))), D, at(2900)).packets());
        assertEquals(List.of(), observer.packet(ArpCodec.encode(reply(1, 8)), A, at(2901)).packets());
        assertEquals(0, refusals.count(Refusal.UNKNOWN_RECEIVER));
        assertThrows(IllegalStateException.class, () -> observer.ask(ip(1), at(3000), host -> { }));
    }

    @Test
    void questionIsAnsweredByWhoHasTheAddress() {
        up();
        arp(request(1, 2), A, 8);
        final var answers = new ArrayList<Optional<Host>>();
        assertEquals(List.of(A), portsOf(tracker.ask(ip(1), at(9), answers::add)));
        assertEquals(List.of(A, B, C, D), portsOf(tracker.ask(ip(2), at(9), answers::add)));
        assertEquals(List.of(A, B, C, D), portsOf(tracker.ask(ip6(7), at(9), answers::add)));
        arp(reply(2, 1), C, 10);
        assertEquals(List.of(Optional.of(C)), answers.stream().map(host -> host.map(Host::attachment)).toList());
        tracker.advance(at(12));
        assertEquals(3, answers.size());
        assertEquals(List.of(Optional.empty(), Optional.empty()), answers.subList(1, 3));
    }

    @Test
    void pinnedHostCannotBeStolen() {
        up();
        tracker.pin(List.of(new HostPin(key(1), new TreeSet<IpAddr>(Set.of(ip(1))), Optional.of(A))));
        arp(request(1, 2), A, 8);
        final var events = arp(request(1, 3), C, 9).events();
        assertInstanceOf(HostEvent.Conflicting.class, events.getFirst());
        assertEquals(1, events.size());
        assertEquals(Optional.of(A), placeOf(1));
    }

    @Test
    void ipPacketBindsOnlyWhereTheOperatorSaysSo() {
        final byte[] frame = Packets.ipv4(mac(1), ip(1), ip(2));
        up();
        assertEquals(Effects.NONE, tracker.packet(frame, A, at(8)));
        final var learner = new HostTracker(Net.settings(false, true), refusals);
        learner.topology(LINKED, at(0));
        learner.advance(at(7));
        learner.packet(frame, A, at(8));
        learner.packet(frame, TRUNK1, at(9));
        learner.packet(Packets.ipv4(mac(2), (Ipv4Addr) IpAddr.parse("192.0.2.1"), ip(1)), B, at(9));
        assertEquals(List.of(host(1, A, at(8), at(8))), learner.hosts().hosts());
    }

    @Test
    @DisplayName("RFC 2131 3.1: a DHCPACK grants an address to a client")
    void dhcpBindsTheAddressToTheClientWhereItIs() {
        final var learner = new HostTracker(Net.settings(false, true), refusals);
        learner.topology(LINKED, at(0));
        learner.advance(at(7));
        final byte[] ack = Packets.dhcpAck(mac(5), mac(1), ip(1));
        assertEquals(List.of(), learner.packet(ack, C, at(8)).events());
        learner.packet(ArpCodec.encode(new ArpPacket(Operation.REQUEST, Optional.empty(), mac(1),
            MacAddress.BROADCAST, mac(1), new Ipv4Addr(0), new MacAddress(0), ip(9))), A, at(9));
        // to all, as the server sent it
        assertEquals(List.of(A, B, D), portsOf(learner.packet(ack, C, at(10))));
        assertEquals(Optional.of(A), learner.hosts().find(ip(1)).map(Host::attachment));
    }

    @Test
    @DisplayName("RFC 2131 4.1: a server may send to the link-layer address of a client that has no address yet")
    void dhcpReachesAClientThatHasSaidNothing() {
        final var learner = new HostTracker(Net.settings(false, true), refusals);
        learner.topology(LINKED, at(0));
        learner.advance(at(7));
        final byte[] ack = Packets.dhcpAck(mac(5), mac(1), ip(1));
        System.arraycopy(mac(1).toBytes(), 0, ack, 0, MacAddress.BYTES);
        assertEquals(List.of(A, B, D), portsOf(learner.packet(ack, C, at(8))));
        learner.packet(ArpCodec.encode(new ArpPacket(Operation.REQUEST, Optional.empty(), mac(1),
            MacAddress.BROADCAST, mac(1), new Ipv4Addr(0), new MacAddress(0), ip(9))), A, at(9));
        assertEquals(List.of(A), portsOf(learner.packet(ack, C, at(10))));
    }

    @Test
    void noBytesMakeItThrow() {
        up();
        final var random = new Random(42);
        final var learner = new HostTracker(Net.settings(false, true), refusals);
        learner.topology(LINKED, at(0));
        learner.advance(at(7));
        for (var valid : List.of(ArpCodec.encode(request(1, 2)), NdCodec.encode(solicitation(1, 2)),
            NdCodec.encode(advertisement(1, mac(2))), Packets.dhcpAck(mac(5), mac(1), ip(1)),
            Packets.ipv4(mac(1), ip(1), ip(2)))) {
            for (int length = 0; length <= valid.length; length++) {
                learner.packet(Arrays.copyOf(valid, length), A, at(8));
            }
            for (int i = 0; i < 20_000; i++) {
                final byte[] broken = valid.clone();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                }
                learner.packet(broken, A, at(8 + i));
            }
        }
        assertTrue(refusals.count(Refusal.MALFORMED) > 1000);
    }
}
