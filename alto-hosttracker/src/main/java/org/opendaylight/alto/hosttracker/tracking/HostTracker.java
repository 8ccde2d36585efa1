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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.arp.ArpCodec;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
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

    /** How long a host may take to answer a request before it is looked for elsewhere. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TrackerSettings settings;
    private final Refusals refusals;
    private final LearningTable table;
    private final EdgePorts ports;
    private final PendingObservations pending = new PendingObservations();
    private final EchoGuard echoes = new EchoGuard();
    private final Probation probation;
    /** Ports with hosts that are not up now but may come back, and until when. */
    private final Map<SwitchPort, Instant> awaited = new TreeMap<>();

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
        ports = new EdgePorts(settings.holdOff());
        probation = new Probation(settings);
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
                probation.add(host.key());
                if (use == EdgePorts.Use.DOWN) {
                    awaited.put(host.attachment(), now.plus(settings.rememberFor()));
                }
            }
        }
        return restored;
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
                    events.addAll(remove(port, Cause.LINK_DISCOVERED));
                }
                case HELD, EDGE -> awaited.remove(port);
                case DOWN -> {
                    final boolean connected = next.ports().containsKey(port.switchId());
                    if (connected && before.isUp(port)) {
                        events.addAll(remove(port, Cause.PORT_DOWN));
                    } else if (before.isUp(port) || connected && !before.ports().containsKey(port.switchId())) {
                        // the switch went, or came back and has yet to tell of its ports
                        awaited.merge(port, now.plus(settings.switchGrace()),
                            (one, other) -> one.isBefore(other) ? one : other);
                    }
                }
                default -> throw new IllegalStateException("No rule for " + ports.use(port));
            }
        }
        pending.dropIf(port -> ports.use(port) == EdgePorts.Use.LINK || before.isUp(port) && !next.isUp(port));
        return new Effects(events, List.of());
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
        if (!ArpCodec.isArp(frame)) {
            return Effects.NONE;
        }
        final var packet = ArpCodec.decode(frame);
        if (packet.isEmpty()) {
            refusals.add(Refusal.MALFORMED);
            return Effects.NONE;
        }
        return arp(packet.orElseThrow(), ingress, now);
    }

    private Effects arp(final ArpPacket packet, final SwitchPort ingress, final Instant now) {
        if (packet.senderMac().equals(PROBER) || packet.source().equals(PROBER)) {
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
                observation(packet, ingress, now).filter(seen -> !pending.add(seen))
                    .ifPresent(seen -> refusals.add(Refusal.TABLE_FULL));
                yield Effects.NONE;
            }
            case EDGE -> {
                if (echoes.isEcho(packet, now)) {
                    refusals.add(Refusal.ECHO);
                    yield Effects.NONE;
                }
                final var events = observation(packet, ingress, now).map(this::learn).orElse(List.of());
                yield new Effects(events, deliver(packet, ingress, now));
            }
        };
    }

    private Optional<Observation> observation(final ArpPacket packet, final SwitchPort ingress, final Instant now) {
        if (!packet.isFromOneStation()) {
            refusals.add(Refusal.NOT_ONE_STATION);
            return Optional.empty();
        }
        final boolean isProbe = packet.senderIp().value() == 0;
        if (!isProbe && !packet.hasUsableSender()) {
            refusals.add(Refusal.UNUSABLE_ADDRESS);
            return Optional.empty();
        }
        return Optional.of(new Observation(new Host.Key(packet.senderMac(), packet.vlan()),
            isProbe ? Optional.empty() : Optional.<IpAddr>of(packet.senderIp()), ingress, now));
    }

    private List<HostEvent> learn(final Observation seen) {
        probation.end(seen.host());
        return table.learn(seen);
    }

    private List<PacketOut> deliver(final ArpPacket packet, final SwitchPort ingress, final Instant now) {
        final var to = switch (packet.operation()) {
            case REQUEST -> {
                final var target = table.find(packet.targetIp())
                    .filter(host -> host.vlan().equals(packet.vlan()));
                final boolean silent = !packet.isGratuitous() && target
                    .filter(host -> table.noteAsked(host.key(), now, PATIENCE)).isPresent();
                yield ArpDelivery.request(packet, ingress, target, silent, ports.edges());
            }
            case REPLY -> reply(packet, ingress);
        };
        if (to.size() > 1) {
            echoes.sent(packet, now);
        }
        return to.stream().map(port -> new PacketOut(port, packet)).toList();
    }

    private List<SwitchPort> reply(final ArpPacket packet, final SwitchPort ingress) {
        if (packet.destination().equals(PROBER)) {
            return List.of();
        }
        final var receiver = packet.destination().isUnicast()
            ? table.find(new Host.Key(packet.destination(), packet.vlan())) : Optional.<Host>empty();
        if (receiver.isEmpty() && packet.destination().isUnicast()) {
            refusals.add(Refusal.UNKNOWN_RECEIVER);
        }
        return ArpDelivery.reply(packet, ingress, receiver, ports.edges());
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
            pending.dropBefore(now.minus(settings.holdOff()), port -> ports.use(port) == EdgePorts.Use.DOWN);
        }
        awaited.entrySet().removeIf(entry -> {
            if (now.isBefore(entry.getValue())) {
                return false;
            }
            events.addAll(remove(entry.getKey(), Cause.SWITCH_GONE));
            return true;
        });
        return new Effects(events, probe(events, now));
    }

    private List<PacketOut> probe(final List<HostEvent> events, final Instant now) {
        if (probation.size() == 0) {
            return List.of();
        }
        final var verdict = probation.judge(now, key -> table.find(key)
            .filter(host -> ports.use(host.attachment()) == EdgePorts.Use.EDGE).isPresent());
        verdict.giveUp().forEach(key -> table.remove(key, Cause.NO_ANSWER).ifPresent(events::add));
        return verdict.ask().stream().flatMap(key -> table.find(key).stream())
            .flatMap(host -> host.addresses().stream()
                .filter(Ipv4Addr.class::isInstance).map(Ipv4Addr.class::cast)
                .map(address -> new PacketOut(host.attachment(),
                    ArpPacket.probe(host.vlan(), PROBER, host.mac(), address))))
            .toList();
    }

    private List<HostEvent> remove(final SwitchPort port, final Cause cause) {
        final var events = table.removeAll(port, cause);
        events.forEach(event -> probation.end(event.host().key()));
        return events;
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
