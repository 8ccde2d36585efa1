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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * Draws changes of a header for one list of actions. Knows as much of the packets as the switch does when it checks the
 * list.
 */
final class RandomChanges {
    private static final List<Field> ETHERNET = List.of(Field.ETH_SRC, Field.ETH_DST, Field.TUNNEL_ID);
    private static final List<Field> IP = List.of(Field.IP_DSCP, Field.IP_ECN);
    private static final List<Field> IPV4 = List.of(Field.IPV4_SRC, Field.IPV4_DST);
    private static final List<Field> IPV6 = List.of(Field.IPV6_SRC, Field.IPV6_DST, Field.IPV6_FLABEL);
    private static final List<Field> ARP = List.of(Field.ARP_OP, Field.ARP_SPA, Field.ARP_TPA, Field.ARP_SHA,
        Field.ARP_THA);
    private static final List<Field> MPLS = List.of(Field.MPLS_LABEL, Field.MPLS_TC);
    private static final List<Field> TCP = List.of(Field.TCP_SRC, Field.TCP_DST);
    private static final List<Field> UDP = List.of(Field.UDP_SRC, Field.UDP_DST);
    private static final List<Field> SCTP = List.of(Field.SCTP_SRC, Field.SCTP_DST);
    private static final List<Field> VLAN = List.of(Field.VLAN_VID, Field.VLAN_PCP);
    private static final List<Integer> ABOVE_LABELS = List.of(EtherType.MPLS, EtherType.MPLS, EtherType.MPLS_MULTICAST);
    private static final List<Integer> BELOW_LABELS = List.of(EtherType.IPV4, EtherType.IPV4, EtherType.IPV6,
        EtherType.MPLS);
    private static final int KINDS = 17;

    private final Random random;
    private final ValuePool pool;
    /** Whether the actions go into an action set, where each kind stands once and at its own place. */
    private final boolean inSet;
    private final List<Action> actions = new ArrayList<>();
    /** Ethernet types below the labels pushed here; 0 where not known. */
    private final Deque<Integer> below = new ArrayDeque<>();
    /** What is known of the packets by now; empty in a group, whose actions may meet any packet. */
    private Optional<FieldMatch> match;
    private boolean tagged;
    private boolean hasPushedTag;
    private boolean hasPushedLabel;
    private boolean hasPoppedLabel;

    private RandomChanges(final Random random, final ValuePool pool, final Optional<FieldMatch> match,
            final boolean inSet) {
        this.random = random;
        this.pool = pool;
        this.match = match;
        this.inSet = inSet;
        tagged = match.isEmpty() || match.orElseThrow().isTagged();
    }

    /**
     * Draws changes.
     *
     * @param match what is known of the packets; empty in a group
     * @param most how many at most
     * @param inSet whether the actions go into an action set; if they pop a label there,
     *     the target must be at the edge
     */
    static List<Action> draw(final Random random, final ValuePool pool, final Optional<FieldMatch> match,
            final int most, final boolean inSet) {
        final var changes = new RandomChanges(random, pool, match, inSet);
        if (changes.isMpls() && random.nextInt(3) == 0) {
            changes.popLabel();
        }
        // in a set, what is below the label is not seen, so nothing else is changed with it
        for (int count = random.nextInt(most + 1); count > 0 && !(inSet && changes.hasPoppedLabel); count--) {
            changes.add();
        }
        return changes.actions;
    }

    private void add() {
        final boolean added = switch (random.nextInt(KINDS)) {
            case 0 -> pushTag();
            case 1, 2 -> popTag();
            case 3 -> addIf(isIpOrAny(), new Action.DecNwTtl());
            case 4 -> addIf(isIpOrAny(), new Action.SetNwTtl((int) pool.value(random, Field.NW_TTL).low()));
            case 5, 6 -> pushLabel();
            case 7, 10, 11 -> popLabel();
            case 8 -> addIf(isMpls() && (!inSet || hasPushedLabel), new Action.DecMplsTtl());
            case 9 -> addIf(match.isEmpty() || isMpls(),
                new Action.SetMplsTtl((int) pool.value(random, Field.MPLS_TTL).low()));
            default -> false;
        };
        if (!added) {
            actions.add(set(ValuePool.pick(random, settable())));
        }
    }

    private boolean addIf(final boolean condition, final Action action) {
        return condition && actions.add(action);
    }

    private boolean pushTag() {
        if (hasPushedTag) {
            return false;
        }
        hasPushedTag = true;
        tagged = true;
        actions.add(new Action.PushVlan());
        // Elsewhere the values of a new tag are compared, too; in an action set they might get lost
        if (inSet || random.nextBoolean()) {
            VLAN.forEach(field -> actions.add(set(field)));
        }
        return true;
    }

    private boolean popTag() {
        if (!tagged || hasPushedTag) {
            return false;
        }
        tagged = false;
        return actions.add(new Action.PopVlan());
    }

    private boolean pushLabel() {
        // the switch puts labels below tags: this is to be seen, but not to hide everything else
        if (inSet && hasPushedLabel || !isUntagged() && random.nextInt(10) > 0) {
            return false;
        }
        final int type = ValuePool.pick(random, ABOVE_LABELS);
        final int payload = match.map(FieldMatch::etherType).orElse(0);
        actions.add(new Action.PushMpls(type));
        // what the switch makes of a new label can be imitated only where a rule knows what the packet was
        if (inSet || hasPoppedLabel || random.nextInt(4) > 0) {
            final var label = payload == 0 ? pool.value(random, Field.MPLS_LABEL) : pool.labelFor(random, payload);
            actions.add(new Action.SetField(Field.MPLS_LABEL, 0, label.low()));
            actions.add(set(Field.MPLS_TC));
        }
        hasPushedLabel = true;
        below.push(payload);
        match = match.map(known -> known.becoming(type));
        return true;
    }

    private boolean popLabel() {
        final var type = typeBelow();
        if (type.isEmpty() || inSet && !actions.isEmpty()) {
            return false;
        }
        final int payload = type.getAsInt();
        actions.add(new Action.PopMpls(payload));
        match = match.map(known -> known.becoming(payload));
        hasPoppedLabel = true;
        below.poll();
        return true;
    }

    /** Returns the Ethernet type that a frame gets without its outermost label; empty if nothing tells it. */
    private OptionalInt typeBelow() {
        if (match.isEmpty()) {
            return OptionalInt.of(ValuePool.pick(random, BELOW_LABELS));
        }
        if (!isMpls()) {
            return OptionalInt.empty();
        }
        if (!below.isEmpty()) {
            return below.peek() == 0 ? OptionalInt.empty() : OptionalInt.of(below.peek());
        }
        final var known = match.orElseThrow();
        if (known.isExactly(Field.MPLS_BOS, 0)) {
            return OptionalInt.of(ValuePool.pick(random, ABOVE_LABELS));
        }
        final var label = known.fields().get(Field.MPLS_LABEL);
        return known.isExactly(Field.MPLS_BOS, 1) && label != null
            ? OptionalInt.of(ValuePool.typeBelow(label.value().low())) : OptionalInt.empty();
    }

    private boolean isIpOrAny() {
        return match.isEmpty() || isIp();
    }

    private boolean isIp() {
        final int type = match.map(FieldMatch::etherType).orElse(0);
        return type == EtherType.IPV4 || type == EtherType.IPV6;
    }

    private boolean isUntagged() {
        return !hasPushedTag && match.filter(known -> known.isExactly(Field.VLAN_VID, 0)).isPresent();
    }

    private boolean isMpls() {
        final int type = match.map(FieldMatch::etherType).orElse(hasPushedLabel ? EtherType.MPLS : 0);
        return type == EtherType.MPLS || type == EtherType.MPLS_MULTICAST;
    }

    private Action set(final Field field) {
        final var value = pool.value(random, field);
        return new Action.SetField(field, value.high(), field == Field.VLAN_VID ? value.low() | Field.VLAN_PRESENT
            : value.low());
    }

    /** Returns the fields that the switch lets a rule set. */
    private List<Field> settable() {
        final var fields = new ArrayList<>(ETHERNET);
        if (tagged) {
            // where a packet may have no tag, Open vSwitch adds one to set its id
            fields.addAll(hasPushedTag || !inSet ? VLAN : List.of(Field.VLAN_PCP));
        }
        if (match.isEmpty()) {
            List.of(IP, IPV4, IPV6, ARP, MPLS, TCP, UDP, SCTP).forEach(fields::addAll);
            return fields;
        }
        final var known = match.orElseThrow();
        if (isIp()) {
            fields.addAll(IP);
        }
        if (isMpls()) {
            fields.addAll(MPLS);
        }
        include(known, Field.ETH_TYPE, EtherType.IPV4, IPV4, fields);
        include(known, Field.ETH_TYPE, EtherType.IPV6, IPV6, fields);
        include(known, Field.ETH_TYPE, EtherType.ARP, ARP, fields);
        include(known, Field.IP_PROTO, IpProtocol.TCP, TCP, fields);
        include(known, Field.IP_PROTO, IpProtocol.UDP, UDP, fields);
        include(known, Field.IP_PROTO, IpProtocol.SCTP, SCTP, fields);
        return fields;
    }

    private static void include(final FieldMatch match, final Field field, final long value, final List<Field> more,
            final List<Field> fields) {
        if (match.isExactly(field, value)) {
            fields.addAll(more);
        }
    }
}
