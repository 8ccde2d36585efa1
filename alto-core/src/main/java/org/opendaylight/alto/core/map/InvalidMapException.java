/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/**
 * The content of a map, or of another resource, is not what RFC 7285 allows. Names the place, so that who made the map
 * finds it.
 */
public final class InvalidMapException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * Names a fault.
     *
     * @param place where it is: member names of the RFC 7285 message from the outermost in, separated by {@code /},
     *     such as {@code network-map/PID1/ipv4/3}; empty if it is in no single place
     * @param problem what is wrong there and, where it helps, what to do, as one sentence without a full stop
     */
    public InvalidMapException(final String place, final String problem) {
        super(place.isEmpty() ? problem : place + ": " + problem);
        this.place = requireNonNull(place);
    }

    /**
     * Returns where the fault is.
     *
     * @return the place, empty if it is in no single one; the message starts with it
     */
    public String place() {
        return place;
    }
}
