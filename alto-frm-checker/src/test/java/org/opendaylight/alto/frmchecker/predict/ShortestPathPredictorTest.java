/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.frmchecker.predict.Triangle.H1_TO_H2;
import static org.opendaylight.alto.frmchecker.predict.Triangle.topology;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;

class ShortestPathPredictorTest {
    private final ShortestPathPredictor predictor = new ShortestPathPredictor();

    private Optional<String> way(final String from, final String to, final Topology topology) {
        return predictor.predict(H1_TO_H2, SwitchPort.parse(from), SwitchPort.parse(to), topology)
            .map(Triangle::way);
    }

    @Test
    void fewestSwitchesAreExpected() {
        assertEquals(Optional.of("1:1>2 2:3>1"), way("openflow:1:1", "openflow:2:1", topology()));
        assertEquals(Optional.of("1:1>3 3:2>3 2:2>1"), way("openflow:1:1", "openflow:2:1", topology("openflow:1:2")));
        assertEquals(Optional.of("1:1>2"), way("openflow:1:1", "openflow:1:2", topology()));
    }

    @Test
    void nothingIsExpectedWhereNoLinkLeads() {
        assertEquals(Optional.empty(),
            way("openflow:1:1", "openflow:2:1", topology("openflow:1:2", "openflow:1:3")));
        assertEquals(Optional.empty(), way("openflow:1:1", "openflow:2:9", topology()));
        assertEquals(Optional.empty(), way("openflow:9:1", "openflow:2:1", topology()));
        assertEquals(Optional.empty(), way("openflow:1:1", "openflow:1:1", topology()));
    }

    @Test
    void ofTwoPathsThatAreAsShortItIsThatOfTheLowestPort() {
        // 1 reaches 4 over 3 by its port 2 and over 2 by its port 3
        final var links = new HashMap<SwitchPort, SwitchPort>();
        cable(links, "openflow:1:3", "openflow:2:1");
        cable(links, "openflow:1:2", "openflow:3:1");
        cable(links, "openflow:2:2", "openflow:4:2");
        cable(links, "openflow:3:2", "openflow:4:3");
        assertEquals(Optional.of("1:1>2 3:1>2 4:3>1"), way("openflow:1:1", "openflow:4:1", network(4, 4, links)));
    }

    private static void cable(final Map<SwitchPort, SwitchPort> links, final String one, final String other) {
        links.put(SwitchPort.parse(one), SwitchPort.parse(other));
        links.put(SwitchPort.parse(other), SwitchPort.parse(one));
    }

    private static Topology network(final int switches, final int portsEach, final Map<SwitchPort, SwitchPort> links) {
        final var ports = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        for (int id = 1; id <= switches; id++) {
            for (int port = 1; port <= portsEach; port++) {
                ports.computeIfAbsent(new SwitchId(id), key -> new TreeSet<>()).add(new SwitchPort(new SwitchId(id),
                    port));
            }
        }
        return Topology.of(ports, links);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pathsOfRandomNetworksFollowLinksAndNoneIsShorter(final long seed) {
        final var random = new Random(seed);
        final int switches = 2 + random.nextInt(12);
        final var links = new HashMap<SwitchPort, SwitchPort>();
        for (int i = 0; i < 2 * switches; i++) {
            links.put(new SwitchPort(new SwitchId(1 + random.nextInt(switches)), 2 + random.nextInt(5)),
                new SwitchPort(new SwitchId(1 + random.nextInt(switches)), 2 + random.nextInt(5)));
        }
        final var topology = network(switches, 6, links);
        for (int from = 1; from <= switches; from++) {
            final var distances = distancesFrom(new SwitchId(from), topology);
            for (int to = 1; to <= switches; to++) {
                final var start = new SwitchPort(new SwitchId(from), 1);
                final var end = new SwitchPort(new SwitchId(to), to == from ? 2 : 1);
                final var hops = predictor.predict(H1_TO_H2, start, end, topology);
                assertEquals(Optional.ofNullable(distances.get(end.switchId())).map(distance -> distance + 1),
                    hops.map(list -> list.size()), "seed " + seed + " " + start + " to " + end);
                hops.ifPresent(list -> {
                    for (int i = 1; i < list.size(); i++) {
                        final var before = list.get(i - 1);
                        assertEquals(new SwitchPort(list.get(i).switchId(), list.get(i).inPort()), topology.links()
                            .get(new SwitchPort(before.switchId(), before.outPort().getAsLong())));
                    }
                });
            }
        }
    }

    /** Counts links, in another way than the code does. */
    private static Map<SwitchId, Integer> distancesFrom(final SwitchId start, final Topology topology) {
        final var distances = new HashMap<>(Map.of(start, 0));
        final var queue = new ArrayDeque<>(distances.keySet());
        while (!queue.isEmpty()) {
            final var here = queue.remove();
            topology.links().forEach((from, to) -> {
                if (from.switchId().equals(here) && !distances.containsKey(to.switchId())) {
                    distances.put(to.switchId(), distances.get(here) + 1);
                    queue.add(to.switchId());
                }
            });
        }
        return distances;
    }

    @Test
    void anotherTopologyIsAnotherAnswer() {
        way("openflow:1:1", "openflow:2:1", topology());
        assertTrue(way("openflow:1:1", "openflow:2:1", topology("openflow:1:2")).orElseThrow().contains("3:2>3"));
        assertEquals(Optional.of("1:1>2 2:3>1"), way("openflow:1:1", "openflow:2:1", topology()));
    }
}
