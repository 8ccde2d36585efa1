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

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.config.Definitions;
import org.opendaylight.alto.automap.json.DefinitionReader;
import org.opendaylight.alto.automap.json.DefinitionWriter;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapState;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMapKey;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Definitions of this member of the cluster, with what the member that computes the maps tells of them. One change is
 * made at a time.
 */
@Component(service = AutoMaps.class)
public final class MdsalAutoMaps implements AutoMaps, DataTreeChangeListener<AutoMapState>, AutoCloseable {
    private final DataBroker broker;
    private final MapSpecSource source;
    private final Registration registration;
    /** Held from the look at the datastore to the end of the commit. */
    private final Object change = new Object();

    private volatile SortedMap<ResourceId, Status> statuses = new TreeMap<>();
    /** What keeps maps from being made, as the member tells that makes them. */
    private volatile SortedMap<ResourceId, String> told = new TreeMap<>();

    /**
     * Begins to follow the datastore.
     *
     * @param broker the datastore
     * @param source knows which maps are wanted
     */
    @Activate
    public MdsalAutoMaps(@Reference final DataBroker broker, @Reference final MapSpecSource source) {
        this.broker = broker;
        this.source = source;
        registration = broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL, AutoMapPaths.STATE, this);
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<AutoMapState>> changes) {
        final var state = changes.getLast().getRootNode().dataAfter();
        statuses = StateTranslator.toStatuses(state);
        told = StateTranslator.toProblems(state);
    }

    private Definitions definitions() {
        return source.definitions().orElse(Definitions.NONE);
    }

    @Override
    public List<Wanted> maps() {
        final var known = statuses;
        final var problems = told;
        return definitions().maps().entrySet().stream()
            .map(entry -> {
                final var defined = entry.getValue();
                final var definition = defined.definition();
                return new Wanted(entry.getKey(), kind(definition), DefinitionWriter.summary(definition),
                    DefinitionWriter.write(definition), defined.origin(),
                    defined.problem().or(() -> Optional.ofNullable(problems.get(entry.getKey()))),
                    Optional.ofNullable(known.get(entry.getKey())));
            })
            .toList();
    }

    @Override
    public SortedMap<String, String> problems() {
        return definitions().problems();
    }

    private static Kind kind(final MapDefinition definition) {
        return switch (definition) {
            case MapDefinition.OfNetworkMap network -> Kind.NETWORK_MAP;
            case MapDefinition.OfCostMap costs -> Kind.COST_MAP;
        };
    }

    @Override
    public Stored put(final String json, final boolean checkOnly) throws IOException {
        final var definition = DefinitionReader.read(json);
        synchronized (change) {
            final var data = read();
            return switch (definition) {
                case MapDefinition.OfNetworkMap network -> {
                    requireFree(data.nonnullCostMap().containsKey(costMapKey(network.id())), "net-map-id", network.id(),
                        "cost map");
                    yield put(definition, AutoMapPaths.networkMap(network.id()),
                        data.nonnullNetworkMap().get(networkMapKey(network.id())),
                        DefinitionTranslator.toData(network.spec()), checkOnly);
                }
                case MapDefinition.OfCostMap costs -> {
                    requireFree(data.nonnullNetworkMap().containsKey(networkMapKey(costs.id())), "cost-map-id",
                        costs.id(), "network map");
                    yield put(definition, AutoMapPaths.costMap(costs.id()),
                        data.nonnullCostMap().get(costMapKey(costs.id())),
                        DefinitionTranslator.toData(costs.spec()), checkOnly);
                }
            };
        }
    }

    private <T extends DataObject> Stored put(final MapDefinition definition, final DataObjectIdentifier<T> path,
            final @Nullable T before, final T after, final boolean checkOnly) throws IOException {
        final boolean changed = !after.equals(before);
        // before the commit, which others may follow at once
        final var warnings = warnings(definition);
        if (changed && !checkOnly) {
            final var tx = broker.newWriteOnlyTransaction();
            tx.put(LogicalDatastoreType.CONFIGURATION, path, after);
            commit(tx, definition.id());
        }
        return new Stored(definition.id(), kind(definition), before != null, changed, warnings);
    }

    private static void requireFree(final boolean taken, final String field, final ResourceId id, final String kind) {
        if (taken) {
            throw new InvalidMapException(field,
                "the datastore has a " + kind + " of the name " + id + "; remove it first, or take another name");
        }
    }

    private List<String> warnings(final MapDefinition definition) {
        final var warnings = new ArrayList<String>();
        final var others = definitions().maps();
        final var same = others.get(definition.id());
        if (same != null && !same.origin().equals(DATASTORE)) {
            warnings.add("It takes the place of the map of this name in the file " + same.origin() + ".");
        }
        if (definition instanceof MapDefinition.OfCostMap costs) {
            final var used = others.get(costs.spec().networkMap());
            if (used == null || kind(used.definition()) != Kind.NETWORK_MAP) {
                warnings.add("There is no definition of its network map " + costs.spec().networkMap()
                    + " yet; the costs are computed when there is one.");
            }
        }
        return warnings;
    }

    @Override
    public Kind remove(final ResourceId id) throws IOException {
        synchronized (change) {
            final var data = read();
            final boolean network = data.nonnullNetworkMap().containsKey(networkMapKey(id));
            if (!network && !data.nonnullCostMap().containsKey(costMapKey(id))) {
                final var known = definitions().maps().get(id);
                throw new IllegalArgumentException(known == null || known.origin().equals(DATASTORE)
                    ? "There is no definition of a map " + id
                    : "The file " + known.origin() + " defines map " + id + "; delete that file to remove the map");
            }
            final var tx = broker.newWriteOnlyTransaction();
            if (network) {
                tx.delete(LogicalDatastoreType.CONFIGURATION, AutoMapPaths.networkMap(id));
            } else {
                tx.delete(LogicalDatastoreType.CONFIGURATION, AutoMapPaths.costMap(id));
            }
            commit(tx, id);
            return network ? Kind.NETWORK_MAP : Kind.COST_MAP;
        }
    }

    private static NetworkMapKey networkMapKey(final ResourceId id) {
        return new NetworkMapKey(AutoMapPaths.toId(id));
    }

    private static CostMapKey costMapKey(final ResourceId id) {
        return new CostMapKey(AutoMapPaths.toId(id));
    }

    /** What the listener was told may be older than what the caller has just written. */
    private AutoMap read() throws IOException {
        try (var tx = broker.newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.CONFIGURATION, AutoMapPaths.WANTED).get()
                .orElseGet(() -> new AutoMapBuilder().build());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("The definitions could not be read: " + e.getCause().getMessage(), e);
        }
    }

    private static void commit(final WriteTransaction tx, final ResourceId id) throws IOException {
        try {
            tx.commit().get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("The definition of " + id + " could not be written: " + e.getCause().getMessage(), e);
        }
    }

    private static IOException interrupted(final InterruptedException cause) {
        Thread.currentThread().interrupt();
        final var interrupted = new InterruptedIOException("Interrupted; the datastore may still do it");
        interrupted.initCause(cause);
        return interrupted;
    }

    @Deactivate
    @Override
    public void close() {
        registration.close();
    }
}
