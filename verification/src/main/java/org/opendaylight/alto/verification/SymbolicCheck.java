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

import com.google.common.collect.ImmutableMultiset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.alto.verification.FieldMatch.Masked;
import org.opendaylight.alto.verification.WalkedClass.Mark;

/**
 * Compares the answer for many packets at once with the answers for some of them: the classes have to be a partition of
 * the packets, and each packet has to fare as its class does.
 */
final class SymbolicCheck {
    private static final int MEMBERS_OF_QUERY = 12;
    private static final int MEMBERS_OF_CLASS = 2;
    private static final int MOST_OPEN_FIELDS = 5;

    private final Network network;
    private final NetworkState state;
    private final Walker walker;
    private int members;
    private int classes;
    private int skipped;

    /** What becomes of one packet, by the choices of switches. */
    private record Fate(List<String> choices, ImmutableMultiset<Copy> copies, Set<Mark> marks) {
    }

    /**
     * A packet that does not fare as its class.
     *
     * @param probe the packet of which some bits were opened
     * @param query the packets that were asked about
     * @param member one of them
     * @param symbolic what the classes say that contain it
     * @param concrete what the walk of it alone says
     */
    record Difference(Probe probe, Cube query, Cube member, String symbolic, String concrete) {
    }

    SymbolicCheck(final Network network, final NetworkState state, final Walker walker) {
        this.network = network;
        this.state = state;
        this.walker = walker;
    }

    int members() {
        return members;
    }

    int classes() {
        return classes;
    }

    /** Returns how many queries were left out because they have too many classes. */
    int skipped() {
        return skipped;
    }

    /** Opens some bits of a packet and checks the answer. */
    Optional<Difference> check(final Probe probe, final Random random) {
        final var open = openBits(probe.packet(), random);
        final var query = open(probe.packet(), open);
        final var answer = walker.walk(state, probe.from(), new Header(query, probe.packet().header().hidden()));
        if (answer.stream().anyMatch(each -> each.marks().contains(Mark.TOO_MANY))) {
            skipped++;
            return Optional.empty();
        }
        classes += answer.size();
        final var samples = new ArrayList<Cube>();
        IntStream.range(0, MEMBERS_OF_QUERY).forEach(i -> samples.add(member(probe.packet(), open, query, random)));
        answer.forEach(each -> IntStream.range(0, MEMBERS_OF_CLASS)
            .forEach(i -> samples.add(member(probe.packet(), open, each.base(), random))));
        return samples.stream().flatMap(member -> compare(probe, query, member, answer).stream()).findFirst();
    }

    private static Map<Field, Bits> openBits(final Packet packet, final Random random) {
        // of a time to live that is open, the walk takes it that it is enough
        final var candidates = packet.visible().keySet().stream()
            .filter(field -> !Fields.OF_TIME.contains(field)).toList();
        final var open = new EnumMap<Field, Bits>(Field.class);
        for (int count = 1 + random.nextInt(MOST_OPEN_FIELDS); count > 0; count--) {
            final var field = ValuePool.pick(random, candidates);
            open.put(field, random.nextBoolean() ? Fields.ones(field.bits()) : Fields.mask(field, random));
        }
        return open;
    }

    private static Cube open(final Packet packet, final Map<Field, Bits> open) {
        final var sent = packet.cube();
        var query = Cube.ALL;
        for (final var field : Field.values()) {
            final var value = packet.visible().getOrDefault(field, Bits.of(sent.value(field)));
            final var bits = open.get(field);
            if (bits == null) {
                query = query.with(field, value.high(), value.low());
            } else if (!bits.equals(Fields.ones(field.bits()))) {
                // may close prerequisites that are open: fewer packets, but no others
                query = query.intersect(new FieldMatch(Map.of(field, new Masked(value,
                    new Bits(~bits.high(), ~bits.low())))).toMatch()).orElseThrow();
            }
        }
        return query;
    }

    /** Fills open bits, now with values that rules know and now with any. */
    private Cube member(final Packet packet, final Map<Field, Bits> open, final Cube of, final Random random) {
        final var member = new Cube.Builder(packet.cube());
        for (final var entry : open.entrySet()) {
            final var field = entry.getKey();
            final var value = field == Field.ETH_TYPE || field == Field.IP_PROTO || field == Field.ICMPV6_TYPE
                || random.nextInt(3) == 0 ? new Bits(random.nextLong(), random.nextLong())
                : network.pool().value(random, field);
            final var drawn = packet.visible().get(field).overwritten(value,
                entry.getValue().and(Fields.ones(field.bits())));
            member.put(field, drawn.high(), drawn.low());
        }
        // what is known of them all goes before what was drawn
        return new Header(of, List.of()).narrowedBy(member.build()).fields();
    }

    private Optional<Difference> compare(final Probe probe, final Cube query, final Cube member,
            final List<WalkedClass> answer) {
        final var containing = answer.stream().filter(each -> each.members().test(member)).toList();
        if (containing.stream().anyMatch(each -> each.marks().contains(Mark.UNSUPPORTED)
                || each.marks().contains(Mark.LOOP) && !each.choices().isEmpty())
                || isLabelled(member) && !query.isExact(Field.ETH_TYPE)) {
            // cannot be followed, or see fates(): switches choose anew each time round, or a frame of any type, which
            // the walk takes for one without labels as no query leaves it open
            return Optional.empty();
        }
        members++;
        final var symbolic = fates(containing, member);
        final var concrete = fates(walker.walk(state, probe.from(),
            new Header(member, probe.packet().header().hidden())), member);
        return symbolic.equals(concrete) ? Optional.empty() : Optional.of(new Difference(probe, query, member,
            symbolic.toString(), concrete.toString()));
    }

    private static boolean isLabelled(final Cube member) {
        final long type = member.value(Field.ETH_TYPE);
        return type == EtherType.MPLS || type == EtherType.MPLS_MULTICAST;
    }

    private static ImmutableMultiset<Fate> fates(final List<WalkedClass> classes, final Cube member) {
        return classes.stream().map(each -> {
            final var copies = each.copiesOf().apply(member);
            // In a loop, a class may go round once more before its headers repeat: what is written over an open field
            // is what one member had there before, but not what all had. It sends the same copies once more.
            return new Fate(each.choices(), each.marks().contains(Mark.LOOP)
                ? ImmutableMultiset.copyOf(copies.elementSet()) : copies, each.marks());
        }).collect(ImmutableMultiset.toImmutableMultiset());
    }
}
