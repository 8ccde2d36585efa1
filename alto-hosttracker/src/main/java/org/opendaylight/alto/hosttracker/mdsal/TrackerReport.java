/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.hosttracker.table.ConflictLog;
import org.opendaylight.alto.hosttracker.table.Refusal;
import org.opendaylight.alto.hosttracker.table.Refusals;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter64;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostTracker;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostTrackerBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.Conflict;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.ConflictBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.ConflictKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.RefusalBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.conflict.HostBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.tracker.conflict.RivalBuilder;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * What the tracker has noticed, as values that can be compared and as the data model writes them.
 *
 * @param conflicts the newest first
 * @param refusals reason to number of packets, without those that did not occur
 * @param rateLimited port to number of packets that were dropped
 */
record TrackerReport(List<ConflictLog.Numbered> conflicts, Map<String, Long> refusals,
        Map<SwitchPort, Long> rateLimited) {
    static final TrackerReport EMPTY = new TrackerReport(List.of(), Map.of(), Map.of());
    static final DataObjectIdentifier<HostTracker> PATH = DataObjectIdentifier.builder(HostTracker.class).build();

    static TrackerReport of(final ConflictLog conflicts, final Refusals refusals,
            final Map<SwitchPort, Long> rateLimited) {
        final var counts = new LinkedHashMap<String, Long>();
        Arrays.stream(Refusal.values()).map(Enum::name).sorted().forEach(name -> {
            final long count = refusals.count(Refusal.valueOf(name));
            if (count > 0) {
                counts.put(word(name), count);
            }
        });
        return new TrackerReport(conflicts.newestFirst(), counts, rateLimited);
    }

    private static String word(final String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HostTracker toData() {
        return new HostTrackerBuilder()
            .setRefusal(refusals.entrySet().stream()
                .map(entry -> new RefusalBuilder().setReason(entry.getKey())
                    .setCount(counter(entry.getValue())).build())
                .collect(Collectors.toMap(data -> data.key(), Function.identity())))
            .setPort(rateLimited.entrySet().stream()
                .map(entry -> new PortBuilder().setAttachmentPoint(port(entry.getKey()))
                    .setRateLimited(counter(entry.getValue())).build())
                .collect(Collectors.toMap(data -> data.key(), Function.identity())))
            .setConflict(conflicts.stream().map(TrackerReport::toData)
                .collect(Collectors.toMap(data -> data.key(), Function.identity())))
            .build();
    }

    private static Conflict toData(final ConflictLog.Numbered numbered) {
        final var conflict = numbered.conflict();
        final var host = HostTranslator.toKey(conflict.host());
        final var rival = HostTranslator.toKey(conflict.rival());
        return new ConflictBuilder()
            .withKey(new ConflictKey(Uint64.valueOf(numbered.number())))
            .setKind(Conflict.Kind.ofName(word(conflict.kind().name())))
            .setAddress(conflict.address().map(HostTranslator::address).orElse(null))
            .setHost(new HostBuilder().setMac(host.getMac()).setVlan(host.getVlan())
                .setAttachmentPoint(conflict.attachment().map(TrackerReport::port).orElse(null)).build())
            .setRival(new RivalBuilder().setMac(rival.getMac()).setVlan(rival.getVlan())
                .setAttachmentPoint(port(conflict.rivalAttachment())).build())
            .setFirst(HostTranslator.time(conflict.first()))
            .setLast(HostTranslator.time(conflict.last()))
            .setCount(Uint64.valueOf(conflict.count()))
            .build();
    }

    /** Reads what this or another cluster member wrote. */
    static TrackerReport fromData(final HostTracker data) {
        final var conflicts = new ArrayList<ConflictLog.Numbered>();
        data.nonnullConflict().values().forEach(conflict -> conflicts.add(
            new ConflictLog.Numbered(conflict.requireNumber().longValue(), fromData(conflict))));
        conflicts.sort((one, other) -> other.conflict().last().compareTo(one.conflict().last()));
        final var refusals = new LinkedHashMap<String, Long>();
        data.nonnullRefusal().values().stream().sorted((one, other) -> one.requireReason()
            .compareTo(other.requireReason())).forEach(refusal -> refusals.put(refusal.requireReason(),
                refusal.requireCount().getValue().longValue()));
        return new TrackerReport(List.copyOf(conflicts), refusals, Map.of());
    }

    private static HostConflict fromData(final Conflict data) {
        final var host = data.getHost();
        final var rival = data.getRival();
        return new HostConflict(HostConflict.Kind.valueOf(data.requireKind().getName().toUpperCase(Locale.ROOT)
                .replace('-', '_')),
            HostTranslator.key(host.requireMac(), host.getVlan()),
            Optional.ofNullable(data.getAddress()).map(address -> IpAddr.parse(address.stringValue())),
            Optional.ofNullable(host.getAttachmentPoint()).map(port -> SwitchPort.parse(port.getValue())),
            HostTranslator.key(rival.requireMac(), rival.getVlan()),
            SwitchPort.parse(rival.requireAttachmentPoint().getValue()),
            HostTranslator.instant(data.requireFirst()), HostTranslator.instant(data.requireLast()),
            data.requireCount().longValue());
    }

    private static Counter64 counter(final long count) {
        return new Counter64(Uint64.valueOf(count));
    }

    private static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.SwitchPort port(
            final SwitchPort port) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.SwitchPort(port.toString());
    }
}
