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

import com.google.common.collect.ImmutableSortedMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the values of a cost metric are obtained (RFC 9439, section 3.1).
 *
 * @param source where they come from
 * @param parameters what else a client may want to know, by name; may be empty
 */
public record CostContext(Source source, Map<String, String> parameters) {
    /** What a client assumes if nothing is said. */
    public static final CostContext ESTIMATION = new CostContext(Source.ESTIMATION, Map.of());

    /** Where values come from. */
    public enum Source {
        /** Devices are configured so. */
        NOMINAL,
        /** A service-level agreement says so. */
        SLA,
        /** They are measured, or computed of what was measured. */
        ESTIMATION;

        /**
         * Reads what {@link #toString()} writes.
         *
         * @param text maybe the name of a source
         * @return the source; empty if there is none of this name
         */
        public static Optional<Source> tryParse(final String text) {
            for (final var each : values()) {
                if (each.toString().equals(text)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }

        /** Returns the name in the registry of cost sources (RFC 9439, section 8). */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CostContext {
        parameters = ImmutableSortedMap.copyOf(parameters);
    }
}
