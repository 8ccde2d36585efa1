/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.CostChoice;
import org.opendaylight.alto.northbound.query.CostRange;
import org.opendaylight.alto.northbound.query.EndpointCostAnswer;
import org.opendaylight.alto.northbound.query.EndpointCostQuery;
import org.opendaylight.alto.northbound.query.EndpointMesh;
import org.opendaylight.alto.northbound.query.FlowEndpoint;
import org.opendaylight.alto.northbound.query.Transport;

class EndpointCostCodecTest {
    private static final Set<CostType> OFFERED = Set.of(Fixtures.ROUTINGCOST, Fixtures.HOPCOUNT);
    private static final Map<CostMetric, CostContext> CONTEXTS =
        Map.of(CostMetric.HOPCOUNT, new CostContext(CostContext.Source.NOMINAL, Map.of()));
    private static final IpAddr CLIENT = IpAddr.parse("198.51.100.7");
    private static final CostType RANKS = new CostType(CostMetric.HOPCOUNT, CostMode.ORDINAL);
    private static final String TYPE = "'cost-type':{'cost-metric':'routingcost','cost-mode':'numerical'}";
    private static final String ENDPOINTS = "'endpoints':{'srcs':['ipv4:192.0.2.1'],'dsts':['ipv4:192.0.2.2']}";

    private static EndpointCostQuery decode(final String body) {
        return EndpointCostCodec.decode(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), OFFERED, CONTEXTS,
            true, CLIENT);
    }

    /** Decodes a request for flows. */
    private static List<EndpointMesh> flows(final String flows) {
        return decode("{" + TYPE + ",'endpoint-flows':" + flows + "}").meshes();
    }

    private static void assertInvalidFlow(final String field, final String value, final String flow) {
        assertInvalidValue(field, value,
            "{" + TYPE + ",'endpoint-flows':[{'src':'ipv4:192.0.2.1','dst':'ipv4:192.0.2.2'}," + flow + "]}");
    }

    private static FlowEndpoint host(final String address) {
        return FlowEndpoint.of(IpAddr.parse(address));
    }

    private static FlowEndpoint port(final String address, final Transport transport, final int number) {
        return new FlowEndpoint(IpAddr.parse(address), Optional.of(new FlowEndpoint.Port(transport, number)));
    }

    private static AltoRequestException refusal(final String body) {
        return assertThrows(AltoRequestException.class, () -> decode(body), body);
    }

    private static void assertInvalidValue(final String field, final String value, final String body) {
        final var error = refusal(body);
        assertEquals(AltoErrorCode.E_INVALID_FIELD_VALUE, error.code());
        assertEquals(Optional.of(field), error.field());
        assertEquals(Optional.of(value.replace('\'', '"')), error.value());
    }

    @Test
    @DisplayName("M-7285-60: RFC 7285, section 11.5.1.7")
    void decodesTheRequestOfTheRfc() {
        assertEquals(new EndpointCostQuery(CostChoice.of(Fixtures.ROUTINGCOST), CostRange.ALL, List.of(new EndpointMesh(
            Map.of(host("192.0.2.2"), "ipv4:192.0.2.2"),
            Map.of(host("192.0.2.89"), "ipv4:192.0.2.89", host("198.51.100.34"), "ipv4:198.51.100.34",
                host("203.0.113.45"), "ipv4:203.0.113.45")))),
            decode(Fixtures.example("endpointcost-request.json")));
    }

    @ParameterizedTest
    @DisplayName("M-7285-10: E_SYNTAX tells the place")
    @ValueSource(strings = { "", " ", "{", "}", "{'cost-type'", "{} {}", "{}x", "{\"a\":NaN}", "{\"a\":01}",
        "{\"a\":1,}", "{a:1}", "{\"a\":tru}", "/**/{}", "null", "[]", "\"x\"", "3", "{\"a\":\"\u0001\"}" })
    void whatIsNotOneObjectIsASyntaxError(final String body) {
        final var error = assertThrows(AltoRequestException.class,
            () -> EndpointCostCodec.decode(body.getBytes(StandardCharsets.UTF_8), OFFERED, CONTEXTS, true, CLIENT));
        assertEquals(AltoErrorCode.E_SYNTAX, error.code());
        assertTrue(error.syntaxError().orElseThrow().matches("(?s)line 1, column \\d+: .+"), error.syntaxError()::get);
        assertEquals(Optional.empty(), error.field());
        assertEquals(Optional.empty(), error.value());
    }

    @Test
    void bytesThatAreNoTextAreASyntaxError() {
        for (var body : List.of(new byte[] { '{', '"', (byte) 0xff, '"', '}' }, new byte[] { (byte) 0xc3 },
                new byte[] { 0, 0, 0, 1, 0, 0, 0, 2 }, new byte[] { '{', '"', (byte) 0xed, (byte) 0xa0 })) {
            assertEquals(AltoErrorCode.E_SYNTAX, assertThrows(AltoRequestException.class,
                () -> EndpointCostCodec.decode(body, OFFERED, CONTEXTS, true, CLIENT)).code());
        }
    }

    @Test
    void aFieldTwiceIsASyntaxError() {
        assertEquals(AltoErrorCode.E_SYNTAX, refusal("{" + TYPE + "," + TYPE + "," + ENDPOINTS + "}").code());
    }

    @Test
    void deepNestingIsASyntaxErrorEvenInUnknownFields() {
        assertEquals(AltoErrorCode.E_SYNTAX, refusal("{'x':" + "[".repeat(100_000)).code());
        assertEquals(AltoErrorCode.E_SYNTAX,
            refusal("{'x':" + "[".repeat(100) + "]".repeat(100) + "," + TYPE + "," + ENDPOINTS + "}").code());
    }

    @Test
    @DisplayName("M-7285-07: unknown fields are ignored, and so is the description of a cost type")
    void ignoresUnknownFields() {
        assertEquals(decode("{" + TYPE + "," + ENDPOINTS + "}"), decode("""
            {'x':[[{}]],'cost-type':{'cost-metric':'routingcost','cost-mode':'numerical','description':3},
             'endpoints':{'srcs':['ipv4:192.0.2.1'],'dsts':['ipv4:192.0.2.2'],'others':[1]}}"""));
    }

    @ParameterizedTest
    @DisplayName("M-7285-10: E_MISSING_FIELD tells the full path")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "cost-type             | {'endpoints':{'srcs':['ipv4:192.0.2.1']}}",
        "cost-type/cost-metric | {'cost-type':{'cost-mode':'numerical'},'endpoints':{'srcs':['ipv4:192.0.2.1']}}",
        "cost-type/cost-mode   | {'cost-type':{'cost-metric':'hopcount'},'endpoints':{'srcs':['ipv4:192.0.2.1']}}",
        "endpoints             | {'cost-type':{'cost-metric':'hopcount','cost-mode':'numerical'}}" })
    void tellsWhichFieldIsMissing(final String field, final String body) {
        final var error = refusal(body);
        assertEquals(AltoErrorCode.E_MISSING_FIELD, error.code());
        assertEquals(Optional.of(field), error.field());
        assertEquals(Optional.empty(), error.value());
    }

    @ParameterizedTest
    @DisplayName("M-7285-10, M-7285-13: E_INVALID_FIELD_TYPE tells the full path")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "cost-type             | {'cost-type':'routingcost'}",
        "cost-type             | {'cost-type':null}",
        "cost-type/cost-metric | {'cost-type':{'cost-metric':1,'cost-mode':'numerical'}}",
        "cost-type/cost-mode   | {'cost-type':{'cost-metric':'hopcount','cost-mode':[]}}",
        "constraints           | {'cost-type':{'cost-metric':'hopcount','cost-mode':'numerical'},'constraints':'gt 1'}",
        "endpoints             | {'cost-type':{'cost-metric':'hopcount','cost-mode':'numerical'},'endpoints':[]}",
        "endpoints/srcs        | {'cost-type':{'cost-metric':'hopcount','cost-mode':'numerical'},"
            + "'endpoints':{'srcs':'ipv4:192.0.2.1'}}",
        "endpoints/dsts        | {'cost-type':{'cost-metric':'hopcount','cost-mode':'numerical'},"
            + "'endpoints':{'dsts':null}}" })
    void tellsWhichFieldHasTheWrongType(final String field, final String body) {
        final var error = refusal(body);
        assertEquals(AltoErrorCode.E_INVALID_FIELD_TYPE, error.code());
        assertEquals(Optional.of(field), error.field());
        assertEquals(Optional.empty(), error.value());
    }

    @Test
    @DisplayName("M-7285-43: the cost type must be one of those offered")
    void refusesOtherCostTypes() {
        assertInvalidValue("cost-type/cost-metric", "delay-ow",
            "{'cost-type':{'cost-metric':'delay-ow','cost-mode':'numerical'}," + ENDPOINTS + "}");
        assertInvalidValue("cost-type/cost-mode", "ordinal",
            "{'cost-type':{'cost-metric':'hopcount','cost-mode':'ordinal'}," + ENDPOINTS + "}");
        assertInvalidValue("cost-type/cost-metric", "",
            "{'cost-type':{'cost-metric':'','cost-mode':'numerical'}," + ENDPOINTS + "}");
    }

    @Test
    void choosesTheCostTypeByMetricAndMode() {
        final var ordinal = new CostType(Fixtures.HOPCOUNT.metric(), CostMode.ORDINAL);
        final var body = ("{'cost-type':{'cost-metric':'hopcount','cost-mode':'ordinal'}," + ENDPOINTS + "}")
            .replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertEquals(ordinal,
            EndpointCostCodec.decode(body, Set.of(Fixtures.HOPCOUNT, ordinal), CONTEXTS, true, CLIENT).choice()
                .types().getFirst());
    }

    @ParameterizedTest
    @DisplayName("M-7285-54: addresses that are none, or of another type, are E_INVALID_FIELD_VALUE")
    @ValueSource(strings = { "ipv4:1.2.3.256", "ipv4:2001:db8::", "ipv6:1.2.3.4", "ipv6:2001:db800::", "192.0.2.1", "",
        "ipv4:", ":", "ipv4", "IPv4:192.0.2.1", "ipv4:192.0.2.1/32", "ipv4: 192.0.2.1", "ipv4:192.0.2.01",
        "ipv4:0300.0.2.1", "ipv4:192.0.513", "ipv4:localhost", "ipv6:fe80::1%eth0", "ipv6:[::1]", "ipv6:::1::",
        "mac:00-11-22-33-44-55", "ipv4:1２.0.0.1", "ipv4:::ffff:192.0.2.1", "ipv6:12345::" })
    void refusesBadAddresses(final String address) {
        assertInvalidValue("endpoints/dsts", address,
            "{" + TYPE + ",'endpoints':{'srcs':['ipv4:192.0.2.1'],'dsts':['ipv4:192.0.2.2','" + address + "']}}");
        assertInvalidValue("endpoints/srcs", address, "{" + TYPE + ",'endpoints':{'srcs':['" + address + "']}}");
    }

    @ParameterizedTest
    @DisplayName("M-7285-11, M-7285-13: an element of the wrong type is E_INVALID_FIELD_VALUE, its value a string")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "3", "3.5", "1E+999", "-0", "true", "null", "[]",
        "{'a':[1]}" })
    void refusesElementsOfOtherTypes(final String element) {
        final var echo = element.equals("-0") ? "0" : element;
        assertInvalidValue("endpoints/srcs", echo, "{" + TYPE + ",'endpoints':{'srcs':[" + element + "]}}");
        assertInvalidValue("constraints", echo, "{" + TYPE + ",'constraints':[" + element + "]," + ENDPOINTS + "}");
    }

    @Test
    @DisplayName("M-7285-44: a constraint that is none is E_INVALID_FIELD_VALUE")
    void refusesBadConstraints() {
        assertInvalidValue("constraints", "about 3",
            "{" + TYPE + ",'constraints':['gt 1','about 3','lt'],'endpoints':{'srcs':['ipv4:192.0.2.1']}}");
    }

    @Test
    @DisplayName("M-7285-12: several faults make one error")
    void reportsOneOfSeveralFaults() {
        assertEquals(AltoErrorCode.E_MISSING_FIELD,
            refusal("{'cost-type':{'cost-mode':3},'constraints':3,'endpoints':{'srcs':[3]}}").code());
    }

    @Test
    @DisplayName("M-7285-60: an empty list, or none, means the client; both empty is forbidden")
    void emptyListMeansTheClient() {
        final var self = Map.of(FlowEndpoint.of(CLIENT), "ipv4:198.51.100.7");
        final var other = Map.of(host("192.0.2.2"), "ipv4:192.0.2.2");
        final var fromSelf = List.of(new EndpointMesh(self, other));
        assertEquals(fromSelf, decode("{" + TYPE + ",'endpoints':{'srcs':[],'dsts':['ipv4:192.0.2.2']}}").meshes());
        assertEquals(fromSelf, decode("{" + TYPE + ",'endpoints':{'dsts':['ipv4:192.0.2.2']}}").meshes());
        assertEquals(List.of(new EndpointMesh(other, self)),
            decode("{" + TYPE + ",'endpoints':{'srcs':['ipv4:192.0.2.2']}}").meshes());
        assertEquals(fromSelf, flows("[{'srcs':[],'dsts':['ipv4:192.0.2.2']}]"));
        assertEquals(fromSelf, flows("[{'dst':'ipv4:192.0.2.2'}]"));
        assertEquals(List.of(new EndpointMesh(other, self)), flows("[{'srcs':['ipv4:192.0.2.2']}]"));
        assertInvalidValue("endpoints", "{'srcs':[],'dsts':[]}", "{" + TYPE + ",'endpoints':{'srcs':[],'dsts':[]}}");
        assertInvalidValue("endpoints", "{}", "{" + TYPE + ",'endpoints':{}}");
    }

    @Test
    @DisplayName("M-7285-53: an endpoint counts once, in the client's first spelling")
    void duplicatesCountOnce() {
        final var query = decode("{" + TYPE + """
            ,'endpoints':{'srcs':['ipv6:2001:DB8:0::1','ipv6:2001:db8::1','ipv6:2001:DB8:0::1'],
             'dsts':['ipv4:192.0.2.2','ipv4:192.0.2.2','ipv4:192.0.2.3']}}""");
        assertEquals(Map.of(host("2001:db8::1"), "ipv6:2001:DB8:0::1"), query.meshes().getFirst().sources());
        assertEquals(2, query.pairs());
    }

    @Test
    @DisplayName("M-7285-61: pairs without a cost are left out, never null")
    void encodesOnlyCostsThatThereAre() {
        final var query = decode("{" + TYPE + """
            ,'constraints':['le 4'],'endpoints':{'srcs':['ipv4:192.0.2.9','ipv6:2001:DB8::1'],
             'dsts':['ipv4:192.0.2.4','ipv4:192.0.2.2','ipv4:192.0.2.3','ipv4:192.0.2.5']}}""");
        final var costs = new double[] {2.5, 5, 4, Double.NaN};
        final var answer = EndpointCostAnswer.of(query, FlowCosts.numerical(
            flow -> costs[flow.destination().toBytes()[3] - 2]));
        assertEquals("""
            {"meta":{"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"}},"endpoint-cost-map":\
            {"ipv4:192.0.2.9":{"ipv4:192.0.2.4":4,"ipv4:192.0.2.2":2.5},"ipv6:2001:DB8::1":{}}}""",
            EndpointCostCodec.encode(answer, Map.of()).toString());
    }

    private static String typeWithSource(final String metric, final String context) {
        return "{'cost-type':{'cost-metric':'" + metric + "','cost-mode':'numerical','cost-context':" + context + "},"
            + ENDPOINTS + "}";
    }

    @Test
    @DisplayName("M-9439-02, M-9439-06: a client may name the source of the values; it is estimation if none is named")
    void sourceOfTheClientIsThatOfTheServer() {
        decode(typeWithSource("routingcost", "{'cost-source':'estimation','parameters':{'x':[1]}}"));
        decode(typeWithSource("hopcount", "{'cost-source':'nominal'}"));
        final var field = "cost-type/cost-context/cost-source";
        assertInvalidValue(field, "nominal", typeWithSource("routingcost", "{'cost-source':'nominal'}"));
        assertInvalidValue(field, "estimation", typeWithSource("hopcount", "{'cost-source':'estimation'}"));
        final var missing = refusal(typeWithSource("hopcount", "{}"));
        assertEquals(AltoErrorCode.E_MISSING_FIELD, missing.code());
        assertEquals(Optional.of(field), missing.field());
    }

    @Test
    @DisplayName("RFC 9439, section 3.1: an answer tells the source of its values")
    void answerTellsTheSource() {
        final var query = decode("{" + TYPE + "," + ENDPOINTS + "}");
        assertEquals("""
            {"meta":{"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost","cost-context":\
            {"cost-source":"nominal"}}},"endpoint-cost-map":{"ipv4:192.0.2.1":{"ipv4:192.0.2.2":3}}}""",
            EndpointCostCodec.encode(EndpointCostAnswer.of(query, FlowCosts.numerical(flow -> 3)),
                Map.of(CostMetric.ROUTINGCOST, new CostContext(CostContext.Source.NOMINAL, Map.of()))).toString());
    }

    @Test
    @DisplayName("M-7285-44: constraints only where the directory says so")
    void refusesConstraintsWhereThereAreNone() {
        final var body = ("{" + TYPE + "," + ENDPOINTS + ",'constraints':['ge 1']}").replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
        final var error = assertThrows(AltoRequestException.class,
            () -> EndpointCostCodec.decode(body, OFFERED, CONTEXTS, false, CLIENT));
        assertEquals(AltoErrorCode.E_INVALID_FIELD_VALUE, error.code());
        assertEquals(Optional.of("constraints"), error.field());
        assertEquals(Optional.of("ge 1"), error.value());
        EndpointCostCodec.decode(("{" + TYPE + "," + ENDPOINTS + ",'constraints':[]}").replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8), OFFERED, CONTEXTS, false, CLIENT);
    }

    /** Asks for the costs 30, 10, 20 and none to four destinations, of a resource that has those of a range. */
    private static String several(final String choice, final String range) {
        final var body = ("{" + choice + """
            ,'endpoints':{'srcs':['ipv4:192.0.2.9'],
             'dsts':['ipv4:192.0.2.0','ipv4:192.0.2.1','ipv4:192.0.2.2','ipv4:192.0.2.3']}}""").replace('\'', '"');
        final var query = EndpointCostCodec.decode(body.getBytes(StandardCharsets.UTF_8),
            Set.of(Fixtures.HOPCOUNT, RANKS), CONTEXTS, true, CLIENT).within(CostRange.parse(List.of(range)));
        final var costs = new double[] {30, 10, 20, Double.NaN};
        return EndpointCostCodec.encode(EndpointCostAnswer.of(query, FlowCosts.numerical(
            flow -> costs[flow.destination().toBytes()[3]])), Map.of()).toString().replace('"', '\'');
    }

    @Test
    @DisplayName("M-8189-03, M-8189-05, M-8189-07: several cost types, RFC 8189, section 4.2.3")
    void severalCostTypes() {
        final var hops = "{'cost-mode':'numerical','cost-metric':'hopcount'}";
        final var ranks = "{'cost-mode':'ordinal','cost-metric':'hopcount'}";
        final var both = "'multi-cost-types':[" + hops + "," + ranks + "]";
        final var head = "{'meta':{'cost-type':{}," + both + "},'endpoint-cost-map':{'ipv4:192.0.2.9':{";
        assertEquals(head + "'ipv4:192.0.2.0':[30,3],'ipv4:192.0.2.1':[10,1],'ipv4:192.0.2.2':[20,2]}}}",
            several(both, "ge 0"));
        assertEquals(head + "'ipv4:192.0.2.0':[null,3],'ipv4:192.0.2.1':[10,1],'ipv4:192.0.2.2':[null,2]}}}",
            several(both, "le 15"));
        assertEquals(head + "'ipv4:192.0.2.1':[10,1],'ipv4:192.0.2.2':[20,2]}}}",
            several(both + ",'constraints':['gt 5','[1] le 2']", "ge 0"));
        assertEquals(head + "'ipv4:192.0.2.0':[30,3],'ipv4:192.0.2.1':[10,1]}}}",
            several(both + ",'or-constraints':[['eq 30'],['[1] eq 1','le 10']]", "ge 0"));
        assertEquals("{'meta':{'cost-type':" + hops
            + "},'endpoint-cost-map':{'ipv4:192.0.2.9':{'ipv4:192.0.2.0':30,'ipv4:192.0.2.2':20}}}",
            several("'cost-type':" + hops + ",'testable-cost-types':[" + ranks + "],'constraints':['ge 2']", "ge 0"));
    }

    @Test
    @DisplayName("M-8189-02, M-8189-04, M-8189-06: no more than the directory offers")
    void refusesWhatIsNotOffered() {
        final var three = "[" + "{'cost-metric':'hopcount','cost-mode':'numerical'},".repeat(2)
            + "{'cost-metric':'hopcount','cost-mode':'numerical'}]";
        assertInvalidValue("multi-cost-types", three.replace(" ", ""),
            "{'multi-cost-types':" + three + "," + ENDPOINTS + "}");
        for (var field : Map.of("or-constraints", "[['ge 1']]", "testable-cost-types",
                "[{'cost-metric':'hopcount','cost-mode':'numerical'}]").entrySet()) {
            final var body = ("{" + TYPE + "," + ENDPOINTS + ",'" + field.getKey() + "':" + field.getValue() + "}")
                .replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            final var error = assertThrows(AltoRequestException.class,
                () -> EndpointCostCodec.decode(body, OFFERED, CONTEXTS, false, CLIENT));
            assertEquals(Optional.of(field.getKey()), error.field());
            assertEquals(Optional.of(field.getValue().replace('\'', '"')), error.value());
        }
    }

    @Test
    @DisplayName("M-FCS-01: a request has endpoints or endpoint-flows, not both")
    void flowsAreInPlaceOfEndpoints() {
        assertInvalidValue("endpoints", "{}",
            "{" + TYPE + ",'endpoint-flows':[{'dst':'ipv4:192.0.2.2'}],'endpoints':{}}");
        assertInvalidValue("endpoint-flows", "[]", "{" + TYPE + ",'endpoint-flows':[]}");
        final var none = refusal("{" + TYPE + "}");
        assertEquals(AltoErrorCode.E_MISSING_FIELD, none.code());
        assertEquals(Optional.of("endpoints"), none.field());
    }

    @Test
    @DisplayName("M-FCS-02: a flow is a mesh, or one source and one destination; a request may have both shapes")
    void decodesBothShapesOfFlows() {
        final var query = decode("{" + TYPE + """
            ,'endpoint-flows':[{'srcs':['ipv4:192.0.2.1','ipv4:192.0.2.2'],'dsts':['ipv4:192.0.2.3'],'x':1},
             {'src':'ipv6:2001:DB8::1','dst':'ipv6:2001:db8::2'}]}""");
        assertEquals(List.of(
            new EndpointMesh(Map.of(host("192.0.2.1"), "ipv4:192.0.2.1", host("192.0.2.2"), "ipv4:192.0.2.2"),
                Map.of(host("192.0.2.3"), "ipv4:192.0.2.3")),
            new EndpointMesh(Map.of(host("2001:db8::1"), "ipv6:2001:DB8::1"),
                Map.of(host("2001:db8::2"), "ipv6:2001:db8::2"))), query.meshes());
        assertEquals(3, query.pairs());
    }

    @Test
    @DisplayName("M-FCS-02: the answer has only the pairs that were asked for, each once, in the client's spelling")
    void answersOnlyWhatWasAskedFor() {
        final var query = decode("{" + TYPE + """
            ,'endpoint-flows':[{'src':'ipv6:2001:DB8::1','dst':'tcp:[2001:db8::2]:22'},
             {'src':'ipv4:192.0.2.1','dst':'tcp:192.0.2.2:80'},
             {'srcs':['ipv6:2001:db8::1'],'dsts':['tcp:[2001:DB8::2]:22','ipv6:2001:db8::2']}]}""");
        assertEquals("""
            {"meta":{"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"}},"endpoint-cost-map":\
            {"ipv6:2001:DB8::1":{"tcp:[2001:db8::2]:22":22,"ipv6:2001:db8::2":1},\
            "ipv4:192.0.2.1":{"tcp:192.0.2.2:80":80}}}""", EndpointCostCodec.encode(EndpointCostAnswer.of(query,
                FlowCosts.numerical(flow -> flow.destinationPort().orElse(1))), Map.of()).toString());
    }

    @Test
    @DisplayName("M-FCS-03: ports of TCP, UDP and SCTP at addresses of both families")
    void decodesPorts() {
        assertEquals(List.of(
            new EndpointMesh(Map.of(port("192.0.2.1", Transport.TCP, 0), "tcp:192.0.2.1:0"),
                Map.of(port("192.0.2.2", Transport.TCP, 65535), "tcp:192.0.2.2:65535")),
            new EndpointMesh(Map.of(host("2001:db8::1"), "ipv6:2001:db8::1"),
                Map.of(port("2001:db8::2", Transport.UDP, 53), "udp:[2001:DB8::2]:53")),
            new EndpointMesh(Map.of(port("::ffff:192.0.2.1", Transport.SCTP, 9), "sctp:[::ffff:192.0.2.1]:9"),
                Map.of(host("::1"), "ipv6:::1"))),
            flows("""
                [{'src':'tcp:192.0.2.1:0','dst':'tcp:192.0.2.2:65535'},
                 {'src':'ipv6:2001:db8::1','dst':'udp:[2001:DB8::2]:53'},
                 {'src':'sctp:[::ffff:192.0.2.1]:9','dst':'ipv6:::1'}]"""));
    }

    @ParameterizedTest
    @DisplayName("M-FCS-03, M-7285-54: ends of flows that are none")
    @ValueSource(strings = { "tcp:192.0.2.1", "tcp:192.0.2.1:", "tcp:192.0.2.1:65536", "tcp:192.0.2.1:-1",
        "tcp:192.0.2.1:022", "tcp:192.0.2.1:+22", "tcp:192.0.2.1: 22", "tcp:192.0.2.1:2２", "tcp:192.0.2.256:22",
        "tcp:2001:db8::1:22", "tcp:[192.0.2.1]:22", "tcp:[2001:db8::1]", "tcp:[2001:db8::1%1]:22", "tcp::22",
        "tcp:localhost:22", "TCP:192.0.2.1:22", "icmp:192.0.2.1:8", "ipv4:192.0.2.1:22", "ipv4:192.0.2.01", "" })
    void refusesBadEnds(final String end) {
        assertInvalidFlow("endpoint-flows/1/srcs", end, "{'srcs':['ipv4:192.0.2.1','" + end + "']}");
        assertInvalidFlow("endpoint-flows/1/dst", end, "{'src':'ipv4:192.0.2.1','dst':'" + end + "'}");
    }

    @Test
    @DisplayName("M-FCS-03: endpoints are whole hosts")
    void portsAreInFlowsOnly() {
        assertInvalidValue("endpoints/dsts", "tcp:192.0.2.1:22",
            "{" + TYPE + ",'endpoints':{'dsts':['tcp:192.0.2.1:22']}}");
    }

    @ParameterizedTest
    @DisplayName("M-FCS-04: no flow is of two address families or of two transports")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "endpoint-flows/1/dst  | ipv6:::1            | {'src':'ipv4:192.0.2.1','dst':'ipv6:::1'}",
        "endpoint-flows/1/dst  | tcp:[::1]:1         | {'src':'ipv4:192.0.2.1','dst':'tcp:[::1]:1'}",
        "endpoint-flows/1/dst  | udp:192.0.2.2:1     | {'src':'tcp:192.0.2.1:1','dst':'udp:192.0.2.2:1'}",
        "endpoint-flows/1/dsts | udp:192.0.2.2:1     | {'srcs':['ipv4:192.0.2.1','tcp:192.0.2.1:1'],"
            + "'dsts':['tcp:192.0.2.2:1','udp:192.0.2.2:1']}",
        "endpoint-flows/1/dst  | ipv6:::1            | {'dst':'ipv6:::1'}",
        "endpoint-flows/1/srcs | ipv6:::1            | {'srcs':['ipv4:192.0.2.2','ipv6:::1']}" })
    void refusesFlowsThatCannotBe(final String field, final String value, final String flow) {
        assertInvalidFlow(field, value, flow);
    }

    @Test
    @DisplayName("M-FCS-02, M-7285-10, M-7285-13: errors name the flow")
    void refusesFlowsOfAnotherShape() {
        assertInvalidFlow("endpoint-flows", "3", "3");
        assertInvalidFlow("endpoint-flows/1", "{}", "{}");
        assertInvalidFlow("endpoint-flows/1", "{'srcs':[],'dsts':[]}", "{'srcs':[],'dsts':[]}");
        final var mixed = "{'src':'ipv4:192.0.2.1','dsts':[]}";
        assertInvalidFlow("endpoint-flows/1", mixed, mixed);
        assertInvalidFlow("endpoint-flows/1/dsts", "{'a':1}", "{'dsts':[{'a':1}]}");
        for (var wrong : Map.of("endpoint-flows", "{}", "endpoint-flows/0/src", "[{'src':['ipv4:192.0.2.1']}]",
                "endpoint-flows/0/dsts", "[{'dsts':'ipv4:192.0.2.1'}]").entrySet()) {
            final var error = refusal("{" + TYPE + ",'endpoint-flows':" + wrong.getValue() + "}");
            assertEquals(AltoErrorCode.E_INVALID_FIELD_TYPE, error.code());
            assertEquals(Optional.of(wrong.getKey()), error.field());
        }
    }

    @Test
    void largeMeshesThatCannotBeAreRefusedAtOnce() {
        final var many = IntStream.range(0, 20_000).mapToObj(i -> "'ipv4:10.0." + i / 256 + "." + i % 256 + "'")
            .collect(Collectors.joining(","));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertInvalidFlow("endpoint-flows/1/dsts", "ipv6:::1",
            "{'srcs':[" + many + "],'dsts':[" + many + ",'ipv6:::1']}"));
    }
}
