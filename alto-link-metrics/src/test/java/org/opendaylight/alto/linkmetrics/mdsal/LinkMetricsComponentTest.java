/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.testlib.FakeTopologyService;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter32;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.LinkMetrics;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.LinkMetricsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.Links;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.Statistic;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.link.metrics.Metric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.link.metrics.MetricBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.Link;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeConnectorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.statistics.types.rev130925.duration.DurationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.statistics.types.rev130925.node.connector.statistics.BytesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.port.statistics.rev131214.FlowCapableNodeConnectorStatisticsDataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.port.statistics.rev131214.flow.capable.node.connector.statistics.FlowCapableNodeConnectorStatisticsBuilder;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

class LinkMetricsComponentTest extends AbstractConcurrentDataBrokerTest {
    private static final SwitchPort EAST = SwitchPort.parse("openflow:1:2");
    private static final SwitchPort WEST = SwitchPort.parse("openflow:2:3");
    private static final SwitchPort HOST = SwitchPort.parse("openflow:1:1");
    private static final Topology NET = Topology.of(
        Map.of(new SwitchId(1), List.of(HOST, EAST), new SwitchId(2), List.of(WEST)),
        Map.of(EAST, WEST, WEST, EAST));
    private static final long NANOS = 1_000_000_000L;
    private static final DataObjectIdentifier<LinkMetrics> CONFIG =
        DataObjectIdentifier.builder(LinkMetrics.class).build();

    private final FakeController controller = new FakeController();
    private final FakeTopologyService topology = new FakeTopologyService();
    private LinkMetricsComponent metrics;

    @BeforeEach
    void before() throws Exception {
        setup();
        controller.cables.put(EAST, WEST);
        controller.cables.put(WEST, EAST);
        metrics = new LinkMetricsComponent(getDataBroker(), controller, controller, topology, controller);
        topology.set(NET);
    }

    @AfterEach
    void after() {
        metrics.close();
    }

    private void write(final Consumer<WriteTransaction> changes) throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        changes.accept(tx);
        tx.commit().get(10, TimeUnit.SECONDS);
    }

    private void configure(final LinkMetricsBuilder settings) throws Exception {
        write(tx -> tx.put(LogicalDatastoreType.CONFIGURATION, CONFIG, settings.build()));
    }

    private Optional<LinkStatus> link(final SwitchPort from) {
        return metrics.links().stream().filter(link -> link.from().equals(from)).findFirst();
    }

    private double leaving(final CostMetric metric) {
        return metrics.measures(List.of(metric)).getFirst().leaving(EAST);
    }

    @Test
    void probesBecomeDelays() throws Exception {
        await().until(() -> leaving(CostMetric.DELAY_RT) < 1e6);
        assertTrue(leaving(CostMetric.DELAY_OW) < 1e6);
        assertEquals(Optional.of(WEST), link(EAST).flatMap(LinkStatus::to));
        assertEquals(4, metrics.probeCosts().perSecond());
        await().until(() -> read().map(links -> links.nonnullLink().values().stream().map(Link::getDelayRt)
            .filter(delay -> delay != null).count() == 2).orElse(false));
        final var links = read().orElseThrow();
        assertTrue(links.getProbes().getSent().getValue().longValue() > 3);
        final var byPort = links.nonnullLink().values().stream()
            .collect(Collectors.toMap(each -> each.getFrom().getValue(), each -> each));
        assertEquals("openflow:2:3", byPort.get("openflow:1:2").getTo().getValue());
        assertEquals(null, byPort.get("openflow:1:1").getTo());
    }

    private Optional<Links> read() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, LinkTranslator.LINKS).get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void portThatGoesIsGoneFromTheDatastore() throws Exception {
        await().until(() -> read().map(links -> links.nonnullLink().size() == 3).orElse(false));
        topology.set(Topology.of(Map.of(new SwitchId(1), List.of(HOST)), Map.of()));
        await().until(() -> read().map(links -> links.nonnullLink().size() == 1).orElse(false));
    }

    @Test
    void countersAndSpeedsBecomeBandwidths() throws Exception {
        count(EAST, 0);
        await().until(() -> link(EAST).map(LinkStatus::capacity).equals(Optional.of(125_000_000.0)));
        assertEquals(Double.NaN, leaving(CostMetric.BW_AVAILABLE));
        count(EAST, 1_000_000);
        await().until(() -> leaving(CostMetric.BW_AVAILABLE) < 125_000_000);
        assertTrue(leaving(CostMetric.BW_AVAILABLE) > 0);
        assertEquals(125_000_000, leaving(CostMetric.BW_RESIDUAL));
    }

    /** Has a port report as old a port as the clock says. */
    private void count(final SwitchPort port, final long sent) throws Exception {
        final long now = System.nanoTime();
        final var path = DataObjectIdentifier.builder(Nodes.class)
            .child(Node.class, new NodeKey(new NodeId(port.switchId().toString())))
            .child(NodeConnector.class, new NodeConnectorKey(new NodeConnectorId(port.toString()))).build();
        write(tx -> tx.mergeParentStructurePut(LogicalDatastoreType.OPERATIONAL, path, new NodeConnectorBuilder()
            .withKey(path.key())
            .addAugmentation(new FlowCapableNodeConnectorBuilder().setCurrentSpeed(Uint32.valueOf(1_000_000)).build())
            .addAugmentation(new FlowCapableNodeConnectorStatisticsDataBuilder()
                .setFlowCapableNodeConnectorStatistics(new FlowCapableNodeConnectorStatisticsBuilder()
                    .setBytes(new BytesBuilder().setTransmitted(Uint64.valueOf(sent)).build())
                    .setDuration(new DurationBuilder()
                        .setSecond(new Counter32(Uint32.valueOf(now / NANOS)))
                        .setNanosecond(new Counter32(Uint32.valueOf(now % NANOS)))
                        .build())
                    .build())
                .build())
            .build()));
    }

    @Test
    void everySwitchGetsTheRuleAndLosesItAtTheEnd() {
        await().until(() -> controller.added.size() >= 2);
        assertEquals(List.of(0x88B5L, 0x88B5L), controller.added.stream().limit(2)
            .map(flow -> flow.getMatch().getEthernetMatch().getEthernetType().getType().getValue().toJava()).toList());
        metrics.close();
        assertEquals(controller.added.stream().limit(2).map(AddFlowInput::getMatch).toList(),
            controller.removed.stream().map(flow -> flow.getMatch()).toList());
        controller.removed.forEach(flow -> {
            assertEquals(controller.added.getFirst().getCookie(), flow.getCookie());
            assertEquals(Uint64.MAX_VALUE, flow.getCookieMask().getValue());
            assertEquals(Boolean.TRUE, flow.getStrict());
        });
    }

    @Test
    void whoWantsNoProbesHasNeitherRulesNorProbes() throws Exception {
        await().until(() -> controller.added.size() >= 2);
        configure(new LinkMetricsBuilder().setProbeInterval(Decimal64.valueOf("0.000")));
        await().until(() -> controller.removed.size() == 2);
        await().until(() -> metrics.probeCosts().perSecond() == 0);
        controller.sent.clear();
        // the next snapshots would show probes
        final var changes = new AtomicInteger();
        metrics.onChange(changes::incrementAndGet);
        configure(new LinkMetricsBuilder().setProbeInterval(Decimal64.valueOf("0.000"))
            .setWindow(Uint16.TEN));
        await().until(() -> changes.get() > 0);
        assertEquals(List.of(), controller.sent);
    }

    @Test
    void listenersAreToldWhenSomethingBecomesKnown() {
        final var changes = new AtomicInteger();
        final var reg = metrics.onChange(changes::incrementAndGet);
        await().until(() -> changes.get() > 0);
        reg.close();
    }

    @Test
    void operatorsWordReachesClients() throws Exception {
        assertFalse(metrics.metrics().contains(new CostMetric("lossrate:p95")));
        assertEquals(CostContext.Source.ESTIMATION, metrics.context(CostMetric.DELAY_OW).source());
        final var metric = new MetricBuilder()
            .setName(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric("delay-ow"))
            .setCostSource(Metric.CostSource.Sla)
            .setSlaDefinition(new Uri("https://example.com/sla")).build();
        configure(new LinkMetricsBuilder().setMetric(Map.of(metric.key(), metric))
            .setStatistic(List.of(new Statistic("p95"))));
        await().until(() -> metrics.context(CostMetric.DELAY_OW).equals(new CostContext(CostContext.Source.SLA,
            Map.of("link", "https://example.com/sla"))));
        assertTrue(metrics.metrics().contains(new CostMetric("lossrate:p95")));
    }
}
