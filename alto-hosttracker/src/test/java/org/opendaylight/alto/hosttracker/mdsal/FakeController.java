/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.Net;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketReceived;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketReceivedBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacket;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketOutputBuilder;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.Notification;
import org.opendaylight.yangtools.binding.Rpc;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.common.ErrorType;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;

/** The parts of the controller that the tracker uses, without switches; the time stands until a test moves it. */
final class FakeController implements NotificationService, RpcService, TopologyService, InstantSource {
    final List<TransmitPacketInput> sent = new CopyOnWriteArrayList<>();
    final List<AddFlowInput> added = new CopyOnWriteArrayList<>();
    final List<RemoveFlowInput> removed = new CopyOnWriteArrayList<>();
    /** How many flows are still refused. */
    final AtomicInteger refused = new AtomicInteger();
    /** How many rules are to fail, as the switch is not there. */
    final AtomicInteger gone = new AtomicInteger();
    final List<Listener<PacketReceived>> packetListeners = new CopyOnWriteArrayList<>();

    private final ChangeListeners topologyListeners = new ChangeListeners();
    private volatile Topology topology = Topology.EMPTY;
    private volatile Instant now = Net.T0;

    void setTime(final double seconds) {
        now = Net.at(seconds);
    }

    void setTopology(final Topology next) {
        topology = next;
        topologyListeners.fire();
    }

    void receive(final byte[] frame, final SwitchPort ingress) {
        final var packet = new PacketReceivedBuilder().setPayload(frame)
            .setIngress(InventoryTranslator.toConnector(ingress)).build();
        packetListeners.forEach(listener -> listener.onNotification(packet));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public org.opendaylight.alto.core.service.Registration onChange(final Runnable listener) {
        return topologyListeners.add(listener);
    }

    @Override
    public <N extends Notification<N> & DataObject> Registration registerListener(final Class<N> type,
            final Listener<N> listener, final Executor executor) {
        @SuppressWarnings("unchecked")
        final var cast = (Listener<PacketReceived>) (Listener<?>) listener;
        packetListeners.add(cast);
        return () -> packetListeners.remove(cast);
    }

    @Override
    public Registration registerCompositeListener(final CompositeListener listener, final Executor executor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R extends Rpc<?, ?>> R getRpc(final Class<R> type) {
        if (type == TransmitPacket.class) {
            return type.cast((TransmitPacket) input -> {
                sent.add(input);
                return success(new TransmitPacketOutputBuilder().build());
            });
        }
        if (type == AddFlow.class) {
            return type.cast((AddFlow) input -> {
                if (gone.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                    return Futures.immediateFailedFuture(new IllegalStateException("No such switch"));
                }
                if (refused.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                    return RpcResultBuilder.<org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819
                        .AddFlowOutput>failed().withError(ErrorType.APPLICATION, "busy").buildFuture();
                }
                added.add(input);
                return success(new AddFlowOutputBuilder().build());
            });
        }
        return type.cast((RemoveFlow) input -> {
            removed.add(input);
            return success(new RemoveFlowOutputBuilder().build());
        });
    }

    private static <T> ListenableFuture<RpcResult<T>> success(final T output) {
        return Futures.immediateFuture(RpcResultBuilder.success(output).build());
    }
}
