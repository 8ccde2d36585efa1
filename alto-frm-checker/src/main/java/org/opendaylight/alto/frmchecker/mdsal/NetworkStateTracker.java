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

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.mdsal.binding.api.DataObjectModification.ModificationType;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableStatisticsGatheringStatus;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NetworkTopology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TopologyId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.TopologyKey;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.Link;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.LinkKey;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one immutable {@link NetworkState} equal to what the OpenFlow plugin says in the operational datastore. Only
 * reads, on every cluster member.
 *
 * <p>Listeners of the datastore queue their changes, and the first of their threads takes up all that are queued, each
 * at the cost of what it changes, and publishes one new state: to wake another thread would often take longer than the
 * change itself. {@link #state()} may be called from any thread.
 */
@Component(service = NetworkStateTracker.class)
public final class NetworkStateTracker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkStateTracker.class);

    /** The topology to which the OpenFlow plugin writes the links that LLDP finds. */
    private static final TopologyKey OPENFLOW_TOPOLOGY = new TopologyKey(new TopologyId("flow:1"));

    private final ChangeListeners topologyListeners = new ChangeListeners();
    private final ChangeListeners pathListeners = new ChangeListeners();
    private final ConcurrentLinkedQueue<Runnable> changes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final List<Registration> registrations = new ArrayList<>();
    private final Clock clock;

    // only of the thread that has set busy
    private final Map<SwitchId, SwitchPipeline> pipelines = new HashMap<>();
    /** Of each switch that is here. */
    private final Map<SwitchId, PolledRules> polled = new HashMap<>();
    private final Map<SwitchId, TreeMap<SwitchPort, Boolean>> ports = new TreeMap<>();
    private final Map<LinkKey, Map.Entry<SwitchPort, SwitchPort>> links = new HashMap<>();
    /** Whether a switch, a port or a link came or went since the last state. */
    private boolean topologyTouched;
    private boolean pathsTouched;

    private volatile NetworkState state = NetworkState.EMPTY;

    @Activate
    public NetworkStateTracker(@Reference final DataBroker broker) {
        this(broker, Clock.systemUTC());
    }

    NetworkStateTracker(final DataBroker broker, final Clock clock) {
        this.clock = requireNonNull(clock);
        registrations.add(broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectReference.builder(Nodes.class).child(Node.class).child(NodeConnector.class)
                .augmentation(FlowCapableNodeConnector.class).build(), this::portsChanged));
        registrations.add(broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectReference.builder(NetworkTopology.class)
                .child(org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network
                    .topology.Topology.class, OPENFLOW_TOPOLOGY)
                .child(Link.class).build(), this::linksChanged));
        registrations.add(broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectReference.builder(Nodes.class).child(Node.class).build(), this::nodesChanged));
        LOG.info("FRM checker started");
    }

    /**
     * Returns the network as it is known now. Never blocks.
     *
     * @return the newest state
     */
    public NetworkState state() {
        return state;
    }

    ChangeListeners topologyListeners() {
        return topologyListeners;
    }

    ChangeListeners pathListeners() {
        return pathListeners;
    }

    private void nodesChanged(final List<DataTreeModification<Node>> modifications) {
        for (final var modification : modifications) {
            switchOf(modification).ifPresent(id -> {
                final var root = modification.getRootNode();
                final var node = root.getModifiedAugmentation(FlowCapableNode.class);
                final var reading = root.getModifiedAugmentation(FlowCapableStatisticsGatheringStatus.class);
                final boolean isForwarding = node != null && ForwardingChange.isIn(node);
                if (isForwarding || reading != null) {
                    // in the order of their transactions, and those of one transaction together
                    changes.add(() -> nodeChanged(id, isForwarding ? node : null, reading));
                } else {
                    LOG.trace("Only statistics of switch {} changed", id);
                }
            });
        }
        applyChanges();
    }

    private void portsChanged(final List<DataTreeModification<FlowCapableNodeConnector>> modifications) {
        for (final var modification : modifications) {
            final var key = modification.path().firstKeyOf(NodeConnector.class);
            if (key != null) {
                tryParsePort(key.getId().getValue()).ifPresent(port -> {
                    final var after = modification.getRootNode().dataAfter();
                    final var isUp = after == null ? null : OpenFlowTranslator.isUp(after);
                    changes.add(() -> portChanged(port, isUp));
                });
            }
        }
        applyChanges();
    }

    private void linksChanged(final List<DataTreeModification<Link>> modifications) {
        for (final var modification : modifications) {
            final var root = modification.getRootNode();
            final var link = root.dataAfter() != null ? root.dataAfter() : root.dataBefore();
            if (link != null) {
                final var key = link.key();
                final var ends = root.dataAfter() == null ? null : endsOf(link);
                changes.add(() -> linkChanged(key, ends));
            }
        }
        applyChanges();
    }

    private static Map.@Nullable Entry<SwitchPort, SwitchPort> endsOf(final Link link) {
        final var source = link.getSource();
        final var destination = link.getDestination();
        if (source == null || source.getSourceTp() == null || destination == null || destination.getDestTp() == null) {
            return null;
        }
        final var from = tryParsePort(source.getSourceTp().getValue());
        final var to = tryParsePort(destination.getDestTp().getValue());
        return from.isEmpty() || to.isEmpty() ? null : Map.entry(from.orElseThrow(), to.orElseThrow());
    }

    private static <T extends DataObject> Optional<SwitchId> switchOf(final DataTreeModification<T> modification) {
        final DataObjectIdentifier<T> path = modification.path();
        final var key = path.firstKeyOf(Node.class);
        try {
            return key == null ? Optional.empty() : Optional.of(SwitchId.parse(key.getId().getValue()));
        } catch (IllegalArgumentException e) {
            LOG.debug("Node {} is not an OpenFlow switch", key, e);
            return Optional.empty();
        }
    }

    /** Ports that are no places in the network, like {@code openflow:1:LOCAL}, are left out. */
    private static Optional<SwitchPort> tryParsePort(final String text) {
        try {
            return Optional.of(SwitchPort.parse(text));
        } catch (IllegalArgumentException e) {
            LOG.trace("{} is not a physical port", text, e);
            return Optional.empty();
        }
    }

    /** Takes up what is queued, unless another thread does. */
    private void applyChanges() {
        while (!changes.isEmpty() && busy.compareAndSet(false, true)) {
            try {
                for (var change = changes.poll(); change != null; change = changes.poll()) {
                    change.run();
                }
                publish();
            } finally {
                busy.set(false);
            }
        }
    }

    private void nodeChanged(final SwitchId id, final @Nullable DataObjectModification<FlowCapableNode> node,
            final @Nullable DataObjectModification<FlowCapableStatisticsGatheringStatus> reading) {
        final var rules = polled.computeIfAbsent(id, key -> new PolledRules());
        final boolean isAllRead = reading != null && rules.mark(reading);
        if (node != null) {
            forwardingChanged(id, node, rules);
        }
        final var before = pipelines.get(id);
        if (before != null && isAllRead) {
            exchange(id, before, ForwardingChange.withoutMissing(before, rules));
        }
    }

    private void forwardingChanged(final SwitchId id, final DataObjectModification<FlowCapableNode> node,
            final PolledRules rules) {
        final var before = pipelines.get(id);
        final var inventory = node.dataAfter();
        if (inventory == null) {
            polled.remove(id);
            if (pipelines.remove(id) != null) {
                topologyTouched = true;
                LOG.info("Switch {} is gone", id);
            }
        } else if (before == null) {
            final var after = OpenFlowTranslator.toPipeline(id, inventory, upPorts(id));
            topologyTouched = true;
            pathsTouched = true;
            pipelines.put(id, after);
            LOG.info("Switch {} is here with {} rules, {} groups", id, after.ruleCount(), after.groups().size());
        } else if (node.modificationType() == ModificationType.SUBTREE_MODIFIED) {
            exchange(id, before, ForwardingChange.apply(before, node, rules));
        } else {
            rules.takeAll();
            final var after = OpenFlowTranslator.toPipeline(id, inventory, upPorts(id));
            exchange(id, before, after.equals(before) ? before : after);
        }
    }

    private void exchange(final SwitchId id, final SwitchPipeline before, final SwitchPipeline after) {
        if (after == before) {
            LOG.trace("Switch {} forwards as before", id);
            return;
        }
        LOG.debug("Switch {} has {} rules, {} groups", id, after.ruleCount(), after.groups().size());
        pathsTouched = true;
        pipelines.put(id, after);
    }

    private void portChanged(final SwitchPort port, final @Nullable Boolean isUp) {
        final var id = port.switchId();
        final var of = ports.computeIfAbsent(id, key -> new TreeMap<>());
        final var before = isUp == null ? of.remove(port) : of.put(port, isUp);
        if (of.isEmpty()) {
            ports.remove(id);
        }
        if (!Objects.equals(isUp, before)) {
            topologyTouched = true;
            pipelines.computeIfPresent(id, (key, pipeline) -> pipeline.withLivePorts(upPorts(id)));
            LOG.debug("Port {} is {}", port, isUp == null ? "gone" : isUp ? "up" : "down");
        }
    }

    private void linkChanged(final LinkKey key, final Map.@Nullable Entry<SwitchPort, SwitchPort> ends) {
        final var before = ends == null ? links.remove(key) : links.put(key, ends);
        if (!Objects.equals(before, ends)) {
            topologyTouched = true;
            LOG.debug("Link {} is {}", key.getLinkId().getValue(), ends == null ? "gone" : ends);
        }
    }

    private List<Long> upPorts(final SwitchId id) {
        return ports.getOrDefault(id, new TreeMap<>()).entrySet().stream().filter(Map.Entry::getValue)
            .map(port -> port.getKey().port()).toList();
    }

    private Topology toTopology() {
        final var up = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        pipelines.keySet().forEach(id -> up.put(id, new TreeSet<>()));
        ports.forEach((id, of) -> {
            final var upOf = up.computeIfAbsent(id, key -> new TreeSet<>());
            of.forEach((port, isUp) -> {
                if (isUp) {
                    upOf.add(port);
                }
            });
        });
        final var directed = new TreeMap<SwitchPort, SwitchPort>();
        links.values().forEach(ends -> directed.put(ends.getKey(), ends.getValue()));
        return state.topology().next(up, directed);
    }

    private void publish() {
        final var before = state;
        final var topology = topologyTouched ? toTopology() : before.topology();
        final boolean topologyChanged = !before.topology().equals(topology);
        final boolean pathsChanged = topologyChanged || pathsTouched;
        topologyTouched = false;
        pathsTouched = false;
        final var after = new NetworkState(topology, pipelines, clock.instant());
        state = after;
        if (topologyChanged) {
            LOG.info("Topology has {} switches, {} links", topology.ports().size(), topology.links().size());
            topologyListeners.fire();
        }
        if (pathsChanged) {
            LOG.debug("Paths may have changed");
            pathListeners.fire();
        }
    }

    @Deactivate
    @Override
    public void close() {
        registrations.reversed().forEach(Registration::close);
        LOG.info("FRM checker stopped");
    }
}
