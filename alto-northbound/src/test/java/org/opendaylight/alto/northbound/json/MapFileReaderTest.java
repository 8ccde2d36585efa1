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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;

class MapFileReaderTest {
    private static final String COST_META = "{'meta':{'dependent-vtags':[{'resource-id':'n','tag':'t'}],"
        + "'cost-type':{'cost-mode':'numerical','cost-metric':'routingcost'}},'cost-map':";
    private static final VersionTag VTAG = new VersionTag(new ResourceId("n"), "t");

    private static MapFile read(final String text) throws IOException {
        return MapFileReader.read(new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static Pid pid(final String name) {
        return new Pid(name);
    }

    @Test
    @DisplayName("RFC 7285 11.2.1.7: the example network map")
    void readsNetworkMap() throws IOException {
        final var file = assertInstanceOfNetwork(read("""
            {'meta': {'vtag': {'resource-id': 'my-default-network-map',
                               'tag': '3ee2cb7e8d63d9fab71b9b34cbf764436315542e'}},
             'network-map': {'PID1': {'ipv4': ['192.0.2.0/24', '198.51.100.0/25']},
                             'PID2': {'ipv4': ['198.51.100.128/25']},
                             'PID3': {'ipv4': ['0.0.0.0/0'], 'ipv6': ['::/0']}}}
            """));
        assertEquals(Optional.of(new ResourceId("my-default-network-map")), file.id());
        assertEquals(NetworkMap.of(Map.of(
            pid("PID1"), List.of(IpPrefix.parse("192.0.2.0/24"), IpPrefix.parse("198.51.100.0/25")),
            pid("PID2"), List.of(IpPrefix.parse("198.51.100.128/25")),
            pid("PID3"), List.of(IpPrefix.ALL_IPV4, IpPrefix.ALL_IPV6))), file.map());
    }

    private static MapFile.OfNetwork assertInstanceOfNetwork(final MapFile file) {
        return (MapFile.OfNetwork) file;
    }

    @Test
    @DisplayName("RFC 7285 11.2.3.7: the example cost map, its members in another order")
    void readsCostMap() throws IOException {
        final var file = (MapFile.OfCosts) read("""
            {'cost-map': {'PID1': {'PID1': 1, 'PID3': 10.5, 'PID2': 5}, 'PID2': {}, 'PID3': {'PID1': 20}},
             'other': [1, {'a': 2}],
             'meta': {'cost-type': {'cost-metric': 'routingcost', 'cost-mode': 'numerical', 'description': 'x'},
                      'other': {'vtag': 1},
                      'dependent-vtags': [{'tag': 't', 'resource-id': 'n'}]}}
            """);
        assertEquals(CostMap.ofNumbers(VTAG, CostType.numerical(CostMetric.ROUTINGCOST), Map.of(
            pid("PID1"), Map.of(pid("PID1"), 1.0, pid("PID2"), 5.0, pid("PID3"), 10.5),
            pid("PID3"), Map.of(pid("PID1"), 20.0))), file.map());
    }

    @Test
    void keepsOtherValuesAsTheyAre() throws IOException {
        final var file = (MapFile.OfCosts) read("""
            {'meta': {'dependent-vtags': [{'resource-id': 'n', 'tag': 't'}],
                      'cost-type': {'cost-mode': 'array', 'cost-metric': 'priv:paths'}},
             'cost-map': {'a': {'d': null, 'b': [1.50, {'x': [ ], 'y': '\\u0041\\n'}, -1e3], 'c': 2, 'a': 'u, v'}}}
            """);
        final var row = new TreeMap<Pid, CostValue>();
        row.put(pid("a"), new CostValue.Json("\"u, v\""));
        row.put(pid("b"), new CostValue.Json("[1.50,{\"x\":[],\"y\":\"A\\n\"},-1e3]"));
        row.put(pid("c"), new CostValue.Number(2));
        row.put(pid("d"), new CostValue.Json("null"));
        assertEquals(new CostMap(VTAG, new CostType(new CostMetric("priv:paths"), new CostMode("array")),
            new TreeMap<>(Map.of(pid("a"), CostRow.of(row)))), file.map());
    }

    @Test
    void hasOneObjectForOnePid() throws IOException {
        final var rows = ((MapFile.OfCosts) read(COST_META + "{'a':{'b':1},'b':{'b':2}}}")).map().rows();
        assertSame(rows.get(pid("a")).destination(0), rows.get(pid("b")).destination(0));
    }

    @Test
    void readsToTheEndAndDoesNotClose() throws IOException {
        final var closed = new AtomicBoolean();
        final var bytes = new ByteArrayInputStream("{\"network-map\":{}}\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertEquals(Optional.empty(), ((MapFile.OfNetwork) MapFileReader.read(bytes)).id());
        assertEquals(0, bytes.available());
        assertTrue(!closed.get());
    }

    @Test
    void tellsAFailureOfTheFileFromAFaultInIt() {
        final var failure = new IOException("disk");
        assertSame(failure, assertThrows(IOException.class, () -> MapFileReader.read(new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        })));
    }

    private static Arguments fault(final String text, final String message) {
        return Arguments.of(text, message);
    }

    static Stream<Arguments> faults() {
        final var names = "is not 1 to 64 characters out of letters, digits, '-', ':', '@' and '_'";
        return Stream.of(
            // JSON
            fault("", "the file is empty"),
            fault(" \n", "the file is empty"),
            fault("[]", "expected an object, found an array (line 1, column 1)"),
            fault("{'network-map':{}}\n {}", "something follows after the end of the map (line 2, column 2)"),
            fault("{'network-map':{'a':{'ipv4':['10.0.0.0/8',\nx]}}}",
                "network-map/a/ipv4/1: not JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, "
                    + "Object or token 'null', 'true' or 'false') (line 2, column 3)"),
            fault("{'network-map':{'a':{}",
                "network-map/a: not JSON: Unexpected end-of-input: expected close marker for Object (start marker at"),
            // members
            fault("{}", "the file has neither 'network-map' nor 'cost-map'"),
            fault(COST_META + "{},'network-map':{}}",
                "the file has both 'network-map' and 'cost-map'; a file is one map"),
            fault("{'network-map':{},'network-map':{}}",
                "network-map: there are two members of this name (line 1, column 19)"),
            fault("{'network-map':[]}", "network-map: expected an object, found an array (line 1, column 16)"),
            fault("{'meta':7,'network-map':{}}", "meta: expected an object, found a number (line 1, column 9)"),
            fault("{'meta':{'vtag':{'resource-id':'a b'}},'network-map':{}}",
                "meta/vtag/resource-id: Resource id 'a b' " + names),
            // network maps
            fault("{'network-map':{'a':{},\n'b':{},\n 'a':{}}}",
                "network-map/a: there are two members of this name (line 3, column 2)"),
            fault("{'network-map':{'a':{'ipv4':[],'ipv4':[]}}}",
                "network-map/a/ipv4: there are two members of this name (line 1, column 32)"),
            fault("{'network-map':{'a.b':{}}}", "network-map/a.b: PID name 'a.b' " + names),
            fault("{'network-map':{'':{}}}", "network-map/: PID name '' " + names),
            fault("{'network-map':{'a':['10.0.0.0/8']}}",
                "network-map/a: expected an object, found an array (line 1, column 21)"),
            fault("{'network-map':{'a':{'ipv4':'10.0.0.0/8'}}}",
                "network-map/a/ipv4: expected an array, found a string (line 1, column 29)"),
            fault("{'network-map':{'a':{'ipv4':[10]}}}",
                "network-map/a/ipv4/0: expected a string, found a number (line 1, column 30)"),
            fault("{'network-map':{'a':{'mac':[]}}}",
                "network-map/a/mac: 'mac' is not an address type that is known; ipv4 and ipv6 are"),
            fault("{'network-map':{'a':{'ipv4':['10.0.0.0/8','x']}}}",
                "network-map/a/ipv4/1: 'x' is not an address prefix; expected an address, '/' and a length, like "
                    + "192.0.2.0/24"),
            fault("{'network-map':{'a':{'ipv4':['10.0.0/8']}}}",
                "network-map/a/ipv4/0: '10.0.0' is not an IPv4 or IPv6 address"),
            fault("{'network-map':{'a':{'ipv4':['10.0.0.0/33']}}}",
                "network-map/a/ipv4/0: Prefix length 33 is not in 0..32"),
            fault("{'network-map':{'PID1':{'ipv4':['10.0.0.0/8','11.0.0.0/8','12.0.0.0/8','192.0.2.1/24']}}}",
                "network-map/PID1/ipv4/3: 192.0.2.1/24 has host bits set; the prefix is 192.0.2.0/24"),
            fault("{'network-map':{'a':{'ipv6':['2001:db8::1/32']}}}",
                "network-map/a/ipv6/0: 2001:db8::1/32 has host bits set; the prefix is 2001:db8::/32"),
            fault("{'network-map':{'a':{'ipv4':['2001:db8::/32']}}}",
                "network-map/a/ipv4/0: 2001:db8::/32 is not an ipv4 prefix"),
            fault("{'network-map':{'a':{'ipv4':['10.0.0.0/8','11.0.0.0/8','10.0.0.0/8']}}}",
                "network-map/a: 10.0.0.0/8 is there twice"),
            // cost maps
            fault("{'cost-map':{}}",
                "meta: 'dependent-vtags' is missing; it names the version of the cost map's network map"),
            fault("{'cost-map':{},'meta':{'dependent-vtags':[{'resource-id':'n','tag':'t'}]}}",
                "meta: 'cost-type' is missing; it says what the costs mean"),
            fault("{'meta':{'dependent-vtags':[]}}",
                "meta/dependent-vtags: there are 0 version tags; a cost map has exactly one, that of its network map"),
            fault("{'meta':{'dependent-vtags':[{'resource-id':'n','tag':'t'},{'resource-id':'m','tag':'t'}]}}",
                "meta/dependent-vtags: there are 2 version tags; a cost map has exactly one, that of its network map"),
            fault("{'meta':{'dependent-vtags':[{'resource-id':'n'}]}}",
                "meta/dependent-vtags/0: 'tag' is missing"),
            fault("{'meta':{'dependent-vtags':[{'resource-id':'n','tag':''}]}}",
                "meta/dependent-vtags/0: Tag '' is not 1 to 64 visible ASCII characters"),
            fault("{'meta':{'cost-type':{'cost-mode':'numerical'}}}", "meta/cost-type: 'cost-metric' is missing"),
            fault("{'meta':{'cost-type':{'cost-mode':'a b'}}}", "meta/cost-type/cost-mode: Cost mode 'a b' is not 1 "
                + "to 32 characters out of letters, digits, '-', ':' and '_', with more than 'priv:'"),
            fault(COST_META + "{'a':{'b':-1.0}}}", "cost-map/a/b: cost -1.0 is not a finite number of 0 or more"),
            fault(COST_META + "{'a':{'b':1e999}}}", "cost-map/a/b: cost 1e999 is not a finite number of 0 or more"),
            fault(COST_META + "{'a':{'b':'7'}}}",
                "cost-map/a/b: cost \"7\" is not a number, which the cost mode 'numerical' demands"),
            fault(COST_META + "{'a':{'b':1,'c':2,'b':1}}}", "cost-map/a: destination b is there twice"),
            fault(COST_META + "{'a':{},'a':{}}}",
                "cost-map/a: there are two members of this name (line 1, column 146)"),
            fault(COST_META + "{'a':7}}", "cost-map/a: expected an object, found a number (line 1, column 143)"),
            fault(COST_META + "{'a':{'b c':7}}}", "cost-map/a/b c: PID name 'b c' " + names),
            fault(COST_META + "{'a':{'b':NaN}}}", "cost-map/a/b: not JSON: Non-standard token 'NaN'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesThePlaceOfAFault(final String text, final String message) {
        final var fault = assertThrows(InvalidMapException.class, () -> read(text));
        assertEquals(message, message.endsWith("at") || message.endsWith("'NaN'")
            ? fault.getMessage().substring(0, Math.min(message.length(), fault.getMessage().length()))
            : fault.getMessage());
        assertTrue(fault.getMessage().startsWith(fault.place()));
    }

    @Test
    void namesBothPidsOfAPrefix() {
        final var fault = assertThrows(InvalidMapException.class,
            () -> read("{'network-map':{'a':{'ipv4':['10.0.0.0/8']},'b':{'ipv4':['10.0.0.0/8']}}}"));
        for (var word : List.of("10.0.0.0/8", "a", "b")) {
            assertTrue(fault.getMessage().contains(word), fault.getMessage());
        }
    }
}
