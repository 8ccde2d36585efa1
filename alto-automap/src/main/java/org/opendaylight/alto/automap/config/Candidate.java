/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.opendaylight.alto.automap.spec.MapDefinition;

/**
 * What is said at one place of one map.
 *
 * @param origin who says it: the name of a file, or that of the datastore
 * @param place where it is said, exactly
 * @param definition its last good state; empty if it never had one
 * @param problem what is wrong with its newest state, a sentence without a full stop; empty if that is good
 */
public record Candidate(String origin, String place, Optional<MapDefinition> definition, Optional<String> problem) {
    public Candidate {
        requireNonNull(origin);
        requireNonNull(place);
        if (definition.isEmpty() && problem.isEmpty()) {
            throw new IllegalArgumentException(place + " has neither a definition nor a problem");
        }
    }

    /**
     * Returns the same place in a good state.
     *
     * @param origin as of the record
     * @param place as of the record
     * @param definition what is said there
     * @return no problem
     */
    public static Candidate good(final String origin, final String place, final MapDefinition definition) {
        return new Candidate(origin, place, Optional.of(definition), Optional.empty());
    }

    /**
     * Returns the same place in a state that is wrong.
     *
     * @param why what is wrong
     * @return the last good definition, if there is one, with a problem
     */
    public Candidate spoilt(final String why) {
        return new Candidate(origin, place, definition, Optional.of(why));
    }
}
