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

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.service.PushDirectory;
import org.opendaylight.alto.core.statistics.PushCounts;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter64;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Gauge32;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.Statistics;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.Server;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.ServerKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.PushBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.ResourceKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.resource.ResponseKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

class StatisticsWriterTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DataObjectIdentifier<Server> PATH = DataObjectIdentifier.builder(Statistics.class)
        .child(Server.class, new ServerKey("member-7")).build();
    private static final ResourceKey DIRECTORY = new ResourceKey("(directory)", "directory");

    private final Observer observer = new Observer();
    private final StatisticsSource source = new StatisticsSource(observer);

    /** Those who are told of changes. */
    private record FixedPush(PushCounts counts) implements PushDirectory {
        @Override
        public List<StreamInfo> streams() {
            return List.of();
        }

        @Override
        public List<ViewInfo> views() {
            return List.of();
        }
    }

    /** What OSGi makes of a configuration. */
    @SuppressWarnings("all")
    private static final class EverySecond implements ObserveConfiguration {
        @Override
        public boolean access$_$log() {
            return false;
        }

        @Override
        public int statistics$_$interval() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ObserveConfiguration.class;
        }
    }

    @BeforeEach
    void start() throws Exception {
        setup();
        observer.observations().published(List.of(), id -> 0, 3);
    }

    private StatisticsWriter writer() {
        return new StatisticsWriter(getDataBroker(), source, new MemberName("member-7"), new EverySecond());
    }

    private Optional<Server> read() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, PATH).get();
        }
    }

    private void ask() {
        observer.observations().end(observer.observations().begin("/alto"), 400, Optional.of(AltoErrorCode.E_SYNTAX), 5,
            70, 3_000_000);
    }

    @Test
    void writesWhatWasCountedAndTakesItAwayAtTheEnd() throws Exception {
        ask();
        try (var writer = writer()) {
            final var server = await().atMost(PATIENCE).until(this::read, Optional::isPresent).orElseThrow();
            assertEquals(3, server.getEndpointsWithProperties().getValue().intValue());
            final var directory = server.nonnullResource().get(DIRECTORY);
            final var one = new Counter64(Uint64.ONE);
            assertEquals(one, directory.getRequests());
            assertEquals(70, directory.getSentBytes().getValue().intValue());
            assertEquals(5, directory.getReceivedBytes().getValue().intValue());
            assertEquals(3000, directory.getTotalDuration().getValue().intValue());
            assertEquals(one, directory.nonnullResponse().get(new ResponseKey("E_SYNTAX", Uint16.valueOf(400)))
                .getCount());
            assertEquals(List.of("5000"), directory.nonnullDuration().values().stream()
                .filter(bucket -> bucket.getCount().equals(one))
                .map(bucket -> bucket.getAtMost().stringValue()).toList());
            ask();
            await().atMost(PATIENCE).until(() -> read().orElseThrow().nonnullResource().get(DIRECTORY).getRequests()
                .getValue().intValue() == 2);
        }
        await().atMost(PATIENCE).until(() -> read().isEmpty());
    }

    @Test
    void whoIsToldOfChangesIsWrittenAsLongAsSomebodyTellsThem() throws Exception {
        final var first = new FixedPush(new PushCounts(1, 2, 3, 4, 5, 6, 7, 8, 9));
        final var second = new FixedPush(PushCounts.NONE);
        source.bindPush(first);
        try (var writer = writer()) {
            final var push = await().atMost(PATIENCE).until(this::read, Optional::isPresent).orElseThrow()
                .getPush();
            assertEquals(new PushBuilder()
                .setStreams(new Gauge32(Uint32.ONE))
                .setStreamsOpened(new Counter64(Uint64.TWO))
                .setStreamsStalled(new Counter64(Uint64.valueOf(3)))
                .setEvents(new Counter64(Uint64.valueOf(4)))
                .setSentBytes(new Counter64(Uint64.valueOf(5)))
                .setViews(new Gauge32(Uint32.valueOf(6)))
                .setWaiting(new Gauge32(Uint32.valueOf(7)))
                .setFollowed(new Gauge32(Uint32.valueOf(8)))
                .setVersions(new Counter64(Uint64.valueOf(9))).build(), push);
            // as OSGi does it: the next one is there before the last one goes
            source.bindPush(second);
            source.unbindPush(first);
            await().atMost(PATIENCE).until(() -> read().orElseThrow().getPush().getStreams().getValue()
                .equals(Uint32.ZERO));
            source.unbindPush(second);
            await().atMost(PATIENCE).until(() -> read().orElseThrow().getPush() == null);
        }
    }

    @Test
    void writesNothingWhileNothingChanges() throws Exception {
        final var changes = new AtomicInteger();
        final DataTreeChangeListener<Server> listener = new DataTreeChangeListener<>() {
            @Override
            public void onDataTreeChanged(final List<DataTreeModification<Server>> all) {
                changes.addAndGet(all.size());
            }

            @Override
            public void onInitialData() {
                // there is none
            }
        };
        final var looks = new AtomicInteger();
        try (var registration = getDataBroker().registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL, PATH,
                listener);
             var writer = new StatisticsWriter(getDataBroker(), () -> {
                 looks.incrementAndGet();
                 return source.counts();
             }, new MemberName("member-7"), new EverySecond())) {
            await().atMost(PATIENCE).until(() -> looks.get() > 3);
            assertEquals(1, changes.get());
        }
    }
}
