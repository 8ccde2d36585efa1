/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;

class EndpointPairsTest {
    private static Map<FlowEndpoint, String> ends(final String... names) {
        final var ends = new LinkedHashMap<FlowEndpoint, String>();
        for (var name : names) {
            ends.put(FlowEndpoint.of(IpAddr.parse(name)), name);
        }
        return ends;
    }

    private static List<String> list(final EndpointPairs pairs) {
        final var list = new ArrayList<String>();
        for (int source = 0; source < pairs.sourceNames().size(); source++) {
            for (int pair = pairs.firstOf(source); pair < pairs.firstOf(source + 1); pair++) {
                list.add(pairs.sourceNames().get(source) + " "
                    + pairs.destinationNames().get(pairs.destinationOf(pair)));
            }
        }
        return list;
    }

    @Test
    void pairsAreInTheOrderOfTheRequestAndEachIsThereOnce() {
        final var pairs = EndpointPairs.of(List.of(
            new EndpointMesh(ends("10.0.0.9", "2001:DB8::1"), ends("10.0.0.5", "10.0.0.3")),
            new EndpointMesh(ends("10.0.0.1"), ends("10.0.0.4", "10.0.0.3")),
            new EndpointMesh(ends("2001:db8:0::1", "10.0.0.9"), ends("10.0.0.3"))));
        assertEquals(List.of("10.0.0.9 10.0.0.5", "10.0.0.9 10.0.0.3", "2001:DB8::1 10.0.0.5", "2001:DB8::1 10.0.0.3",
            "10.0.0.1 10.0.0.3", "10.0.0.1 10.0.0.4"), list(pairs));
        assertEquals(6, pairs.count());
    }

    @Test
    void pairsAreExactlyThoseOfTheMeshes() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            final var meshes = new ArrayList<EndpointMesh>();
            final var expected = new HashSet<String>();
            for (int count = 1 + random.nextInt(8); count > 0; count--) {
                final var mesh = new EndpointMesh(some(random), some(random));
                meshes.add(mesh);
                mesh.sources().values().forEach(source ->
                    mesh.destinations().values().forEach(destination -> expected.add(source + " " + destination)));
            }
            final var pairs = EndpointPairs.of(meshes);
            final var found = list(pairs);
            assertEquals(expected, new HashSet<>(found), () -> "seed " + seed);
            assertEquals(expected.size(), found.size(), () -> "seed " + seed);
            for (int pair = 0; pair < pairs.count(); pair++) {
                final var flow = pairs.flows().get(pair);
                assertEquals(found.get(pair), flow.source() + " " + flow.destination(), () -> "seed " + seed);
            }
        }
    }

    private static Map<FlowEndpoint, String> some(final Random random) {
        return ends(random.ints(1 + random.nextInt(4), 1, 9).distinct().mapToObj(i -> "10.0.0." + i)
            .toArray(String[]::new));
    }
}
