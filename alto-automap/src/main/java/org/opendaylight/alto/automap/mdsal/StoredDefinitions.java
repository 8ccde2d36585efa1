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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.config.Candidate;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.service.AutoMaps;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMap;

/** What the configuration datastore says of maps, with the last good state of each entry. Not for several threads. */
final class StoredDefinitions {
    private Map<String, Candidate> current = new LinkedHashMap<>();

    /** Takes another state of the datastore. */
    void set(final @Nullable AutoMap data) {
        final var next = new LinkedHashMap<String, Candidate>();
        if (data != null) {
            data.nonnullNetworkMap().values().forEach(entry -> add(next,
                "auto-map/network-map=" + entry.requireResourceId().getValue(),
                () -> new MapDefinition.OfNetworkMap(SpecsTranslator.toSpec(entry))));
            data.nonnullCostMap().values().forEach(entry -> add(next,
                "auto-map/cost-map=" + entry.requireResourceId().getValue(),
                () -> new MapDefinition.OfCostMap(SpecsTranslator.toSpec(entry))));
        }
        current = next;
    }

    private void add(final Map<String, Candidate> next, final String place, final Supplier<MapDefinition> translation) {
        try {
            next.put(place, Candidate.good(AutoMaps.DATASTORE, place, translation.get()));
        } catch (InvalidMapException e) {
            final var before = current.get(place);
            next.put(place, before == null
                ? new Candidate(AutoMaps.DATASTORE, place, Optional.empty(), Optional.of(e.getMessage()))
                : before.spoilt(e.getMessage()));
        }
    }

    /** Returns a candidate for each entry, network maps first, as a cost map that has the name of one cannot be. */
    List<Candidate> candidates() {
        return List.copyOf(current.values());
    }
}
