/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/** How hosts are shown. */
public final class HostsView {
    private HostsView() {
    }

    /**
     * For people.
     *
     * @param hosts the hosts
     * @param now the time from which ages are counted
     * @return a row for each host; with a column for moves if a host has moved
     */
    public static Table table(final HostTable hosts, final Instant now) {
        final var columns = new ArrayList<>(
            List.of("MAC", "VLAN", "Addresses", "Attachment", "First seen", "Last seen"));
        final var moves = hosts.hosts().stream().anyMatch(host -> host.lastMove().isPresent());
        if (moves) {
            columns.add("Moved");
        }
        return new Table(columns, hosts.hosts().stream()
            .map(host -> {
                final var row = new ArrayList<>(List.of(
                    host.mac().toString(),
                    host.vlan().map(vlan -> Integer.toString(vlan.value())).orElse("-"),
                    addresses(host.addresses()),
                    host.attachment().toString(),
                    age(host.firstSeen(), now),
                    age(host.lastSeen(), now)));
                if (moves) {
                    row.add(host.lastMove()
                        .map(move -> move.count() + "x, last " + age(move.at(), now) + " from " + move.from())
                        .orElse("-"));
                }
                return List.copyOf(row);
            })
            .toList());
    }

    /**
     * Says who a host is and where.
     *
     * @param host the host
     * @return such as {@code 00:00:5e:00:53:01 in VLAN 7 at openflow:1:2}
     */
    public static String place(final Host host) {
        return place(host.key(), host.attachment());
    }

    static String place(final Host.Key host, final SwitchPort attachment) {
        return name(host) + " at " + attachment;
    }

    /**
     * For programs.
     *
     * @param hosts the hosts
     * @return a JSON array with an object for each host
     */
    public static String json(final HostTable hosts) {
        return Json.write(hosts.hosts().stream().map(HostsView::toJson).toList());
    }

    /**
     * For programs.
     *
     * @param host a host
     * @return the same JSON object that a list of hosts has for it
     */
    public static String json(final Host host) {
        return Json.write(toJson(host));
    }

    static String name(final Host.Key host) {
        return host.mac() + host.vlan().map(vlan -> " in VLAN " + vlan).orElse("");
    }

    static String addresses(final Collection<IpAddr> addresses) {
        return addresses.stream().map(IpAddr::toString).collect(Collectors.joining(" "));
    }

    private static Map<String, Object> toJson(final Host host) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("mac", host.mac().toString());
        host.vlan().ifPresent(vlan -> json.put("vlan", vlan.value()));
        json.put("addresses", host.addresses().stream().map(Object::toString).toList());
        json.put("attachment-point", host.attachment().toString());
        json.put("first-seen", host.firstSeen().toString());
        json.put("last-seen", host.lastSeen().toString());
        host.lastMove().ifPresent(move -> {
            final var lastMove = new LinkedHashMap<String, Object>();
            lastMove.put("from", move.from().toString());
            lastMove.put("at", move.at().toString());
            lastMove.put("count", move.count());
            json.put("last-move", lastMove);
        });
        return json;
    }

    /** The two largest units are enough for a person. */
    static String age(final Instant then, final Instant now) {
        final var age = Duration.between(then, now);
        if (age.compareTo(Duration.ofSeconds(1)) < 0) {
            // also what another cluster member, whose clock is ahead, has just seen
            return "now";
        }
        if (age.toDays() > 0) {
            return age.toDays() + "d " + age.toHoursPart() + "h ago";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h " + age.toMinutesPart() + "m ago";
        }
        return (age.toMinutes() > 0 ? age.toMinutes() + "m " : "") + age.toSecondsPart() + "s ago";
    }
}
