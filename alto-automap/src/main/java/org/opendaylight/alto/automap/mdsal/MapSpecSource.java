/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.config.Candidate;
import org.opendaylight.alto.automap.config.ConfigFiles;
import org.opendaylight.alto.automap.config.Definitions;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMap;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which maps are wanted: what the files in {@code etc/alto-automap} and the configuration datastore say. Where
 * both say something of one map, the datastore wins; of two files, the one whose name is first. May be used from any
 * thread.
 */
@Component(service = MapSpecSource.class)
public final class MapSpecSource implements DataTreeChangeListener<AutoMap>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MapSpecSource.class);
    private static final String FOLDER = "alto-automap";
    private static final long POLL_MILLIS = 1000;

    private final ScheduledExecutorService executor;
    private final ChangeListeners listeners = new ChangeListeners();
    private final Registration registration;

    // only on the thread of the executor
    private final ConfigFiles files;
    private final StoredDefinitions stored = new StoredDefinitions();

    private volatile Optional<Definitions> definitions = Optional.empty();

    /**
     * Begins to look at the files and the datastore.
     *
     * @param broker the datastore
     */
    @Activate
    public MapSpecSource(@Reference final DataBroker broker) {
        this(broker, Path.of(System.getProperty("karaf.etc", "etc")).resolve(FOLDER),
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "alto-automap-config")));
    }

    /** Looks at another folder, on the one thread of an executor, which it shuts down in the end. */
    MapSpecSource(final DataBroker broker, final Path folder, final ScheduledExecutorService executor) {
        this.executor = executor;
        files = new ConfigFiles(folder);
        // last: we may be called at once
        registration = broker.registerTreeChangeListener(LogicalDatastoreType.CONFIGURATION, AutoMapPaths.WANTED, this);
    }

    /**
     * Returns what is wanted.
     *
     * @return all places taken together; empty as long as it is not known, which is not the same as nothing
     */
    public Optional<Definitions> definitions() {
        return definitions;
    }

    /**
     * Returns where to be told of changes, of what is wanted or of what is wrong, on this object's thread.
     *
     * @return the listeners
     */
    public ChangeListeners listeners() {
        return listeners;
    }

    @Override
    public void onInitialData() {
        executor.execute(() -> follow(null));
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<AutoMap>> changes) {
        final var after = changes.getLast().getRootNode().dataAfter();
        executor.execute(() -> follow(after));
    }

    private void follow(final @Nullable AutoMap data) {
        final boolean first = definitions.isEmpty();
        stored.set(data);
        if (first) {
            // twice, as a file that is wrong is not believed the first time
            files.poll();
            files.poll();
            executor.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        publish();
    }

    @SuppressWarnings("checkstyle:illegalCatch")
    private void look() {
        try {
            files.poll();
            publish();
        } catch (RuntimeException e) {
            // outermost loop of the thread: a repeated task that throws would be dropped without a word
            LOG.error("The files in etc/{} cannot be followed; this is a defect", FOLDER, e);
        }
    }

    private void publish() {
        final var candidates = new ArrayList<Candidate>(stored.candidates());
        candidates.addAll(files.candidates());
        final var next = Definitions.of(candidates);
        final var before = definitions;
        if (before.equals(Optional.of(next))) {
            return;
        }
        definitions = Optional.of(next);
        log(before.orElse(Definitions.NONE), next);
        listeners.fire();
    }

    private static void log(final Definitions before, final Definitions after) {
        final var old = before.complaints();
        final var now = after.complaints();
        now.forEach((place, why) -> {
            if (!why.equals(old.get(place))) {
                LOG.warn("The definition of a map in {} needs a change: {}", place, why);
            }
        });
        old.keySet().stream().filter(place -> !now.containsKey(place)).forEach(
            place -> LOG.info("Nothing is wrong with the definition of a map in {} any more", place));
        if (!after.specs().equals(before.specs())) {
            LOG.info("Maps to compute: {}", after.maps().keySet());
        }
    }

    @Deactivate
    @Override
    public void close() {
        registration.close();
        executor.shutdownNow();
    }
}
