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

import static com.google.common.collect.ImmutableMultiset.toImmutableMultiset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Emission;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.flow.Header.Layer;
import org.opendaylight.alto.frmchecker.flow.PacketSet;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.alto.verification.WalkedClass.Mark;

/** Walks by asking the pipeline of each switch on the way; every copy is followed, also where another one has been. */
final class LookupWalker implements Walker {
    private static final int MOST_CLASSES = 256;
    private static final int DEEPEST_GROUP = 8;
    private static final int MOST_LOOKUPS = 2_000;
    /** Open vSwitch knows no more of them. */
    private static final int MOST_TAGS = 2;
    private static final int MOST_LABELS = 3;

    /** Stands for the header of copies of which it is not compared. */
    private static final Header NOWHERE = new Packet(Map.of(), List.of()).header();

    /** A copy that comes into a switch. */
    private record Arrival(SwitchPort at, Header header, List<Arrival> trail) {
        boolean isLoop() {
            return trail.stream().anyMatch(before -> before.at.equals(at) && before.header.withoutTimesToLive()
                .equals(header.withoutTimesToLive()));
        }

        long tags() {
            return count(Layer.Kind.VLAN_TAG) + (isTagged(header.fields()) ? 1 : 0) + header.hidden().stream()
                .filter(layer -> layer.kind() == Layer.Kind.MPLS_PAYLOAD && isTagged(layer.fields())).count();
        }

        long labels() {
            return count(Layer.Kind.MPLS_LABEL) + count(Layer.Kind.MPLS_PAYLOAD);
        }

        private long count(final Layer.Kind kind) {
            return header.hidden().stream().filter(layer -> layer.kind() == kind).count();
        }

        Arrival narrowedBy(final Cube packets) {
            return new Arrival(at, header.narrowedBy(packets), trail.stream()
                .map(before -> new Arrival(before.at, before.header.narrowedBy(packets), List.of())).toList());
        }

        Arrival movedTo(final SwitchPort next, final Header nextHeader) {
            final var longer = new ArrayList<>(trail);
            longer.add(this);
            return new Arrival(next, nextHeader, longer);
        }
    }

    /** A copy that leaves the network; its header is of interest only at the edge. */
    private record Departure(SwitchId switchId, long port, Header header) {
        Copy of(final Cube packet) {
            return new Copy(switchId, port, new Header(outside(header.narrowedBy(packet).fields()), header.hidden()
                .stream().map(layer -> outside(layer, packet)).toList()));
        }
    }

    /** A class of packets on its way. */
    private record Group(PacketSet packets, List<String> choices, Deque<Arrival> moving, List<Departure> departures,
            Set<Mark> marks, int hops) {
    }

    @Override
    public List<WalkedClass> walk(final NetworkState network, final SwitchPort from, final Header sent) {
        final var header = sent.arrivedAt(from.port());
        final var done = new ArrayList<WalkedClass>();
        final var open = new ArrayDeque<Group>();
        open.push(new Group(PacketSet.of(sent.fields()), List.of(), new ArrayDeque<>(List.of(new Arrival(from, header,
            List.of()))), List.of(), EnumSet.noneOf(Mark.class), 0));
        int lookups = 0;
        while (!open.isEmpty()) {
            final var group = open.pop();
            if (group.moving.isEmpty()) {
                done.add(ended(group));
            } else if (++lookups > MOST_LOOKUPS || done.size() + open.size() >= MOST_CLASSES) {
                group.marks.add(Mark.TOO_MANY);
                done.add(ended(group));
            } else {
                step(network, group, open);
            }
        }
        return done;
    }

    private static WalkedClass ended(final Group group) {
        return new WalkedClass(group.packets.base(), group.packets::contains, group.choices, packet ->
            group.departures.stream().map(departure -> departure.of(packet)).collect(toImmutableMultiset()),
            group.marks, group.hops);
    }

    private static void step(final NetworkState network, final Group group, final Deque<Group> open) {
        // what was learnt of the packets after this copy had left narrows it, too
        final var arrival = group.moving.pop().narrowedBy(group.packets.base());
        if (arrival.isLoop()) {
            group.marks.add(group.marks.contains(Mark.LOOP) ? Mark.LOOPS : Mark.LOOP);
            open.push(group);
            return;
        }
        final var pipeline = network.pipelines().get(arrival.at.switchId());
        for (final var lookup : pipeline.lookup(group.packets, arrival.header, MOST_CLASSES)) {
            final var choices = new ArrayList<>(group.choices);
            lookup.choices().forEach(choice -> choices.add(choice.toString()));
            final var next = new Group(lookup.packets(), choices, new ArrayDeque<>(group.moving),
                new ArrayList<>(group.departures), group.marks.isEmpty() ? EnumSet.noneOf(Mark.class)
                    : EnumSet.copyOf(group.marks), group.hops + 1);
            lookup.emissions().forEach(emission -> emit(network.topology(), next, arrival
                .narrowedBy(lookup.packets().base()), emission));
            markPushes(arrival, mostPushes(pipeline, lookup.rules(), Action.PushVlan.class),
                mostPushes(pipeline, lookup.rules(), Action.PushMpls.class), next.marks);
            lookup.end().ifPresent(end -> next.marks.add(mark(end.outcome())));
            open.push(next);
        }
    }

    private static void markPushes(final Arrival arrival, final int tags, final int labels, final Set<Mark> marks) {
        if (arrival.tags() + tags > MOST_TAGS) {
            marks.add(Mark.MANY_TAGS);
        }
        if (arrival.labels() + labels > MOST_LABELS) {
            marks.add(Mark.MANY_LABELS);
        }
        if (labels > 0 && arrival.tags() + tags > 0) {
            marks.add(Mark.LABEL_MEETS_TAG);
        }
    }

    /** Counts the tags or labels that a packet gets at most from rules and the groups that they refer to. */
    private static int mostPushes(final SwitchPipeline pipeline, final List<Rule> rules,
            final Class<? extends Action> push) {
        return rules.stream().mapToInt(rule -> mostPushes(pipeline, rule.instructions().apply(), push, 0)
            + mostPushes(pipeline, rule.instructions().write(), push, 0)).sum();
    }

    private static int mostPushes(final SwitchPipeline pipeline, final List<Action> actions,
            final Class<? extends Action> push, final int depth) {
        int pushes = 0;
        int inGroups = 0;
        for (final var action : actions) {
            if (push.isInstance(action)) {
                pushes++;
            } else if (action instanceof Action.ToGroup to && depth < DEEPEST_GROUP) {
                for (final var bucket : pipeline.groups().get(to.groupId()).buckets()) {
                    inGroups = Math.max(inGroups, mostPushes(pipeline, bucket.actions(), push, depth + 1));
                }
            }
        }
        return pushes + inGroups;
    }

    private static Mark mark(final Outcome outcome) {
        return switch (outcome) {
            case NO_RULE -> Mark.MISS;
            case DROPPED -> Mark.DROP;
            default -> Mark.UNSUPPORTED;
        };
    }

    private static void emit(final Topology topology, final Group group, final Arrival arrival,
            final Emission emission) {
        final var switchId = arrival.at.switchId();
        switch (emission) {
            case Emission.ToController controller -> group.departures.add(
                new Departure(switchId, Copy.CONTROLLER, NOWHERE));
            case Emission.ToSwitch local -> group.departures.add(
                new Departure(switchId, Copy.LOCAL, NOWHERE));
            case Emission.ByPort by -> {
                final var port = new SwitchPort(switchId, by.port());
                if (topology.peer(port).isPresent()) {
                    final var peer = topology.peer(port).orElseThrow();
                    group.moving.add(arrival.movedTo(peer, by.header().arrivedAt(peer.port())));
                } else if (topology.isUp(port)) {
                    group.departures.add(new Departure(switchId, by.port(), by.header()));
                } else {
                    group.marks.add(Mark.PORT_DOWN);
                }
            }
        }
    }

    /** Returns the header without what only a switch sees. */
    private static Cube outside(final Cube fields) {
        var result = fields;
        for (final var field : Fields.OF_PIPELINE) {
            result = result.with(field, 0);
        }
        return result;
    }

    /** Returns what is hidden, as far as it is hidden: the addresses of a frame are seen. */
    private static Layer outside(final Layer layer, final Cube packet) {
        final var known = new Header(layer.fields(), List.of()).narrowedBy(packet).fields();
        final var fields = switch (layer.kind()) {
            case VLAN_TAG -> only(known, Field.VLAN_VID, Field.VLAN_PCP);
            case MPLS_LABEL -> only(known, Field.MPLS_LABEL, Field.MPLS_TC, Field.MPLS_BOS, Field.MPLS_TTL);
            case MPLS_PAYLOAD -> outside(known).with(Field.ETH_DST, 0).with(Field.ETH_SRC, 0);
            case FRAME -> outside(known);
        };
        return new Layer(layer.kind(), fields);
    }

    private static Cube only(final Cube known, final Field... fields) {
        var result = Cube.ALL;
        for (final var field : fields) {
            result = result.with(field, known.value(field));
        }
        return result;
    }

    private static boolean isTagged(final Cube fields) {
        return (fields.value(Field.VLAN_VID) & Field.VLAN_PRESENT) != 0;
    }
}
