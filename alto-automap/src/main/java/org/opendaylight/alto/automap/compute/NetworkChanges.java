/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

/**
 * What may have changed since maps were made last, apart from hosts and topology, which are compared.
 *
 * @param paths whether packets may take other paths
 * @param metrics whether metrics may have other values, or others may be offered
 */
public record NetworkChanges(boolean paths, boolean metrics) {
    /** Nothing changed. */
    public static final NetworkChanges NONE = new NetworkChanges(false, false);
    /** Packets may take other paths. */
    public static final NetworkChanges PATHS = new NetworkChanges(true, false);
    /** Metrics may have other values, or others may be offered. */
    public static final NetworkChanges METRICS = new NetworkChanges(false, true);
    /** Anything may have changed. */
    public static final NetworkChanges ALL = new NetworkChanges(true, true);

    /**
     * Takes two changes together.
     *
     * @param other another change
     * @return what may have changed after both
     */
    public NetworkChanges and(final NetworkChanges other) {
        return new NetworkChanges(paths || other.paths, metrics || other.metrics);
    }
}
