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

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.opendaylight.alto.core.service.ServerStatistics;
import org.opendaylight.alto.core.statistics.ServerCounts;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.Statistics;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.Server;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.statistics.rev261127.statistics.ServerKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.DataObjectIdentifier.WithKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what this server counts to {@code alto-statistics:statistics} in the operational datastore, where every
 * cluster member has an entry of its own. Requests do not wait for it.
 */
@Component(service = { }, configurationPid = ObserveConfiguration.PID)
public final class StatisticsWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsWriter.class);

    // what comes after the end is dropped
    private final ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(1,
        new ThreadFactoryBuilder().setNameFormat("alto-statistics-%d").setDaemon(true).build(),
        new ThreadPoolExecutor.DiscardPolicy());
    private final DataBroker broker;
    private final ServerStatistics statistics;
    private final String name;
    private final WithKey<Server, ServerKey> path;

    // both are used on the executor's thread only
    private Optional<ServerCounts> written = Optional.empty();
    private boolean committing;

    /**
     * Starts writing.
     *
     * @param broker the datastore
     * @param statistics what is counted
     * @param member who counts
     * @param configuration the settings
     */
    @Activate
    public StatisticsWriter(@Reference final DataBroker broker, @Reference final ServerStatistics statistics,
            @Reference final MemberName member, final ObserveConfiguration configuration) {
        this.broker = broker;
        this.statistics = statistics;
        name = member.name();
        path = DataObjectIdentifier.builder(Statistics.class).child(Server.class, new ServerKey(name)).build();
        final int seconds = configuration.statistics$_$interval();
        if (seconds < 0) {
            throw new IllegalArgumentException("statistics-interval " + seconds + " is less than 0");
        }
        if (seconds > 0) {
            executor.scheduleWithFixedDelay(this::write, 0, seconds, TimeUnit.SECONDS);
        }
    }

    // the executor would end the repetition, and say nothing
    @SuppressWarnings("checkstyle:IllegalCatch")
    private void write() {
        try {
            final var counts = statistics.counts();
            if (!committing && !Optional.of(counts).equals(written)) {
                write(counts);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} was not written", path, e);
        }
    }

    private void write(final ServerCounts counts) {
        final var tx = broker.newWriteOnlyTransaction();
        tx.mergeParentStructurePut(LogicalDatastoreType.OPERATIONAL, path,
            StatisticsTranslator.toServer(name, counts));
        committing = true;
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                end(Optional.of(counts));
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("{} cannot be written; it is tried again after the interval", path, cause);
                end(Optional.empty());
            }
        }, MoreExecutors.directExecutor());
    }

    private void end(final Optional<ServerCounts> newWritten) {
        executor.execute(() -> {
            committing = false;
            written = newWritten;
        });
    }

    @Deactivate
    @Override
    public void close() {
        // after a look at the counters that is under way
        executor.execute(this::delete);
        executor.shutdown();
    }

    private void delete() {
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, path);
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                LOG.debug("{} is gone", path);
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.debug("{} stays until this member writes again", path, cause);
            }
        }, MoreExecutors.directExecutor());
    }
}
