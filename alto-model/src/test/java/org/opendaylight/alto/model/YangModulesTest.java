/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a linter of another project says of our modules, and of data for them. */
class YangModulesTest {
    private static final String CONFIG = "config";
    private static final String OPERATIONAL = "data";

    @TempDir
    private Path directory;
    private YangLint linter;

    @BeforeEach
    void before() throws IOException {
        linter = new YangLint(directory);
    }

    private void assertValid(final String type, final String json) throws Exception {
        final var verdict = linter.validate(type, json);
        assertTrue(verdict.isGood(), () -> json + "\n" + verdict);
    }

    /**
     * Asserts that data is refused, for the right reason.
     *
     * @param reason words of the linter's message
     */
    private void assertInvalid(final String reason, final String type, final String json) throws Exception {
        final var verdict = linter.validate(type, json);
        assertFalse(verdict.isGood(), json);
        assertTrue(verdict.output().contains(reason), () -> json + "\n" + verdict);
    }

    private static String resources(final String members) {
        return "{\"alto-resources:resources\": {" + members + "}}";
    }

    private static String networkMapOf(final String pids) {
        return resources("\"network-map\": [{\"resource-id\": \"my-map\", \"pid\": [" + pids + "]}]");
    }

    private static String costMapOf(final String sources) {
        return resources("""
            "cost-map": [{
              "resource-id": "my-costs",
              "network-map": "my-map",
              "cost-type": {"cost-metric": "routingcost", "cost-mode": "numerical"},
              "source": [%s]
            }]""".formatted(sources));
    }

    private static String endpointCostOf(final String constraint) {
        return resources("""
            "endpoint-cost": [{
              "resource-id": "near-only",
              "cost-type": [{"cost-metric": "hopcount", "cost-mode": "ordinal"}],
              "cost-constraints": false,
              "constraint": ["%s"]
            }]""".formatted(constraint));
    }

    static List<Path> modules() throws IOException {
        return YangLint.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleHasNeitherErrorsNorWarnings(final Path module) throws Exception {
        final var verdict = linter.lint(module);
        assertTrue(verdict.isGood(), verdict::toString);
    }

    @Test
    void warningCountsAsAFault() throws Exception {
        final var module = Files.writeString(directory.resolve("doubtful.yang"), """
            module doubtful {
              yang-version 1.1;
              namespace "urn:doubtful";
              prefix d;
              leaf one {
                when "../two = 'x'";
                type string;
              }
            }
            """);
        final var verdict = linter.lint(module);
        assertEquals(0, verdict.code());
        assertFalse(verdict.isGood());
    }

    @Test
    void networkMap() throws Exception {
        assertValid(CONFIG, networkMapOf("""
            {"name": "PID1", "prefix": ["192.0.2.0/24", "198.51.100.0/25", "2001:db8::/32"]},
            {"name": "openflow:1", "prefix": ["198.51.100.128/32"]},
            {"name": "default", "prefix": ["0.0.0.0/0", "::/0"]},
            {"name": "empty"}"""));
    }

    @Test
    void costMapWithAnEntryPerCost() throws Exception {
        assertValid(CONFIG, costMapOf("""
            {"pid": "PID1", "destination": [
              {"pid": "PID1", "numerical-cost": "0"},
              {"pid": "PID2", "numerical-cost": "2.333333"},
              {"pid": "PID3", "ordinal-cost": 3},
              {"pid": "PID4", "json-cost": "[1, null, \\"x\\"]"}]}"""));
    }

    @Test
    void costMapWithARowPerSource() throws Exception {
        assertValid(CONFIG, costMapOf("""
            {"pid": "PID1", "row": "{\\"PID1\\":0,\\n\\"PID2\\":2.3333333333333335}"},
            {"pid": "PID2", "row": "{}"},
            {"pid": "PID3", "destination": [{"pid": "PID1", "numerical-cost": "1"}]}"""));
    }

    @Test
    void endpointProperties() throws Exception {
        assertValid(CONFIG, resources("""
            "endpoint": [
              {"prefix": "192.0.2.0/24", "property": [{"name": "priv:ietf-type", "value": "private"}]},
              {"prefix": "192.0.2.34/32", "property": [{"name": "priv:ietf-type", "value": ""}]}]"""));
    }

    @Test
    void computedMapsCarryWhatOperatorsDoNotSet() throws Exception {
        final var maps = resources("""
            "default-network-map": "default-network-map",
            "network-map": [{"resource-id": "default-network-map", "publisher": "auto-map", "tag": "3ee2cb7e8d63d9fa",
              "pid": [{"name": "default", "prefix": ["0.0.0.0/0", "::/0"]}]}],
            "cost-map": [{"resource-id": "default-hopcount-map", "publisher": "auto-map", "tag": "0123456789abcdef",
              "network-map": "default-network-map", "network-map-tag": "3ee2cb7e8d63d9fa",
              "cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"},
              "source": [{"pid": "openflow:1", "row": "{\\"openflow:1\\":0}"}]}]""");
        assertValid(OPERATIONAL, maps);
        assertInvalid("state node \"publisher\"", CONFIG, maps);
    }

    @Test
    @DisplayName("Z10: who predicts paths, in the operator's order")
    void pathService() throws Exception {
        assertValid(CONFIG, """
            {"alto-paths:path-service": {"aggregation": "weighted",
              "predictor": ["shortest-path", "my_own", "intended"],
              "force-compute": {"enabled": true, "table": 1, "priority": 65535, "cookie": "0xff", "idle-timeout": 60,
                "hard-timeout": 0, "max-paths-per-second": 1}}}""");
        assertInvalid("aggregation", CONFIG, "{\"alto-paths:path-service\": {\"aggregation\": \"mean\"}}");
        assertInvalid("predictor", CONFIG, "{\"alto-paths:path-service\": {\"predictor\": [\"my own\"]}}");
        assertInvalid("cookie", CONFIG,
            "{\"alto-paths:path-service\": {\"force-compute\": {\"cookie\": \"0xFF\"}}}");
    }

    @Test
    void forcedPaths() throws Exception {
        final var paths = """
            {"alto-paths:forced-paths": {"forced-path": [{"source": "10.0.0.1", "destination": "10.0.0.3",
              "state": "pending", "by": "shortest-path", "since": "2026-11-25T10:00:00Z",
              "hop": [{"switch": "openflow:2", "in-port": 1, "out-port": 2},
                      {"switch": "openflow:1", "in-port": 3}]}]}}""";
        assertValid(OPERATIONAL, paths);
        assertInvalid("state node \"forced-paths\"", CONFIG, paths);
    }

    private static String linkMetrics(final String members) {
        return "{\"alto-links:link-metrics\": {" + members + "}}";
    }

    @Test
    void linkMetrics() throws Exception {
        assertValid(CONFIG, linkMetrics("""
            "window": 5, "probe-interval": "0.1", "max-probes-per-second": 1, "samples-kept": 10,
            "statistic": ["cur", "p99.9", "p0", "p100", "stdvar"],
            "link": [{"port": "openflow:1:2", "bits-per-second": "1", "delay-ow": "0", "lossrate": "100"}],
            "metric": [{"name": "delay-ow", "cost-source": "sla", "sla-definition": "https://example.com/sla"}],
            "rule": {"table": 0, "priority": 1}"""));
        assertValid(CONFIG, linkMetrics("\"probe-interval\": \"0\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Unsatisfied range | \"window\": 4",
        "Unsatisfied range | \"probe-interval\": \"0.05\"",
        "Unsatisfied range | \"max-probes-per-second\": 0",
        "Unsatisfied pattern | \"statistic\": [\"p101\"]",
        "Unsatisfied range | \"link\": [{\"port\": \"openflow:1:2\", \"bits-per-second\": \"0\"}]",
        "Unsatisfied range | \"link\": [{\"port\": \"openflow:1:2\", \"delay-ow\": \"-1\"}]",
        "Unsatisfied range | \"link\": [{\"port\": \"openflow:1:2\", \"lossrate\": \"100.1\"}]",
        "Unsatisfied pattern | \"link\": [{\"port\": \"s1\"}]" })
    void badLinkMetrics(final String reason, final String members) throws Exception {
        assertInvalid(reason, CONFIG, linkMetrics(members));
    }

    @Test
    void measuredLinks() throws Exception {
        final var links = """
            {"alto-links:links": {"probes": {"rate": "4", "sent": "9", "received": "8", "lost": "1", "refused": "0"},
              "link": [{"from": "openflow:1:2", "to": "openflow:2:3", "capacity": "1250000", "tx-rate": "10",
                "rx-rate": "10", "utilisation": "0.0008", "bw-residual": "1250000", "bw-available": "1249990",
                "lossrate": "0", "delay-ow": "20000.123", "delay-rt": "40000", "delay-variation": "1.5",
                "delay-samples": 60, "errors": "0", "drops": "0", "observed": "2026-11-25T10:00:00.123Z"},
                {"from": "openflow:1:1"}]}}""";
        assertValid(OPERATIONAL, links);
        assertInvalid("state node \"links\"", CONFIG, links);
    }

    private static String autoMap(final String members) {
        return "{\"alto-automap:auto-map\": {" + members + "}}";
    }

    @Test
    @DisplayName("Z14, Z15: maps that are computed, as in figures 6 and 7")
    void wantedMaps() throws Exception {
        assertValid(CONFIG, autoMap("""
            "network-map": [
              {"resource-id": "nearest-network-map", "nearest": {"metric": "hopcount", "anchor": [
                {"pid": "pid1", "switch": ["openflow:1", "openflow:2"]}, {"pid": "pid2", "switch": ["openflow:3"]}]}},
              {"resource-id": "a", "switch": {}}, {"resource-id": "b", "component": {}},
              {"resource-id": "c", "vlan": {}},
              {"resource-id": "d", "prefix": {"group": [{"pid": "p", "prefix": ["10.0.0.0/8", "::/0"]}]}},
              {"resource-id": "e", "k-centre": {"count": 3}},
              {"resource-id": "f", "hierarchical": {"metric": "delay-ow", "count": 1}}],
            "cost-map": [
              {"resource-id": "cmap1", "network-map": "nearest-network-map",
               "cost-type": {"cost-mode": "numerical", "cost-metric": "hopcount"}, "group-metric": "avg",
               "random-sampling": {"count": 10000, "seed": "-1"}, "renewal-step": "0.5"},
              {"resource-id": "cmap2", "network-map": "a", "group-metric": "99.9-percentile",
               "cost-type": {"cost-mode": "numerical", "cost-metric": "hopcount"}}]"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Mandatory choice \"algorithm\" | 'network-map': [{'resource-id': 'n'}]",
        "both cases | 'network-map': [{'resource-id': 'n', 'switch': {}, 'vlan': {}}]",
        "Too few \"anchor\" | 'network-map': [{'resource-id': 'n', 'nearest': {}}]",
        "Too few \"switch\" | 'network-map': [{'resource-id': 'n', 'nearest': {'anchor': [{'pid': 'p'}]}}]",
        "Too few \"group\" | 'network-map': [{'resource-id': 'n', 'prefix': {}}]",
        "Too few \"prefix\" | 'network-map': [{'resource-id': 'n', 'prefix': {'group': [{'pid': 'p'}]}}]",
        "Mandatory node \"count\" | 'network-map': [{'resource-id': 'n', 'k-centre': {}}]",
        "Unsatisfied range | 'network-map': [{'resource-id': 'n', 'hierarchical': {'count': 0}}]",
        "Mandatory node \"network-map\" | 'cost-map': [{'resource-id': 'c'}]" })
    void badWantedMaps(final String reason, final String members) throws Exception {
        assertInvalid(reason, CONFIG, autoMap(members.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Unsatisfied pattern | \"group-metric\": \"mean\"",
        "Unsatisfied pattern | \"group-metric\": \"95percentile\"",
        "Unsatisfied range | \"renewal-step\": \"-1\"",
        "Unsatisfied range | \"renewal-step\": \"1000001\"",
        "Unsatisfied range | \"random-sampling\": {\"count\": 0}",
        "Mandatory node \"count\" | \"random-sampling\": {}" })
    void badWantedCostMaps(final String reason, final String member) throws Exception {
        assertInvalid(reason, CONFIG, autoMap("\"cost-map\": [{\"resource-id\": \"c\", \"network-map\": \"n\", "
            + "\"cost-type\": {\"cost-mode\": \"numerical\", \"cost-metric\": \"hopcount\"}, " + member + "}]"));
    }

    @Test
    void stateOfWantedMaps() throws Exception {
        final var state = """
            {"alto-automap:auto-map-state": {"map": [{"resource-id": "cmap1", "origin": "cmap1.json",
              "problem": "uses: no network map n is defined", "last-computed": "2026-11-25T10:00:00.123Z",
              "duration": "1234", "reason": "hosts changed", "changed-parts": "1", "parts": "3", "error-bound": "0.25",
              "sampled-pairs": "10000"}, {"resource-id": "n", "origin": "datastore"}],
              "problem": [{"place": "a.json", "text": "net-map-id: the field is missing"}],
              "renewals": {"runs": "3", "computed-maps": "4", "changed-maps": "2", "duration": "5000"}}}""";
        assertValid(OPERATIONAL, state);
        assertInvalid("state node \"auto-map-state\"", CONFIG, state);
    }

    @Test
    void resourcePool() throws Exception {
        assertValid(OPERATIONAL, """
            {"alto-resources:resource-pool": {"resource": [{
              "resource-id": "my-costs",
              "media-type": "application/alto-costmap+json",
              "uri": "costmap/my-costs",
              "publisher": "operator",
              "tag": "0123456789abcdef",
              "dependency": ["my-map"],
              "cost-type": [{"cost-metric": "routingcost", "cost-mode": "numerical"}],
              "entries": 4,
              "res-enc-size": "1234"
            }]}}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gt 5", "le -1.5e3", "ge 5.", "[0] lt .5", "eq  +10", "lt 0", "[12] eq 1E-2"})
    @DisplayName("Z28, RFC 7285 11.3.2.3, RFC 8189 4.1.3: constraints hold floats, signs and indexes")
    void constraint(final String text) throws Exception {
        assertValid(CONFIG, endpointCostOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gt", "gt ", "[a] gt 1", "[0]", "[0]gt 1", "[-1] gt 1", "gt5", "gt 5 6", "gt x", "gt .",
        "gt 1e", "> 5", "ne 5", " gt 5", "GT 5"})
    void badConstraint(final String text) throws Exception {
        assertInvalid("Unsatisfied pattern", CONFIG, endpointCostOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P 1", "P.1", "P/1", "Pä"})
    @DisplayName("RFC 7285 10.1: a PID name is of letters, digits and - : @ _")
    void badPidName(final String name) throws Exception {
        assertInvalid("Unsatisfied pattern", CONFIG, networkMapOf("{\"name\": \"" + name + "\"}"));
    }

    @Test
    @DisplayName("RFC 7285 10.1: a PID name has 1 to 64 characters")
    void lengthOfPidName() throws Exception {
        assertValid(CONFIG, networkMapOf("{\"name\": \"" + "p".repeat(64) + "\"}"));
        assertInvalid("Unsatisfied length", CONFIG, networkMapOf("{\"name\": \"" + "p".repeat(65) + "\"}"));
        assertInvalid("Unsatisfied length", CONFIG, networkMapOf("{\"name\": \"\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "2001:db8::", "2001:db8::/129"})
    void badPrefix(final String prefix) throws Exception {
        assertInvalid("Invalid union value", CONFIG,
            networkMapOf("{\"name\": \"PID1\", \"prefix\": [\"" + prefix + "\"]}"));
    }

    @Test
    void sourceHasOneForm() throws Exception {
        assertInvalid("both cases \"destination\" and \"row\"", CONFIG, costMapOf("""
            {"pid": "PID1", "row": "{\\"PID1\\":0}", "destination": [{"pid": "PID2", "numerical-cost": "1"}]}"""));
    }

    @Test
    void costHasOneValue() throws Exception {
        assertInvalid("\"numerical-cost\" and \"ordinal-cost\"", CONFIG, costMapOf("""
            {"pid": "PID1", "destination": [{"pid": "PID2", "numerical-cost": "1", "ordinal-cost": 1}]}"""));
        assertInvalid("Mandatory choice \"value\"", CONFIG, costMapOf("""
            {"pid": "PID1", "destination": [{"pid": "PID2"}]}"""));
    }

    @Test
    void costIsNotNegative() throws Exception {
        assertInvalid("Unsatisfied range", CONFIG, costMapOf("""
            {"pid": "PID1", "destination": [{"pid": "PID2", "numerical-cost": "-0.5"}]}"""));
        assertInvalid("ordinal-cost", CONFIG, costMapOf("""
            {"pid": "PID1", "destination": [{"pid": "PID2", "ordinal-cost": -1}]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "[1]", "PID1:5", "{"})
    void rowIsAnObject(final String text) throws Exception {
        assertInvalid("Unsatisfied", CONFIG, costMapOf("{\"pid\": \"PID1\", \"row\": \"" + text + "\"}"));
    }

    @Test
    void costMapNamesItsNetworkMapAndItsType() throws Exception {
        assertInvalid("Mandatory node \"network-map\"", CONFIG, resources("""
            "cost-map": [{"resource-id": "c", "cost-type": {"cost-metric": "x", "cost-mode": "numerical"}}]"""));
        assertInvalid("Mandatory node \"cost-metric\"", CONFIG, resources("""
            "cost-map": [{"resource-id": "c", "network-map": "m"}]"""));
    }
}
