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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * What an operator wants of the maps that are computed from the network, and how they are. A definition comes from a
 * file of the controller or from the configuration datastore. Published by the auto-map, on every cluster member.
 *
 * <p>May be called from any thread. The methods that change something block until the datastore has committed, so they
 * are not for its threads.
 */
public interface AutoMaps {
    /** The origin of a map that is defined in the configuration datastore. */
    String DATASTORE = "datastore";

    /** What is computed. */
    enum Kind {
        /** A network map. */
        NETWORK_MAP,
        /** A cost map. */
        COST_MAP
    }

    /**
     * A map that is wanted.
     *
     * @param id its name
     * @param kind what it is
     * @param summary what is computed and how, in a few words, such as {@code nearest-alg by hopcount, 3 PIDs}
     * @param json its definition as a file has it, indented, without a line end
     * @param origin who defined it: {@link #DATASTORE}, or the name of a file
     * @param problem what an operator should put right, a sentence without a full stop; empty if it is fine
     * @param status how it was last computed; empty if it was not
     */
    record Wanted(ResourceId id, Kind kind, String summary, String json, String origin, Optional<String> problem,
            Optional<Status> status) {
    }

    /**
     * How a map was last computed.
     *
     * @param computed when
     * @param took how long it took
     * @param reason why, in a few words
     * @param changedParts how many parts were computed anew
     * @param parts how many parts the map has
     * @param errorBound how far a cost may be from that over all pairs of hosts, in the unit of the cost; empty if no
     *     pairs were drawn at random
     * @param sampledPairs how many pairs of hosts were drawn at random; 0 if all counted
     */
    record Status(Instant computed, Duration took, String reason, long changedParts, long parts,
            OptionalDouble errorBound, long sampledPairs) {
    }

    /**
     * What storing a definition has done.
     *
     * @param id the name of the map
     * @param kind what it is
     * @param replaced whether the datastore had a definition of this name
     * @param changed false if the datastore had exactly this definition
     * @param warnings what the operator should know though it is stored, a sentence each
     */
    record Stored(ResourceId id, Kind kind, boolean replaced, boolean changed, List<String> warnings) {
        public Stored {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Returns all maps that are wanted. Never blocks.
     *
     * @return the maps in the order of their names
     */
    List<Wanted> maps();

    /**
     * Returns what is wrong with definitions that make no map. Never blocks.
     *
     * @return sentences without a full stop, by the file or the place of the datastore that has the definition
     */
    SortedMap<String, String> problems();

    /**
     * Stores a definition in the configuration datastore, in the place of the one of the same name if it has one.
     *
     * @param json a network map's or a cost map's definition, as a file has it
     * @param checkOnly whether to change nothing
     * @return what was done, or would be
     * @throws InvalidMapException if the text is wrong; names the field
     * @throws IOException if the datastore refuses
     */
    Stored put(String json, boolean checkOnly) throws IOException;

    /**
     * Removes a definition from the configuration datastore.
     *
     * @param id its name
     * @return what it was
     * @throws IllegalArgumentException if the datastore has no such definition; says where it is, if it is in a file
     * @throws IOException if the datastore refuses
     */
    Kind remove(ResourceId id) throws IOException;
}
