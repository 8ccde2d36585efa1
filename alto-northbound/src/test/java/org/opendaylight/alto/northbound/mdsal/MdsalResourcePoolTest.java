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

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opendaylight.alto.core.map.PropertyName;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.core.statistics.ResourceCounts.Content;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.RouteRegistry;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.DataValidationFailedException;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCandidate;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.EndpointBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.endpoint.PropertyBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.EndpointProperty;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.data.tree.spi.DataTreeCandidates;

class MdsalResourcePoolTest extends AbstractConcurrentDataBrokerTest {
    private static final LogicalDatastoreType CONFIG = LogicalDatastoreType.CONFIGURATION;
    private static final LogicalDatastoreType OPERATIONAL = LogicalDatastoreType.OPERATIONAL;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NoRoutes routes = new NoRoutes();
    private final Observer observer = new Observer();
    private MdsalResourcePool pool;

    @BeforeEach
    void start() throws Exception {
        setup();
        pool = new MdsalResourcePool(getDomBroker(), routes, observer);
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    private static Resources resources(final List<NetworkMap> networkMaps, final CostMap... costMaps) {
        return new ResourcesBuilder()
            .setNetworkMap(BindingMap.of(networkMaps.toArray(new NetworkMap[0])))
            .setCostMap(BindingMap.of(costMaps)).build();
    }

    private void write(final LogicalDatastoreType store, final Resources resources) throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(store, Model.RESOURCES, resources);
        tx.commit().get();
    }

    private void merge(final LogicalDatastoreType store, final Resources resources) throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.merge(store, Model.RESOURCES, resources);
        tx.commit().get();
    }

    private ResourceCatalog awaitCatalog(final Predicate<ResourceCatalog> condition) {
        return await().atMost(PATIENCE).until(pool::catalog, condition);
    }

    private Optional<String> problemOf(final String id) {
        return pool.resources().stream().filter(resource -> resource.id().value().equals(id)).findFirst()
            .flatMap(ResourceInfo::problem);
    }

    private Content content(final String id) {
        return observer.observations().counts().resources().stream().filter(each -> each.resource().equals(id))
            .findFirst().orElseThrow().content();
    }

    @Test
    void anEmptyDatastoreIsReadAsWell() {
        await().atMost(PATIENCE).until(pool::isRead);
    }

    @Test
    void encodesEachVersionOnceHoweverManyAsk() throws Exception {
        final var network = Model.networkMap("n", Model.pid("a", "192.0.2.0/24"), Model.pid("b", "0.0.0.0/0"));
        write(CONFIG, resources(List.of(network), Model.costMap("c", "n", Model.row("a", "{\"a\":0,\"b\":2.5}"))));
        final var catalog = awaitCatalog(found -> found.costMap("c").isPresent());
        for (int i = 0; i < 3; i++) {
            pool.resources();
            assertEquals(catalog.costMap("c").orElseThrow().body().length(),
                catalog.costMap("c").orElseThrow().body().toString().length());
        }
        assertEquals(new Content(1, 1, 2, 2, catalog.networkMap("n").orElseThrow().body().length(), 2), content("n"));
        assertEquals(new Content(1, 1, 1, 2, catalog.costMap("c").orElseThrow().body().length(), 0), content("c"));
        merge(CONFIG, resources(List.of(), Model.costMap("c", "n", Model.row("b", "{\"a\":1}"))));
        final var next = awaitCatalog(found -> found.costMap("c").orElseThrow().entries() == 3);
        await().atMost(PATIENCE).until(() -> content("c").versions() == 2);
        assertEquals(new Content(2, 2, 2, 3, next.costMap("c").orElseThrow().body().length(), 0), content("c"),
            "the row that stayed is not encoded again");
        assertEquals(1, content("n").encodings());
    }

    @Test
    void servesWhatBothDatastoresHold() throws Exception {
        write(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("a", "192.0.2.0/24", "2001:db8::/32"),
            Model.pid("b", "0.0.0.0/0", "::/0"))), Model.costMap("c", "n", Model.row("a", "{\"a\":0,\"b\":2.5}"))));
        write(OPERATIONAL, resources(List.of(Model.networkMap("auto", Model.pid("x", "0.0.0.0/0")))));
        final var catalog = awaitCatalog(
            known -> known.costMap("c").isPresent() && known.networkMap("auto").isPresent());
        final var tag = catalog.networkMap("n").orElseThrow().vtag().tag();
        assertEquals(Fixtures.json("""
            {"meta":{"dependent-vtags":[{"resource-id":"n","tag":"%s"}],
             "cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"}},
             "cost-map":{"a":{"a":0,"b":2.5}}}""".formatted(tag)),
            Fixtures.json(catalog.costMap("c").orElseThrow().body().toString()));
        assertEquals("operator", catalog.resources().stream().filter(resource -> resource.id().value().equals("n"))
            .findFirst().orElseThrow().publisher());
    }

    @Test
    void costsInBothFormsAreEqual() throws Exception {
        final var map = List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0")));
        write(CONFIG, resources(map, Model.costMap("c", "n", Model.entries("a", "a", "2.5"))));
        final var tag = awaitCatalog(known -> known.costMap("c").isPresent()).costMap("c").orElseThrow().vtag().tag();
        write(CONFIG, resources(map, Model.costMap("d", "n", Model.row("a", "{ \"a\" : 2.50 }"))));
        assertEquals(tag,
            awaitCatalog(known -> known.costMap("d").isPresent()).costMap("d").orElseThrow().vtag().tag());
    }

    @Test
    @DisplayName("M-7285-31: after a change that is taken back the tag is the one from before")
    void undoneChangeHasTheOldTag() throws Exception {
        final var before = resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0"))),
            Model.costMap("c", "n", Model.row("a", "{\"a\":1}")));
        write(CONFIG, before);
        final var first = awaitCatalog(known -> known.costMap("c").isPresent());
        merge(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("a", "10.0.0.0/8")))));
        final var second = awaitCatalog(known -> !known.networkMap("n").orElseThrow().vtag()
            .equals(first.networkMap("n").orElseThrow().vtag()));
        // the message of the cost map names the version of the network map
        assertNotEquals(first.costMap("c").orElseThrow().vtag(), second.costMap("c").orElseThrow().vtag());
        write(CONFIG, before);
        final var third = awaitCatalog(known -> known.networkMap("n").orElseThrow().vtag()
            .equals(first.networkMap("n").orElseThrow().vtag()));
        assertEquals(first.costMap("c").orElseThrow().vtag(), third.costMap("c").orElseThrow().vtag());
    }

    @Test
    void readsWhatWasWrittenBeforeItStarted() throws Exception {
        write(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0")))));
        try (var late = new MdsalResourcePool(getDomBroker(), routes, observer)) {
            await().atMost(PATIENCE).until(() -> late.catalog().networkMap("n").isPresent());
        }
    }

    @Test
    void operatorsResourceWinsTheId() throws Exception {
        write(OPERATIONAL, resources(List.of(Model.networkMap("n", Model.pid("computed", "0.0.0.0/0")))));
        awaitCatalog(known -> known.networkMap("n").isPresent());
        write(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("configured", "0.0.0.0/0")))));
        awaitCatalog(known -> known.networkMap("n").orElseThrow().map().toString().contains("configured"));
        assertTrue(pool.resources().stream().anyMatch(resource -> resource.problem().isPresent()
            && resource.publisher().equals("unknown")));
    }

    @Test
    @DisplayName("M-7285-46: a computed cost map is served only with the version of the network map it is for")
    void staleComputedMapIsLeftOut() throws Exception {
        write(OPERATIONAL, resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0"))),
            Model.computedCostMap("c", "n", "other", Model.row("a", "{\"a\":1}"))));
        final var catalog = awaitCatalog(known -> known.networkMap("n").isPresent());
        assertFalse(catalog.costMap("c").isPresent());
        assertTrue(problemOf("c").isPresent());
    }

    @Test
    void followsRemovals() throws Exception {
        write(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0"))),
            Model.costMap("c", "n", Model.row("a", "{\"a\":1}"))));
        awaitCatalog(known -> known.costMap("c").isPresent());
        write(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0")))));
        awaitCatalog(known -> known.costMap("c").isEmpty() && known.networkMap("n").isPresent());
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.delete(CONFIG, Model.RESOURCES);
        tx.commit().get();
        awaitCatalog(known -> known.networkMap("n").isEmpty());
    }

    @Test
    void propertiesAreInherited() throws Exception {
        write(CONFIG, new ResourcesBuilder().setEndpoint(BindingMap.of(new EndpointBuilder()
            .setPrefix(Model.prefix("10.0.0.0/8"))
            .setProperty(BindingMap.of(new PropertyBuilder().setName(new EndpointProperty("priv:site"))
                .setValue("north").build())).build())).build());
        await().atMost(PATIENCE).until(() -> pool.catalog().properties()
            .find(new PropertyName("priv:site"), IpAddr.parse("10.1.2.3")).equals(Optional.of("north")));
    }

    @Test
    void listenersAreToldAfterTheChange() throws Exception {
        final var seen = new AtomicInteger();
        final var registration = pool.onChange(() -> seen.addAndGet(pool.resources().size()));
        write(CONFIG, resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0")))));
        await().atMost(PATIENCE).until(() -> seen.get() > 0);
        registration.close();
    }

    @Test
    void endpointCostsAreListedWhileSomebodyComputesThem() {
        final var costs = new FlowCosts(ImmutableSortedSet.of(Fixtures.HOPCOUNT), flow -> Double.NaN);
        pool.bindEndpointCosts(costs);
        assertEquals(Optional.empty(), problemOf("endpoint-cost"));
        pool.unbindEndpointCosts(costs);
        assertTrue(problemOf("endpoint-cost").isPresent());
    }

    @Test
    void changesAfterTheEndAreNoFault() {
        final var costs = new FlowCosts(ImmutableSortedSet.of(Fixtures.HOPCOUNT), flow -> Double.NaN);
        pool.bindEndpointCosts(costs);
        pool.close();
        // the references of a component go after it has been deactivated
        pool.unbindEndpointCosts(costs);
    }

    /** What an operator may get wrong, and the place that is named. */
    static Stream<Arguments> faults() {
        final var good = Model.networkMap("n", Model.pid("a", "0.0.0.0/0"), Model.pid("b", "10.0.0.0/8"));
        return Stream.of(
            Arguments.of("network-map/b/ipv4: prefix 10.0.0.0/8 is in PID a as well", resources(List.of(
                Model.networkMap("n", Model.pid("a", "10.0.0.0/8", "0.0.0.0/0"), Model.pid("b", "10.0.0.0/8"))))),
            Arguments.of("network-map/a: 10.1.0.0/8 has host bits set; the prefix is 10.0.0.0/8",
                resources(List.of(Model.networkMap("n", Model.pid("a", "10.1.0.0/8"))))),
            Arguments.of("no PID has the address 8.0.0.0",
                resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/5"))))),
            Arguments.of("cost-map/x",
                resources(List.of(good), Model.costMap("c", "n", Model.row("x", "{\"a\":1}")))),
            Arguments.of("cost-map/a/x",
                resources(List.of(good), Model.costMap("c", "n", Model.row("a", "{\"x\":1}")))),
            Arguments.of("cost-map/a", resources(List.of(good), Model.costMap("c", "n", Model.row("a", "{\"a\":}")))),
            Arguments.of("there is no network map 'm'",
                resources(List.of(good), Model.costMap("c", "m", Model.row("a", "{\"a\":1}")))),
            Arguments.of("cost-map/a/a: cost 1.5 is not an integer", resources(List.of(good),
                Model.costs("c", "n", "ordinal", Model.row("a", "{\"a\":1.5}")).build())),
            Arguments.of("cost type", resources(List.of(good),
                Model.costMap("c", "n", Model.row("a", "{\"a\":1}")),
                Model.costMap("d", "n", Model.row("a", "{\"a\":1}")))),
            Arguments.of("another resource has the id 'n'",
                resources(List.of(good), Model.costMap("n", "n", Model.row("a", "{\"a\":1}")))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsRefusedWithItsPlaceAndElseLeftOut(final String place, final Resources wrong) throws Exception {
        write(OPERATIONAL, resources(List.of(Model.networkMap("auto", Model.pid("x", "0.0.0.0/0")))));
        awaitCatalog(known -> known.networkMap("auto").isPresent());
        // the other broker of this test has no commit cohorts, so the check is asked by hand
        try (var validator = new CommitValidator(getDomBroker(), pool)) {
            final var candidate = new Candidate(DataTreeCandidates.fromNormalizedNode(MdsalResourcePool.PATH,
                toNode(wrong)).getRootNode());
            final var refusal = assertThrows(ExecutionException.class,
                () -> validator.canCommit("tx", null, List.of(candidate)).get());
            assertTrue(refusal.getCause() instanceof DataValidationFailedException, refusal::toString);
            assertTrue(refusal.getCause().getMessage().contains(place), refusal::toString);
        }
        write(CONFIG, wrong);
        await().atMost(PATIENCE).until(() -> pool.resources().stream()
            .anyMatch(resource -> resource.problem().map(problem -> problem.contains(place)).orElse(false)));
        assertTrue(pool.catalog().networkMap("auto").isPresent());
    }

    @Test
    void whatIsWrongAlreadyDoesNotForbidOtherChanges() throws Exception {
        final var wrong = Model.costMap("c", "gone", Model.row("a", "{\"a\":1}"));
        write(CONFIG, resources(List.of(), wrong));
        await().atMost(PATIENCE).until(() -> problemOf("c").isPresent());
        try (var validator = new CommitValidator(getDomBroker(), pool)) {
            validator.canCommit("tx", null, List.of(new Candidate(DataTreeCandidates.fromNormalizedNode(
                MdsalResourcePool.PATH,
                toNode(resources(List.of(Model.networkMap("n", Model.pid("a", "0.0.0.0/0"))), wrong)))
                .getRootNode()))).get();
        }
    }

    /** Has the datastore turn bindings into nodes. */
    private NormalizedNode toNode(final Resources resources) throws Exception {
        final var before = getDomBroker().newReadOnlyTransaction().read(CONFIG, MdsalResourcePool.PATH).get();
        write(CONFIG, resources);
        final var node = getDomBroker().newReadOnlyTransaction().read(CONFIG, MdsalResourcePool.PATH).get()
            .orElseThrow();
        final var tx = getDomBroker().newWriteOnlyTransaction();
        if (before.isPresent()) {
            tx.put(CONFIG, MdsalResourcePool.PATH, before.orElseThrow());
        } else {
            tx.delete(CONFIG, MdsalResourcePool.PATH);
        }
        tx.commit().get();
        await().atMost(PATIENCE).until(() -> before.isPresent()
            || pool.resources().stream().noneMatch(resource -> resource.publisher().equals(ResourceCatalog.OPERATOR)));
        return node;
    }

    private static final class NoRoutes implements RouteRegistry {
        @Override
        public List<AltoRoute> routes() {
            return List.of();
        }

        @Override
        public void addTo(final CatalogBuilder builder) {
            // none
        }

        @Override
        public void refuse(final AltoRoute route, final String problem) {
            throw new IllegalStateException(problem);
        }

        @Override
        public Registration onChange(final Runnable listener) {
            return () -> { };
        }
    }

    private record Candidate(DataTreeCandidateNode node) implements DOMDataTreeCandidate {
        @Override
        public DOMDataTreeIdentifier getRootPath() {
            return DOMDataTreeIdentifier.of(CONFIG, MdsalResourcePool.PATH);
        }

        @Override
        public DataTreeCandidateNode getRootNode() {
            return node;
        }
    }
}
