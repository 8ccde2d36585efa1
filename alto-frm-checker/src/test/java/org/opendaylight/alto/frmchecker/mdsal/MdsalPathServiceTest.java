/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.flow;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.flowPath;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.meter;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.meterPath;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.metered;
import static org.opendaylight.mdsal.common.api.LogicalDatastoreType.CONFIGURATION;
import static org.opendaylight.mdsal.common.api.LogicalDatastoreType.OPERATIONAL;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.util.concurrent.Futures;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.service.PathMetricSource;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.Hosts;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.mdsal.binding.api.RpcProviderService;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4AddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.Cookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.Outcome;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PathService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PathServiceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PredictorName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPath;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPath.State;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPathKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.path.service.ForceComputeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.hop.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** On real datastores: what an operator says of paths, who fills gaps, and the RPC that explains them. */
class MdsalPathServiceTest extends AbstractConcurrentDataBrokerTest {
    private static final IpAddr H1 = IpAddr.parse("10.0.0.1");
    private static final IpAddr H2 = IpAddr.parse("10.0.0.2");
    private static final SwitchPort PORT = SwitchPort.parse("openflow:1:1");
    private static final PathQuery H1_TO_H2 = PathQuery.between(H1, H2);
    private static final DataObjectIdentifier<PathService> SETTINGS =
        DataObjectIdentifier.builder(PathService.class).build();

    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final Predictors predictors = new Predictors();
    private final PathMetrics metrics = new PathMetrics();
    private final AtomicInteger changes = new AtomicInteger();
    private OpenFlowData data;
    private NetworkStateTracker tracker;
    private PathSettingsReader settings;
    private IntendedRules intended;
    private ForcedPaths forced;
    private MdsalPathService paths;
    private MdsalHostCostService hostCosts;

    @BeforeEach
    void before() throws Exception {
        setup();
        data = new OpenFlowData(getDataBroker());
        tracker = new NetworkStateTracker(getDataBroker());
        settings = new PathSettingsReader(getDataBroker());
        intended = new IntendedRules(getDataBroker());
        final var finders = new PathFinders(tracker, hosts, settings, predictors, intended);
        final var singletons = mock(ClusterSingletonServiceProvider.class);
        doReturn(mock(Registration.class)).when(singletons).registerClusterSingletonService(any());
        forced = new ForcedPaths(getDataBroker(), finders, singletons);
        paths = new MdsalPathService(finders, forced, metrics);
        hostCosts = new MdsalHostCostService(finders, metrics);
        hosts.set(Hosts.host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1"),
            Hosts.host("00:00:00:00:00:02", "openflow:2:1", "10.0.0.2"));
        // the second switch has no rule for these packets
        data.putSwitch(1, flow("a", 10, "10.0.0.2", 0, "2"));
        data.putSwitch(2, flow("b", 10, "10.0.0.9", 0, "1"));
        data.putLink("openflow:1:2", "openflow:2:2");
        data.putLink("openflow:2:2", "openflow:1:2");
        eventually(() -> assertEquals("of table 0 of openflow:2", trace().reason()));
        paths.onChange(changes::incrementAndGet);
    }

    @AfterEach
    void after() {
        forced.closeServiceInstance();
        forced.close();
        intended.close();
        settings.close();
        tracker.close();
    }

    private static void eventually(final Runnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
    }

    private PathTrace trace() {
        return paths.paths(H1_TO_H2).traces().getFirst();
    }

    private OptionalDouble cost() {
        return paths.snapshot().costs(CostType.numerical(CostMetric.HOPCOUNT), List.of(H1), List.of(H2)).cost(0, 0);
    }

    private void set(final PathServiceBuilder value) {
        data.put(CONFIGURATION, SETTINGS, value.build());
    }

    private static PathServiceBuilder asking(final String... names) {
        return new PathServiceBuilder().setPredictor(Stream.of(names).map(PredictorName::new).toList());
    }

    @Test
    void gapIsPredictedAndTheCostWithIt() {
        assertEquals(OptionalDouble.empty(), cost());
        predictors.addPredictor(new ShortestPathService());
        assertEquals(Origin.predicted("shortest-path"), trace().origin());
        assertEquals(OptionalDouble.of(2), cost());
        assertEquals(1, changes.get());
    }

    @Test
    void operatorSaysWhoIsAskedAndItTakesEffectAtOnce() {
        final var shortest = new ShortestPathService();
        predictors.addPredictor(shortest);
        set(asking("none"));
        eventually(() -> assertEquals(OptionalDouble.empty(), cost()));
        set(asking("nobody-yet", "shortest-path"));
        eventually(() -> assertEquals(OptionalDouble.of(2), cost()));
        predictors.removePredictor(shortest);
        assertEquals(OptionalDouble.empty(), cost());
        data.delete(CONFIGURATION, SETTINGS);
        predictors.addPredictor(shortest);
        eventually(() -> assertEquals(OptionalDouble.of(2), cost()));
    }

    @Test
    void predictorThatFailsOrHasAWrongNameIsAsIfItWereNotThere() {
        set(asking("bad", "shortest-path"));
        predictors.addPredictor(new Failing("bad"));
        predictors.addPredictor(new Failing("bad name"));
        predictors.addPredictor(new Failing("intended"));
        predictors.addPredictor(new ShortestPathService());
        predictors.addPredictor(new Failing("shortest-path"));
        eventually(() -> assertEquals(Origin.predicted("shortest-path"), trace().origin()));
    }

    /** Somebody's code with a fault. */
    private record Failing(String name) implements PathPredictor {
        @Override
        public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
                final Topology topology) {
            throw new IllegalStateException("a fault");
        }
    }

    @Test
    void configuredRuleIsIntendedUntilItsSwitchHasIt() {
        predictors.addPredictor(new ShortestPathService());
        final var rule = flow("c", 10, "10.0.0.2", 0, "1");
        data.put(CONFIGURATION, flowPath(2, rule), rule);
        eventually(() -> assertEquals(Origin.INTENDED, trace().origin()));
        assertTrue(trace().isDelivered());
        assertEquals("c", trace().hops().getLast().rules().getLast().flowId());
        assertEquals(OptionalDouble.of(2), cost());
        // the plugin names a rule that it finds on a switch as it likes
        final var found = flow("#UF$TABLE*0-1", 10, "10.0.0.2", 0, "1");
        data.put(OPERATIONAL, flowPath(2, found), found);
        eventually(() -> assertEquals(Origin.INSTALLED, trace().origin()));
        data.delete(OPERATIONAL, flowPath(2, found));
        eventually(() -> assertEquals(Origin.INTENDED, trace().origin()));
        data.delete(CONFIGURATION, flowPath(2, rule));
        eventually(() -> assertEquals(Origin.predicted("shortest-path"), trace().origin()));
    }

    @Test
    void configuredRuleThatWouldDivertInstalledTrafficIsNotAnAnswerYet() {
        final var there = flow("there", 10, "10.0.0.2", 0, "1");
        data.put(OPERATIONAL, flowPath(2, there), there);
        eventually(() -> assertTrue(trace().isDelivered()));
        final int before = changes.get();
        final var other = flow("other", 20, "10.0.0.2", 0, "2");
        data.put(CONFIGURATION, flowPath(2, other), other);
        eventually(() -> assertEquals(before + 1, changes.get()));
        assertEquals("there", trace().hops().getLast().rules().getLast().flowId());
        assertEquals(Origin.INSTALLED, trace().origin());
    }

    @Test
    void operatorSaysWhatOneCostStandsFor() {
        // TCP port 22 goes straight, the rest as far as the second switch and back
        data.putSwitch(1, flow("a", 10, "10.0.0.2", 0, "2"), flow("ssh", 20, "10.0.0.2", 22, "2"));
        data.putSwitch(2, flow("ssh", 20, "10.0.0.2", 22, "1"));
        hosts.set(Hosts.host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1"),
            Hosts.host("00:00:00:00:00:02", "openflow:2:1", "10.0.0.2"));
        predictors.addPredictor(new Detour());
        set(asking("detour"));
        eventually(() -> assertEquals(OptionalDouble.of(4), cost()));
        set(asking("detour").setAggregation(PathService.Aggregation.Best));
        eventually(() -> assertEquals(OptionalDouble.of(2), cost()));
        set(asking("detour").setAggregation(PathService.Aggregation.Weighted));
        eventually(() -> assertEquals(OptionalDouble.of(3), cost()));
        set(asking("detour").setAggregation(PathService.Aggregation.Worst));
        eventually(() -> assertEquals(OptionalDouble.of(4), cost()));
    }

    /** Expects packets to pass the switch without an answer three times. */
    private record Detour() implements PathPredictor {
        @Override
        public String name() {
            return "detour";
        }

        @Override
        public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
                final Topology topology) {
            return new ShortestPathService().predict(query, from, to, topology)
                .map(hops -> List.of(hops.getFirst(), hops.getFirst(), hops.getFirst()));
        }
    }

    private Optional<ForcedPath> forcedPath() {
        return read(OPERATIONAL, DataObjectIdentifier.builder(
            org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.ForcedPaths.class).child(
            ForcedPath.class, new ForcedPathKey(address("10.0.0.2"), address("10.0.0.1"))).build());
    }

    private <T extends DataObject> Optional<T> read(final LogicalDatastoreType type,
            final DataObjectIdentifier<T> path) {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(type, path).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Flow forcedFlow() {
        return new FlowBuilder(flow("", 100, "10.0.0.2", 0, "1"))
            .withKey(new FlowKey(new FlowId("alto-path:10.0.0.1-10.0.0.2"))).build();
    }

    private Optional<Flow> forcedRule(final int switchId) {
        return read(CONFIGURATION, flowPath(switchId, forcedFlow()));
    }

    /** Each port that is left costs seven of something. */
    private static final class Sevens implements PathMetricSource, LinkMeasure {
        static final CostMetric METRIC = new CostMetric("priv:sevens");

        private Runnable listener = () -> { };

        @Override
        public SortedSet<CostMetric> metrics() {
            return ImmutableSortedSet.of(METRIC);
        }

        @Override
        public CostContext context(final CostMetric metric) {
            return new CostContext(CostContext.Source.NOMINAL, Map.of());
        }

        @Override
        public List<LinkMeasure> measures(final List<CostMetric> wanted) {
            return Collections.nCopies(wanted.size(), this);
        }

        @Override
        public org.opendaylight.alto.core.service.Registration onChange(final Runnable newListener) {
            listener = newListener;
            return () -> listener = () -> { };
        }

        @Override
        public double entering(final SwitchPort port) {
            return 0;
        }

        @Override
        public double leaving(final SwitchPort port) {
            return 7;
        }

        @Override
        public double combine(final double first, final double second) {
            return first + second;
        }

        @Override
        public boolean isHigherBetter() {
            return false;
        }

        @Override
        public double ofNoPath() {
            return 0;
        }
    }

    private OptionalDouble costOf(final CostMetric metric) {
        final var type = CostType.numerical(metric);
        final var alone = paths.snapshot().costs(type, List.of(H1_TO_H2)).getFirst();
        assertEquals(alone, paths.snapshot().costs(type, List.of(H1), List.of(H2)).cost(0, 0));
        final var all = hostCosts.snapshot().costs(type);
        final double cost = all.costsTo(all.destinationGroup(1))[all.sourceGroup(0)];
        assertEquals(alone, Double.isNaN(cost) ? OptionalDouble.empty() : OptionalDouble.of(cost));
        return alone;
    }

    @Test
    void anyBundleCanAddAMetricAndItGoesWithTheBundle() {
        final var source = new Sevens();
        assertThrows(IllegalArgumentException.class, () -> costOf(Sevens.METRIC));
        metrics.addSource(source);
        assertTrue(paths.costTypes().contains(CostType.numerical(Sevens.METRIC)));
        predictors.addPredictor(new ShortestPathService());
        assertEquals(OptionalDouble.of(14), costOf(Sevens.METRIC), "of a predicted path");
        data.putSwitch(2, flow("b", 10, "10.0.0.2", 0, "1"));
        eventually(() -> assertEquals(Origin.INSTALLED, trace().origin()));
        assertEquals(OptionalDouble.of(14), costOf(Sevens.METRIC));
        assertEquals(Optional.of(CostContext.Source.NOMINAL),
            paths.context(Sevens.METRIC).map(CostContext::source));
        assertEquals(Optional.empty(), paths.context(CostMetric.HOPCOUNT));
        metrics.removeSource(source);
        assertThrows(IllegalArgumentException.class, () -> costOf(Sevens.METRIC));
    }

    @Test
    void whoMakesMapsHearsOfMetricsAndOfTheirValues() {
        final var heard = new AtomicInteger();
        final var registration = hostCosts.onMetricChange(heard::incrementAndGet);
        final var source = new Sevens();
        metrics.addSource(source);
        assertEquals(1, heard.get());
        source.listener.run();
        assertEquals(2, heard.get());
        assertEquals(OptionalDouble.of(7),
            hostCosts.snapshot().measure(Sevens.METRIC).stream().mapToDouble(each -> each.leaving(PORT)).findFirst());
        metrics.removeSource(source);
        assertEquals(3, heard.get());
        source.listener.run();
        assertEquals(3, heard.get(), "of a source that is gone");
        assertEquals(Optional.empty(), hostCosts.snapshot().measure(Sevens.METRIC));
        registration.close();
        metrics.addSource(source);
        assertEquals(3, heard.get());
    }

    @Test
    void routingCostIsTheOperatorsFormula() {
        predictors.addPredictor(new ShortestPathService());
        assertEquals(OptionalDouble.of(2), costOf(CostMetric.ROUTINGCOST));
        set(new PathServiceBuilder().setRoutingcost("priv_sevens + hopcount / 10"));
        eventually(() -> assertEquals(OptionalDouble.empty(), costOf(CostMetric.ROUTINGCOST)));
        metrics.addSource(new Sevens());
        assertEquals(OptionalDouble.of(14.2), costOf(CostMetric.ROUTINGCOST));
        assertEquals(OptionalDouble.of(2), costOf(CostMetric.HOPCOUNT));
        set(new PathServiceBuilder());
        eventually(() -> assertEquals(OptionalDouble.of(2), costOf(CostMetric.ROUTINGCOST)));
    }

    /** Each port lets 1000 bytes per second pass. */
    private static final class Thousands implements PathMetricSource, LinkMeasure {
        static final CostMetric METRIC = new CostMetric("priv:thousands");

        @Override
        public SortedSet<CostMetric> metrics() {
            return ImmutableSortedSet.of(METRIC);
        }

        @Override
        public CostContext context(final CostMetric metric) {
            return new CostContext(CostContext.Source.NOMINAL, Map.of());
        }

        @Override
        public List<LinkMeasure> measures(final List<CostMetric> wanted) {
            return Collections.nCopies(wanted.size(), this);
        }

        @Override
        public org.opendaylight.alto.core.service.Registration onChange(final Runnable listener) {
            return () -> { };
        }

        @Override
        public double entering(final SwitchPort port) {
            return 1000;
        }

        @Override
        public double leaving(final SwitchPort port) {
            return 1000;
        }

        @Override
        public double combine(final double first, final double second) {
            return Math.min(first, second);
        }

        @Override
        public double limitedTo(final double value, final double bytesPerSecond) {
            return Math.min(value, bytesPerSecond);
        }

        @Override
        public boolean isHigherBetter() {
            return true;
        }

        @Override
        public double ofNoPath() {
            return Double.NaN;
        }
    }

    @Test
    void meterBoundsABandwidthWhileItIsThereAndIsToldInTheTrace() throws Exception {
        metrics.addSource(new Thousands());
        data.putSwitch(1, metered(flow("a", 10, "10.0.0.2", 0, "2"), 5));
        data.putSwitch(2, flow("b", 10, "10.0.0.2", 0, "1"));
        eventually(() -> assertTrue(trace().isDelivered()));
        assertEquals(OptionalDouble.of(1000), costOf(Thousands.METRIC));
        assertTrue(trace().reason().endsWith("names meter:5, which does not exist"), trace().reason());
        final var slow = meter(5, 4);
        data.put(OPERATIONAL, meterPath(1, slow), slow);
        eventually(() -> assertEquals(OptionalDouble.of(500), costOf(Thousands.METRIC)));
        assertEquals(OptionalDouble.of(2), cost());
        final var hops = invoke(ask().build()).getResult().nonnullPath().getFirst().nonnullHop();
        assertEquals(List.of(Uint32.valueOf(5)),
            hops.getFirst().nonnullMeter().stream().map(Meter::getId).toList());
        assertEquals(Uint64.valueOf(500), hops.getFirst().nonnullMeter().getFirst().getRate());
        assertEquals(List.of(), hops.getLast().nonnullMeter());
        data.put(OPERATIONAL, meterPath(1, slow), meter(5, 6));
        eventually(() -> assertEquals(OptionalDouble.of(750), costOf(Thousands.METRIC)));
        data.delete(OPERATIONAL, meterPath(1, slow));
        eventually(() -> assertEquals(OptionalDouble.of(1000), costOf(Thousands.METRIC)));
    }

    @Test
    void configuredMeterBoundsAnIntendedPath() {
        metrics.addSource(new Thousands());
        final var rule = metered(flow("c", 10, "10.0.0.2", 0, "1"), 5);
        final var slow = meter(5, 4);
        data.put(CONFIGURATION, meterPath(2, slow), slow);
        data.put(CONFIGURATION, flowPath(2, rule), rule);
        eventually(() -> assertEquals(Origin.INTENDED, trace().origin()));
        assertEquals("", trace().reason());
        assertEquals(OptionalDouble.of(500), costOf(Thousands.METRIC));
    }

    private void force(final boolean enabled) {
        predictors.addPredictor(new ShortestPathService());
        forced.instantiateServiceInstance();
        set(new PathServiceBuilder().setForceCompute(new ForceComputeBuilder().setEnabled(enabled)
            .setPriority(Uint16.valueOf(7)).setCookie(new Cookie("0xff")).setIdleTimeout(Uint16.valueOf(30)).build()));
    }

    @Test
    void predictedPathIsNotInstalledUnlessTheOperatorWantsIt() {
        force(false);
        eventually(() -> assertEquals(Origin.predicted("shortest-path"), trace().origin()));
        // what is enabled later is the sign that nothing was under way
        set(new PathServiceBuilder().setForceCompute(new ForceComputeBuilder().setEnabled(true).build()));
        final var other = flow("x", 1, "10.0.0.9", 0, "1");
        data.put(OPERATIONAL, flowPath(1, other), other);
        eventually(() -> assertEquals(2,
            tracker.state().pipelines().get(new SwitchId(1)).ruleCount()));
        assertEquals(Optional.empty(), forcedPath());
    }

    @Test
    void predictedPathIsInstalledWhereRulesAreMissingAndVerified() {
        force(true);
        eventually(() -> {
            trace();
            assertEquals(Optional.of(State.Pending), forcedPath().map(ForcedPath::getState));
        });
        final var rule = forcedRule(2).orElseThrow();
        assertEquals(List.of(Uint16.valueOf(7), Uint16.valueOf(30), Uint64.valueOf(255)),
            List.of(rule.getPriority(), rule.getIdleTimeout(), rule.getCookie().getValue()));
        assertEquals(Optional.empty(), forcedRule(1));      // has a rule
        eventually(() -> assertEquals(Origin.INTENDED, trace().origin()));
        // the forwarding rules manager has installed it, and the plugin has seen it
        data.put(OPERATIONAL, flowPath(2, rule), rule);
        eventually(() -> assertEquals(Optional.of(State.Verified), forcedPath().map(ForcedPath::getState)));
        assertEquals(Origin.INSTALLED, trace().origin());
        final var path = forcedPath().orElseThrow();
        assertEquals("shortest-path", path.getBy().getValue());
        assertEquals(List.of("openflow:1", "openflow:2"),
            path.nonnullHop().stream().map(hop -> hop.getSwitch().getValue()).toList());
    }

    @Test
    void rulesOfAPathThatPacketsNoLongerTakeAreTakenAway() {
        predictedPathIsInstalledWhereRulesAreMissingAndVerified();
        final var away = flow("away", 200, "10.0.0.2", 0, "2");
        data.put(OPERATIONAL, flowPath(2, away), away);
        eventually(() -> assertEquals(Optional.of(State.Failed), forcedPath().map(ForcedPath::getState)));
        assertEquals(Optional.empty(), forcedRule(2));
    }

    @Test
    void rulesGoWithTheWishAndWhatAnEarlierRunLeftIsRemoved() {
        data.put(CONFIGURATION, flowPath(1, forcedFlow()), forcedFlow());
        final var foreign = flow("foreign", 1, "10.0.0.9", 0, "1");
        data.put(CONFIGURATION, flowPath(1, foreign), foreign);
        predictedPathIsInstalledWhereRulesAreMissingAndVerified();
        eventually(() -> assertEquals(Optional.empty(), forcedRule(1)));
        set(new PathServiceBuilder());
        eventually(() -> assertEquals(Optional.empty(), forcedRule(2)));
        eventually(() -> assertEquals(Optional.empty(), forcedPath()));
        assertTrue(read(CONFIGURATION, flowPath(1, foreign)).isPresent());
    }

    private RpcResult<TracePathOutput> invoke(final TracePathInput input) throws Exception {
        final var clock = Clock.fixed(paths.paths(H1_TO_H2).asOf().plusMillis(1500), ZoneOffset.UTC);
        final var rpcs = mock(RpcProviderService.class);
        doReturn(mock(Registration.class)).when(rpcs).registerRpcImplementation(any());
        try (var provider = new TracePathProvider(rpcs, paths, clock)) {
            return Futures.getDone(provider.invoke(input));
        }
    }

    private static TracePathInputBuilder ask() {
        return new TracePathInputBuilder().setSource(address("10.0.0.1")).setDestination(address("10.0.0.2"));
    }

    private static IpAddressNoZone address(final String text) {
        return new IpAddressNoZone(new Ipv4AddressNoZone(text));
    }

    @Test
    void rpcExplainsEveryPath() throws Exception {
        predictors.addPredictor(new ShortestPathService());
        final var output = invoke(ask().build()).getResult();
        assertEquals(Uint32.TWO, output.getHopCount());
        assertEquals(Uint64.valueOf(1500), output.getAge());
        final var path = output.nonnullPath().getFirst();
        assertEquals(Outcome.Delivered, path.getOutcome());
        assertEquals("shortest-path", path.getPredictedBy().getValue());
        assertEquals("no rule matches of table 0 of openflow:2; predicted from openflow:2 on", path.getReason());
        assertEquals(1, path.getShare().intValueExact());
        final var first = path.nonnullHop().getFirst();
        assertEquals("openflow:1", first.getSwitch().getValue());
        assertEquals(List.of(Uint32.ONE, Uint32.TWO), List.of(first.getInPort(), first.getOutPort()));
        assertEquals("a", first.nonnullRule().getFirst().getFlowId());
        assertEquals("0x0", first.nonnullRule().getFirst().getCookie().getValue());
    }

    @Test
    void rpcTellsOutcomeAndRefusesWhatContradictsItself() throws Exception {
        final var path = invoke(ask().setProtocol(Uint8.valueOf(6))
            .setDestinationPort(new PortNumber(Uint16.valueOf(80))).build()).getResult().nonnullPath().getFirst();
        assertEquals(Outcome.NoRule, path.getOutcome());
        assertTrue(path.nonnullHop().getLast().getOutPort() == null);
        final var refused = invoke(ask().setDestinationPort(new PortNumber(Uint16.valueOf(80))).build());
        assertEquals("A port needs protocol 6 (TCP), 17 (UDP) or 132 (SCTP)",
            refused.getErrors().iterator().next().getMessage());
    }
}
