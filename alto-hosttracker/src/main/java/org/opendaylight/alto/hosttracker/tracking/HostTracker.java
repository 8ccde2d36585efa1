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

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.arp.ArpCodec;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;
import org.opendaylight.alto.hosttracker.ip.DhcpCodec;
import org.opendaylight.alto.hosttracker.ip.IpCodec;
import org.opendaylight.alto.hosttracker.nd.NdCodec;
import org.opendaylight.alto.hosttracker.table.HostEvent;
import org.opendaylight.alto.hosttracker.table.HostEvent.Cause;
import org.opendaylight.alto.hosttracker.table.LearningTable;
import org.opendaylight.alto.hosttracker.table.Observation;
import org.opendaylight.alto.hosttracker.table.Refusal;
import org.opendaylight.alto.hosttracker.table.Refusals;

/**
 * The host tracker as a state machine: each call says what happened and when, each result says what to do. It has no
 * clock, so {@link #advance} must be called now and then, a few times a second.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class HostTracker {
    /** Source of our probes: a locally administered address that hosts do not use. */
    public static final MacAddress PROBER = new MacAddress(0x02A1_7000_0001L);

    /** How long a host may take to answer {@link #ask}. */
    public static final Duration ANSWER_TIME = Duration.ofSeconds(3);

    /** How long a host may take to answer a request before it is looked for elsewhere. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TrackerSettings settings;
    private final TrackerSettings.Times times;
    private final Refusals refusals;
    private final LearningTable table;
    private final EdgePorts ports;
    private final PendingObservations pending = new PendingObservations();
    private final EchoGuard echoes = new EchoGuard();
    private final Probation<Host.Key> probation;
    /** Addresses of hosts that are there by another address. */
    private final Probation<IpAddr> addressProbation;
    /** Ports with hosts that are not up now but may come back, and until when. */
    private final Map<SwitchPort, Instant> awaited = new TreeMap<>();
    private final Questions questions = new Questions();

    /**
     * Starts with nothing known.
     *
     * @param settings times and limits
     * @param refusals counts what has no effect
     */
    public HostTracker(final TrackerSettings settings, final Refusals refusals) {
        this.settings = settings;
        this.refusals = refusals;
        table = new LearningTable(settings.limits(), refusals);
        times = settings.times();
        ports = new EdgePorts(times.holdOff());
        probation = new Probation<>(times);
        addressProbation = new Probation<>(times);
    }

    /**
     * Takes over the hosts of before a restart. They are believed at once, so that maps are the same again, and asked
     * when their port is up.
     *
     * @param hosts hosts; those that contradict what was learnt since are left out
     * @param now the time
     * @return how many were taken over
     */
    public int restore(final Collection<Host> hosts, final Instant now) {
        int restored = 0;
        for (var host : hosts) {
            final var use = ports.use(host.attachment());
            if (use != EdgePorts.Use.LINK && table.restore(host, now)) {
                restored++;
                if (!settings.isObserveOnly()) {
                    probation.add(host.key());
                }
                if (use == EdgePorts.Use.DOWN) {
                    awaited.put(host.attachment(), now.plus(times.rememberFor()));
                }
            }
        }
        return restored;
    }

    /**
     * Takes over what an operator says of hosts.
     *
     * @param pins all pins
     * @return what to do
     */
    public Effects pin(final List<HostPin> pins) {
        return effects(table.pin(pins), List.of());
    }

    /**
     * Takes over a new state of the network.
     *
     * @param next all switches and links
     * @param now the time
     * @return what to do
     */
    public Effects topology(final Topology next, final Instant now) {
        final var before = ports.topology();
        ports.update(next, now);

        final var events = new ArrayList<HostEvent>();
        for (var port : table.ports()) {
            switch (ports.use(port)) {
                case LINK -> {
                    awaited.remove(port);
                    events.addAll(table.removeAll(port, Cause.LINK_DISCOVERED));
                }
                case HELD, EDGE -> awaited.remove(port);
                case DOWN -> {
                    // a switch that lists no port goes, or just came: its ports and itself are reported one by one
                    final boolean isAway = hasNoPort(next, port.switchId());
                    if (!isAway && before.isUp(port)) {
                        events.addAll(table.removeAll(port, Cause.PORT_DOWN));
                    } else if (before.isUp(port) || !isAway && hasNoPort(before, port.switchId())) {
                        // the switch went, or came back and has yet to tell of its ports
                        awaited.merge(port, now.plus(times.switchGrace()),
                            (one, other) -> one.isBefore(other) ? one : other);
                    }
                }
                default -> throw new IllegalStateException("No rule for " + ports.use(port));
            }
        }
        pending.dropIf(port -> ports.use(port) == EdgePorts.Use.LINK || before.isUp(port) && !next.isUp(port));
        return effects(events, List.of());
    }

    private static boolean hasNoPort(final Topology topology, final SwitchId id) {
        final var ports = topology.ports().get(id);
        return ports == null || ports.isEmpty();
    }

    /**
     * Takes in a frame that a switch sent to the controller.
     *
     * @param frame the frame
     * @param ingress the port where it came in
     * @param now the time
     * @return what to do
     */
    public Effects packet(final byte[] frame, final SwitchPort ingress, final Instant now) {
        if (ArpCodec.isArp(frame)) {
            return resolution(ArpCodec.decode(frame).map(Resolution::of), frame, ingress, now);
        }
        if (NdCodec.isNd(frame)) {
            return resolution(NdCodec.decode(frame).map(Resolution::of), frame, ingress, now);
        }
        if (settings.learnsFromDhcp() && DhcpCodec.isServerReply(frame)) {
            return dhcp(frame, ingress, now);
        }
        return settings.ipPrefixes().isEmpty() ? Effects.NONE : ip(frame, ingress, now);
    }

    /**
     * Tells cheaply whether a frame may have an effect.
     *
     * @param frame an Ethernet frame
     * @return false for what {@link #packet} would not look at
     */
    public boolean isOfInterest(final byte[] frame) {
        return ArpCodec.isArp(frame) || NdCodec.isNd(frame) || !settings.ipPrefixes().isEmpty()
            || settings.learnsFromDhcp() && DhcpCodec.isServerReply(frame);
    }

    private Effects resolution(final Optional<Resolution> decoded, final byte[] frame, final SwitchPort ingress,
            final Instant now) {
        if (decoded.isEmpty()) {
            refusals.add(Refusal.MALFORMED);
            return Effects.NONE;
        }
        final var said = decoded.orElseThrow();
        if (said.source().equals(PROBER)) {
            // our own probe, which a loop outside of our switches brought back
            refusals.add(Refusal.ECHO);
            return Effects.NONE;
        }
        return switch (ports.use(ingress)) {
            case LINK -> {
                refusals.add(Refusal.NOT_AT_EDGE);
                yield Effects.NONE;
            }
            // DOWN: the switch may tell of the packet sooner than of the port
            case DOWN, HELD -> {
                observation(said, ingress, now).ifPresent(this::postpone);
                yield Effects.NONE;
            }
            case EDGE -> {
                final var received = Frame.of(frame);
                if (echoes.isEcho(received, now)) {
                    refusals.add(Refusal.ECHO);
                    yield Effects.NONE;
                }
                final var events = observation(said, ingress, now).map(this::learn).orElse(List.of());
                yield effects(events, deliver(said, received, ingress, now));
            }
        };
    }

    private Optional<Observation> observation(final Resolution said, final SwitchPort ingress, final Instant now) {
        if (!said.isCredible()) {
            refusals.add(Refusal.NOT_ONE_STATION);
            return Optional.empty();
        }
        if (said.claimed().isEmpty() && !said.isAnonymous()) {
            refusals.add(Refusal.UNUSABLE_ADDRESS);
            return Optional.empty();
        }
        return Optional.of(new Observation(new Host.Key(said.source(), said.vlan()), said.claimed(), ingress, now));
    }

    private void postpone(final Observation seen) {
        if (!pending.add(seen)) {
            refusals.add(Refusal.TABLE_FULL);
        }
    }

    private Effects dhcp(final byte[] frame, final SwitchPort ingress, final Instant now) {
        final var received = Frame.of(frame);
        final var header = EthernetHeader.decode(frame);
        if (header.isEmpty() || ports.use(ingress) != EdgePorts.Use.EDGE) {
            refusals.add(header.isEmpty() ? Refusal.MALFORMED : Refusal.NOT_AT_EDGE);
            return Effects.NONE;
        }
        if (echoes.isEcho(received, now)) {
            refusals.add(Refusal.ECHO);
            return Effects.NONE;
        }
        final var vlan = header.orElseThrow().vlan();
        // The server speaks of a client. Where that is, only the client's own packets have shown.
        final var events = DhcpCodec.decode(frame)
            .flatMap(ack -> table.find(new Host.Key(ack.client(), vlan))
                .map(client -> table.learn(new Observation(client.key(), Optional.of(ack.address()),
                    client.attachment(), now))))
            .orElse(List.of());
        final var destination = header.orElseThrow().destination();
        final var receiver = table.find(new Host.Key(destination, vlan));
        // a client that wants its first address may have said nothing yet that comes here
        final var to = receiver.isEmpty() ? Delivery.allBut(ingress, outlets())
            : Delivery.toStation(destination, ingress, receiver, outlets());
        if (to.size() > 1) {
            echoes.sent(received, now);
        }
        return effects(events, to.stream().map(port -> new PacketOut(port, received)).toList());
    }

    private Effects ip(final byte[] frame, final SwitchPort ingress, final Instant now) {
        final var seen = IpCodec.decode(frame)
            .filter(packet -> packet.source().isUnicast() && !packet.source().equals(PROBER)
                && settings.ipPrefixes().stream().anyMatch(prefix -> prefix.contains(packet.address())))
            .map(packet -> new Observation(new Host.Key(packet.source(), packet.vlan()),
                Optional.of(packet.address()), ingress, now));
        if (seen.isEmpty()) {
            return Effects.NONE;
        }
        switch (ports.use(ingress)) {
            // inside of the network packets of all hosts come by
            case LINK -> refusals.add(Refusal.NOT_AT_EDGE);
            case DOWN, HELD -> postpone(seen.orElseThrow());
            case EDGE -> {
                return effects(learn(seen.orElseThrow()), List.of());
            }
            default -> throw new IllegalStateException("No rule for " + ports.use(ingress));
        }
        return Effects.NONE;
    }

    private List<HostEvent> learn(final Observation seen) {
        final var events = table.learn(seen);
        if (table.heard(seen.host()).filter(seen.at()::equals).isPresent()) {
            probation.end(seen.host());
            seen.address().filter(address -> table.heard(address).filter(seen.at()::equals).isPresent())
                .ifPresent(addressProbation::end);
            answer(seen);
        }
        return events;
    }

    private void answer(final Observation seen) {
        if (questions.isEmpty()) {
            return;
        }
        seen.address().ifPresent(address -> table.find(seen.host()).filter(host -> host.addresses().contains(address))
            .ifPresent(host -> questions.answer(address, host)));
    }

    private List<PacketOut> deliver(final Resolution said, final Frame frame, final SwitchPort ingress,
            final Instant now) {
        final var outlets = outlets();
        if (outlets.isEmpty() || said.destination().equals(PROBER)) {
            return List.of();
        }
        final var to = said.isQuestion() ? question(said, ingress, outlets, now) : reply(said, ingress, outlets);
        if (to.size() > 1) {
            echoes.sent(frame, now);
        }
        return to.stream().map(port -> new PacketOut(port, frame)).toList();
    }

    private List<SwitchPort> question(final Resolution said, final SwitchPort ingress,
            final SortedSet<SwitchPort> outlets, final Instant now) {
        final var target = table.find(said.target()).filter(host -> host.vlan().equals(said.vlan()));
        final boolean silent = !said.isAnnouncement() && target
            .filter(host -> table.noteAsked(host.key(), now, PATIENCE)).isPresent();
        return Delivery.request(said, ingress, target, silent, outlets);
    }

    private List<SwitchPort> reply(final Resolution said, final SwitchPort ingress,
            final SortedSet<SwitchPort> outlets) {
        final var receiver = said.destination().isUnicast()
            ? table.find(new Host.Key(said.destination(), said.vlan())) : Optional.<Host>empty();
        if (receiver.isEmpty() && said.destination().isUnicast()) {
            refusals.add(Refusal.UNKNOWN_RECEIVER);
        }
        return Delivery.toStation(said.destination(), ingress, receiver, outlets);
    }

    /**
     * Asks who has an address: the host that is known to have it, otherwise, untagged, all that are at edge ports.
     *
     * @param address the address
     * @param now the time
     * @param answer told once, inside of a later call: the host, or empty if none answers within {@link #ANSWER_TIME}
     * @return what to do
     * @throws IllegalStateException if nothing may be sent
     */
    public Effects ask(final IpAddr address, final Instant now, final Consumer<Optional<Host>> answer) {
        if (settings.isObserveOnly()) {
            throw new IllegalStateException("The host tracker only observes, so it cannot ask for " + address);
        }
        questions.add(address, now.plus(ANSWER_TIME), answer);
        final var known = table.find(address).filter(this::isReachable);
        return effects(List.of(), known.isPresent() ? known.stream().map(host -> probe(host, address)).toList()
            : outlets().stream().map(port -> new PacketOut(port, Probes.question(PROBER, address))).toList());
    }

    /** The ports out of which packets may be sent; none of them if the tracker only observes. */
    private SortedSet<SwitchPort> outlets() {
        return settings.isObserveOnly() ? ImmutableSortedSet.of() : ports.edges();
    }

    private boolean isReachable(final Host host) {
        return outlets().contains(host.attachment());
    }

    private static PacketOut probe(final Host host, final IpAddr address) {
        return new PacketOut(host.attachment(), Probes.probe(PROBER, host, address));
    }

    /** Adds to what happened that holders of addresses that others claim are asked, and who is gone no longer is. */
    private Effects effects(final List<HostEvent> events, final List<PacketOut> packets) {
        final var all = new ArrayList<>(packets);
        for (var event : events) {
            switch (event) {
                case HostEvent.Contested contested -> {
                    if (isReachable(contested.holder())) {
                        all.add(probe(contested.holder(), contested.address()));
                    }
                }
                case HostEvent.Removed removed -> {
                    probation.end(removed.host().key());
                    removed.host().addresses().forEach(addressProbation::end);
                }
                case HostEvent.Changed changed -> Sets.difference(changed.before().addresses(),
                    changed.host().addresses()).forEach(addressProbation::end);
                default -> {
                    // asks for nothing
                }
            }
        }
        return new Effects(events, all);
    }

    /**
     * Does what is due: ends hold-offs, asks hosts of before a restart, gives up hosts whose port did not come back.
     *
     * @param now the time
     * @return what to do
     */
    public Effects advance(final Instant now) {
        echoes.advance(now);
        final var opened = ports.advance(now);
        final var events = new ArrayList<HostEvent>();
        if (pending.size() > 0) {
            pending.take(Set.copyOf(opened)).forEach(seen -> events.addAll(learn(seen)));
            pending.dropBefore(now.minus(times.holdOff()), port -> ports.use(port) == EdgePorts.Use.DOWN);
        }
        events.addAll(table.advance(now));
        awaited.entrySet().removeIf(entry -> {
            if (now.isBefore(entry.getValue())) {
                return false;
            }
            events.addAll(table.removeAll(entry.getKey(), Cause.SWITCH_GONE));
            return true;
        });
        age(now, events);
        ageAddresses(now, events);
        final var probes = new ArrayList<>(judge(events, now));
        probes.addAll(judgeAddresses(events, now));
        questions.advance(now);
        return effects(events, probes);
    }

    /** Has hosts asked that were silent for a while, and gives up those that cannot be asked. */
    private void age(final Instant now, final List<HostEvent> events) {
        for (var key : table.silentSince(now.minus(times.idle()))) {
            if (probation.contains(key)) {
                continue;
            }
            final var host = table.find(key);
            if (!settings.isObserveOnly() && host.filter(known -> !known.addresses().isEmpty()).isPresent()) {
                probation.add(key);
            } else if (table.heard(key).filter(heard -> heard.isBefore(now.minus(times.silent()))).isPresent()) {
                table.remove(key, Cause.SILENT).ifPresent(events::add);
            }
        }
    }

    private List<PacketOut> judge(final List<HostEvent> events, final Instant now) {
        if (probation.size() == 0) {
            return List.of();
        }
        final var verdict = probation.judge(now, key -> table.find(key).filter(this::isReachable).isPresent());
        verdict.giveUp().forEach(key -> table.remove(key, Cause.NO_ANSWER).ifPresent(events::add));
        return verdict.ask().stream().flatMap(key -> table.find(key).stream())
            .flatMap(host -> host.addresses().stream().map(address -> probe(host, address)))
            .toList();
    }

    /** Has hosts asked for those of their addresses that they did not use for a while. */
    private void ageAddresses(final Instant now, final List<HostEvent> events) {
        for (var address : table.addressesSilentSince(now.minus(times.idle()))) {
            if (!settings.isObserveOnly()) {
                addressProbation.add(address);
            } else if (table.heard(address).filter(heard -> heard.isBefore(now.minus(times.silent()))).isPresent()) {
                table.forget(address).ifPresent(events::add);
            }
        }
    }

    private List<PacketOut> judgeAddresses(final List<HostEvent> events, final Instant now) {
        if (addressProbation.size() == 0) {
            return List.of();
        }
        // a silent host is asked for all of its addresses anyway
        final var verdict = addressProbation.judge(now, address -> table.find(address)
            .filter(host -> !probation.contains(host.key()) && isReachable(host)).isPresent());
        verdict.giveUp().forEach(address -> table.forget(address).ifPresent(events::add));
        return verdict.ask().stream().flatMap(address -> table.find(address)
            .map(host -> probe(host, address)).stream()).toList();
    }

    /**
     * Returns all hosts.
     *
     * @return a copy
     */
    public HostTable hosts() {
        return table.snapshot();
    }
}
