/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.service.OperatorMaps.LoadOption;
import org.opendaylight.alto.core.service.OperatorMaps.Loaded;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;
import org.opendaylight.alto.northbound.operator.FakeDirectory;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.common.api.TransactionCommitFailedException;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

class MdsalOperatorMapsTest extends AbstractConcurrentDataBrokerTest {
    private static final Set<LoadOption> NONE = Set.of();
    private static final CostType ROUTING = CostType.numerical(CostMetric.ROUTINGCOST);
    private static final String TWO_PIDS =
        "{'meta':{'vtag':{'resource-id':'n','tag':'t'}},'network-map':{'a':{'ipv4':['0.0.0.0/0']},"
            + "'b':{'ipv4':['10.0.0.0/8'],'ipv6':['::/0']}}}";

    private final FakeDirectory directory = new FakeDirectory();
    private final Set<String> phases = new LinkedHashSet<>();
    private MdsalOperatorMaps maps;

    @BeforeEach
    void start() throws Exception {
        setup();
        maps = new MdsalOperatorMaps(getDataBroker(), directory, Duration.ofNanos(1));
    }

    private static InputStream file(final String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ResourceId id(final String name) {
        return new ResourceId(name);
    }

    private static NetworkMap network(final String... entries) {
        final var pids = new HashMap<Pid, List<IpPrefix>>();
        for (var entry : entries) {
            final var words = entry.split(" ");
            pids.put(new Pid(words[0]), Arrays.stream(words).skip(1).map(IpPrefix::parse).toList());
        }
        return NetworkMap.of(pids);
    }

    private static CostMap costs(final String networkMap, final String source, final String destination) {
        return CostMap.ofNumbers(new VersionTag(id(networkMap), "t"), ROUTING,
            Map.of(new Pid(source), Map.of(new Pid(destination), 1.0)));
    }

    private static String costFile(final String networkMap, final String tag, final String metric, final String rows) {
        return "{'meta':{'dependent-vtags':[{'resource-id':'" + networkMap + "','tag':'" + tag
            + "'}],'cost-type':{'cost-mode':'numerical','cost-metric':'" + metric + "'}},'cost-map':" + rows + "}";
    }

    /** What the pool would do after the commit. */
    private BiConsumer<String, Double> whenStored(final Runnable publication) {
        return (phase, fraction) -> {
            phases.add(phase);
            if (phase.equals("publishing")) {
                publication.run();
            }
        };
    }

    private Loaded loadNetwork(final String text, final LoadOption... options) throws IOException {
        return maps.loadNetworkMap(Optional.empty(), file(text), Set.of(options), whenStored(() -> { }));
    }

    private Loaded loadServed() throws IOException {
        return maps.loadNetworkMap(Optional.empty(), file(TWO_PIDS), NONE,
            whenStored(() -> directory.serve("operator", "n", network("a 0.0.0.0/0", "b 10.0.0.0/8 ::/0"))));
    }

    private Loaded loadCosts(final String name, final String text) throws IOException {
        return maps.loadCostMap(id(name), file(text), NONE, whenStored(() -> { }));
    }

    private Optional<Resources> stored() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.CONFIGURATION, DataObjectIdentifier.builder(Resources.class).build())
                .get();
        }
    }

    private Set<String> storedIds() throws Exception {
        final var ids = new LinkedHashSet<String>();
        stored().ifPresent(resources -> {
            resources.nonnullNetworkMap().keySet().forEach(key -> ids.add(key.getResourceId().getValue()));
            resources.nonnullCostMap().keySet().forEach(key -> ids.add(key.getResourceId().getValue()));
        });
        return ids;
    }

    private static void assertInvalid(final String message, final Loading loading) {
        assertEquals(message, assertThrows(InvalidMapException.class, loading::run).getMessage());
    }

    private interface Loading {
        void run() throws IOException;
    }

    @Test
    void loadsNetworkMapAndWaitsUntilServed() throws Exception {
        assertEquals(new Loaded(id("n"), false, true, 2, 3, List.of()), loadServed());
        assertEquals(List.of("reading", "checking", "writing", "publishing"), new ArrayList<>(phases));
        assertEquals(Set.of("n"), storedIds());
        assertEquals(0, directory.registrations());
    }

    @Test
    void storesUnderTheGivenName() throws Exception {
        assertEquals(id("m"), maps.loadNetworkMap(Optional.of(id("m")), file(TWO_PIDS), NONE, whenStored(() -> { }))
            .id());
        assertEquals(Set.of("m"), storedIds());
        assertInvalid("meta/vtag: 'resource-id' is missing; name the map when loading it",
            () -> loadNetwork("{'network-map':{}}"));
    }

    @Test
    void writesNothingIfNothingChanges() throws Exception {
        loadServed();
        phases.clear();
        assertEquals(new Loaded(id("n"), true, false, 2, 3, List.of()), loadServed());
        assertEquals(List.of("reading", "checking"), new ArrayList<>(phases));
        final var file = costFile("n", ContentTag.of(network("a 0.0.0.0/0", "b 10.0.0.0/8 ::/0")), "routingcost",
            "{'a':{'b':1.5}}");
        assertTrue(loadCosts("c", file).changed());
        phases.clear();
        assertEquals(new Loaded(id("c"), true, false, 1, 1, List.of()), loadCosts("c", file));
        assertEquals(List.of("reading", "checking"), new ArrayList<>(phases));
    }

    @Test
    void replaces() throws Exception {
        loadServed();
        final var loaded = loadNetwork("{'meta':{'vtag':{'resource-id':'n'}},'network-map':{'a':{}}}");
        assertTrue(loaded.replaced());
        assertTrue(loaded.changed());
        assertEquals(Set.of("a"), stored().orElseThrow().nonnullNetworkMap().values().iterator().next().nonnullPid()
            .keySet().stream().map(key -> key.getName().getValue()).collect(Collectors.toSet()));
    }

    @Test
    void checksOnly() throws Exception {
        assertEquals(new Loaded(id("n"), false, true, 2, 3, List.of()), loadNetwork(TWO_PIDS, LoadOption.CHECK_ONLY));
        assertEquals(Set.of(), storedIds());
        assertEquals(List.of("reading", "checking"), new ArrayList<>(phases));
    }

    @Test
    void warnsIfNotServed() throws Exception {
        assertEquals(List.of("The map is stored but not served: too bad"), maps.loadNetworkMap(Optional.empty(),
            file(TWO_PIDS), NONE, whenStored(() -> directory.refuse("n", "too bad"))).warnings());
        // still there
        assertEquals(List.of("The map is stored but not served: too bad"), loadNetwork(TWO_PIDS).warnings());
    }

    @Test
    void warnsIfNothingIsHeard() throws Exception {
        assertEquals(List.of("The map is stored but not served: nothing was heard of it within 0 s"),
            loadNetwork(TWO_PIDS).warnings());
    }

    @Test
    void staysInterruptedWhileWaiting() throws Exception {
        maps = new MdsalOperatorMaps(getDataBroker(), directory);
        final var loaded = maps.loadNetworkMap(Optional.empty(), file(TWO_PIDS), NONE,
            whenStored(() -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted());
        assertEquals(List.of("The map is stored but not served: interrupted while waiting for that"),
            loaded.warnings());
    }

    @Test
    void demandsTheKindOfMap() {
        assertInvalid("the file is a cost map, not a network map",
            () -> loadNetwork(costFile("n", "t", "hopcount", "{}")));
        assertInvalid("the file is a network map, not a cost map", () -> loadCosts("c", TWO_PIDS));
    }

    @Test
    void offersTheDefaultPid() throws Exception {
        final var gap = "{'meta':{'vtag':{'resource-id':'n'}},'network-map':{'a':{'ipv4':['0.0.0.0/1']}}}";
        assertInvalid("network-map: address 128.0.0.0 has no PID, but a map with ipv4 prefixes must have a PID for "
            + "each ipv4 address; the option --add-default-pid puts 0.0.0.0/0 into a PID 'default'",
            () -> loadNetwork(gap));
        assertEquals(Set.of(), storedIds());
        assertEquals(2, loadNetwork(gap, LoadOption.ADD_DEFAULT_PID).pids());
    }

    @Test
    void leavesComputedNamesAlone() throws Exception {
        directory.serve("auto-map", "n", network("a 0.0.0.0/0"));
        assertInvalid("there is a resource n already, published by auto-map; take another name",
            () -> loadNetwork(TWO_PIDS));
        assertInvalid("there is a resource n already, published by auto-map; take another name",
            () -> loadCosts("n", costFile("n", "t", "hopcount", "{'a':{'a':1}}")));
        assertEquals(Set.of(), storedIds());
    }

    @Test
    void keepsNamesOfTheKindsApart() throws Exception {
        loadServed();
        assertInvalid("the operator has a map n of the other kind; take another name",
            () -> loadCosts("n", costFile("n", "t", "hopcount", "{}")));
    }

    @Test
    void loadsCostMapOfStoredOrComputedNetworkMap() throws Exception {
        loadNetwork(TWO_PIDS);
        directory.serve("auto-map", "auto", network("x 0.0.0.0/0"));
        assertEquals(new Loaded(id("c"), false, true, 1, 2, List.of()), maps.loadCostMap(id("c"),
            file(costFile("n", "t", "routingcost", "{'a':{'b':1,'a':0},'b':{}}")), NONE, whenStored(() ->
                directory.serve("operator", "c", CostMap.ofNumbers(new VersionTag(id("n"), "other"), ROUTING,
                    Map.of(new Pid("a"), Map.of(new Pid("a"), 0.0, new Pid("b"), 1.0)))))));
        loadCosts("d", costFile("auto", "t", "routingcost", "{'x':{'x':1}}"));
        assertEquals(Set.of("n", "c", "d"), storedIds());
    }

    @Test
    void namesPlaceInCostMap() throws Exception {
        assertInvalid("meta/dependent-vtags/0/resource-id: there is no network map n; load it first",
            () -> loadCosts("c", costFile("n", "t", "routingcost", "{}")));
        loadServed();
        assertInvalid("cost-map/x: network map n has no PID x",
            () -> loadCosts("c", costFile("n", "t", "routingcost", "{'x':{'a':1}}")));
        assertInvalid("cost-map/a/x: network map n has no PID x",
            () -> loadCosts("c", costFile("n", "t", "routingcost", "{'a':{'a':1,'x':1}}")));
    }

    @Test
    void allowsOneCostMapOfEachType() throws Exception {
        loadServed();
        loadCosts("c", costFile("n", "t", "routingcost", "{'a':{'b':1}}"));
        final var second = costFile("n", "t", "routingcost", "{'a':{'b':2}}");
        assertInvalid("meta/cost-type: cost map c has the cost type routingcost-numerical of network map n already",
            () -> loadCosts("d", second));
        loadCosts("c", second);
        loadCosts("d", costFile("n", "t", "hopcount", "{'a':{'b':1}}"));

        directory.serve("auto-map", "auto", network("a 0.0.0.0/0"));
        directory.serve("auto-map", "auto-costs", costs("auto", "a", "a"));
        assertInvalid("meta/cost-type: cost map auto-costs, published by auto-map, has the cost type "
            + "routingcost-numerical of network map auto already",
            () -> loadCosts("e", costFile("auto", "t", "routingcost", "{'a':{'a':2}}")));
    }

    @Test
    void warnsOfAnotherVersion() throws Exception {
        loadServed();
        final var tag = ContentTag.of(network("a 0.0.0.0/0", "b 10.0.0.0/8 ::/0"));
        assertEquals("The file's costs are on version old of network map n, which is at version " + tag
            + " now; they are served as costs on that.",
            loadCosts("c", costFile("n", "old", "routingcost", "{'a':{'b':1}}")).warnings().getFirst());
    }

    @Test
    void keepsPidsThatHaveCosts() throws Exception {
        loadServed();
        loadCosts("c", costFile("n", "t", "routingcost", "{'a':{'b':1}}"));
        assertInvalid("network-map: PID b would go, but cost map c has costs of it; keep the PID, or load or delete "
            + "the cost map without it first", () -> loadNetwork(TWO_PIDS.replace("'b'", "'x'")));
        loadNetwork(TWO_PIDS.replace("'b'", "'b':{},'x'"));
    }

    @Test
    void deletesAllOrNone() throws Exception {
        loadServed();
        loadCosts("c", costFile("n", "t", "routingcost", "{'a':{'b':1}}"));
        directory.serve("auto-map", "auto", network("a 0.0.0.0/0"));
        assertDeleteFails("Not an operator's map: auto (published by auto-map), x (there is no such resource)",
            "c", "x", "auto", "n");
        assertDeleteFails("Network map n is used by cost map c; delete them together", "n");
        assertEquals(Set.of("n", "c"), storedIds());
        maps.delete(List.of(id("n"), id("c")));
        assertEquals(Set.of(), storedIds());
    }

    @Test
    void keepsNetworkMapThatComputedCostsUse() throws Exception {
        loadServed();
        directory.serve("auto-map", "auto-costs", costs("n", "a", "a"));
        assertDeleteFails("Network map n is used by cost map auto-costs, published by auto-map; that must go first",
            "n");
        assertEquals(Set.of("n"), storedIds());
    }

    private void assertDeleteFails(final String message, final String... names) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
            () -> maps.delete(Arrays.stream(names).map(MdsalOperatorMapsTest::id).toList())).getMessage());
    }

    @Test
    void loadsWhatItExports() throws Exception {
        final var network = network("a 0.0.0.0/0", "b 10.0.0.0/8 ::/0", "c");
        directory.serve("auto-map", "n", network);
        directory.serve("auto-map", "c", costs("n", "a", "b"));
        final var exported = new ByteArrayOutputStream();
        maps.export(id("n"), exported);
        assertEquals(TWO_PIDS.replace('\'', '"').replace("\"t\"", "\"" + ContentTag.of(network) + "\"")
            .replace("]}}}", "]},\"c\":{}}}"), exported.toString(StandardCharsets.UTF_8));
        assertEquals(new MapFile.OfNetwork(Optional.of(id("n")), network),
            maps.read(new ByteArrayInputStream(exported.toByteArray())));
        exported.reset();
        maps.export(id("c"), exported);
        assertEquals(costFile("n", "t", "routingcost", "{'a':{'b':1}}").replace('\'', '"'),
            exported.toString(StandardCharsets.UTF_8));
        assertEquals(new MapFile.OfCosts(costs("n", "a", "b")),
            maps.read(new ByteArrayInputStream(exported.toByteArray())));
        assertEquals("No network map or cost map x is served",
            assertThrows(IllegalArgumentException.class, () -> maps.export(id("x"), exported)).getMessage());
    }

    @Test
    void saysWhatTheDatastoreRefuses() throws Exception {
        maps = new MdsalOperatorMaps(refusing(getDataBroker()), directory, Duration.ofNanos(1));
        assertEquals("the validator's words",
            assertThrows(IOException.class, () -> loadNetwork(TWO_PIDS)).getMessage());
        assertEquals(0, directory.registrations());
    }

    /** A broker whose commits fail, everything else is as it was. */
    private static DataBroker refusing(final DataBroker broker) {
        final var refusal = FluentFuture.from(Futures.<CommitInfo>immediateFailedFuture(
            new TransactionCommitFailedException("commit failed",
                new IllegalStateException("the validator's words"))));
        return proxy(DataBroker.class, broker, "newWriteOnlyTransaction",
            () -> proxy(WriteTransaction.class, broker.newWriteOnlyTransaction(), "commit", () -> refusal));
    }

    private static <T> T proxy(final Class<T> type, final T target, final String method,
            final Supplier<?> result) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, call, args) -> {
            if (call.getName().equals(method)) {
                return result.get();
            }
            return call.invoke(target, args);
        }));
    }
}
