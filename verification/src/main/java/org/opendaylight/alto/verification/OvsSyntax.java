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
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.verification.FieldMatch.Masked;

/** Writes rules and groups as {@code ovs-ofctl bundle} reads them; see ovs-fields(7), ovs-actions(7), ovs-ofctl(8). */
final class OvsSyntax {
    /**
     * Does nothing, but not without looking at what a label has hidden. The switch remembers the rest of the actions,
     * and ends itself if these are shorter than the action set.
     */
    private static final String LOOK_BELOW = ",note:00" + ",set_field:0->reg0".repeat(16);

    private OvsSyntax() {
        // static only
    }

    /** Returns the lines that replace all rules and groups of a switch. */
    static List<String> replacing(final TestSwitch with) {
        final var lines = new ArrayList<String>();
        lines.add("flow delete");
        lines.add("group delete group_id=all");
        // those that are referred to come first
        with.groups().reversed().forEach(group -> lines.add("group add " + group(group)));
        with.rules().forEach(rule -> lines.add("flow add cookie=" + with.id().datapathId() + "," + rule(rule)));
        return lines;
    }

    static String rule(final TestRule rule) {
        return "table=" + rule.tableId() + ",priority=" + rule.priority() + match(rule.match()) + " actions="
            + instructions(rule.instructions());
    }

    private static String match(final FieldMatch match) {
        final var text = new StringBuilder();
        match.fields().forEach((field, masked) -> text.append(',').append(name(field)).append('=')
            .append(value(field, masked)));
        return text.toString();
    }

    private static String value(final Field field, final Masked masked) {
        return value(field, masked.value())
            + (masked.mask().equals(Bits.ONES) ? "" : "/" + value(field, masked.mask()));
    }

    private static String value(final Field field, final Bits bits) {
        return switch (field) {
            case ETH_DST, ETH_SRC, ARP_SHA, ARP_THA, IPV6_ND_SLL, IPV6_ND_TLL -> new MacAddress(bits.low()).toString();
            case IPV4_SRC, IPV4_DST, ARP_SPA, ARP_TPA -> new Ipv4Addr((int) bits.low()).toString();
            case IPV6_SRC, IPV6_DST, IPV6_ND_TARGET -> new Ipv6Addr(bits.high(), bits.low()).toString();
            case IN_PORT -> Long.toString(bits.low());
            default -> "0x" + Long.toHexString(bits.low());
        };
    }

    private static String name(final Field field) {
        return switch (field) {
            case IPV4_SRC -> "ip_src";
            case IPV4_DST -> "ip_dst";
            case IP_PROTO -> "nw_proto";
            case IP_ECN -> "nw_ecn";
            case IPV6_FLABEL -> "ipv6_label";
            case ICMPV4_TYPE -> "icmp_type";
            case ICMPV4_CODE -> "icmp_code";
            case IPV6_ND_TARGET -> "nd_target";
            case IPV6_ND_SLL -> "nd_sll";
            case IPV6_ND_TLL -> "nd_tll";
            case TUNNEL_ID -> "tun_id";
            default -> field.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String instructions(final Instructions instructions) {
        final var text = new StringJoiner(",");
        instructions.apply().forEach(action -> text.add(action(action)
            + (action instanceof Action.PopMpls ? LOOK_BELOW : "")));
        if (instructions.clear()) {
            text.add("clear_actions");
        }
        if (!instructions.write().isEmpty()) {
            text.add("write_actions(" + actions(instructions.write()) + ")");
        }
        if (instructions.metadataMask() != 0) {
            text.add("write_metadata:0x" + Long.toHexString(instructions.metadata()) + "/0x"
                + Long.toHexString(instructions.metadataMask()));
        }
        instructions.goToTable().ifPresent(table -> text.add("goto_table:" + table));
        return text.length() == 0 ? "drop" : text.toString();
    }

    static String group(final Group group) {
        final var type = switch (group.type()) {
            case ALL -> "all";
            case SELECT -> "select";
            case INDIRECT -> "indirect";
            case FAST_FAILOVER -> "ff";
            case UNSUPPORTED -> throw new IllegalArgumentException("No such group in Open vSwitch: " + group);
        };
        final var text = new StringBuilder("group_id=" + group.id() + ",type=" + type);
        if (group.type() == Group.Type.SELECT) {
            // by header fields; else the switch would ask the datapath, which a trace has not
            text.append(",selection_method=hash,fields(eth_src,eth_dst)");
        }
        for (final var bucket : group.buckets()) {
            text.append(",bucket=bucket_id:").append(bucket.id());
            if (group.type() == Group.Type.SELECT) {
                text.append(",weight:").append(bucket.weight());
            }
            bucket.watchPort().ifPresent(port -> text.append(",watch_port:").append(port));
            bucket.watchGroup().ifPresent(watched -> text.append(",watch_group:").append(watched));
            text.append(",actions=").append(bucket.actions().isEmpty() ? "drop" : actions(bucket.actions()));
        }
        return text.toString();
    }

    private static String actions(final List<Action> actions) {
        return String.join(",", actions.stream().map(OvsSyntax::action).toList());
    }

    private static String action(final Action action) {
        return switch (action) {
            case Action.Output output -> "output:" + output.port();
            case Action.OutputReserved output -> output.port().name();
            case Action.ToGroup group -> "group:" + group.groupId();
            case Action.SetField set -> "set_field:" + value(set.field(), new Bits(set.high(), set.low())) + "->"
                + name(set.field());
            case Action.PushVlan push -> "push_vlan:0x8100";
            case Action.PopVlan pop -> "pop_vlan";
            case Action.PushMpls push -> "push_mpls:0x" + Integer.toHexString(push.etherType());
            case Action.PopMpls pop -> "pop_mpls:0x" + Integer.toHexString(pop.etherType());
            case Action.SetNwTtl set -> "mod_nw_ttl:" + set.ttl();
            case Action.DecNwTtl dec -> "dec_ttl";
            case Action.SetMplsTtl set -> "set_mpls_ttl:" + set.ttl();
            case Action.DecMplsTtl dec -> "dec_mpls_ttl";
            default -> throw new IllegalArgumentException("Not known how to write " + action);
        };
    }
}
