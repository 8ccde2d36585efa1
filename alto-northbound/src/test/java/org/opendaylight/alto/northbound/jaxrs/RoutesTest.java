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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.EndpointCosts;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.catalog.EndpointCostOffer;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.mdsal.TestServer;

/** Every route, by HTTP. */
class RoutesTest {
    private static final String NETWORK_MAP = "/alto/networkmap/my-default-network-map";
    private static final String COST_MAP = "/alto/costmap/numerical-routing-cost-map";
    private static final String ENDPOINT_COST = "/alto/endpointcost";
    private static final String ENDPOINT_PROP = "/alto/endpointprop";

    private static TestServer server;

    /** Costs 1, 2, 3... by the order of destinations, and nothing to 203.0.113.99. */
    private static final class FakeEndpointCosts implements EndpointCostService, EndpointCostService.Snapshot {
        @Override
        public SortedSet<CostType> costTypes() {
            return new TreeSet<>(Set.of(Fixtures.ROUTINGCOST, Fixtures.HOPCOUNT));
        }

        @Override
        public Optional<CostContext> context(final CostMetric metric) {
            return Optional.empty();
        }

        @Override
        public Snapshot snapshot() {
            return this;
        }

        @Override
        public EndpointCosts costs(final CostType type, final List<IpAddr> sources, final List<IpAddr> destinations) {
            final int unreachable = destinations.indexOf(IpAddr.parse("203.0.113.99"));
            final var row = IntStream.range(0, destinations.size())
                .mapToDouble(index -> index == unreachable ? Double.NaN : index + 1).toArray();
            return EndpointCosts.ofRows(Collections.nCopies(sources.size(), row).toArray(double[][]::new));
        }

        @Override
        public List<OptionalDouble> costs(final CostType type, final List<PathQuery> flows) {
            return flows.stream().map(flow -> OptionalDouble.of(flow.destinationPort().orElse(1))).toList();
        }
    }

    private final EndpointCostService endpointCosts = new FakeEndpointCosts();

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void publish() {
        server.publish(Fixtures.catalog());
        server.bind(endpointCosts);
    }

    private static void assertAnswer(final int status, final String mediaType, final String body,
            final HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(List.of(mediaType), answer.headers().allValues("Content-Type"));
        assertEquals(Fixtures.json(body.replace('\'', '"')), Fixtures.json(answer.body()));
        assertEquals(List.of(Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length)),
            answer.headers().allValues("Content-Length"));
    }

    private static void assertProblem(final int status, final String title, final HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(List.of(MediaTypes.PROBLEM), answer.headers().allValues("Content-Type"));
        final var body = Fixtures.json(answer.body());
        assertEquals(title, body.path("title").textValue());
        assertEquals(status, body.path("status").intValue());
    }

    @Test
    @DisplayName("M-7285-62: who leaves out its address asks for itself, also through a proxy that is trusted")
    void ownAddress() throws Exception {
        final var request = """
            {"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"},
             "endpoints":{"srcs":[],"dsts":["ipv4:203.0.113.7"]}}""";
        assertTrue(server.post(request).body().contains("\"ipv4:127.0.0.1\":{"));
        final var passedOn = server.request("/alto/endpointcost").POST(BodyPublishers.ofString(request))
            .header("Content-Type", MediaTypes.ENDPOINT_COST_PARAMS);
        passedOn.header("X-Forwarded-For", "192.0.2.99, 192.0.2.7, 198.51.100.1");
        assertTrue(server.send(passedOn).body().contains("\"ipv4:192.0.2.7\":{"));
        passedOn.header("Forwarded", "for=192.0.2.7;proto=http").header("Forwarded", "for=198.51.100.2");
        assertTrue(server.send(passedOn).body().contains("\"ipv4:192.0.2.7\":{"));
        passedOn.setHeader("Forwarded", "for=192.0.2.8");
        assertTrue(server.send(passedOn).body().contains("\"ipv4:127.0.0.1\":{"));
    }

    private static HttpResponse<byte[]> fetch(final HttpRequest.Builder request, final String accepted)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.setHeader("Accept-Encoding", accepted).build(), BodyHandlers.ofByteArray());
        }
    }

    private static byte[] unzipped(final byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @DisplayName("RFC 9110, sections 8.8.3.3 and 12.5.3: the same bytes compressed, under a weak entity tag")
    @ValueSource(strings = {
        "/alto", "/alto/networkmap/my-default-network-map", "/alto/costmap/numerical-hopcount-cost-map" })
    void compressed(final String path) throws Exception {
        final var plain = fetch(server.request(path), "identity");
        final var zipped = fetch(server.request(path), "gzip, deflate, br");
        assertEquals(List.of(), plain.headers().allValues("Content-Encoding"));
        assertEquals(List.of("gzip"), zipped.headers().allValues("Content-Encoding"));
        assertArrayEquals(plain.body(), unzipped(zipped.body()));
        assertEquals(plain.headers().allValues("Content-Type"), zipped.headers().allValues("Content-Type"));
        assertEquals(List.of(Integer.toString(zipped.body().length)), zipped.headers().allValues("Content-Length"));
        final var tag = plain.headers().firstValue("ETag").orElseThrow();
        assertEquals(Optional.of("W/" + tag), zipped.headers().firstValue("ETag"));
        for (var answer : List.of(plain, zipped)) {
            assertEquals(List.of("Accept-Encoding"), answer.headers().allValues("Vary"));
        }
        for (var known : List.of(tag, "W/" + tag)) {
            for (var accepted : List.of("identity", "gzip")) {
                final var unchanged = fetch(server.request(path).header("If-None-Match", known), accepted);
                assertEquals(304, unchanged.statusCode());
                assertEquals(List.of("Accept-Encoding"), unchanged.headers().allValues("Vary"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "gzip | true", "GZIP;q=0.5 | true", "deflate, gzip;q=1.0, *;q=0.5 | true",
        "* | true", "x-gzip | true", "identity;q=0.5, gzip;q=0.5 | true", "gzip;q=0 | false", "*, gzip;q=0 | false",
        "identity, gzip;q=0.9 | false", "br | false", "'' | false", "gzip;q=x | false", "gzip;level=9 | false",
        "gz ip | false" })
    @DisplayName("RFC 9110, section 12.5.3: which codings a client takes")
    void acceptEncoding(final String header, final boolean compressed) throws Exception {
        assertEquals(compressed ? List.of("gzip") : List.of(),
            fetch(server.request("/alto"), header).headers().allValues("Content-Encoding"));
    }

    @Test
    void longComputedAnswersAreCompressedAndShortOnesNot() throws Exception {
        for (int count : new int[] { 1, 90 }) {
            final var request = server.request("/alto/endpointcost")
                .header("Content-Type", MediaTypes.ENDPOINT_COST_PARAMS).POST(BodyPublishers.ofString("""
                    {"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"},
                     "endpoints":{"srcs":["ipv4:192.0.2.1"],"dsts":[%s]}}""".formatted(addresses(count))));
            final var plain = fetch(request, "identity");
            final var answer = fetch(request, "gzip");
            assertEquals(List.of("Accept-Encoding"), answer.headers().allValues("Vary"));
            assertEquals(count == 1 ? List.of() : List.of("gzip"), answer.headers().allValues("Content-Encoding"));
            assertArrayEquals(plain.body(), count == 1 ? answer.body() : unzipped(answer.body()));
        }
    }

    @ParameterizedTest
    @DisplayName("M-7285-09: numbers that no number type holds")
    @ValueSource(strings = { "1e99999999999999999", "9e999999999", "-1e-99999999999", "0.1e2147483648", "0e999999999" })
    void hugeExponent(final String number) throws Exception {
        final var answer = server.post("{\"cost-type\":" + number + "}");
        assertEquals(400, answer.statusCode(), answer::body);
        assertTrue(Set.of("E_SYNTAX", "E_INVALID_FIELD_TYPE")
            .contains(Fixtures.json(answer.body()).at("/meta/code").textValue()), answer::body);
        final var element = server.post("{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"},"
            + "\"endpoints\":{\"srcs\":[" + number + "],\"dsts\":[]}}");
        assertEquals(400, element.statusCode(), element::body);
    }

    @ParameterizedTest
    @DisplayName("M-7285-20, M-7285-24, M-FCS-05: RFC 7285, section 9.2.3, with and without a slash at the end")
    @ValueSource(strings = { "/alto", "/alto/" })
    void directory(final String path) throws Exception {
        assertAnswer(200, MediaTypes.DIRECTORY, Fixtures.example("directory.json"), server.get(path));
    }

    private static String requestFor(final String accepts) {
        return switch (accepts) {
            case MediaTypes.ENDPOINT_PROP_PARAMS -> Fixtures.example("endpointprop-request.json");
            case MediaTypes.NETWORK_MAP_FILTER -> "{\"pids\":[]}";
            // a filter for cost maps ignores the endpoints
            default -> Fixtures.example("endpointcost-request.json");
        };
    }

    @Test
    @DisplayName("M-7285-22: every URI of the directory resolves, from both forms of its own URI")
    void urisOfTheDirectoryResolve() throws Exception {
        for (var base : List.of("/alto", "/alto/")) {
            final var resources = Fixtures.json(server.get(base).body()).path("resources");
            assertEquals(7, resources.size());
            for (var resource : resources) {
                final var uri = URI.create(server.getBaseURL() + base).resolve(resource.path("uri").textValue());
                final var accepts = resource.path("accepts").asText();
                final var answer = accepts.isEmpty() ? server.get(uri.getPath()) : server.post(uri.getPath(), accepts,
                    requestFor(accepts).getBytes(StandardCharsets.UTF_8));
                assertEquals(200, answer.statusCode());
                assertEquals(resource.path("media-type").textValue(),
                    answer.headers().firstValue("Content-Type").orElseThrow());
            }
        }
    }

    @Test
    @DisplayName("M-7285-63: endpoint cost does not use maps; it is listed while there is a service for it")
    void directoryFollowsTheEndpointCostService() throws Exception {
        assertFalse(Fixtures.json(server.get("/alto").body()).at("/resources/endpoint-cost").has("uses"));
        final var before = server.get("/alto").headers().firstValue("ETag");
        server.unbind(endpointCosts);
        final var without = server.get("/alto");
        assertFalse(Fixtures.json(without.body()).path("resources").has("endpoint-cost"));
        assertFalse(before.equals(without.headers().firstValue("ETag")));
        server.bind(endpointCosts);
        assertEquals(before, server.get("/alto").headers().firstValue("ETag"));
    }

    @Test
    void aServiceThatWasReplacedDoesNotTakeItsSuccessorAlong() throws Exception {
        final var successor = new FakeEndpointCosts();
        server.bind(successor);
        server.unbind(endpointCosts);
        assertEquals(200, server.post(Fixtures.example("endpointcost-request.json")).statusCode());
        server.unbind(successor);
    }

    @Test
    void directoryOfAnEmptyServer() throws Exception {
        server.publish(ResourceCatalog.EMPTY);
        server.unbind(endpointCosts);
        assertAnswer(200, MediaTypes.DIRECTORY, "{'meta':{'cost-types':{}},'resources':{}}", server.get("/alto"));
    }

    @Test
    @DisplayName("M-7285-30: RFC 7285, section 11.2.1.7")
    void networkMap() throws Exception {
        assertAnswer(200, MediaTypes.NETWORK_MAP, Fixtures.served("networkmap.json"), server.get(NETWORK_MAP,
            "Accept", "application/alto-networkmap+json,application/alto-error+json"));
    }

    @Test
    @DisplayName("M-7285-40: RFC 7285, section 11.2.3.7")
    void costMap() throws Exception {
        assertAnswer(200, MediaTypes.COST_MAP, Fixtures.served("costmap.json"), server.get(COST_MAP,
            "Accept", "application/alto-costmap+json,application/alto-error+json"));
    }

    @Test
    @DisplayName("M-7285-61: RFC 7285, section 11.5.1.7")
    void endpointCost() throws Exception {
        final var answer = server.post(Fixtures.example("endpointcost-request.json"));
        assertAnswer(200, MediaTypes.ENDPOINT_COST, Fixtures.example("endpointcost.json"), answer);
        assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
    }

    @Test
    @DisplayName("M-7285-60: no sources means the address of the client; M-7285-44: constraints; M-7285-61")
    void endpointCostOfTheClientItself() throws Exception {
        assertAnswer(200, MediaTypes.ENDPOINT_COST, """
            {'meta':{'cost-type':{'cost-mode':'numerical','cost-metric':'hopcount'}},
             'endpoint-cost-map':{'ipv4:127.0.0.1':{'ipv6:2001:DB8::1':2}}}""",
            server.post("""
                {'cost-type':{'cost-mode':'numerical','cost-metric':'hopcount'},'constraints':['gt 1.5','le 4e0'],
                 'endpoints':{'dsts':['ipv4:192.0.2.1','ipv6:2001:DB8::1','ipv6:2001:db8:0::1','ipv4:203.0.113.99']}}
                """.replace('\'', '"')));
    }

    private static HttpResponse<String> properties(final String body) throws Exception {
        return server.post(ENDPOINT_PROP, MediaTypes.ENDPOINT_PROP_PARAMS,
            body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("M-7285-50, M-7285-51: RFC 7285, section 11.4.1.7")
    void endpointProperties() throws Exception {
        final var answer = properties(Fixtures.example("endpointprop-request.json"));
        assertAnswer(200, MediaTypes.ENDPOINT_PROP, Fixtures.served("endpointprop.json"), answer);
        assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
    }

    @Test
    @DisplayName("M-7285-51, M-7285-53: what is asked for twice is there once, as it was spelled first")
    void endpointPropertiesInTheClientsSpelling() throws Exception {
        final var answer = properties("""
            {'properties':['priv:ietf-example-prop','priv:ietf-example-prop'],
             'endpoints':['ipv6:2001:DB8::1','ipv4:192.0.2.34','ipv6:2001:db8:0::1','ipv4:192.0.2.34']}""");
        assertAnswer(200, MediaTypes.ENDPOINT_PROP, """
            {'meta':{},'endpoint-properties':{'ipv6:2001:DB8::1':{},
             'ipv4:192.0.2.34':{'priv:ietf-example-prop':'1'}}}""", answer);
    }

    @ParameterizedTest
    @DisplayName("M-7285-50, M-7285-54: errors of requests for endpoint properties")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | E_MISSING_FIELD | properties |",
        "{'properties':['n.pid']} | E_INVALID_FIELD_VALUE | properties | n.pid",
        "{'properties':['pid'],'endpoints':[]} | E_INVALID_FIELD_VALUE | properties | pid",
        "{'properties':[],'endpoints':['ipv4:192.0.2.1']} | E_INVALID_FIELD_VALUE | properties | []",
        "{'properties':[1]} | E_INVALID_FIELD_VALUE | properties | 1",
        "{'properties':'x'} | E_INVALID_FIELD_TYPE | properties |",
        "{'properties':['my-default-network-map.pid']} | E_MISSING_FIELD | endpoints |",
        "{'properties':['my-default-network-map.pid'],'endpoints':{}} | E_INVALID_FIELD_TYPE | endpoints |",
        "{'properties':['my-default-network-map.pid'],'endpoints':[]} | E_INVALID_FIELD_VALUE | endpoints | []",
        "{'properties':['my-default-network-map.pid'],'endpoints':['ipv4:1.2.3.256']} | E_INVALID_FIELD_VALUE "
            + "| endpoints | ipv4:1.2.3.256",
        "{'properties':['my-default-network-map.pid'],'endpoints':['ipv4:2001:db8::']} | E_INVALID_FIELD_VALUE "
            + "| endpoints | ipv4:2001:db8::",
        "{'properties':['my-default-network-map.pid'],'endpoints':['ipv6:1.2.3.4']} | E_INVALID_FIELD_VALUE "
            + "| endpoints | ipv6:1.2.3.4",
        "{'properties':['my-default-network-map.pid'],'endpoints':['ipv6:2001:db800::']} | E_INVALID_FIELD_VALUE "
            + "| endpoints | ipv6:2001:db800::" })
    void invalidRequestsForEndpointProperties(final String body, final String code, final String field,
            final String value) throws Exception {
        assertAnswer(400, MediaTypes.ERROR, "{'meta':{'code':'" + code + "','field':'" + field + "'"
            + (value == null ? "" : ",'value':'" + value + "'") + "}}", properties(body));
    }

    @Test
    void tooManyEndpointPropertiesAreRefused() throws Exception {
        final var request = "{'properties':['my-default-network-map.pid'],'endpoints':[%s]}";
        assertEquals(200, properties(request.formatted(addresses(TestServer.MAX_ENDPOINT_PAIRS))).statusCode());
        assertProblem(413, "Request Entity Too Large",
            properties(request.formatted(addresses(TestServer.MAX_ENDPOINT_PAIRS + 1))));
    }

    @Test
    @DisplayName("M-7285-52: the PID of an endpoint can be asked for in every network map")
    void endpointPropertiesOfEveryNetworkMap() throws Exception {
        final var builder = Fixtures.builder();
        builder.addNetworkMap(new ResourceId("n"), "auto-map", NetworkMap.of(Map.of(
            new Pid("v4"), Fixtures.prefixes("0.0.0.0/0"))));
        server.publish(builder.build());
        assertEquals(Fixtures.json("[\"my-default-network-map.pid\",\"n.pid\",\"priv:ietf-example-prop\"]"),
            Fixtures.json(server.get("/alto").body()).at("/resources/endpoint-property/capabilities/prop-types"));
        final var answer = Fixtures.json(properties("{'properties':['n.pid','my-default-network-map.pid'],"
            + "'endpoints':['ipv4:192.0.2.1','ipv6:::1']}").body());
        assertEquals(2, answer.at("/meta/dependent-vtags").size());
        assertEquals("n", answer.at("/meta/dependent-vtags/0/resource-id").textValue());
        assertEquals("v4", answer.path("endpoint-properties").path("ipv4:192.0.2.1").path("n.pid").textValue());
        assertEquals(Fixtures.json("{\"my-default-network-map.pid\":\"PID3\"}"),
            answer.path("endpoint-properties").path("ipv6:::1"));
    }

    @Test
    void thereAreNoEndpointPropertiesOfAnEmptyServer() throws Exception {
        server.publish(ResourceCatalog.EMPTY);
        assertProblem(404, "Not Found", properties("{'properties':['x'],'endpoints':['ipv4:192.0.2.1']}"));
    }

    @Test
    @DisplayName("M-7285-60, M-7285-61: an endpoint cost resource that offers a part")
    void aPartOfTheEndpointCosts() throws Exception {
        final var builder = Fixtures.builder();
        final SortedSet<CostType> types = new TreeSet<>(Set.of(Fixtures.HOPCOUNT));
        builder.addEndpointCost(new ResourceId("near"), ResourceCatalog.OPERATOR,
            EndpointCostOffer.parse(types, false, List.of("[0] ge  1.", "le +2e0")));
        server.publish(builder.build());
        assertEquals(Fixtures.json("""
            {"uri":"/alto/endpointcost/near","media-type":"application/alto-endpointcost+json",
             "accepts":"application/alto-endpointcostparams+json",
             "capabilities":{"cost-type-names":["num-hopcount"],"max-cost-types":1,"flow-based-filter":true,
              "address-types":["ipv4","ipv6","tcp","udp","sctp"]}}"""),
            Fixtures.json(server.get("/alto").body()).at("/resources/near"));
        final var request = """
            {'cost-type':{'cost-mode':'numerical','cost-metric':'%s'}%s,
             'endpoints':{'srcs':['ipv4:192.0.2.9'],'dsts':['ipv4:192.0.2.1','ipv4:192.0.2.2','ipv4:192.0.2.3']}}
            """.replace('\'', '"');
        assertAnswer(200, MediaTypes.ENDPOINT_COST, """
            {'meta':{'cost-type':{'cost-mode':'numerical','cost-metric':'hopcount'}},
             'endpoint-cost-map':{'ipv4:192.0.2.9':{'ipv4:192.0.2.1':1,'ipv4:192.0.2.2':2}}}""",
            server.post(ENDPOINT_COST + "/near", MediaTypes.ENDPOINT_COST_PARAMS,
                request.formatted("hopcount", "").getBytes(StandardCharsets.UTF_8)));
        assertAnswer(400, MediaTypes.ERROR,
            "{'meta':{'code':'E_INVALID_FIELD_VALUE','field':'cost-type/cost-metric','value':'routingcost'}}",
            server.post(ENDPOINT_COST + "/near", MediaTypes.ENDPOINT_COST_PARAMS,
                request.formatted("routingcost", "").getBytes(StandardCharsets.UTF_8)));
        assertAnswer(400, MediaTypes.ERROR,
            "{'meta':{'code':'E_INVALID_FIELD_VALUE','field':'constraints','value':'le 9'}}",
            server.post(ENDPOINT_COST + "/near", MediaTypes.ENDPOINT_COST_PARAMS,
                request.formatted("hopcount", ",\"constraints\":[\"le 9\"]").getBytes(StandardCharsets.UTF_8)));
        assertProblem(405, "Method Not Allowed", server.get(ENDPOINT_COST + "/near"));
    }

    @Test
    @DisplayName("M-FCS-02, M-FCS-03, M-7285-44: costs of flows")
    void endpointCostOfFlows() throws Exception {
        assertAnswer(200, MediaTypes.ENDPOINT_COST, """
            {'meta':{'cost-type':{'cost-mode':'numerical','cost-metric':'hopcount'}},'endpoint-cost-map':{
             'ipv4:192.0.2.1':{'tcp:192.0.2.2:80':80},'udp:[2001:DB8::1]:53':{'ipv6:2001:db8::2':1}}}""",
            server.post("""
                {'cost-type':{'cost-mode':'numerical','cost-metric':'hopcount'},'constraints':['lt 2222'],
                 'endpoint-flows':[{'srcs':['ipv4:192.0.2.1'],'dsts':['tcp:192.0.2.2:2222','tcp:192.0.2.2:80']},
                  {'src':'udp:[2001:DB8::1]:53','dst':'ipv6:2001:db8::2'}]}
                """.replace('\'', '"')));
        assertAnswer(400, MediaTypes.ERROR, "{'meta':{'code':'E_INVALID_FIELD_VALUE','field':'endpoint-flows/0/dst',"
            + "'value':'udp:192.0.2.2:53'}}", server.post("""
                {'cost-type':{'cost-mode':'numerical','cost-metric':'hopcount'},
                 'endpoint-flows':[{'src':'tcp:192.0.2.1:53','dst':'udp:192.0.2.2:53'}]}""".replace('\'', '"')));
    }

    @Test
    @DisplayName("M-7285-42: every numerical metric can be had as ranks")
    void endpointCostsAsRanks() throws Exception {
        assertAnswer(200, MediaTypes.ENDPOINT_COST, """
            {'meta':{'cost-type':{'cost-mode':'ordinal','cost-metric':'routingcost'}},'endpoint-cost-map':{
             'ipv4:192.0.2.1':{'tcp:192.0.2.2:443':3,'tcp:192.0.2.2:22':1},
             'ipv4:192.0.2.3':{'tcp:192.0.2.2:80':2}}}""",
            server.post("""
                {'cost-type':{'cost-mode':'ordinal','cost-metric':'routingcost'},'constraints':['lt 4'],
                 'endpoint-flows':[{'src':'ipv4:192.0.2.1','dst':'tcp:192.0.2.2:443'},
                  {'srcs':['ipv4:192.0.2.1'],'dsts':['tcp:192.0.2.2:22','tcp:192.0.2.2:444']},
                  {'src':'ipv4:192.0.2.3','dst':'tcp:192.0.2.2:80'}]}""".replace('\'', '"')));
    }

    @Test
    @DisplayName("M-8189-01, M-8189-05: several cost types of endpoints, which count for the limit together")
    void endpointCostsOfSeveralTypes() throws Exception {
        final var request = """
            {'multi-cost-types':[{'cost-mode':'numerical','cost-metric':'routingcost'},
              {'cost-mode':'ordinal','cost-metric':'hopcount'}],'constraints':['[1] ge 2'],
             'endpoints':{'srcs':[%s],'dsts':[%s]}}""".replace('\'', '"');
        assertAnswer(200, MediaTypes.ENDPOINT_COST, """
            {'meta':{'cost-type':{},'multi-cost-types':[{'cost-mode':'numerical','cost-metric':'routingcost'},
              {'cost-mode':'ordinal','cost-metric':'hopcount'}]},
             'endpoint-cost-map':{'ipv4:192.0.2.0':{'ipv4:192.0.2.1':[2,2]}}}""",
            server.post(request.formatted(addresses(1), addresses(2))));
        assertEquals(200, server.post(request.formatted(addresses(10), addresses(5))).statusCode());
        assertProblem(413, "Request Entity Too Large", server.post(request.formatted(addresses(10), addresses(6))));
    }

    @Test
    @DisplayName("M-7285-08: an error has status 400, a code and its own media type")
    void invalidRequests() throws Exception {
        assertAnswer(400, MediaTypes.ERROR, "{'meta':{'code':'E_MISSING_FIELD','field':'cost-type'}}",
            server.post("{}"));
        assertAnswer(400, MediaTypes.ERROR,
            "{'meta':{'code':'E_INVALID_FIELD_VALUE','field':'endpoints/srcs','value':'ipv4:1.2.3.256'}}",
            server.post("""
                {"cost-type":{"cost-mode":"numerical","cost-metric":"hopcount"},
                 "endpoints":{"srcs":["ipv4:1.2.3.256"],"dsts":["ipv4:192.0.2.1"]}}"""));
        final var syntax = server.post("{\n  \"cost-type\" 3}");
        assertEquals(400, syntax.statusCode());
        assertEquals(Optional.of(MediaTypes.ERROR), syntax.headers().firstValue("Content-Type"));
        assertEquals("E_SYNTAX", Fixtures.json(syntax.body()).at("/meta/code").textValue());
        assertTrue(Fixtures.json(syntax.body()).at("/meta/syntax-error").textValue().startsWith("line 2, column 1"));
    }

    @Test
    @DisplayName("M-7285-14: 503 with Retry-After while nobody computes endpoint costs")
    void endpointCostWithoutService() throws Exception {
        server.unbind(endpointCosts);
        final var answer = server.post(Fixtures.example("endpointcost-request.json"));
        assertProblem(503, "Service Unavailable", answer);
        assertEquals(Optional.of("10"), answer.headers().firstValue("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alto/x", "/alto/networkmap", "/alto/networkmap/", "/alto/networkmap/x",
        "/alto/costmap/x", "/alto/costmap/my-default-network-map", "/alto/networkmap/my-default-network-map/x",
        "/alto/networkmap/numerical-routing-cost-map", "/alto/application.wadl", "/alto/endpointcost/x",
        "/alto/networkmap/%20", "/alto/networkmap/%C3%A4" })
    void whatIsNotThereIsNotFound(final String path) throws Exception {
        assertProblem(404, "Not Found", server.get(path));
    }

    @ParameterizedTest
    @DisplayName("M-7285-06: Accept that does not cover the type of the resource")
    @CsvSource(delimiter = '|', value = {
        NETWORK_MAP + " | application/alto-costmap+json", NETWORK_MAP + " | application/json",
        NETWORK_MAP + " | text/*", NETWORK_MAP + " | application/alto-error+json",
        NETWORK_MAP + " | application/alto-networkmap+json;q=0",
        NETWORK_MAP + " | application/alto-networkmap+json;q=0, */*", NETWORK_MAP + " | */*;q=0",
        COST_MAP + " | application/alto-networkmap+json", "/alto | application/alto-networkmap+json" })
    void notAcceptable(final String path, final String accept) throws Exception {
        assertProblem(406, "Not Acceptable", server.get(path, "Accept", accept));
    }

    @ParameterizedTest
    @DisplayName("M-7285-06: Accept that covers the type of the resource; the answer has that type exactly")
    @ValueSource(strings = { "*/*", "application/*", "application/alto-networkmap+json;q=0.1",
        "text/html, application/alto-networkmap+json;q=0.5", "application/alto-error+json, */*;q=0.1",
        "application/alto-networkmap+json;charset=utf-8", "*/*;q=0, application/alto-networkmap+json",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2" })
    void acceptable(final String accept) throws Exception {
        assertAnswer(200, MediaTypes.NETWORK_MAP, Fixtures.served("networkmap.json"),
            server.get(NETWORK_MAP, "Accept", accept));
    }

    @ParameterizedTest
    @DisplayName("M-7285-05: the type of a request must be the one that the directory says")
    @ValueSource(strings = { "application/json", "text/plain", "application/alto-costmapfilter+json",
        "application/x-www-form-urlencoded", "" })
    void unsupportedMediaType(final String contentType) throws Exception {
        assertProblem(415, "Unsupported Media Type", server.post(contentType.isEmpty() ? null : contentType,
            Fixtures.example("endpointcost-request.json").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void parametersOfTheRequestTypeDoNoHarm() throws Exception {
        assertEquals(200, server.post(MediaTypes.ENDPOINT_COST_PARAMS + "; charset=utf-8",
            Fixtures.example("endpointcost-request.json").getBytes(StandardCharsets.UTF_8)).statusCode());
    }

    @Test
    void bodiesThatAreEncodedAreNotSupported() throws Exception {
        final var body = BodyPublishers.ofString(Fixtures.example("endpointcost-request.json"));
        final var request = server.request(ENDPOINT_COST).header("Content-Type", MediaTypes.ENDPOINT_COST_PARAMS);
        assertProblem(415, "Unsupported Media Type",
            server.send(request.copy().header("Content-Encoding", "gzip").POST(body)));
        assertEquals(200, server.send(request.copy().header("Content-Encoding", "UTF-8").POST(body)).statusCode());
    }

    @ParameterizedTest
    @DisplayName("M-7285-04: GET and POST are not interchangeable")
    @CsvSource({ "POST,/alto,GET", "PUT,/alto,GET", "POST," + NETWORK_MAP + ",GET", "DELETE," + COST_MAP + ",GET",
        "GET," + NETWORK_MAP + "/filtered,POST", "PUT," + NETWORK_MAP + "/filtered-costs,POST",
        "GET," + ENDPOINT_COST + ",POST", "GET," + ENDPOINT_PROP + ",POST", "PATCH," + ENDPOINT_COST + ",POST" })
    void otherMethodsAreNotAllowed(final String method, final String path, final String allowed) throws Exception {
        final var answer = server.send(server.request(path).method(method, BodyPublishers.noBody()));
        assertProblem(405, "Method Not Allowed", answer);
        assertTrue(Set.of(answer.headers().firstValue("Allow").orElseThrow().split(",\\s*")).contains(allowed));
    }

    @Test
    @DisplayName("M-7285-25: OPTIONS tells the methods")
    void options() throws Exception {
        for (var path : List.of("/alto", NETWORK_MAP, ENDPOINT_COST)) {
            final var answer = server.send(server.request(path).method("OPTIONS", BodyPublishers.noBody()));
            assertEquals(2, answer.statusCode() / 100);
            assertTrue(answer.headers().firstValue("Allow").orElseThrow()
                .contains(path.equals(ENDPOINT_COST) ? "POST" : "GET"));
        }
    }

    @Test
    void headIsGetWithoutABody() throws Exception {
        for (var path : List.of("/alto", NETWORK_MAP, COST_MAP, "/alto/networkmap/x")) {
            final var get = server.get(path);
            final var head = server.send(server.request(path).HEAD());
            assertEquals(get.statusCode(), head.statusCode());
            assertEquals("", head.body());
            for (var header : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control")) {
                assertEquals(get.headers().allValues(header), head.headers().allValues(header), header);
            }
        }
    }

    @Test
    @DisplayName("M-7285-15: the entity tag is the version tag; 304 while it is the same")
    void clientsAskWhetherTheirCopyIsFresh() throws Exception {
        for (var path : List.of("/alto", NETWORK_MAP, COST_MAP)) {
            final var etag = server.get(path).headers().firstValue("ETag").orElseThrow();
            for (var condition : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
                final var answer = server.get(path, "If-None-Match", condition);
                assertEquals(304, answer.statusCode(), condition);
                assertEquals("", answer.body());
                assertEquals(List.of(etag), answer.headers().allValues("ETag"));
                assertEquals(Optional.of("no-cache"), answer.headers().firstValue("Cache-Control"));
            }
            assertEquals(200, server.get(path, "If-None-Match", "\"x\"").statusCode());
            assertProblem(412, "Precondition Failed", server.get(path, "If-Match", "\"x\""));
        }
        assertEquals("\"" + Fixtures.TAG + "\"",
            server.get(NETWORK_MAP).headers().firstValue("ETag").orElseThrow());
    }

    @Test
    void tooLargeARequestIsRefused() throws Exception {
        final var request = Fixtures.example("endpointcost-request.json");
        final var padded = request + " ".repeat(TestServer.MAX_REQUEST_BYTES - request.length());
        assertEquals(200, server.post(padded).statusCode());
        assertProblem(413, "Request Entity Too Large", server.post(padded + " "));
    }

    @Test
    void tooManyPairsAreRefused() throws Exception {
        final var request = """
            {"cost-type":{"cost-mode":"numerical","cost-metric":"hopcount"},"endpoints":{"srcs":[%s],"dsts":[%s]}}""";
        final var ten = addresses(10);
        assertEquals(200, server.post(request.formatted(ten, ten)).statusCode());
        assertEquals(200, server.post(request.formatted(ten, ten + "," + ten)).statusCode());
        assertProblem(413, "Request Entity Too Large", server.post(request.formatted(ten, addresses(11))));
    }

    @Test
    @DisplayName("M-FCS-06: the pairs of all flows count together")
    void tooManyPairsOfFlowsAreRefused() throws Exception {
        final var request = """
            {"cost-type":{"cost-mode":"numerical","cost-metric":"hopcount"},"endpoint-flows":[
             {"srcs":[%s],"dsts":[%s]},{"srcs":[%s],"dsts":[%s]}]}""";
        final var ten = addresses(10);
        assertEquals(200, server.post(request.formatted(ten, addresses(9), ten, addresses(1))).statusCode());
        assertProblem(413, "Request Entity Too Large",
            server.post(request.formatted(ten, addresses(9), ten, addresses(2))));
    }

    private static String addresses(final int count) {
        return String.join(",", IntStream.range(0, count)
            .mapToObj(i -> "\"ipv4:192.0.2." + i + "\"").toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "Accept | x", "Accept | a/b;q=nonsense",
        "If-None-Match | x", "If-None-Match | \"x" })
    void malformedHeadersAreTheClientsFault(final String header, final String value) throws Exception {
        final var answer = server.get(NETWORK_MAP, header, value);
        assertTrue(Set.of(200, 400, 406).contains(answer.statusCode()), answer::body);
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().endsWith("+json"));
    }

    @Test
    void aMalformedContentTypeIsTheClientsFault() throws Exception {
        final var answer = server.post("x", new byte[0]);
        // Jersey's servlet refuses it before any code of ours runs, so there is no body
        assertEquals(400, answer.statusCode(), answer::body);
    }
}
