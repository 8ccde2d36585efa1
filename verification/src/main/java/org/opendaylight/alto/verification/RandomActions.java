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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;

/** Draws actions of one switch. */
final class RandomActions {
    /** No switch of any wiring has this port. */
    static final long NO_SUCH_PORT = 77;
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

    private final Random random;
    private final ValuePool pool;
    private final List<Long> edge;
    private final List<SwitchPort> links;
    private final List<SwitchPort> onward;

    RandomActions(final Random random, final ValuePool pool, final Wiring wiring, final SwitchId switchId) {
        this.random = random;
        this.pool = pool;
        edge = wiring.edgePorts(switchId);
        links = wiring.linkPorts(switchId);
        onward = links.stream().filter(port -> wiring.links().get(port).switchId().compareTo(switchId) > 0).toList();
    }

    /**
     * Draws changes of a header.
     *
     * @param match what is known of the packets; empty in a group, whose actions may meet any packet
     * @param most how many at most
     * @param inSet whether the actions go into an action set, where each kind stands once and at its own place
     */
    List<Action> changes(final Optional<FieldMatch> match, final int most, final boolean inSet) {
        final var actions = new ArrayList<Action>();
        boolean tagged = match.isEmpty() || match.orElseThrow().isTagged();
        boolean pushed = false;
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            final int roll = random.nextInt(10);
            if (roll == 0 && !pushed) {
                pushed = true;
                tagged = true;
                actions.add(new Action.PushVlan());
                // Elsewhere the values of a new tag are compared, too; in an action set they might get lost
                if (inSet || random.nextBoolean()) {
                    actions.add(set(Field.VLAN_VID));
                    actions.add(set(Field.VLAN_PCP));
                }
            } else if (roll <= 2 && tagged && !pushed) {
                actions.add(new Action.PopVlan());
                tagged = false;
            } else if (roll == 3 && isIp(match)) {
                actions.add(new Action.Transparent("dec_nw_ttl"));
            } else {
                actions.add(set(ValuePool.pick(random, settable(match, tagged, pushed || !inSet))));
            }
        }
        return actions;
    }

    private static boolean isIp(final Optional<FieldMatch> match) {
        return match.filter(known -> known.isExactly(Field.ETH_TYPE, EtherType.IPV4)
            || known.isExactly(Field.ETH_TYPE, EtherType.IPV6)).isPresent();
    }

    private Action set(final Field field) {
        final var value = pool.value(random, field);
        return new Action.SetField(field, value.high(), field == Field.VLAN_VID ? value.low() | Field.VLAN_PRESENT
            : value.low());
    }

    /**
     * Returns the fields that the switch lets a rule set, knowing what the rule matches.
     *
     * @param hasTag whether a packet that may have a tag surely has one: Open vSwitch adds one to set its id
     */
    private static List<Field> settable(final Optional<FieldMatch> match, final boolean tagged,
            final boolean hasTag) {
        final var fields = new ArrayList<>(ETHERNET);
        if (tagged) {
            fields.addAll(hasTag ? VLAN : List.of(Field.VLAN_PCP));
        }
        if (match.isEmpty()) {
            List.of(IP, IPV4, IPV6, ARP, MPLS, TCP, UDP, SCTP).forEach(fields::addAll);
            return fields;
        }
        final var known = match.orElseThrow();
        if (isIp(match)) {
            fields.addAll(IP);
        }
        addIf(known, Field.ETH_TYPE, EtherType.IPV4, IPV4, fields);
        addIf(known, Field.ETH_TYPE, EtherType.IPV6, IPV6, fields);
        addIf(known, Field.ETH_TYPE, EtherType.ARP, ARP, fields);
        addIf(known, Field.ETH_TYPE, EtherType.MPLS, MPLS, fields);
        addIf(known, Field.IP_PROTO, IpProtocol.TCP, TCP, fields);
        addIf(known, Field.IP_PROTO, IpProtocol.UDP, UDP, fields);
        addIf(known, Field.IP_PROTO, IpProtocol.SCTP, SCTP, fields);
        return fields;
    }

    private static void addIf(final FieldMatch match, final Field field, final long value, final List<Field> more,
            final List<Field> fields) {
        if (match.isExactly(field, value)) {
            fields.addAll(more);
        }
    }

    /** Draws a place to send a packet to. */
    Action target(final List<Long> groups, final boolean inSet) {
        final int roll = random.nextInt(100);
        if (roll < 20 && !groups.isEmpty()) {
            return new Action.ToGroup(ValuePool.pick(random, groups));
        }
        if (roll < 66 && !links.isEmpty()) {
            // mostly onward, so that not every other packet goes round in a loop
            return new Action.Output(ValuePool.pick(random, onward.isEmpty() || random.nextInt(4) == 0 ? links : onward)
                .port());
        }
        if (roll < 88) {
            return new Action.Output(ValuePool.pick(random, edge));
        }
        return switch (roll) {
            case 88 -> new Action.Output(NO_SUCH_PORT);
            // the switch's own ideas of ALL can be imitated only outside of action sets
            case 89, 90 -> new Action.OutputReserved(inSet ? ReservedPort.IN_PORT : ReservedPort.ALL);
            case 91, 92 -> new Action.OutputReserved(ReservedPort.LOCAL);
            case 93, 94, 95 -> new Action.OutputReserved(ReservedPort.IN_PORT);
            default -> new Action.OutputReserved(ReservedPort.CONTROLLER);
        };
    }

    /** Returns a port that may be watched: any, or one that does not exist. */
    long watched() {
        final var all = new ArrayList<>(edge);
        links.forEach(port -> all.add(port.port()));
        all.add(NO_SUCH_PORT);
        return ValuePool.pick(random, Collections.unmodifiableList(all));
    }
}
