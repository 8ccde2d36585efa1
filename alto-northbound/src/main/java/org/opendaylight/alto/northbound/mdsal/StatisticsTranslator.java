/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.statistics.Durations;
import org.opendaylight.alto.core.statistics.PushCounts;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.core.statistics.ServerCounts;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter64;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.DateAndTime;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Gauge32;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Gauge64;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.Server;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.ServerBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.Push;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.PushBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.Resource;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.ResourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.resource.Duration;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.resource.Duration.AtMost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.resource.DurationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.resource.ResponseBuilder;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Counts as the module {@code alto-statistics} has them. */
final class StatisticsTranslator {
    private StatisticsTranslator() {
    }

    static Server toServer(final String name, final ServerCounts counts) {
        return new ServerBuilder()
            .setName(name)
            .setSince(new DateAndTime(counts.since().truncatedTo(ChronoUnit.SECONDS).toString()))
            // a moment may see the end of a request and not its begin
            .setRequestsInProgress(gauge(Math.max(0, counts.inProgress())))
            .setEndpointsWithProperties(gauge(counts.endpointsWithProperties()))
            .setPush(counts.push().map(StatisticsTranslator::toPush).orElse(null))
            .setResource(counts.resources().stream().map(StatisticsTranslator::toResource)
                .collect(BindingMap.toMap()))
            .build();
    }

    private static Push toPush(final PushCounts counts) {
        return new PushBuilder()
            .setStreams(gauge(counts.streams()))
            .setStreamsOpened(counter(counts.streamsOpened()))
            .setStreamsStalled(counter(counts.streamsStalled()))
            .setEvents(counter(counts.events()))
            .setSentBytes(counter(counts.sentBytes()))
            .setViews(gauge(counts.views()))
            .setWaiting(gauge(counts.waiting()))
            .setFollowed(gauge(counts.followed()))
            .setVersions(counter(counts.versions()))
            .build();
    }

    private static Resource toResource(final ResourceCounts counts) {
        final var content = counts.content();
        return new ResourceBuilder()
            .setService(counts.service())
            .setResource(counts.resource())
            .setRequests(counter(counts.requests()))
            .setReceivedBytes(counter(counts.receivedBytes()))
            .setSentBytes(counter(counts.sentBytes()))
            .setResponse(counts.responses().entrySet().stream()
                .map(entry -> new ResponseBuilder()
                    .setStatus(Uint16.valueOf(entry.getKey().status()))
                    .setErrorCode(entry.getKey().errorCode().orElse(""))
                    .setCount(counter(entry.getValue()))
                    .build())
                .collect(BindingMap.toMap()))
            .setTotalDuration(counter(TimeUnit.NANOSECONDS.toMicros(counts.durations().total().toNanos())))
            .setDuration(IntStream.range(0, counts.durations().buckets().size())
                .mapToObj(index -> toBucket(index, counts.durations().buckets().get(index)))
                .collect(BindingMap.toMap()))
            .setVersions(counter(content.versions()))
            .setEncodings(counter(content.encodings()))
            .setEncodedParts(counter(content.encodedParts()))
            .setEntries(gauge(content.entries()))
            .setEncodedBytes(gauge(content.encodedBytes()))
            .setPids(gauge(content.pids()))
            .build();
    }

    private static Duration toBucket(final int index, final long count) {
        return new DurationBuilder()
            .setAtMost(index == Durations.BOUNDS.size() ? new AtMost(AtMost.Enumeration.Unbounded)
                : new AtMost(Uint64.valueOf(TimeUnit.NANOSECONDS.toMicros(Durations.BOUNDS.get(index).toNanos()))))
            .setCount(counter(count))
            .build();
    }

    private static Counter64 counter(final long value) {
        return new Counter64(Uint64.valueOf(value));
    }

    private static Gauge64 gauge(final long value) {
        return new Gauge64(Uint64.valueOf(value));
    }

    private static Gauge32 gauge(final int value) {
        return new Gauge32(Uint32.valueOf(value));
    }
}
