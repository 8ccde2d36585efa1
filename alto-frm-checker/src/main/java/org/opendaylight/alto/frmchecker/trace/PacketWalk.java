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
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;
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
        final var traces = classes(source, sent).stream().map(each -> each.toTrace(sent)).toList();
        return new PathAnswer(merged(traces), truncated, network.asOf());
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
        final var at = copy.visit().at();
        if (copy.isLoop()) {
            return List.of(packetClass.withoutFirst(List.of(ended(copy, Outcome.LOOP, "comes back to " + at))));
        }
        if (packetClass.seen().contains(copy.visit())) {
            // the other copy will tell how it ends; if none ever ended, they go round in each other's tracks
            final boolean endless = packetClass.moving().size() == 1 && packetClass.ended().isEmpty();
            return List.of(packetClass.withoutFirst(endless
                ? List.of(ended(copy, Outcome.LOOP, "comes to " + at + " as another copy did before")) : List.of()));
        }
        final var pipeline = network.pipelines().get(at.switchId());
        if (pipeline == null) {
            return List.of(packetClass.withoutFirst(List.of(ended(copy, Outcome.NO_DATA, "of " + at.switchId()))));
        }
        if (copy.hops().size() == limits.hops()) {
            return List.of(packetClass.withoutFirst(List.of(
                ended(copy, Outcome.UNSUPPORTED, "more than " + limits.hops() + " switches are on the way"))));
        }
        final var classes = new ArrayList<PacketClass>();
        final var answers = pipeline.lookup(packetClass.packets(), copy.visit().header(), limits.classes() + 1);
        if (answers.size() > limits.classes()) {
            truncated = true;
        }
        answers.forEach(lookup -> classes.add(emitted(packetClass, copy, lookup)));
        return classes;
    }

    private static Arrival ended(final Copy copy, final Outcome outcome, final String reason) {
        return new Arrival(copy.hops(), outcome, reason, copy.notes());
    }

    private PacketClass emitted(final PacketClass packetClass, final Copy copy, final Lookup lookup) {
        final var at = copy.visit().at();
        final var rules = lookup.rules().stream().map(rule -> rule.ref(at.switchId())).toList();
        final var notes = new ArrayList<>(copy.notes());
        notes.addAll(lookup.notes());
        final var copies = new ArrayList<Copy>();
        final var arrivals = new ArrayList<Arrival>();
        final var stays = new Hop(at.switchId(), at.port(), OptionalLong.empty(), rules, List.of());
        for (final var emission : lookup.emissions()) {
            switch (emission) {
                case Emission.ByPort sent -> sendBy(sent.port(), sent.header(),
                    copy.forwarded(new Hop(at.switchId(), at.port(), OptionalLong.of(sent.port()), rules,
                        sent.rewrites()), notes),
                    copies, arrivals);
                case Emission.ToController controller -> arrivals.add(
                    ended(copy.forwarded(stays, notes), Outcome.TO_CONTROLLER, "by " + at.switchId()));
                case Emission.ToSwitch local -> arrivals.add(ended(copy.forwarded(stays, notes),
                    Outcome.LEFT_NETWORK, "to the local port of " + at.switchId()));
            }
        }
        lookup.end().ifPresent(end ->
            arrivals.add(ended(copy.forwarded(stays, notes), end.outcome(), end.reason())));
        return packetClass.after(lookup, copies, arrivals);
    }

    /** Sends a copy that has passed a switch, and still has that switch as its place, out by a port. */
    private void sendBy(final long number, final Header header, final Copy passed, final List<Copy> copies,
            final List<Arrival> arrivals) {
        final var switchId = passed.visit().at().switchId();
        if (number < 1 || number > SwitchPort.MAX_PORT) {
            arrivals.add(ended(passed, Outcome.PORT_DOWN, "(" + switchId + ":" + number + ")"));
            return;
        }
        final var port = new SwitchPort(switchId, number);
        final var topology = network.topology();
        if (!topology.isUp(port)) {
            arrivals.add(ended(passed, Outcome.PORT_DOWN, "(" + port + ")"));
        } else if (port.equals(destination.attachment())) {
            arrivals.add(new Arrival(passed.hops(), Outcome.DELIVERED, differenceOnArrival(header), passed.notes()));
        } else {
            topology.peer(port).ifPresentOrElse(
                peer -> copies.add(passed.movedTo(new Visit(peer, arriving(header, peer)))),
                () -> arrivals.add(ended(passed, Outcome.LEFT_NETWORK, "by " + port)));
        }
    }

    /** The walk ends at the port of the host; whether the host takes the frame is for a person to see. */
    private String differenceOnArrival(final Header header) {
        final var fields = header.fields();
        final var difference = new StringJoiner(",");
        if (fields.value(Field.ETH_DST) != destination.mac().value()) {
            difference.add(fields.describe(Field.ETH_DST));
        }
        if (fields.value(Field.VLAN_VID) != PathFinder.vlanVid(destination)) {
            difference.add(fields.describe(Field.VLAN_VID));
        }
        return difference.length() == 0 ? "" : "with " + difference;
    }

    /** Makes one trace of classes that the network treats alike after all. */
    private static List<PathTrace> merged(final List<PathTrace> traces) {
        final var conditions = new LinkedHashMap<PathTrace, List<String>>();
        for (final var trace : traces) {
            conditions.computeIfAbsent(PathTrace.installed("", trace.hops(), trace.outcome(), trace.reason()),
                key -> new ArrayList<>()).add(trace.condition());
        }
        return conditions.entrySet().stream().map(entry -> PathTrace.installed(String.join(" or ", entry.getValue()),
            entry.getKey().hops(), entry.getKey().outcome(), entry.getKey().reason())).toList();
    }
}
