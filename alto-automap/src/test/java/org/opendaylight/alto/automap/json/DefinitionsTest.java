/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.automap.spec.RandomDefinitions;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.SwitchId;

class DefinitionsTest {
    private static final CostType HOPCOUNT = CostType.numerical(CostMetric.HOPCOUNT);

    private static MapDefinition read(final String text) {
        return DefinitionReader.read(text.replace('\'', '"'));
    }

    private static Grouping grouping(final String fields) {
        return ((MapDefinition.OfNetworkMap) read("{'net-map-id': 'n', 'net-map-grp-alg': " + fields + "}"))
            .spec().grouping();
    }

    private static CostMapSpec costs(final String fields) {
        return ((MapDefinition.OfCostMap) read("{'cost-map-id': 'c', 'uses': ['n'], 'cost-type': "
            + "{'cost-mode': 'numerical', 'cost-metric': 'delay-ow'}" + fields + "}")).spec();
    }

    private static String mistake(final String text) {
        return assertThrows(InvalidMapException.class, () -> read(text), text).getMessage();
    }

    private static String figure(final String name) throws Exception {
        return Files.readString(Path.of("src/test/resources/figures", name));
    }

    private static Grouping.Nearest nearest(final CostMetric metric, final Map<String, long[]> anchors) {
        return new Grouping.Nearest(metric, anchors.entrySet().stream().collect(Collectors.toMap(
            entry -> new Pid(entry.getKey()),
            entry -> Arrays.stream(entry.getValue()).mapToObj(SwitchId::new)
                .collect(Collectors.toCollection(TreeSet::new)),
            (one, other) -> one, TreeMap::new)));
    }

    @Test
    @DisplayName("Z14: figure 6")
    void figureOfTheNetworkMap() throws Exception {
        assertEquals(new MapDefinition.OfNetworkMap(new NetworkMapSpec(new ResourceId("nearest-network-map"),
            nearest(CostMetric.HOPCOUNT, Map.of("pid1", new long[] { 1, 2 }, "pid2", new long[] { 3 }, "pid3",
                new long[] { 4, 5 })))), read(figure("nearest-network-map-config.json")));
    }

    @Test
    @DisplayName("Z15: figure 7")
    void figureOfTheCostMap() throws Exception {
        final var text = figure("cost-map-config.json");
        final var definition = new MapDefinition.OfCostMap(new CostMapSpec(new ResourceId("cmap1"),
            new ResourceId("my-nn-auto-network-map"), HOPCOUNT, new Fold.Mean(), new HostPairs.Sample(10_000, 0), 0));
        assertEquals(definition, read(text));
        final var json = new ObjectMapper();
        assertEquals(json.readTree(text), json.readTree(DefinitionWriter.write(definition)));
    }

    @Test
    void shippedFilesAreTheDefaultMaps() throws Exception {
        assertEquals(new MapDefinition.OfNetworkMap(
            new NetworkMapSpec(new ResourceId("default-network-map"), new Grouping.BySwitch())),
            read(Files.readString(Path.of("src/main/config/default-network-map.json"))));
        // of both each change counts, as the routing cost is the hop count at first
        for (var metric : List.of("hopcount", "routingcost")) {
            final var id = "default-" + metric + "-map";
            assertEquals(new MapDefinition.OfCostMap(new CostMapSpec(new ResourceId(id),
                new ResourceId("default-network-map"), CostType.numerical(new CostMetric(metric)),
                new Fold.Mean(), new HostPairs.All(), 0)),
                read(Files.readString(Path.of("src/main/config", id + ".json"))));
        }
    }

    @Test
    void eachAlgorithmHasItsParameters() {
        assertEquals(new Grouping.BySwitch(), grouping("'switch-alg'"));
        assertEquals(new Grouping.BySwitch(), grouping("'switch-alg', 'net-map-grp-para': {}"));
        assertEquals(new Grouping.ByComponent(), grouping("'component-alg'"));
        assertEquals(new Grouping.ByVlan(), grouping("'vlan-alg'"));
        assertEquals(new Grouping.ByPrefix(new TreeMap<>(Map.of(
            new Pid("a"), new TreeSet<>(List.of(IpPrefix.parse("10.0.0.0/8"), IpPrefix.parse("::/0"))),
            new Pid("b"), new TreeSet<>(List.of(IpPrefix.parse("10.1.0.0/16")))))),
            grouping("'prefix-alg', 'net-map-grp-para': {'prefixes': {'b': ['10.1.0.0/16'], "
                + "'a': ['::/0', '10.0.0.0/8']}}"));
        assertEquals(new Grouping.KCentre(CostMetric.HOPCOUNT, 3),
            grouping("'k-centre-alg', 'net-map-grp-para': {'count': 3}"));
        assertEquals(new Grouping.Hierarchical(CostMetric.DELAY_OW, 1),
            grouping("'hierarchical-alg', 'net-map-grp-para': {'count': 1, 'metric': 'delay-ow'}"));
        assertEquals(nearest(CostMetric.HOPCOUNT, Map.of("p", new long[] { 7 })),
            grouping("'nearest-alg', 'net-map-grp-para': {'anchors': {'p': ['s7']}}"));
    }

    @ParameterizedTest
    @CsvSource({ "openflow:1, 1", "openflow:18446744073709551615, -1", "s1, 1", "sw12, 12", "core-switch_0, 0",
        "S18446744073709551615, -1", "s007, 7" })
    void switchesAreNamedAsInTheControllerOrInMininet(final String name, final long id) {
        assertEquals(nearest(CostMetric.HOPCOUNT, Map.of("p", new long[] { id })),
            grouping("'nearest-alg', 'net-map-grp-para': {'anchors': {'p': ['" + name + "']}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1", "s", "s1a", "s1-2", "of:1", "s 1", "openflow:", "openflow:x",
        "s18446744073709551616", "openflow:18446744073709551616" })
    void otherNamesOfSwitchesAreMistakes(final String name) {
        final var message = mistake("{'net-map-id': 'n', 'net-map-grp-alg': 'nearest-alg', 'net-map-grp-para': "
            + "{'anchors': {'p': ['s1', '" + name + "']}}}");
        assertEquals("net-map-grp-para/anchors/p/1: '" + name + "' ", message.substring(0,
            "net-map-grp-para/anchors/p/1: '' ".length() + name.length()));
    }

    @Test
    void whatIsNotSaidIsTheDefault() {
        final var spec = costs("");
        assertEquals(new Fold.Mean(), spec.fold());
        assertEquals(new HostPairs.All(), spec.pairs());
        assertEquals(5, spec.stepPercent());
        assertEquals(0.25, costs(", 'renewal-step': 0.25").stepPercent());
        assertEquals(0, costs(", 'renewal-step': 0").stepPercent());
        assertEquals(new HostPairs.Sample(7, -9), costs(
            ", 'cost-map-group-alg': {'alg': 'random-sampling', 'count': 7, 'seed': -9}").pairs());
        assertEquals(new HostPairs.All(), costs(", 'cost-map-group-alg': {'alg': 'total-enumeration'}").pairs());
    }

    @ParameterizedTest
    @CsvSource({ "median, 50", "95-percentile, 95", "50-percentile, 50", "99.9-percentile, 99.9",
        "0.01-percentile, 0.01", "100-percentile, 100" })
    void percentiles(final String word, final double percent) {
        assertEquals(new Fold.Percentile(percent), costs(", 'cost-map-group-metric': '" + word + "'").fold());
    }

    @Test
    void otherFolds() {
        assertEquals(new Fold.Mean(), costs(", 'cost-map-group-metric': 'avg'").fold());
        assertEquals(new Fold.Min(), costs(", 'cost-map-group-metric': 'min'").fold());
        assertEquals(new Fold.Max(), costs(", 'cost-map-group-metric': 'max'").fold());
    }

    @ParameterizedTest
    @ValueSource(strings = { "mean", "0-percentile", "100.1-percentile", "101-percentile", "-5-percentile",
        "x-percentile", "95", "95percentile", "1e1-percentile", "AVG", "" })
    void wordsThatAreNoFold(final String word) {
        assertEquals("cost-map-group-metric: '" + word + "' is not avg, median, min, max, or a number more than 0 and "
            + "at most 100 and -percentile, like 95-percentile", assertThrows(InvalidMapException.class,
                () -> costs(", 'cost-map-group-metric': '" + word + "'")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | this is not a JSON object; expected { and the fields of a map",
        "[] | this is not a JSON object; expected { and the fields of a map",
        "{} | neither 'net-map-id' nor 'cost-map-id' is there; one of them names the map",
        "{'net-map-id':'a','cost-map-id':'b'} | both 'net-map-id' and 'cost-map-id' are there; a definition is that of "
            + "one map",
        "{'net-map-id':1} | net-map-id: this is 1; expected a string in quotes",
        "{'net-map-id':'a.b'} | net-map-id: Resource id 'a.b' is not 1 to 64 characters out of letters, digits, '-', "
            + "':', '@' and '_'",
        "{'net-map-id':'n'} | net-map-grp-alg: the field is missing",
        "{'net-map-id':'n','net-map-grp-alg':'near'} | net-map-grp-alg: 'near' is not an algorithm; there are "
            + "nearest-alg, switch-alg, component-alg, prefix-alg, vlan-alg, k-centre-alg, hierarchical-alg",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg'} | net-map-grp-para: the field is missing",
        "{'net-map-id':'n','net-map-grp-alg':'vlan-alg','net-map-grp-para':[]} | net-map-grp-para: this is []; "
            + "expected an object { }",
        "{'net-map-id':'n','net-map-grp-alg':'vlan-alg','net-map-grp-para':{'count':1}} | net-map-grp-para/count: "
            + "there is no such field; expected none here",
        "{'net-map-id':'n','net-map-grp-alg':'vlan-alg','uses':['n']} | uses: there is no such field; the fields here "
            + "are net-map-grp-alg, net-map-grp-para, net-map-id",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'metric':'a b','anchors':{'p':['s1']}}} "
            + "| net-map-grp-para/metric: Cost metric 'a b' is not 1 to 32 characters out of letters, digits, '-', ':' "
            + "and '_', with more than 'priv:'",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{}} | net-map-grp-para/anchors: the "
            + "field is missing",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{}}} | "
            + "net-map-grp-para/anchors: there is no PID in it; expected the name of at least one and its members",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{'p':[]}}} | "
            + "net-map-grp-para/anchors/p: the array is empty; expected at least one string in it",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{'p':['s1',2]}}} | "
            + "net-map-grp-para/anchors/p/1: this is 2; expected a string in quotes",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{'p q':['s1']}}} | "
            + "net-map-grp-para/anchors/p q: PID name 'p q' is not 1 to 64 characters out of letters, digits, '-', "
            + "':', '@' and '_'",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{'p':['s1','openflow:1']}}} | "
            + "net-map-grp-para/anchors/p/1: 'openflow:1' is there twice",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{'p':['s1'],'q':['s2','s1']}}}"
            + " | net-map-grp-para/anchors/q/1: openflow:1 is in PID p already; it can be in one only",
        "{'net-map-id':'n','net-map-grp-alg':'nearest-alg','net-map-grp-para':{'anchors':{'p':['s1']},'count':1}} | "
            + "net-map-grp-para/count: there is no such field; the fields here are anchors, metric",
        "{'net-map-id':'n','net-map-grp-alg':'prefix-alg','net-map-grp-para':{'prefixes':{'p':['10.0.0.1/8']}}} | "
            + "net-map-grp-para/prefixes/p/0: 10.0.0.1/8 has host bits set; the prefix is 10.0.0.0/8",
        "{'net-map-id':'n','net-map-grp-alg':'prefix-alg','net-map-grp-para':{'prefixes':{'p':['::/0'],'q':['::/0']}}} "
            + "| net-map-grp-para/prefixes/q/0: ::/0 is in PID p already; it can be in one only",
        "{'net-map-id':'n','net-map-grp-alg':'k-centre-alg','net-map-grp-para':{'count':0}} | net-map-grp-para/count: "
            + "this is 0; expected an integer from 1 to 2147483647",
        "{'net-map-id':'n','net-map-grp-alg':'k-centre-alg','net-map-grp-para':{'count':2147483648}} | "
            + "net-map-grp-para/count: this is 2147483648; expected an integer from 1 to 2147483647",
        "{'net-map-id':'n','net-map-grp-alg':'hierarchical-alg','net-map-grp-para':{'count':1.5}} | "
            + "net-map-grp-para/count: this is 1.5; expected an integer from 1 to 2147483647",
        "{'net-map-id':'n','net-map-grp-alg':'hierarchical-alg','net-map-grp-para':{}} | net-map-grp-para/count: the "
            + "field is missing" })
    void mistakesInNetworkMaps(final String text, final String message) {
        assertEquals(message, mistake(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | uses: the field is missing",
        ",'uses':[] | uses: the array is empty; expected at least one string in it",
        ",'uses':'n' | uses: this is \"n\"; expected an array of strings [ ]",
        ",'uses':['n','m'] | uses: there are 2 names; expected exactly one, that of the network map",
        ",'uses':['c'] | uses: this is the name of the cost map itself; expected that of a network map",
        ",'uses':['n'] | cost-type: the field is missing",
        ",'uses':['n'],'cost-type':{'cost-metric':'hopcount'} | cost-type/cost-mode: the field is missing",
        ",'uses':['n'],'cost-type':{'cost-mode':'numerical'} | cost-type/cost-metric: the field is missing",
        ",'uses':['n'],'cost-type':{'cost-mode':'ordinal','cost-metric':'hopcount'} | cost-type/cost-mode: 'ordinal' "
            + "is not a mode in which costs can be computed; expected numerical",
        ",'uses':['n'],'cost-type':{'cost-mode':'numerical','cost-metric':'x','description':''} | "
            + "cost-type/description: there is no such field; the fields here are cost-metric, cost-mode" })
    void mistakesInCostMaps(final String fields, final String message) {
        assertEquals(message, mistake("{'cost-map-id':'c'" + fields + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'cost-map-group-metric':50 | cost-map-group-metric: this is 50; expected a string in quotes",
        "'cost-map-group-alg':'total-enumeration' | cost-map-group-alg: this is \"total-enumeration\"; expected an "
            + "object { }",
        "'cost-map-group-alg':{} | cost-map-group-alg/alg: the field is missing",
        "'cost-map-group-alg':{'alg':'some'} | cost-map-group-alg/alg: 'some' is not an algorithm; there are "
            + "total-enumeration and random-sampling",
        "'cost-map-group-alg':{'alg':'total-enumeration','count':1} | cost-map-group-alg/count: there is no such "
            + "field; the fields here are alg",
        "'cost-map-group-alg':{'alg':'random-sampling'} | cost-map-group-alg/count: the field is missing",
        "'cost-map-group-alg':{'alg':'random-sampling','count':1,'seed':9223372036854775808} | "
            + "cost-map-group-alg/seed: this is 9223372036854775808; expected an integer "
            + "from -9223372036854775808 to 9223372036854775807",
        "'renewal-step':-1 | renewal-step: this is -1; expected a number from 0 to 1000000 with at most 6 decimals",
        "'renewal-step':0.0000001 | renewal-step: this is 1E-7; expected a number from 0 to 1000000 with at most 6 "
            + "decimals",
        "'renewal-step':1000000.1 | renewal-step: this is 1000000.1; expected a number from 0 to 1000000 with at most "
            + "6 decimals",
        "'renewal-step':'5' | renewal-step: this is \"5\"; expected a number from 0 to 1000000 with at most 6 decimals",
        "'renewal':5 | renewal: there is no such field; the fields here are cost-map-group-alg, cost-map-group-metric, "
            + "cost-map-id, cost-type, renewal-step, uses" })
    void mistakesInWhatMayBeLeftOut(final String field, final String message) {
        assertEquals(message, assertThrows(InvalidMapException.class, () -> costs("," + field)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'net-map-id':'n','net-map-grp-para':{'metric':'hopcount','metric':'delay-ow'}} | "
            + "net-map-grp-para/metric: line 1, column 67: Duplicate field 'metric'",
        "{'net-map-id':'n' | net-map-id: line 1, column 18: Unexpected end-of-input",
        "{'net-map-id':'n'} x | line 1, column 21: Unrecognized token 'x'" })
    void faultsOfSyntaxNameTheLine(final String text, final String message) {
        assertEquals(message, mistake(text).substring(0, message.length()));
    }

    @Test
    void longValuesAreCut() {
        final var message = mistake("{'net-map-id': [" + "'0123456789',".repeat(20) + "0]}");
        assertEquals("net-map-id: this is [\"0123456789\",\"0123456789\",\"0123456789\",\"0123456789\",\"012345 ...; "
            + "expected a string in quotes", message);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (long seed = 0; seed < 500; seed++) {
            final var definition = new RandomDefinitions(seed).next();
            final var text = DefinitionWriter.write(definition);
            assertEquals(definition, DefinitionReader.read(text), "seed " + seed + ": " + text);
            assertEquals(text, DefinitionWriter.write(DefinitionReader.read(text)), "seed " + seed);
        }
    }

    @Test
    void summariesAndTextAreForPeople() throws Exception {
        final var definition = read(figure("nearest-network-map-config.json"));
        assertEquals("nearest-alg by hopcount, 3 PIDs", DefinitionWriter.summary(definition));
        assertEquals("""
            {
              "net-map-id": "nearest-network-map",
              "net-map-grp-alg": "nearest-alg",
              "net-map-grp-para": {
                "metric": "hopcount",
                "anchors": {
                  "pid1": [ "openflow:1", "openflow:2" ],
                  "pid2": [ "openflow:3" ],
                  "pid3": [ "openflow:4", "openflow:5" ]
                }
              }
            }""", DefinitionWriter.write(definition));
        assertEquals("hopcount on my-nn-auto-network-map, avg of 10000 random pairs",
            DefinitionWriter.summary(read(figure("cost-map-config.json"))));
        assertEquals("delay-ow on n, 95.5-percentile of all pairs", DefinitionWriter.summary(
            new MapDefinition.OfCostMap(costs(",'cost-map-group-metric':'95.50-percentile'"))));
        assertEquals("switch-alg", DefinitionWriter.summary(new MapDefinition.OfNetworkMap(
            new NetworkMapSpec(new ResourceId("n"), new Grouping.BySwitch()))));
        assertEquals("k-centre-alg by hopcount, 1 PID", DefinitionWriter.summary(new MapDefinition.OfNetworkMap(
            new NetworkMapSpec(new ResourceId("n"), new Grouping.KCentre(CostMetric.HOPCOUNT, 1)))));
        assertEquals("\"renewal-step\": 100\n}", DefinitionWriter.write(new MapDefinition.OfCostMap(
            costs(",'renewal-step': 1E2"))).lines().skip(11).map(String::strip).collect(Collectors.joining("\n")));
    }
}
