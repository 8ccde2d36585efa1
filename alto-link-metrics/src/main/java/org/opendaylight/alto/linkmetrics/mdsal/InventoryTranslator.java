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

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.linkmetrics.counters.Counter;
import org.opendaylight.alto.linkmetrics.counters.PortCounters;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.statistics.types.rev130925.NodeConnectorStatistics;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Switches, ports and counters as the OpenFlow plugin has them. */
final class InventoryTranslator {
    /** The speeds of OpenFlow 1.3 are in kbit/s. */
    private static final double BYTES_PER_KILOBIT = 125;
    private static final long NANOS = 1_000_000_000L;
    /** How a switch says that it does not know. */
    private static final long ABSENT = 0xFFFF_FFFFL;

    private InventoryTranslator() {
        // static methods only
    }

    /** Returns empty for a port that is not a place in the network, like the switch's own one. */
    static Optional<SwitchPort> toPort(final @Nullable NodeConnectorKey key) {
        try {
            return key == null ? Optional.empty() : Optional.of(SwitchPort.parse(key.getId().getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<SwitchPort> toPort(final @Nullable NodeConnectorRef ref) {
        return ref != null && ref.getValue() instanceof DataObjectIdentifier<?> path
            ? path.findFirstKeyOf(NodeConnector.class).flatMap(InventoryTranslator::toPort) : Optional.empty();
    }

    static NodeRef toNode(final SwitchId id) {
        return new NodeRef(DataObjectIdentifier.builder(Nodes.class).child(Node.class, key(id)).build());
    }

    /** Names a port of a switch by what comes after the switch's name, a number or a reserved name. */
    static NodeConnectorRef toConnector(final SwitchId id, final String port) {
        return new NodeConnectorRef(DataObjectIdentifier.builder(Nodes.class).child(Node.class, key(id))
            .child(NodeConnector.class, new NodeConnectorKey(new NodeConnectorId(id + ":" + port))).build());
    }

    private static NodeKey key(final SwitchId id) {
        return new NodeKey(new NodeId(id.toString()));
    }

    /** Returns bytes per second; 0 if the switch does not say. */
    static double toSpeed(final FlowCapableNodeConnector port) {
        return port.getCurrentSpeed() == null ? 0 : port.getCurrentSpeed().toJava() * BYTES_PER_KILOBIT;
    }

    static PortCounters toCounters(final NodeConnectorStatistics statistics, final long nanos) {
        final var values = new EnumMap<Counter, Long>(Counter.class);
        final var packets = statistics.getPackets();
        if (packets != null) {
            put(values, Counter.RX_PACKETS, packets.getReceived());
            put(values, Counter.TX_PACKETS, packets.getTransmitted());
        }
        final var bytes = statistics.getBytes();
        if (bytes != null) {
            put(values, Counter.RX_BYTES, bytes.getReceived());
            put(values, Counter.TX_BYTES, bytes.getTransmitted());
        }
        put(values, Counter.RX_ERRORS, statistics.getReceiveErrors());
        put(values, Counter.TX_ERRORS, statistics.getTransmitErrors());
        put(values, Counter.RX_DROPS, statistics.getReceiveDrops());
        put(values, Counter.TX_DROPS, statistics.getTransmitDrops());
        return new PortCounters(nanos, age(statistics), values);
    }

    private static void put(final Map<Counter, Long> values, final Counter counter, final @Nullable Uint64 value) {
        if (value != null) {
            values.put(counter, value.longValue());
        }
    }

    private static OptionalLong age(final NodeConnectorStatistics statistics) {
        final var duration = statistics.getDuration();
        if (duration == null || duration.getSecond() == null || duration.getNanosecond() == null) {
            return OptionalLong.empty();
        }
        final long seconds = duration.getSecond().getValue().toJava();
        final long nanos = duration.getNanosecond().getValue().toJava();
        // a switch that has only seconds gives no age to measure by
        return seconds == ABSENT || nanos == ABSENT || nanos == 0 ? OptionalLong.empty()
            : OptionalLong.of(seconds * NANOS + nanos);
    }
}
