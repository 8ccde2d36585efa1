/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * The maps that an operator gives to the server. They are files in the form of RFC 7285 (sections 11.2.1.6 and
 * 11.2.3.6), so what the server answers can be loaded. Published by the northbound, on every cluster member.
 *
 * <p>Nothing is half applied: a method either does all and returns, or changes nothing and throws. The methods block
 * until the datastore has committed, so they are not for threads of the datastore. They may be called from any other
 * thread.
 */
public interface OperatorMaps {
    /** How to load a map. */
    enum LoadOption {
        /** If the map leaves addresses without a PID, they get a PID {@code default}. */
        ADD_DEFAULT_PID,
        /** Only check the file; change nothing. */
        CHECK_ONLY
    }

    /**
     * What loading has done.
     *
     * @param id the name of the map
     * @param replaced whether there was an operator's map of this name
     * @param changed false if the map was there already with this content
     * @param pids how many PIDs a network map has, how many source PIDs a cost map has
     * @param entries how many prefixes or costs
     * @param warnings what the operator should know though the map was loaded, a sentence each
     */
    record Loaded(ResourceId id, boolean replaced, boolean changed, int pids, int entries, List<String> warnings) {
    }

    /** A map as it is in a file. */
    sealed interface MapFile {
        /**
         * A network map.
         *
         * @param id the resource id in its {@code meta.vtag}, if it has that
         * @param map the map
         */
        record OfNetwork(Optional<ResourceId> id, NetworkMap map) implements MapFile {
        }

        /**
         * A cost map.
         *
         * @param map the map; the version of its network map is that in its {@code meta.dependent-vtags}
         */
        record OfCosts(CostMap map) implements MapFile {
        }
    }

    /**
     * Loads a network map, in the place of the operator's map of the same name if there is one.
     *
     * @param id its name; if empty, the resource id in the file's {@code meta.vtag} is
     * @param json the file; read to its end and not closed
     * @param options how to load
     * @param progress told what is being done and how far it is, from 0 to 1, or negative if that is not known; on the
     *     calling thread
     * @return what was done
     * @throws InvalidMapException if the file is wrong, or does not fit to the other resources; names the place
     * @throws IOException if the file cannot be read, or the datastore refuses
     */
    Loaded loadNetworkMap(Optional<ResourceId> id, InputStream json, Set<LoadOption> options,
        BiConsumer<String, Double> progress) throws IOException;

    /**
     * Loads a cost map, in the place of the operator's map of the same name if there is one.
     *
     * @param id its name, which the form of RFC 7285 does not have
     * @param json the file; read to its end and not closed
     * @param options how to load
     * @param progress told what is being done and how far it is, from 0 to 1, or negative if that is not known; on the
     *     calling thread
     * @return what was done
     * @throws InvalidMapException if the file is wrong, or does not fit to the other resources; names the place
     * @throws IOException if the file cannot be read, or the datastore refuses
     */
    Loaded loadCostMap(ResourceId id, InputStream json, Set<LoadOption> options, BiConsumer<String, Double> progress)
        throws IOException;

    /**
     * Reads a file without loading it.
     *
     * @param json the file; read to its end and not closed
     * @return the map
     * @throws InvalidMapException if the file is wrong; names the place
     * @throws IOException if the file cannot be read
     */
    MapFile read(InputStream json) throws IOException;

    /**
     * Writes a map that is served, an operator's or a computed one, byte for byte as a client gets it.
     *
     * @param id its name
     * @param out where to write; not closed
     * @throws IllegalArgumentException if there is no such map
     * @throws IOException if writing fails
     */
    void export(ResourceId id, OutputStream out) throws IOException;

    /**
     * Deletes operator's maps, all or none.
     *
     * @param ids their names
     * @throws IllegalArgumentException if one is not an operator's map, or a map that stays uses one; names them
     * @throws IOException if the datastore refuses
     */
    void delete(Collection<ResourceId> ids) throws IOException;
}
