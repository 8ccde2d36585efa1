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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * Carries out the actions that Open vSwitch has worked out for its datapath, which stand in the last line of a trace:
 * {@code set(eth(dst=00:00:5e:00:53:01)),push_vlan(vid=5,pcp=0),port1,pop_vlan,port2}.
 */
final class DatapathActions {
    private static final Pattern COOKIE = Pattern.compile("controller\\(.*rule_cookie=((?:0x)?[0-9a-f]+)");
    private static final String INVALID_TTL = "reason=2,";
    private static final Map<String, Field> FIELDS = Map.ofEntries(
        Map.entry("eth.src", Field.ETH_SRC), Map.entry("eth.dst", Field.ETH_DST),
        Map.entry("ipv4.src", Field.IPV4_SRC), Map.entry("ipv4.dst", Field.IPV4_DST),
        Map.entry("ipv6.src", Field.IPV6_SRC), Map.entry("ipv6.dst", Field.IPV6_DST),
        Map.entry("ipv6.label", Field.IPV6_FLABEL),
        Map.entry("tcp.src", Field.TCP_SRC), Map.entry("tcp.dst", Field.TCP_DST),
        Map.entry("udp.src", Field.UDP_SRC), Map.entry("udp.dst", Field.UDP_DST),
        Map.entry("sctp.src", Field.SCTP_SRC), Map.entry("sctp.dst", Field.SCTP_DST),
        Map.entry("arp.sip", Field.ARP_SPA), Map.entry("arp.tip", Field.ARP_TPA), Map.entry("arp.op", Field.ARP_OP),
        Map.entry("arp.sha", Field.ARP_SHA), Map.entry("arp.tha", Field.ARP_THA),
        Map.entry("ipv4.ttl", Field.NW_TTL), Map.entry("ipv6.hlimit", Field.NW_TTL));

    private final Outputs outputs;
    private Packet packet;

    /** Takes what the actions let go. */
    @FunctionalInterface
    interface Outputs {
        /** A copy leaves by a port. */
        default void toPort(final String port, final Packet packet) {
            // not of interest
        }

        /** A copy is sent to the controller by a rule with this cookie. */
        default void toController(final long cookie) {
            // not of interest
        }

        /** A copy is taken apart anew. */
        void recirculate(int id, Packet packet);
    }

    private DatapathActions(final Packet packet, final Outputs outputs) {
        this.packet = packet;
        this.outputs = outputs;
    }

    /**
     * Carries out actions.
     *
     * @param text the actions
     * @param packet the packet as it came in
     * @param outputs takes each copy that leaves
     */
    static void run(final String text, final Packet packet, final Outputs outputs) {
        new DatapathActions(packet, outputs).runAll(text);
    }

    private void runAll(final String text) {
        split(text).forEach(this::runOne);
    }

    private void runOne(final String action) {
        final int bracket = action.indexOf('(');
        final var name = bracket < 0 ? action : action.substring(0, bracket);
        final var inside = bracket < 0 ? "" : action.substring(bracket + 1, action.length() - 1);
        switch (name) {
            case "drop" -> {
                // no copy leaves
            }
            case "set" -> set(inside);
            case "push_vlan" -> {
                final var values = values(inside);
                packet = packet.pushed(new Tag(Integer.decode(values.get("vid")), Integer.decode(values.get("pcp"))));
            }
            case "pop_vlan" -> packet = packet.popped();
            case "push_mpls" -> {
                final var values = values(inside);
                packet = packet.labelled(Integer.decode(values.get("eth_type")), label(values));
            }
            case "pop_mpls" -> packet = packet.unlabelled(Integer.decode(values(inside).get("eth_type")));
            case "recirc" -> outputs.recirculate(Integer.decode(inside), packet);
            case "clone" -> run(inside, packet, outputs);
            case "userspace" -> {
                final var cookie = COOKIE.matcher(inside);
                if (!cookie.find()) {
                    throw new IllegalArgumentException("Not known what this does: " + action);
                }
                // the other packets are those with a time to live that has ended, of which the switch tells by itself
                if (!inside.contains(INVALID_TTL)) {
                    outputs.toController(Long.parseUnsignedLong(cookie.group(1).replace("0x", ""), 16));
                }
            }
            default -> {
                if (bracket >= 0) {
                    throw new IllegalArgumentException("Not known what this does: " + action);
                }
                outputs.toPort(name, packet);
            }
        }
    }

    /** Overwrites fields of one header, such as {@code ipv4(dst=10.0.0.1,tos=0x4/0xfc)}. */
    private void set(final String text) {
        final int bracket = text.indexOf('(');
        final var header = text.substring(0, bracket);
        final var values = values(text.substring(bracket + 1, text.length() - 1));
        if (header.equals("mpls")) {
            packet = packet.relabelled(label(values));
            return;
        }
        values.forEach((key, value) -> {
            switch (header + "." + key) {
                case "ipv4.tos", "ipv6.tclass" -> {
                    final var parts = value.split("/", 2);
                    final int mask = parts.length == 1 ? 0xFF : Integer.decode(parts[1]);
                    final int bits = Integer.decode(parts[0]);
                    overwrite(Field.IP_DSCP, Bits.of(bits >> 2), Bits.of(mask >> 2));
                    overwrite(Field.IP_ECN, Bits.of(bits & 3), Bits.of(mask & 3));
                }
                default -> {
                    final var field = FIELDS.get(header + "." + key);
                    if (field == null) {
                        throw new IllegalArgumentException("Not known what this does: set(" + text + ")");
                    }
                    final var parts = value.split("/", 2);
                    overwrite(field, parse(field, parts[0]), parts.length == 1 ? Bits.ONES : parse(field, parts[1]));
                }
            }
        });
    }

    private static Label label(final Map<String, String> values) {
        return new Label(Integer.decode(values.get("label")), Integer.decode(values.get("tc")),
            Integer.decode(values.get("ttl")));
    }

    private void overwrite(final Field field, final Bits value, final Bits mask) {
        packet = packet.with(field, packet.fields().getOrDefault(field, Bits.ZERO).overwritten(value, mask));
    }

    private static Bits parse(final Field field, final String text) {
        return switch (field) {
            case ETH_SRC, ETH_DST, ARP_SHA, ARP_THA -> Bits.of(MacAddress.parse(text).value());
            case IPV4_SRC, IPV4_DST, ARP_SPA, ARP_TPA -> Bits.of(IpAddr.parse(text).low());
            case IPV6_SRC, IPV6_DST -> {
                final var address = IpAddr.parse(text);
                yield new Bits(address.high(), address.low());
            }
            default -> Bits.of(Long.decode(text));
        };
    }

    private static Map<String, String> values(final String text) {
        final var values = new LinkedHashMap<String, String>();
        split(text).forEach(each -> {
            final int equals = each.indexOf('=');
            values.put(each.substring(0, equals), each.substring(equals + 1));
        });
        return values;
    }

    /** Splits at the commas that stand outside of all brackets. */
    static List<String> split(final String text) {
        final var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {
                    // part of a name or value
                }
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
