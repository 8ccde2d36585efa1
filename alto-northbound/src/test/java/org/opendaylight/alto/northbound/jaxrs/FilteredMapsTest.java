/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.mdsal.TestServer;

/** Parts of maps (RFC 7285, section 11.3; RFC 8189, section 4.1), by HTTP. */
class FilteredMapsTest {
    private static final String NETWORK_MAP = "/alto/networkmap/my-default-network-map";
    private static final String FILTERED = NETWORK_MAP + "/filtered";
    private static final String FILTERED_COSTS = NETWORK_MAP + "/filtered-costs";
    private static final String ROUTINGCOST = "{'cost-mode':'numerical','cost-metric':'routingcost'}";
    private static final String SHOESIZE = "{'cost-mode':'numerical','cost-metric':'shoesize'}";
    private static final String SCENERY = "{'cost-mode':'numerical','cost-metric':'sceneryrate'}";

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** Publishes the maps of RFC 8189, section 5. */
    @BeforeEach
    void publish() {
        server.publish(builder().build());
    }

    private static CatalogBuilder builder() {
        final var builder = new CatalogBuilder(ResourceCatalog.EMPTY);
        builder.addNetworkMap(Fixtures.NETWORK_VTAG.resourceId(), ResourceCatalog.OPERATOR, Fixtures.NETWORK_MAP);
        addCosts(builder, "routingcost", "1 4 10; 15 1 -; 20 - 1");
        addCosts(builder, "shoesize", "0 3 2; 5 0 9; 12 1 0");
        addCosts(builder, "sceneryrate", "16 7 19; 5 8 4; 3 2 19");
        return builder;
    }

    /** Adds a cost map between PID1, PID2 and PID3; a dash is no cost. */
    private static void addCosts(final CatalogBuilder builder, final String metric, final String table) {
        final var rows = new TreeMap<Pid, CostRow>();
        for (var row : table.split("; ")) {
            final var costs = row.split(" ");
            rows.put(new Pid("PID" + (rows.size() + 1)), CostRow.ofNumbers(IntStream.range(0, costs.length).boxed()
                .filter(i -> !costs[i].equals("-"))
                .collect(Collectors.toMap(i -> new Pid("PID" + (i + 1)), i -> Double.valueOf(costs[i])))));
        }
        builder.addCostMap(new ResourceId(metric), ResourceCatalog.OPERATOR, Fixtures.NETWORK_VTAG.resourceId(),
            Optional.empty(), CostType.numerical(new CostMetric(metric)), rows);
    }

    private static HttpResponse<String> post(final String path, final String accepts, final String body)
            throws Exception {
        return server.post(path, accepts, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static void assertBody(final int status, final String mediaType, final String body,
            final HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(List.of(mediaType), answer.headers().allValues("Content-Type"));
        assertEquals(Fixtures.json(body.replace('\'', '"')), Fixtures.json(answer.body()));
    }

    private static void assertPids(final String pids, final String request) throws Exception {
        final var answer = post(FILTERED, MediaTypes.NETWORK_MAP_FILTER, request);
        assertBody(200, MediaTypes.NETWORK_MAP, "{'meta':{'vtag':{'resource-id':'my-default-network-map','tag':'"
            + Fixtures.TAG + "'}},'network-map':" + pids + "}", answer);
        assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
    }

    private static void assertCosts(final String types, final String costs, final String request) throws Exception {
        final var answer = post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER, request);
        assertBody(200, MediaTypes.COST_MAP, "{'meta':{'dependent-vtags':[{'resource-id':'my-default-network-map',"
            + "'tag':'" + Fixtures.TAG + "'}]," + types + "},'cost-map':" + costs + "}", answer);
        assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
    }

    private static String one(final String type) {
        return "'cost-type':" + type;
    }

    private static String multi(final String... types) {
        return "'multi-cost-types':[" + String.join(",", types) + "]";
    }

    @Test
    @DisplayName("M-7285-33, M-7285-34: RFC 7285, section 11.3.1.7")
    void partOfANetworkMap() throws Exception {
        assertPids("""
            {'PID1':{'ipv4':['192.0.2.0/24','198.51.100.0/25']},'PID2':{'ipv4':['198.51.100.128/25']}}""",
            "{'pids':['PID1','PID2']}");
    }

    @ParameterizedTest
    @DisplayName("M-7285-33: no PIDs and no address types mean all; duplicates count once; the unknown is ignored")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'PID3':{'ipv4':['0.0.0.0/0'],'ipv6':['::/0']}} | {'pids':['PID3','PID3','PID4','pid3','','?']}",
        "{'PID3':{'ipv4':['0.0.0.0/0'],'ipv6':['::/0']}} | {'pids':['PID3'],'address-types':[],'x':1}",
        "{'PID3':{'ipv6':['::/0']}}                      | {'pids':['PID3'],'address-types':['ipv6','mac','ipv6']}",
        "{'PID1':{},'PID2':{},'PID3':{'ipv6':['::/0']}}  | {'pids':[],'address-types':['ipv6']}",
        "{'PID2':{}}                                     | {'pids':['PID2'],'address-types':['mac']}",
        "{}                                              | {'pids':['PID4']}" })
    void namesOfANetworkMap(final String pids, final String request) throws Exception {
        assertPids(pids, request);
    }

    @Test
    @DisplayName("M-7285-33: everything is the whole map, byte for byte")
    void everythingIsTheWholeMap() throws Exception {
        assertEquals(server.get(NETWORK_MAP).body(),
            post(FILTERED, MediaTypes.NETWORK_MAP_FILTER, "{'pids':[]}").body());
        assertEquals(server.get("/alto/costmap/routingcost").body(),
            post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER, "{" + one(ROUTINGCOST) + "}").body());
    }

    @ParameterizedTest
    @DisplayName("M-7285-35, M-7285-10, M-7285-13: errors of requests for parts of network maps")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | E_MISSING_FIELD | pids |",
        "{'address-types':['ipv4']} | E_MISSING_FIELD | pids |",
        "{'pids':'PID1'} | E_INVALID_FIELD_TYPE | pids |",
        "{'pids':[['PID1']]} | E_INVALID_FIELD_VALUE | pids | [\"PID1\"]",
        "{'pids':[],'address-types':'ipv4'} | E_INVALID_FIELD_TYPE | address-types |",
        "{'pids':[],'address-types':[4]} | E_INVALID_FIELD_VALUE | address-types | 4" })
    void invalidRequestsForPartsOfNetworkMaps(final String body, final String code, final String field,
            final String value) throws Exception {
        final var answer = post(FILTERED, MediaTypes.NETWORK_MAP_FILTER, body);
        assertEquals(400, answer.statusCode());
        final var meta = Fixtures.json(answer.body()).path("meta");
        assertEquals(code, meta.path("code").textValue());
        assertEquals(field, meta.path("field").textValue());
        assertEquals(value, meta.path("value").textValue());
    }

    @Test
    @DisplayName("M-7285-45: RFC 7285, section 11.3.2.7")
    void partOfACostMap() throws Exception {
        assertCosts(one(ROUTINGCOST), "{'PID1':{'PID1':1,'PID2':4,'PID3':10}}", """
            {'cost-type':{'cost-mode':'numerical','cost-metric':'routingcost','description':3},
             'pids':{'srcs':['PID1'],'dsts':['PID1','PID2','PID3']}}""");
    }

    @ParameterizedTest
    @DisplayName("M-7285-45: no PIDs mean all; duplicates count once; the unknown is ignored; a pair may have no cost")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'PID1':{'PID3':10},'PID3':{'PID3':1}}           | 'pids':{'srcs':[],'dsts':['PID3','PID3']}",
        "{'PID3':{'PID1':20,'PID3':1}}                    | 'pids':{'srcs':['x','PID3','PID3'],'dsts':[]}",
        "{'PID2':{'PID1':15}}                             | 'pids':{'srcs':['PID2'],'dsts':['PID3','','PID1']}",
        "{}                                               | 'pids':{'srcs':['PID2'],'dsts':['PID3']}",
        "{}                                               | 'pids':{'srcs':['x'],'dsts':[]}",
        "{'PID1':{'PID2':4},'PID2':{'PID1':15}}           | 'constraints':['ge 4','lt 20','gt 1','le 15','ge 2']"
            + ",'pids':{'srcs':[],'dsts':['PID1','PID2']}",
        "{'PID3':{'PID1':20}}                             | 'constraints':['eq 20']",
        "{'PID1':{'PID1':1},'PID2':{'PID2':1},'PID3':{'PID3':1}} | 'constraints':['[0] le 1']" })
    void namesAndConstraintsOfACostMap(final String costs, final String rest) throws Exception {
        assertCosts(one(ROUTINGCOST), costs, "{" + one(ROUTINGCOST) + "," + rest + "}");
    }

    @Test
    @DisplayName("M-7285-42: ranks are those among the pairs of the request, and constraints are about them")
    void ranks() throws Exception {
        final var ordinal = "{'cost-mode':'ordinal','cost-metric':'routingcost'}";
        assertCosts(one(ordinal), "{'PID1':{'PID1':1,'PID2':2},'PID2':{'PID1':3,'PID2':1}}",
            "{" + one(ordinal) + ",'pids':{'srcs':['PID1','PID2'],'dsts':['PID1','PID2']}}");
        assertCosts(one(ordinal), "{'PID1':{'PID1':1,'PID2':2}}",
            "{" + one(ordinal) + ",'constraints':['le 2'],'pids':{'srcs':['PID1','PID3'],'dsts':['PID1','PID2']}}");
    }

    @Test
    @DisplayName("M-8189-01, M-8189-03: RFC 8189, section 5.2")
    void severalCostTypes() throws Exception {
        assertCosts(one("{}") + "," + multi(ROUTINGCOST, SHOESIZE), """
            {'PID1':{'PID1':[1,0],'PID2':[4,3],'PID3':[10,2]},
             'PID2':{'PID1':[15,5],'PID2':[1,0],'PID3':[null,9]},
             'PID3':{'PID1':[20,12],'PID2':[null,1],'PID3':[1,0]}}""",
            "{" + multi(ROUTINGCOST, SHOESIZE) + ",'pids':{'srcs':[],'dsts':[]}}");
        assertCosts(one("{}") + "," + multi(SHOESIZE), "{'PID1':{'PID2':[3]}}",
            "{" + multi(SHOESIZE) + ",'pids':{'srcs':['PID1'],'dsts':['PID2']}}");
    }

    @Test
    @DisplayName("M-8189-07, M-8189-05: RFC 8189, section 5.3, with the costs of section 5.2")
    void orConstraints() throws Exception {
        assertCosts(one("{}") + "," + multi(ROUTINGCOST, SHOESIZE),
            "{'PID1':{'PID1':[1,0],'PID3':[10,2]},'PID2':{'PID2':[1,0]}}",
            "{" + multi(ROUTINGCOST, SHOESIZE) + """
                ,'or-constraints':[['[0] ge 5','[0] le 10'],['[1] eq 0']],
                 'pids':{'srcs':['PID1','PID2'],'dsts':['PID1','PID2','PID3']}}""");
    }

    @Test
    @DisplayName("M-8189-05, M-8189-07: RFC 8189, section 5.4")
    void orConstraintsOfOneCostType() throws Exception {
        assertCosts(one(ROUTINGCOST), "{'PID1':{'PID1':1,'PID3':10},'PID2':{'PID2':1},'PID3':{'PID3':1}}",
            "{" + one(ROUTINGCOST) + ",'testable-cost-types':[" + ROUTINGCOST + "," + SHOESIZE + """
                ],'or-constraints':[['[0] le 10','[1] le 2'],['[0] le 3','[1] le 6']],
                 'pids':{'srcs':[],'dsts':[]}}""");
    }

    @Test
    @DisplayName("M-8189-05: RFC 8189, section 5.5")
    void constraintsOnACostTypeThatIsNotAskedFor() throws Exception {
        assertCosts(one("{}") + "," + multi(ROUTINGCOST, SCENERY),
            "{'PID1':{'PID1':[1,16],'PID3':[10,19]},'PID2':{'PID2':[1,8]},'PID3':{'PID3':[1,19]}}",
            "{" + multi(ROUTINGCOST, SCENERY) + ",'testable-cost-types':[" + ROUTINGCOST + "," + SHOESIZE + """
                ],'or-constraints':[['[0] le 10','[1] le 2'],['[0] le 3','[1] le 6']],
                 'pids':{'srcs':[],'dsts':[]}}""");
    }

    @Test
    @DisplayName("M-8189-05: constraints are about the first cost type if they do not say of which, and need its cost")
    void constraintsAreAboutTheFirstCostType() throws Exception {
        assertCosts(one("{}") + "," + multi(SHOESIZE, ROUTINGCOST),
            "{'PID2':{'PID3':[9,null]},'PID3':{'PID1':[12,20]}}",
            "{" + multi(SHOESIZE, ROUTINGCOST) + ",'constraints':['gt 5']}");
        assertCosts(one("{}") + "," + multi(SHOESIZE, ROUTINGCOST), "{'PID3':{'PID1':[12,20]}}",
            "{" + multi(SHOESIZE, ROUTINGCOST) + ",'constraints':['gt 5','[1] ge 0']}");
    }

    @ParameterizedTest
    @DisplayName("M-7285-43, M-7285-45, M-8189-01, M-8189-02, M-8189-07: errors of requests for parts of cost maps")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | E_MISSING_FIELD | cost-type |",
        "{'cost-type':3} | E_INVALID_FIELD_TYPE | cost-type |",
        "{'cost-type':{}} | E_MISSING_FIELD | cost-type/cost-metric |",
        "{'cost-type':{'cost-metric':'x','cost-mode':'numerical'}} | E_INVALID_FIELD_VALUE | cost-type/cost-metric | x",
        "{'cost-type':{'cost-metric':'shoesize','cost-mode':'array'}} | E_INVALID_FIELD_VALUE | cost-type/cost-mode "
            + "| array",
        "{T,'constraints':'le 3'} | E_INVALID_FIELD_TYPE | constraints |",
        "{T,'constraints':['le 3','about 3']} | E_INVALID_FIELD_VALUE | constraints | about 3",
        "{T,'constraints':['[1] le 3']} | E_INVALID_FIELD_VALUE | constraints | [1] le 3",
        "{T,'constraints':['[-1] le 3']} | E_INVALID_FIELD_VALUE | constraints | [-1] le 3",
        "{T,'constraints':['[99999999999] le 3']} | E_INVALID_FIELD_VALUE | constraints | [99999999999] le 3",
        "{T,'pids':[]} | E_INVALID_FIELD_TYPE | pids |",
        "{T,'pids':{'dsts':[]}} | E_MISSING_FIELD | pids/srcs |",
        "{T,'pids':{'srcs':[]}} | E_MISSING_FIELD | pids/dsts |",
        "{T,'pids':{'srcs':'PID1','dsts':[]}} | E_INVALID_FIELD_TYPE | pids/srcs |",
        "{T,'pids':{'srcs':[],'dsts':[1]}} | E_INVALID_FIELD_VALUE | pids/dsts | 1",
        "{T,'multi-cost-types':[R]} | E_INVALID_FIELD_VALUE | cost-type | R",
        "{'multi-cost-types':[]} | E_INVALID_FIELD_VALUE | multi-cost-types | []",
        "{'multi-cost-types':{}} | E_INVALID_FIELD_TYPE | multi-cost-types |",
        "{'multi-cost-types':[R,3]} | E_INVALID_FIELD_VALUE | multi-cost-types | 3",
        "{'multi-cost-types':[R,R,R,R,R,R,R]} | E_INVALID_FIELD_VALUE | multi-cost-types | [R,R,R,R,R,R,R]",
        "{'multi-cost-types':[R,{'cost-metric':'x','cost-mode':'numerical'}]} | E_INVALID_FIELD_VALUE "
            + "| multi-cost-types/1/cost-metric | x",
        "{T,'testable-cost-types':[]} | E_INVALID_FIELD_VALUE | testable-cost-types | []",
        "{T,'testable-cost-types':[R,{'cost-metric':'x'}]} | E_MISSING_FIELD | testable-cost-types/1/cost-mode |",
        "{T,'testable-cost-types':[R],'constraints':['[1] le 3']} | E_INVALID_FIELD_VALUE | constraints | [1] le 3",
        "{T,'constraints':[],'or-constraints':[['le 3']]} | E_INVALID_FIELD_VALUE | or-constraints | [['le 3']]",
        "{T,'or-constraints':[]} | E_INVALID_FIELD_VALUE | or-constraints | []",
        "{T,'or-constraints':[['le 3'],[]]} | E_INVALID_FIELD_VALUE | or-constraints | []",
        "{T,'or-constraints':['le 3']} | E_INVALID_FIELD_VALUE | or-constraints | 'le 3'",
        "{T,'or-constraints':{}} | E_INVALID_FIELD_TYPE | or-constraints |",
        "{T,'or-constraints':[['le 3'],['ge 1','x']]} | E_INVALID_FIELD_VALUE | or-constraints/1 | x",
        "{T,'or-constraints':[['le 3'],['ge 1',null]]} | E_INVALID_FIELD_VALUE | or-constraints/1 | null" })
    void invalidRequestsForPartsOfCostMaps(final String body, final String code, final String field,
            final String value) throws Exception {
        final var answer = post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER,
            body.replace("T", one(ROUTINGCOST)).replace("R", ROUTINGCOST));
        assertEquals(400, answer.statusCode(), answer::body);
        final var meta = Fixtures.json(answer.body()).path("meta");
        assertEquals(code, meta.path("code").textValue());
        assertEquals(field, meta.path("field").textValue());
        assertEquals(value == null ? null : value.replace("R", ROUTINGCOST).replace('\'', '"'),
            meta.path("value").textValue());
    }

    @Test
    @DisplayName("M-7285-44: costs that are no numbers are told as they are, and pass no constraint")
    void costsThatAreNoNumbers() throws Exception {
        final var builder = builder();
        builder.addCostMap(new ResourceId("colours"), ResourceCatalog.OPERATOR, Fixtures.NETWORK_VTAG.resourceId(),
            Optional.empty(), new CostType(new CostMetric("priv:colour"), new CostMode("array")),
            new TreeMap<>(Map.of(new Pid("PID1"), CostRow.of(Map.of(new Pid("PID2"), new CostValue.Json("[1,\"a\"]"),
                new Pid("PID3"), new CostValue.Number(2))))));
        server.publish(builder.build());
        final var colour = "{'cost-mode':'array','cost-metric':'priv:colour'}";
        assertCosts(one(colour), "{'PID1':{'PID2':[1,'a'],'PID3':2}}", "{" + one(colour) + "}");
        assertCosts(one(colour), "{'PID1':{'PID3':2}}", "{" + one(colour) + ",'constraints':['ge 0']}");
        assertCosts(one("{}") + "," + multi(ROUTINGCOST, colour), "{'PID1':{'PID2':[4,[1,'a']]}}",
            "{" + multi(ROUTINGCOST, colour) + ",'pids':{'srcs':['PID1'],'dsts':['PID2']}}");
    }

    @Test
    @DisplayName("M-7285-46: an answer is about the maps of the moment")
    void answersFollowTheMaps() throws Exception {
        final var builder = new CatalogBuilder(builder().build());
        final var map = NetworkMap.of(Map.of(new Pid("PID1"), Fixtures.prefixes("0.0.0.0/0"),
            new Pid("PID2"), Fixtures.prefixes("10.0.0.0/8"), new Pid("PID3"), Fixtures.prefixes("11.0.0.0/8")));
        builder.addNetworkMap(Fixtures.NETWORK_VTAG.resourceId(), ResourceCatalog.OPERATOR, map);
        addCosts(builder, "routingcost", "7");
        server.publish(builder.build());
        final var answer =
            Fixtures.json(post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER, "{" + one(ROUTINGCOST) + "}").body());
        assertEquals(Fixtures.json("{\"PID1\":{\"PID1\":7}}"), answer.path("cost-map"));
        assertEquals(server.get(NETWORK_MAP).headers().firstValue("ETag").orElseThrow(),
            "\"" + answer.at("/meta/dependent-vtags/0/tag").textValue() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alto/networkmap/x/filtered", "/alto/networkmap/x/filtered-costs",
        "/alto/networkmap/empty/filtered-costs", "/alto/networkmap/my-default-network-map/filtered-x" })
    void whatIsNotThereIsNotFound(final String path) throws Exception {
        final var builder = builder();
        builder.addNetworkMap(new ResourceId("empty"), "auto-map",
            NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("0.0.0.0/0"))));
        server.publish(builder.build());
        assertEquals(404, post(path, path.endsWith("costs") ? MediaTypes.COST_MAP_FILTER
            : MediaTypes.NETWORK_MAP_FILTER, "{'pids':[]}").statusCode());
    }

    @Test
    @DisplayName("M-7285-04, M-7285-05, M-7285-06, M-7285-25: methods and media types")
    void methodsAndMediaTypes() throws Exception {
        for (var path : List.of(FILTERED, FILTERED_COSTS)) {
            final var accepts = path.equals(FILTERED) ? MediaTypes.NETWORK_MAP_FILTER : MediaTypes.COST_MAP_FILTER;
            final var body = "{'pids':[]}".replace('\'', '"');
            for (var method : List.of("GET", "PUT", "DELETE")) {
                final var answer = server.send(server.request(path).method(method, BodyPublishers.noBody()));
                assertEquals(405, answer.statusCode(), method);
                assertTrue(Arrays.asList(answer.headers().firstValue("Allow").orElseThrow().split(",\\s*"))
                    .contains("POST"));
            }
            assertEquals(415, post(path, MediaTypes.ENDPOINT_COST_PARAMS, body).statusCode());
            assertEquals(415, server.post(path, null, body.getBytes(StandardCharsets.UTF_8)).statusCode());
            assertEquals(406, server.send(server.request(path).header("Content-Type", accepts)
                .header("Accept", "text/plain").POST(BodyPublishers.ofString(body))).statusCode());
            assertTrue(server.send(server.request(path).method("OPTIONS", BodyPublishers.noBody())).headers()
                .firstValue("Allow").orElseThrow().contains("POST"));
            assertEquals(413, post(path, accepts, body + " ".repeat(TestServer.MAX_REQUEST_BYTES)).statusCode());
        }
    }

    @Test
    @DisplayName("M-7285-14: a request for more costs than are allowed is refused; each cost type counts")
    void tooManyCostsAreRefused() throws Exception {
        final var builder = new CatalogBuilder(ResourceCatalog.EMPTY);
        final var pids = IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> new Pid("PID" + i),
            i -> Fixtures.prefixes(i + ".0.0.0/8")));
        pids.put(new Pid("PID10"), Fixtures.prefixes("0.0.0.0/0"));
        builder.addNetworkMap(Fixtures.NETWORK_VTAG.resourceId(), ResourceCatalog.OPERATOR, NetworkMap.of(pids));
        addCosts(builder, "routingcost", "1");
        addCosts(builder, "shoesize", "1");
        server.publish(builder.build());
        final var ten = "'pids':{'srcs':[],'dsts':['PID1','PID2','PID3','PID4','PID5','PID6','PID7','PID8','PID9']}}";
        assertEquals(200, post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER,
            "{" + one(ROUTINGCOST) + "," + ten).statusCode());
        assertEquals(413, post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER,
            "{" + multi(ROUTINGCOST, SHOESIZE) + "," + ten).statusCode());
        assertEquals(413, post(FILTERED_COSTS, MediaTypes.COST_MAP_FILTER,
            "{" + one(ROUTINGCOST) + "}").statusCode());
    }
}
