/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.opendaylight.alto.automap.mdsal.AutoMap;
import org.opendaylight.alto.automap.mdsal.MapSpecSource;
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.HostListener;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapState;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

/** The component of the automatic maps, which publishes them in a datastore in memory, and one who watches that. */
final class PublishedMaps {
    private static final DataObjectIdentifier<Resources> RESOURCES =
        DataObjectIdentifier.builder(Resources.class).build();
    private static final DataObjectIdentifier<AutoMapState> STATE =
        DataObjectIdentifier.builder(AutoMapState.class).build();
    private static final long PATIENCE_MILLISECONDS = 60_000;
    private static final OperatingSystemMXBean PROCESS =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final MemoryDatastore datastore = new MemoryDatastore();
    private final MapSpecSource wanted;
    /** When the listener of maps was last called, by {@link System#nanoTime()}; guarded by this, as all below. */
    private long published;
    private long runs;
    private double computed;

    /**
     * Takes up what is wanted, and nothing more.
     *
     * @param definitions what each file of {@code etc/alto-automap} says, by its name
     */
    PublishedMaps(final Map<String, String> definitions) throws Exception {
        System.setProperty("karaf.etc", etc(definitions).toString());
        final var broker = datastore.getDataBroker();
        wanted = new MapSpecSource(broker);
        while (wanted.definitions().isEmpty()) {
            Thread.onSpinWait();
        }
        final var known = wanted.definitions().orElseThrow();
        if (known.specs().networkMaps().size() + known.specs().costMaps().size() != definitions.size()) {
            throw new IllegalStateException(known.toString());
        }
        broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL, RESOURCES, changes -> mapsChanged());
        broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL, STATE, this::stateChanged);
    }

    private static Path etc(final Map<String, String> definitions) throws IOException {
        final var etc = Files.createTempDirectory("automap");
        final var folder = Files.createDirectory(etc.resolve("alto-automap"));
        etc.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        for (final var file : definitions.entrySet()) {
            final var path = Files.writeString(folder.resolve(file.getKey() + ".json"), file.getValue());
            path.toFile().deleteOnExit();
        }
        return etc;
    }

    private synchronized void mapsChanged() {
        published = System.nanoTime();
        notifyAll();
    }

    private synchronized void stateChanged(final List<DataTreeModification<AutoMapState>> changes) {
        final var renewals = changes.getLast().getRootNode().dataAfter().getRenewals();
        runs = renewals.getRuns().getValue().longValue();
        computed = renewals.getDuration().getValue().longValue() / 1e3;
        notifyAll();
    }

    /** Returns which maps are wanted. */
    MapSpecs specs() {
        return wanted.definitions().orElseThrow().specs();
    }

    /**
     * What the maps after one change took, in milliseconds.
     *
     * @param published from when the automatic maps hear of the change until the datastore's listener of maps is called
     * @param computed the part of it that the component says it took to compute them
     * @param processor the processor time of the JVM, all threads together, until the component had nothing more to do
     */
    record Taken(double published, double computed, double processor) {
    }

    /** Changes the network, and returns when the maps are published and the component has nothing more to do. */
    synchronized Taken after(final Runnable change) throws InterruptedException {
        final long runsBefore = runs;
        final double computedBefore = computed;
        final long processorBefore = PROCESS.getProcessCpuTime();
        final long start = System.nanoTime();
        change.run();
        while (runs == runsBefore || published < start) {
            wait(PATIENCE_MILLISECONDS);
            if (System.nanoTime() - start > PATIENCE_MILLISECONDS * 1_000_000) {
                throw new IllegalStateException("No map was published after a change");
            }
        }
        return new Taken((published - start) / 1e6, computed - computedBefore,
            (PROCESS.getProcessCpuTime() - processorBefore) / 1e6);
    }

    /** Starts the component, and returns when the first maps are published. */
    Taken start(final RoutedCosts costs) throws InterruptedException {
        return after(() -> new AutoMap(datastore.getDataBroker(), datastore.getDomBroker(), service -> {
            service.instantiateServiceInstance();
            return service::closeServiceInstance;
        }, new Hosts(costs), new Switches(costs), costs, wanted, new AtOnce()));
    }

    /** Returns the tags of all maps that are published, by their names. */
    Map<String, String> tags() throws InterruptedException, ExecutionException {
        try (var tx = datastore.getDataBroker().newReadOnlyTransaction()) {
            final var resources = tx.read(LogicalDatastoreType.OPERATIONAL, RESOURCES).get().orElseThrow();
            final var tags = new TreeMap<String, String>();
            resources.nonnullNetworkMap().forEach(
                (key, map) -> tags.put(key.getResourceId().getValue(), map.requireTag().getValue()));
            resources.nonnullCostMap().forEach(
                (key, map) -> tags.put(key.getResourceId().getValue(), map.requireTag().getValue()));
            return tags;
        }
    }

    /** Who changes the network tells that its paths change, so nobody need listen to the rest. */
    private record Hosts(RoutedCosts costs) implements HostDirectory {
        @Override
        public HostTable hosts() {
            return costs.network().hosts();
        }

        @Override
        public Registration onChange(final HostListener listener) {
            return () -> { };
        }
    }

    private record Switches(RoutedCosts costs) implements TopologyService {
        @Override
        public Topology topology() {
            return costs.network().state().topology();
        }

        @Override
        public Registration onChange(final Runnable listener) {
            return () -> { };
        }
    }

    /** There is one change at a time, so nothing is to wait for. */
    private static final class AtOnce implements AutoMap.Configuration {
        @Override
        public int idle$_$gap$_$milliseconds() {
            return 0;
        }

        @Override
        public int max$_$age$_$milliseconds() {
            return 0;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return AutoMap.Configuration.class;
        }
    }
}
