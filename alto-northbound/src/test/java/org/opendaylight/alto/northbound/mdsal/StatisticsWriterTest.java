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
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter64;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.Statistics;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.Server;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.ServerKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.ResourceKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.server.resource.ResponseKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;

class StatisticsWriterTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DataObjectIdentifier<Server> PATH = DataObjectIdentifier.builder(Statistics.class)
        .child(Server.class, new ServerKey("member-7")).build();
    private static final ResourceKey DIRECTORY = new ResourceKey("(directory)", "directory");

    private final Observer observer = new Observer();

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
        return new StatisticsWriter(getDataBroker(), observer, new MemberName("member-7"), new EverySecond());
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
                 return observer.counts();
             }, new MemberName("member-7"), new EverySecond())) {
            await().atMost(PATIENCE).until(() -> looks.get() > 3);
            assertEquals(1, changes.get());
        }
    }
}
