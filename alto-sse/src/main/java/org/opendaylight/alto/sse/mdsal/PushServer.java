/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.mdsal;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opendaylight.alto.core.service.PushDirectory;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.statistics.PushCounts;
import org.opendaylight.alto.northbound.spi.ResourceFeed;
import org.opendaylight.alto.northbound.spi.RouteRequests;
import org.opendaylight.alto.sse.jaxrs.TipsResource;
import org.opendaylight.alto.sse.jaxrs.UpdateStreamResource;
import org.opendaylight.alto.sse.stream.StreamLimits;
import org.opendaylight.alto.sse.stream.StreamRegistry;
import org.opendaylight.alto.sse.stream.UpdateStream;
import org.opendaylight.alto.sse.tips.TipsLimits;
import org.opendaylight.alto.sse.tips.TipsViews;
import org.opendaylight.alto.sse.version.VersionState;
import org.opendaylight.alto.sse.version.VersionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clients of changes. One thread makes new versions and tells streams and views of them; changes that come
 * meanwhile are taken together. Another one looks once a second who is silent, slow or gone.
 */
@Component(service = { PushServer.class, PushDirectory.class }, configurationPid = PushServer.PID)
@Designate(ocd = PushConfig.class)
public final class PushServer implements PushDirectory {
    /** The name of the settings. */
    static final String PID = "org.opendaylight.alto.sse";

    private static final Logger LOG = LoggerFactory.getLogger(PushServer.class);
    private static final long TICK_MILLISECONDS = 1000;

    private final ScheduledExecutorService updates = executor("alto-updates-%d");
    private final ScheduledExecutorService ticker = executor("alto-streams-%d");
    private final ExecutorService answering = Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name("alto-tips-", 0).factory());
    private final AtomicBoolean pending = new AtomicBoolean();
    private final VersionStore store;
    private final StreamRegistry registry;
    private final TipsViews views;
    private final UpdateStreamResource streamResource;
    private final TipsResource tipsResource;
    private final Registration registration;

    /**
     * Starts.
     *
     * @param feed what the server answers
     * @param requests takes in requests
     * @param config the settings
     */
    @Activate
    public PushServer(@Reference final ResourceFeed feed, @Reference final RouteRequests requests,
            final PushConfig config) {
        store = new VersionStore(feed, atLeast(2, "max-versions", config.max$_$versions()),
            atLeast(1, "max-followed", config.max$_$followed()));
        registry = new StreamRegistry(store, new StreamLimits(
            atLeast(1, "max-streams", config.max$_$streams()),
            atLeast(1, "max-streams-per-client", config.max$_$streams$_$per$_$client()),
            atLeast(1, "max-substreams", config.max$_$substreams()),
            seconds(1, "keep-alive-seconds", config.keep$_$alive$_$seconds()),
            seconds(1, "stall-seconds", config.stall$_$seconds()),
            seconds(0, "gone-seconds", config.gone$_$seconds())), Clock.systemUTC());
        views = new TipsViews(store, new TipsLimits(
            atLeast(1, "max-views", config.max$_$views()),
            atLeast(1, "max-polls", config.max$_$polls()),
            seconds(1, "view-seconds", config.view$_$seconds()),
            seconds(1, "poll-seconds", config.poll$_$seconds())));
        streamResource = new UpdateStreamResource(store, registry, requests);
        tipsResource = new TipsResource(views, requests, answering);
        store.onChange(registry::changed);
        store.onChange(views::changed);
        registration = feed.onChange(this::changed);
        changed();
        ticker.scheduleWithFixedDelay(() -> logged(this::tick), TICK_MILLISECONDS, TICK_MILLISECONDS,
            TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService executor(final String name) {
        return Executors.newSingleThreadScheduledExecutor(
            new ThreadFactoryBuilder().setNameFormat(name).setDaemon(true).build());
    }

    private static Duration seconds(final int min, final String name, final int value) {
        return Duration.ofSeconds(atLeast(min, name, value));
    }

    private static int atLeast(final int min, final String name, final int value) {
        if (value < min) {
            LOG.warn("Setting {} of {} is refused: {} is not in {}..{}. It is {}", name, PID, value, min,
                Integer.MAX_VALUE, min);
        }
        return Math.max(min, value);
    }

    UpdateStreamResource streamResource() {
        return streamResource;
    }

    TipsResource tipsResource() {
        return tipsResource;
    }

    private void changed() {
        if (pending.compareAndSet(false, true)) {
            try {
                updates.execute(() -> {
                    pending.set(false);
                    logged(store::renew);
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("The server is being stopped", e);
            }
        }
    }

    private void tick() {
        final long now = System.nanoTime();
        registry.tick(now);
        views.tick(now);
    }

    // an executor would end the repetition, and say nothing
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static void logged(final Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Clients could not be told of changes", e);
        }
    }

    @Override
    public List<StreamInfo> streams() {
        final var state = store.state();
        return registry.streams().stream().map(open -> {
            final var stream = open.stream();
            return new StreamInfo(stream.client().address(), stream.since(), stream.substreams().stream()
                .map(substream -> infoOf(substream, state)).toList(), stream.events(), open.output().sent());
        }).sorted(Comparator.comparing(StreamInfo::since)).toList();
    }

    private static SubstreamInfo infoOf(final UpdateStream.Status substream, final VersionState state) {
        final var followed = state.find(substream.request());
        return new SubstreamInfo(substream.id(), substream.request().resource(), substream.version(),
            followed == null ? substream.version() : followed.versions().last().number());
    }

    @Override
    public List<ViewInfo> views() {
        return views.views().stream().flatMap(view -> views.versions(view).stream().map(versions ->
            new ViewInfo(view.request().resource(), versions.first().number(), versions.last().number(),
                view.waiting()))).sorted(Comparator.comparing(ViewInfo::resource)).toList();
    }

    @Override
    public PushCounts counts() {
        return new PushCounts(registry.streams().size(), registry.opened(), registry.stalled(), registry.events(),
            registry.sent(), views.views().size(), views.waiting(), store.state().followed().size(),
            store.versions());
    }

    /** Tells all clients that it is over. */
    @Deactivate
    void close() {
        registration.close();
        registry.endAll("The server is being stopped");
        views.closeAll();
        ticker.shutdown();
        updates.shutdown();
        answering.shutdown();
    }
}
