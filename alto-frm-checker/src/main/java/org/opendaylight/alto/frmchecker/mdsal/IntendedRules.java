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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.RuleRef;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules, groups and meters that are in the configuration datastore, and adds those that are not on their
 * switch yet to a state of the network. Only reads, on every cluster member.
 *
 * <p>May be used from any thread. Only what somebody asks for is translated, and of that only switches that changed.
 */
@Component(service = IntendedRules.class)
public final class IntendedRules implements DataTreeChangeListener<FlowCapableNode>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntendedRules.class);

    private final ChangeListeners listeners = new ChangeListeners();
    private final Map<SwitchId, FlowCapableNode> configured = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Registration reg;

    // guarded by this
    private final Map<SwitchId, Switch> switches = new HashMap<>();
    private Optional<Whole> newest = Optional.empty();

    /** What tells rules apart in OpenFlow (specification, section 5.2). */
    private record Identity(int tableId, int priority, Match match, Optional<String> unsupportedMatch) {
        static Identity of(final Rule rule) {
            return new Identity(rule.tableId(), rule.priority(), rule.match(), rule.unsupportedMatch());
        }
    }

    /** A switch as it is meant to be, and what that was made of. */
    private record Switch(FlowCapableNode configured, @Nullable SwitchPipeline installed, SwitchPipeline intended,
            Set<RuleRef> pending) {
    }

    /** All switches as they are meant to be, and what that was made of. */
    private record Whole(NetworkState installed, long version, Intended intended) {
    }

    /**
     * The network as it is meant to be.
     *
     * @param network installed and configured rules together
     * @param pending the rules that are not on their switch
     */
    record Intended(NetworkState network, Set<RuleRef> pending) {
    }

    @Activate
    public IntendedRules(@Reference final DataBroker broker) {
        reg = broker.registerTreeChangeListener(LogicalDatastoreType.CONFIGURATION,
            DataObjectReference.builder(Nodes.class).child(Node.class).augmentation(FlowCapableNode.class).build(),
            this);
    }

    /** Where to be told of changes, on the datastore's thread. */
    ChangeListeners listeners() {
        return listeners;
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<FlowCapableNode>> modifications) {
        boolean changed = false;
        for (final var modification : modifications) {
            final var switchId = tryParse(modification.path().getFirstKeyOf(Node.class).getId().getValue());
            final var root = modification.getRootNode();
            if (switchId != null && ForwardingChange.isIn(root)) {
                final var after = root.dataAfter();
                if (after == null) {
                    configured.remove(switchId);
                } else {
                    configured.put(switchId, after);
                }
                changed = true;
            }
        }
        if (changed) {
            changes.incrementAndGet();
            listeners.fire();
        }
    }

    private static @Nullable SwitchId tryParse(final String text) {
        try {
            return SwitchId.parse(text);
        } catch (IllegalArgumentException e) {
            LOG.debug("Node {} is not an OpenFlow switch", text, e);
            return null;
        }
    }

    /**
     * Adds to a state of the network what is configured and not there.
     *
     * @param installed the network as it is
     * @return the network as it is meant to be
     */
    synchronized Intended addTo(final NetworkState installed) {
        final long version = changes.get();     // before the rules, so that none is missed
        final var now = Map.copyOf(configured);
        final var kept = newest.filter(whole -> whole.installed == installed && whole.version == version);
        if (kept.isPresent()) {
            return kept.orElseThrow().intended;
        }
        switches.keySet().retainAll(now.keySet());
        final var pipelines = new TreeMap<>(installed.pipelines());
        final var pending = new HashSet<RuleRef>();
        now.forEach((id, node) -> {
            final var there = installed.pipelines().get(id);
            var made = switches.get(id);
            if (made == null || made.configured != node || made.installed != there) {
                made = together(id, node, there);
                switches.put(id, made);
            }
            pipelines.put(id, made.intended);
            pending.addAll(made.pending);
        });
        final var intended = new Intended(new NetworkState(installed.topology(), pipelines, installed.asOf()), pending);
        newest = Optional.of(new Whole(installed, version, intended));
        return intended;
    }

    private static Switch together(final SwitchId id, final FlowCapableNode node,
            final @Nullable SwitchPipeline installed) {
        final var wanted = OpenFlowTranslator.toPipeline(id, node, List.of());
        final var rules = new ArrayList<Rule>();
        final var groups = new TreeMap<>(wanted.groups());
        final var meters = new TreeMap<>(wanted.meters());
        if (installed != null) {
            rules.addAll(installed.rules());
            groups.putAll(installed.groups());
            meters.putAll(installed.meters());
        }
        final var there = new HashSet<Identity>();
        rules.forEach(rule -> there.add(Identity.of(rule)));
        final var pending = new HashSet<RuleRef>();
        wanted.rules().forEach(rule -> {
            if (there.add(Identity.of(rule))) {
                rules.add(rule);
                pending.add(rule.ref(id));
            }
        });
        final var ports = installed == null ? List.<Long>of() : installed.livePorts();
        return new Switch(node, installed,
            installed != null && pending.isEmpty() && groups.equals(installed.groups())
                && meters.equals(installed.meters()) ? installed
                : SwitchPipeline.of(id, rules, groups.values(), ports).withMeters(meters.values()), pending);
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}
