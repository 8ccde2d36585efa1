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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.SwitchPort;

/** How contradictions between packets of hosts are shown. */
public final class ConflictsView {
    private ConflictsView() {
    }

    /**
     * For people.
     *
     * @param conflicts the conflicts, the newest first
     * @param now the time from which ages are counted
     * @return a row for each conflict
     */
    public static Table table(final List<HostConflict> conflicts, final Instant now) {
        return new Table(List.of("Last", "First", "Count", "What", "Address", "Host", "Rival"), conflicts.stream()
            .map(conflict -> List.of(
                HostsView.age(conflict.last(), now),
                HostsView.age(conflict.first(), now),
                Long.toString(conflict.count()),
                words(conflict.kind()),
                conflict.address().map(Object::toString).orElse("-"),
                conflict.attachment().map(port -> HostsView.place(conflict.host(), port))
                    .orElseGet(() -> HostsView.name(conflict.host()) + " (never seen)"),
                HostsView.place(conflict.rival(), conflict.rivalAttachment())))
            .toList());
    }

    /**
     * For programs.
     *
     * @param conflicts the conflicts
     * @return a JSON array with an object for each conflict
     */
    public static String json(final List<HostConflict> conflicts) {
        return Json.write(conflicts.stream().map(ConflictsView::toJson).toList());
    }

    /**
     * For people.
     *
     * @param refusals why packets had no effect, and how many
     * @return a row for each reason
     */
    public static Table counters(final Map<String, Long> refusals) {
        return new Table(List.of("Reason", "Packets"), refusals.entrySet().stream()
            .map(entry -> List.of(entry.getKey(), entry.getValue().toString()))
            .toList());
    }

    /**
     * For programs.
     *
     * @param refusals why packets had no effect, and how many
     * @return a JSON object with a number for each reason
     */
    public static String countersJson(final Map<String, Long> refusals) {
        return Json.write(refusals);
    }

    private static String words(final HostConflict.Kind kind) {
        return switch (kind) {
            case ADDRESS_IN_USE -> "address in use";
            case TWO_PORTS -> "at two ports";
            case PINNED -> "against a pin";
        };
    }

    private static Map<String, Object> toJson(final HostConflict conflict) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("kind", conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        conflict.address().ifPresent(address -> json.put("address", address.toString()));
        json.put("host", toJson(conflict.host(), conflict.attachment()));
        json.put("rival", toJson(conflict.rival(), Optional.of(conflict.rivalAttachment())));
        json.put("first", conflict.first().toString());
        json.put("last", conflict.last().toString());
        json.put("count", conflict.count());
        return json;
    }

    private static Map<String, Object> toJson(final Host.Key host, final Optional<SwitchPort> attachment) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("mac", host.mac().toString());
        host.vlan().ifPresent(vlan -> json.put("vlan", vlan.value()));
        attachment.ifPresent(port -> json.put("attachment-point", port.toString()));
        return json;
    }
}
