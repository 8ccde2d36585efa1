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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.automap.json.DefinitionReader;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.core.map.ResourceId;

class DefinitionsOfPlacesTest {
    private static final MapDefinition SWITCHES =
        DefinitionReader.read("{\"net-map-id\": \"n\", \"net-map-grp-alg\": \"switch-alg\"}");
    private static final MapDefinition VLANS =
        DefinitionReader.read("{\"net-map-id\": \"n\", \"net-map-grp-alg\": \"vlan-alg\"}");

    private static MapDefinition costs(final String id, final String networkMap) {
        return DefinitionReader.read("{\"cost-map-id\": \"" + id + "\", \"uses\": [\"" + networkMap + "\"], "
            + "\"cost-type\": {\"cost-mode\": \"numerical\", \"cost-metric\": \"hopcount\"}}");
    }

    private static Candidate file(final String name, final MapDefinition definition) {
        return Candidate.good(name, name, definition);
    }

    private static Map<String, MapDefinition> winners(final Definitions definitions) {
        final var winners = new TreeMap<String, MapDefinition>();
        definitions.maps().forEach((id, defined) -> winners.put(id + " " + defined.origin(), defined.definition()));
        return winners;
    }

    @Test
    void allPlacesTogether() {
        final var costs = costs("c", "n");
        final var definitions = Definitions.of(List.of(file("a.json", SWITCHES), file("b.json", costs)));
        assertEquals(Map.of("n a.json", SWITCHES, "c b.json", costs), winners(definitions));
        assertEquals(Map.of(), definitions.complaints());
        assertEquals(Map.of(new ResourceId("n"), ((MapDefinition.OfNetworkMap) SWITCHES).spec()),
            definitions.specs().networkMaps());
        assertEquals(Map.of(new ResourceId("c"), ((MapDefinition.OfCostMap) costs).spec()),
            definitions.specs().costMaps());
    }

    @Test
    void firstOfTwoPlacesWins() {
        final var definitions = Definitions.of(List.of(
            Candidate.good("datastore", "auto-map/network-map=n", VLANS), file("a.json", SWITCHES),
            file("b.json", costs("n", "m")).spoilt("x")));
        assertEquals(Map.of("n datastore", VLANS), winners(definitions));
        assertEquals(Map.of(
            "a.json", "it has no effect, as auto-map/network-map=n defines a map n, too, and goes first; remove one of "
                + "the two",
            "b.json", "it has no effect, as auto-map/network-map=n defines a map n, too, and goes first; remove one of "
                + "the two; and x"), definitions.problems());
        assertEquals(definitions.problems(), definitions.complaints());
    }

    @Test
    void spoiltPlaceKeepsItsLastGoodState() {
        final var definitions = Definitions.of(List.of(file("a.json", SWITCHES).spoilt("net-map-id: why"),
            new Candidate("b.json", "b.json", Optional.empty(), Optional.of("never good"))));
        assertEquals(Map.of("n a.json", SWITCHES), winners(definitions));
        assertEquals(Map.of("b.json", "never good"), definitions.problems());
        assertEquals(Map.of("a.json", "net-map-id: why; its last good state is in use", "b.json", "never good"),
            definitions.complaints());
    }

    @Test
    void costMapNeedsANetworkMap() {
        final var definitions = Definitions.of(List.of(file("a.json", costs("c", "n")),
            file("b.json", costs("d", "c")).spoilt("bad")));
        assertEquals(2, definitions.specs().costMaps().size());
        final var problem = "uses: no network map %s is defined, so the costs are not computed; define it, or name "
            + "another one";
        assertEquals(Map.of("a.json", problem.formatted("n"),
            "b.json", "bad; its last good state is in use; and " + problem.formatted("c")), definitions.complaints());
    }

    @Test
    void placeSaysSomething() {
        assertThrows(IllegalArgumentException.class,
            () -> new Candidate("a", "a", Optional.empty(), Optional.empty()));
    }
}
