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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;

/** How hosts are shown. */
public final class HostsView {
    private HostsView() {
    }

    /**
     * For people.
     *
     * @param hosts the hosts
     * @param now the time from which ages are counted
     * @return a row for each host
     */
    public static Table table(final HostTable hosts, final Instant now) {
        return new Table(List.of("MAC", "VLAN", "Addresses", "Attachment", "First seen", "Last seen"),
            hosts.hosts().stream()
                .map(host -> List.of(
                    host.mac().toString(),
                    host.vlan().map(vlan -> Integer.toString(vlan.value())).orElse("-"),
                    host.addresses().stream().map(Object::toString).collect(Collectors.joining(" ")),
                    host.attachment().toString(),
                    age(host.firstSeen(), now),
                    age(host.lastSeen(), now)))
                .toList());
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

    private static Map<String, Object> toJson(final Host host) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("mac", host.mac().toString());
        host.vlan().ifPresent(vlan -> json.put("vlan", vlan.value()));
        json.put("addresses", host.addresses().stream().map(Object::toString).toList());
        json.put("attachment-point", host.attachment().toString());
        json.put("first-seen", host.firstSeen().toString());
        json.put("last-seen", host.lastSeen().toString());
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
