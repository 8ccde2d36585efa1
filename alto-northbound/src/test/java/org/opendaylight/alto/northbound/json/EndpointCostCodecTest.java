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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCosts;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.CostRange;
import org.opendaylight.alto.northbound.query.EndpointCostQuery;

class EndpointCostCodecTest {
    private static final Set<CostType> OFFERED = Set.of(Fixtures.ROUTINGCOST, Fixtures.HOPCOUNT);
    private static final IpAddr CLIENT = IpAddr.parse("198.51.100.7");
    private static final String TYPE = "'cost-type':{'cost-metric':'routingcost','cost-mode':'numerical'}";
    private static final String ENDPOINTS = "'endpoints':{'srcs':['ipv4:192.0.2.1'],'dsts':['ipv4:192.0.2.2']}";

    private static EndpointCostQuery decode(final String body) {
        return EndpointCostCodec.decode(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), OFFERED, true,
            CLIENT);
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
        assertEquals(new EndpointCostQuery(Fixtures.ROUTINGCOST, CostRange.ALL,
            Map.of(IpAddr.parse("192.0.2.2"), "ipv4:192.0.2.2"),
            Map.of(IpAddr.parse("192.0.2.89"), "ipv4:192.0.2.89",
                IpAddr.parse("198.51.100.34"), "ipv4:198.51.100.34",
                IpAddr.parse("203.0.113.45"), "ipv4:203.0.113.45")),
            decode(Fixtures.example("endpointcost-request.json")));
    }

    @ParameterizedTest
    @DisplayName("M-7285-10: E_SYNTAX tells the place")
    @ValueSource(strings = { "", " ", "{", "}", "{'cost-type'", "{} {}", "{}x", "{\"a\":NaN}", "{\"a\":01}",
        "{\"a\":1,}", "{a:1}", "{\"a\":tru}", "/**/{}", "null", "[]", "\"x\"", "3", "{\"a\":\"\u0001\"}" })
    void whatIsNotOneObjectIsASyntaxError(final String body) {
        final var error = assertThrows(AltoRequestException.class,
            () -> EndpointCostCodec.decode(body.getBytes(StandardCharsets.UTF_8), OFFERED, true, CLIENT));
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
                () -> EndpointCostCodec.decode(body, OFFERED, true, CLIENT)).code());
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
            EndpointCostCodec.decode(body, Set.of(Fixtures.HOPCOUNT, ordinal), true, CLIENT).type());
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
        final var self = Map.of(CLIENT, "ipv4:198.51.100.7");
        assertEquals(self, decode("{" + TYPE + ",'endpoints':{'srcs':[],'dsts':['ipv4:192.0.2.2']}}").sources());
        assertEquals(self, decode("{" + TYPE + ",'endpoints':{'dsts':['ipv4:192.0.2.2']}}").sources());
        assertEquals(self, decode("{" + TYPE + ",'endpoints':{'srcs':['ipv4:192.0.2.2']}}").destinations());
        assertInvalidValue("endpoints", "{'srcs':[],'dsts':[]}", "{" + TYPE + ",'endpoints':{'srcs':[],'dsts':[]}}");
        assertInvalidValue("endpoints", "{}", "{" + TYPE + ",'endpoints':{}}");
    }

    @Test
    @DisplayName("M-7285-53: an endpoint counts once, in the client's first spelling")
    void duplicatesCountOnce() {
        final var query = decode("{" + TYPE + """
            ,'endpoints':{'srcs':['ipv6:2001:DB8:0::1','ipv6:2001:db8::1','ipv6:2001:DB8:0::1'],
             'dsts':['ipv4:192.0.2.2','ipv4:192.0.2.2','ipv4:192.0.2.3']}}""");
        assertEquals(Map.of(IpAddr.parse("2001:db8::1"), "ipv6:2001:DB8:0::1"), query.sources());
        assertEquals(2, query.pairs());
    }

    @Test
    @DisplayName("M-7285-61: pairs without a cost are left out, never null")
    void encodesOnlyCostsThatThereAre() {
        final var query = decode("{" + TYPE + """
            ,'constraints':['le 4'],'endpoints':{'srcs':['ipv6:2001:DB8::1','ipv4:192.0.2.9'],
             'dsts':['ipv4:192.0.2.4','ipv4:192.0.2.2','ipv4:192.0.2.3','ipv4:192.0.2.5']}}""");
        final var none = new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        final var costs = EndpointCosts.ofRows(new double[][] {{4.0, 2.5, 5.0, Double.NaN}, none});
        assertEquals("""
            {"meta":{"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"}},"endpoint-cost-map":\
            {"ipv6:2001:DB8::1":{"ipv4:192.0.2.4":4,"ipv4:192.0.2.2":2.5},"ipv4:192.0.2.9":{}}}""",
            EndpointCostCodec.encode(query, costs).toString());
    }

    @Test
    @DisplayName("M-7285-44: constraints only where the directory says so")
    void refusesConstraintsWhereThereAreNone() {
        final var body = ("{" + TYPE + "," + ENDPOINTS + ",'constraints':['ge 1']}").replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
        final var error = assertThrows(AltoRequestException.class,
            () -> EndpointCostCodec.decode(body, OFFERED, false, CLIENT));
        assertEquals(AltoErrorCode.E_INVALID_FIELD_VALUE, error.code());
        assertEquals(Optional.of("constraints"), error.field());
        assertEquals(Optional.of("ge 1"), error.value());
        EndpointCostCodec.decode(("{" + TYPE + "," + ENDPOINTS + ",'constraints':[]}").replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8), OFFERED, false, CLIENT);
    }
}
