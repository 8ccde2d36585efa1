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

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.FluentFuture;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.northbound.json.CostMapCodec;
import org.opendaylight.alto.northbound.json.MapFileReader;
import org.opendaylight.alto.northbound.json.NetworkMapCodec;
import org.opendaylight.alto.northbound.operator.CountedInput;
import org.opendaylight.alto.northbound.operator.DefaultPid;
import org.opendaylight.alto.northbound.operator.MapChecks;
import org.opendaylight.alto.northbound.operator.Publication;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.ReadTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapKey;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the operator's maps in {@code alto-resources:resources} of the configuration datastore. One change is made at a
 * time, so that the checks before it are about what it meets; changes that others make to the datastore meanwhile are
 * the business of the datastore's own checks.
 */
@Component(service = OperatorMaps.class)
public final class MdsalOperatorMaps implements OperatorMaps {
    private static final DataObjectIdentifier<Resources> RESOURCES =
        DataObjectIdentifier.builder(Resources.class).build();
    private static final Duration PUBLICATION = Duration.ofSeconds(10);
    private static final double UNKNOWN = -1;

    /** What storing has done. */
    private record Stored(boolean replaced, boolean changed, List<String> warnings) {
    }

    private final DataBroker broker;
    private final ResourceDirectory directory;
    private final Duration publication;
    /** Held from the checks to the end of the commit. */
    private final Object change = new Object();

    /**
     * Begins to serve.
     *
     * @param broker the datastore
     * @param directory what is served
     */
    @Activate
    public MdsalOperatorMaps(@Reference final DataBroker broker, @Reference final ResourceDirectory directory) {
        this(broker, directory, PUBLICATION);
    }

    /** Waits another time for the directory. */
    MdsalOperatorMaps(final DataBroker broker, final ResourceDirectory directory, final Duration publication) {
        this.broker = requireNonNull(broker);
        this.directory = requireNonNull(directory);
        this.publication = requireNonNull(publication);
    }

    @Override
    public Loaded loadNetworkMap(final Optional<ResourceId> id, final InputStream json, final Set<LoadOption> options,
            final BiConsumer<String, Double> progress) throws IOException {
        if (!(read(json, progress) instanceof MapFile.OfNetwork file)) {
            throw new InvalidMapException("", "the file is a cost map, not a network map");
        }
        final var name = id.or(file::id).orElseThrow(() -> new InvalidMapException("meta/vtag",
            "'resource-id' is missing; name the map when loading it"));
        progress.accept("checking", UNKNOWN);
        final var map = options.contains(LoadOption.ADD_DEFAULT_PID) ? DefaultPid.addTo(file.map()) : file.map();
        final var stored = store(name, pathOfNetworkMap(name), OperatorMapsTranslator.toEntry(name, map), checks -> {
            checks.requireFits(name, map);
            return List.of();
        }, () -> directory.networkMap(name).filter(served -> served.map().equals(map)).isPresent(), options, progress);
        return new Loaded(name, stored.replaced, stored.changed, map.pids().size(), map.prefixCount(), stored.warnings);
    }

    @Override
    public Loaded loadCostMap(final ResourceId id, final InputStream json, final Set<LoadOption> options,
            final BiConsumer<String, Double> progress) throws IOException {
        if (!(read(json, progress) instanceof MapFile.OfCosts file)) {
            throw new InvalidMapException("", "the file is a network map, not a cost map");
        }
        progress.accept("checking", UNKNOWN);
        final var map = file.map();
        final var stored = store(id, pathOfCostMap(id), OperatorMapsTranslator.toEntry(id, map),
            checks -> checks.requireFits(id, map),
            () -> directory.costMap(id).filter(served -> isSame(served.map(), map)).isPresent(), options, progress);
        return new Loaded(id, stored.replaced, stored.changed, map.rows().size(), map.costCount(), stored.warnings);
    }

    /** The served one may be on another version of the network map. */
    private static boolean isSame(final CostMap served, final CostMap map) {
        return served.networkMap().resourceId().equals(map.networkMap().resourceId())
            && served.type().equals(map.type()) && served.rows().equals(map.rows());
    }

    @Override
    public MapFile read(final InputStream json) throws IOException {
        return MapFileReader.read(json);
    }

    private static MapFile read(final InputStream json, final BiConsumer<String, Double> progress) throws IOException {
        // not closed, because that would close the caller's stream
        return MapFileReader.read(new CountedInput(json, done -> progress.accept("reading", done)));
    }

    private <T extends DataObject> Stored store(final ResourceId id, final DataObjectIdentifier<T> path, final T entry,
            final Function<MapChecks, List<String>> check, final BooleanSupplier served,
            final Set<LoadOption> options, final BiConsumer<String, Double> progress) throws IOException {
        try (var watched = new Publication(directory, id)) {
            final List<String> warnings;
            final boolean replaced;
            final boolean changed;
            synchronized (change) {
                try (var tx = broker.newReadOnlyTransaction()) {
                    warnings = new ArrayList<>(check.apply(checks(tx)));
                    final var before = get(tx.read(LogicalDatastoreType.CONFIGURATION, path));
                    replaced = before.isPresent();
                    changed = !before.equals(Optional.of(entry));
                }
                if (changed && !options.contains(LoadOption.CHECK_ONLY)) {
                    progress.accept("writing", UNKNOWN);
                    final var tx = broker.newWriteOnlyTransaction();
                    tx.put(LogicalDatastoreType.CONFIGURATION, path, entry);
                    get(tx.commit());
                }
            }
            if (!options.contains(LoadOption.CHECK_ONLY)) {
                final Optional<String> problem;
                if (changed) {
                    progress.accept("publishing", UNKNOWN);
                    problem = await(watched, served);
                } else {
                    problem = Publication.problem(directory, id);
                }
                problem.ifPresent(why -> warnings.add("The map is stored but not served: " + why));
            }
            return new Stored(replaced, changed, List.copyOf(warnings));
        }
    }

    private Optional<String> await(final Publication watched, final BooleanSupplier served) {
        try {
            return watched.await(served, publication);
        } catch (InterruptedException e) {
            // it is stored, so this is not a failure
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while waiting for that");
        }
    }

    private MapChecks checks(final ReadTransaction tx) throws IOException {
        return new MapChecks(OperatorMapsTranslator.toStoredMaps(
            get(tx.read(LogicalDatastoreType.CONFIGURATION, RESOURCES))), directory);
    }

    @Override
    public void export(final ResourceId id, final OutputStream out) throws IOException {
        directory.networkMap(id).map(NetworkMapCodec::encode)
            .or(() -> directory.costMap(id).map(served -> CostMapCodec.encode(served.map())))
            .orElseThrow(() -> new IllegalArgumentException("No network map or cost map " + id + " is served"))
            .writeTo(out);
    }

    @Override
    public void delete(final Collection<ResourceId> ids) throws IOException {
        synchronized (change) {
            try (var tx = broker.newReadOnlyTransaction()) {
                checks(tx).requireDeletable(ids);
            }
            final var tx = broker.newWriteOnlyTransaction();
            for (var id : ids) {
                // a name is that of one of the two
                tx.delete(LogicalDatastoreType.CONFIGURATION, pathOfNetworkMap(id));
                tx.delete(LogicalDatastoreType.CONFIGURATION, pathOfCostMap(id));
            }
            get(tx.commit());
        }
    }

    private static DataObjectIdentifier.WithKey<NetworkMap, NetworkMapKey> pathOfNetworkMap(final ResourceId id) {
        return DataObjectIdentifier.builder(Resources.class)
            .child(NetworkMap.class, new NetworkMapKey(OperatorMapsTranslator.toName(id))).build();
    }

    private static DataObjectIdentifier.WithKey<
            org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap, CostMapKey>
            pathOfCostMap(final ResourceId id) {
        return DataObjectIdentifier.builder(Resources.class)
            .child(org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap.class,
                new CostMapKey(OperatorMapsTranslator.toName(id))).build();
    }

    private static <T> T get(final FluentFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            final var root = Throwables.getRootCause(e);
            throw new IOException(root.getMessage() == null ? root.toString() : root.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private static IOException interrupted(final InterruptedException cause) {
        final var failure = new InterruptedIOException("Interrupted while waiting for the datastore");
        failure.initCause(cause);
        return failure;
    }
}
