/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Emission;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.flow.Lookup;
import org.opendaylight.alto.frmchecker.flow.PacketSet;

/**
 * One walk from switch to switch, of all packets of a cube at once. Where a switch treats some of them in another way,
 * the class is split and each part goes on by itself, with all its copies.
 *
 * <p>Ends always: a copy that comes back to a port with the same header is a loop, a copy where another one has been is
 * not followed again, and {@link WalkLimits} bound the rest.
 */
final class PacketWalk {
    private final NetworkState network;
    private final WalkLimits limits;
    private final Host destination;
    private int lookups;
    private boolean truncated;

    PacketWalk(final NetworkState network, final WalkLimits limits, final Host destination) {
        this.network = network;
        this.limits = limits;
        this.destination = destination;
    }

    PathAnswer from(final SwitchPort source, final Cube sent) {
        return new PathAnswer(merged(classes(source, sent), sent), truncated, network.asOf());
    }

    /** Returns the cost of each path that arrives; empty if no rule says where some packets go. */
    Optional<List<Aggregation.PathCost>> costs(final SwitchPort source, final Cube sent, final PathCosting costing) {
        final var costs = new ArrayList<Aggregation.PathCost>(1);
        for (final var each : classes(source, sent)) {
            final var end = each.main();
            if (end.outcome().isGap()) {
                return Optional.empty();
            }
            if (end.outcome() == Outcome.DELIVERED) {
                final var way = Passage.way(end.last());
                costs.add(new Aggregation.PathCost(way == null ? costing.ofNoPath() : costing.of(source, way),
                    each.share()));
            }
        }
        return Optional.of(costs);
    }

    /** Tells whether classes are missing, after the walk. */
    boolean isTruncated() {
        return truncated;
    }

    /** Walks, and returns each class with the ends of all its copies. */
    List<PacketClass> classes(final SwitchPort source, final Cube sent) {
        final var done = new ArrayList<PacketClass>();
        // a stack, so that the class of the first rule is done first
        final Deque<PacketClass> open = new ArrayDeque<>();
        open.push(PacketClass.sent(PacketSet.of(sent), new Visit(source, arriving(Header.of(sent), source))));
        while (!open.isEmpty()) {
            final var next = open.pop();
            if (next.moving().isEmpty() && done.size() < limits.classes()) {
                done.add(next);
            } else if (next.moving().isEmpty() || ++lookups > limits.lookups()) {
                truncated = true;
                break;
            } else {
                step(next).reversed().forEach(open::push);
            }
        }
        return done;
    }

    private static Header arriving(final Header header, final SwitchPort at) {
        return header.arrivedAt(at.port());
    }

    /** Moves the first moving copy through one switch. */
    private List<PacketClass> step(final PacketClass packetClass) {
        final var copy = packetClass.moving().getFirst();
        final var visit = copy.visit();
        final var at = visit.at();
        final var sent = packetClass.packets().base();
        if (Passage.anyVisit(copy.before(), earlier -> visit.repeats(earlier, sent))) {
            return ended(packetClass, copy.before(), Outcome.LOOP, "comes back to " + at);
        }
        if (packetClass.hasSeen(visit)) {
            // the other copy will tell how it ends; if none ever ended, they go round in each other's tracks
            final boolean endless = packetClass.moving().size() == 1 && packetClass.ended().isEmpty();
            return endless
                ? ended(packetClass, copy.before(), Outcome.LOOP, "comes to " + at + " as another copy did before")
                : List.of(packetClass.withoutFirst(List.of()));
        }
        final var pipeline = network.pipelines().get(at.switchId());
        if (pipeline == null) {
            return ended(packetClass, copy.before(), Outcome.NO_DATA, "of " + at.switchId());
        }
        if (Passage.length(copy.before()) == limits.hops()) {
            return ended(packetClass, copy.before(), Outcome.UNSUPPORTED,
                "more than " + limits.hops() + " switches are on the way");
        }
        final var answers = pipeline.lookup(packetClass.packets(), visit.header().narrowedBy(sent),
            limits.classes() + 1);
        if (answers.size() > limits.classes()) {
            truncated = true;
        }
        return answers.stream().map(lookup -> emitted(packetClass, copy, lookup)).toList();
    }

    private static List<PacketClass> ended(final PacketClass packetClass, final @Nullable Passage last,
            final Outcome outcome, final String reason) {
        return List.of(packetClass.withoutFirst(List.of(new Arrival(last, outcome, reason))));
    }

    private PacketClass emitted(final PacketClass packetClass, final Copy copy, final Lookup lookup) {
        final var switchId = copy.visit().at().switchId();
        final var copies = new ArrayList<Copy>(1);
        final var arrivals = new ArrayList<Arrival>(1);
        final var stays = passage(packetClass, copy, lookup, 0, List.of(), lookup.meters());
        for (final var emission : lookup.emissions()) {
            switch (emission) {
                case Emission.ByPort sent -> sendBy(sent.port(), sent.header(),
                    passage(packetClass, copy, lookup, sent.port(), sent.rewrites(), sent.meters()), copies, arrivals);
                case Emission.ToController controller ->
                    arrivals.add(new Arrival(stays, Outcome.TO_CONTROLLER, "by " + switchId));
                case Emission.ToSwitch local ->
                    arrivals.add(new Arrival(stays, Outcome.LEFT_NETWORK, "to the local port of " + switchId));
            }
        }
        lookup.end().ifPresent(end -> arrivals.add(new Arrival(stays, end.outcome(), end.reason())));
        return packetClass.after(lookup, copies, arrivals);
    }

    private static Passage passage(final PacketClass packetClass, final Copy copy, final Lookup lookup,
            final long outPort, final List<Action> rewrites, final List<MeterRef> meters) {
        return new Passage(copy.before(), copy.visit(), lookup, outPort, rewrites, meters, packetClass.packets(),
            Passage.length(copy.before()) + 1);
    }

    /** Sends a copy that has passed a switch out by a port. */
    private void sendBy(final long number, final Header header, final Passage passed, final List<Copy> copies,
            final List<Arrival> arrivals) {
        final var switchId = passed.visit().at().switchId();
        if (number < 1 || number > SwitchPort.MAX_PORT) {
            arrivals.add(new Arrival(passed, Outcome.PORT_DOWN, "(" + switchId + ":" + number + ")"));
            return;
        }
        final var port = new SwitchPort(switchId, number);
        final var topology = network.topology();
        if (!topology.isUp(port)) {
            arrivals.add(new Arrival(passed, Outcome.PORT_DOWN, "(" + port + ")"));
        } else if (port.equals(destination.attachment())) {
            arrivals.add(new Arrival(passed, Outcome.DELIVERED, differenceOnArrival(header)));
        } else {
            topology.peer(port).ifPresentOrElse(
                peer -> copies.add(new Copy(new Visit(peer, arriving(header, peer)), passed)),
                () -> arrivals.add(new Arrival(passed, Outcome.LEFT_NETWORK, "by " + port)));
        }
    }

    /** The walk ends at the port of the host; whether the host takes the frame is for a person to see. */
    private String differenceOnArrival(final Header header) {
        final var fields = header.fields();
        final var difference = new StringJoiner(",");
        if (fields.value(Field.ETH_DST) != destination.mac().value()) {
            difference.add(fields.describe(Field.ETH_DST));
        }
        if (fields.value(Field.VLAN_VID) != HostPackets.vlanVid(destination)) {
            difference.add(fields.describe(Field.VLAN_VID));
        }
        return difference.length() == 0 ? "" : "with " + difference;
    }

    /**
     * Makes one trace of classes that the network treats alike after all. What a switch chooses to do with some packets
     * adds up to what it does with them.
     */
    private static List<PathTrace> merged(final List<PacketClass> classes, final Cube sent) {
        final var chosen = new LinkedHashMap<PathTrace, PathTrace>();
        for (final var each : classes) {
            final var trace = each.toTrace(sent);
            chosen.merge(copy(trace, each.packets().describeWithin(sent), trace.hops(), 1), trace,
                (one, other) -> copy(one, one.condition() + " or " + other.condition(), one.hops(),
                    Math.min(1, one.share() + other.share())));
        }
        final var alike = new LinkedHashMap<PathTrace, PathTrace>();
        chosen.values().forEach(trace -> alike.merge(copy(trace, "", withoutConditions(trace.hops()), trace.share()),
            trace, (one, other) -> copy(one, one.condition() + " or " + other.condition(),
                withoutConditions(one.hops()), one.share())));
        return List.copyOf(alike.values());
    }

    private static PathTrace copy(final PathTrace trace, final String condition, final List<Hop> hops,
            final double share) {
        return new PathTrace(condition, hops, trace.outcome(), trace.reason(), trace.origin(), share);
    }

    private static List<Hop> withoutConditions(final List<Hop> hops) {
        return hops.stream().map(Hop::withoutCondition).toList();
    }
}
