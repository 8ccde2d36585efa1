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

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
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
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;

/**
 * The parts of the controller that measuring uses, and switches that pass packets on at once. This is the one member of
 * its cluster.
 */
final class FakeController implements NotificationService, RpcService, ClusterSingletonServiceProvider {
    final List<AddFlowInput> added = new CopyOnWriteArrayList<>();
    final List<RemoveFlowInput> removed = new CopyOnWriteArrayList<>();
    final List<TransmitPacketInput> sent = new CopyOnWriteArrayList<>();
    /** The port that sends to the port that receives; what is sent elsewhere is lost. */
    final Map<SwitchPort, SwitchPort> cables = new ConcurrentHashMap<>();

    private final List<Listener<PacketReceived>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Registration registerClusterSingletonService(final ClusterSingletonService service) {
        service.instantiateServiceInstance();
        return service::closeServiceInstance;
    }

    @Override
    public <N extends Notification<N> & DataObject> Registration registerListener(final Class<N> type,
            final Listener<N> listener, final Executor executor) {
        @SuppressWarnings("unchecked")
        final var cast = (Listener<PacketReceived>) (Listener<?>) listener;
        listeners.add(cast);
        return () -> listeners.remove(cast);
    }

    @Override
    public Registration registerCompositeListener(final CompositeListener listener, final Executor executor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R extends Rpc<?, ?>> R getRpc(final Class<R> type) {
        if (type == TransmitPacket.class) {
            return type.cast((TransmitPacket) input -> {
                transmit(input);
                return success(new TransmitPacketOutputBuilder().build());
            });
        }
        if (type == AddFlow.class) {
            return type.cast((AddFlow) input -> {
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

    private void transmit(final TransmitPacketInput input) {
        sent.add(input);
        final var ingress = input.getAction() != null ? Optional.of(input.getEgress())
            : InventoryTranslator.toPort(input.getEgress()).map(cables::get)
                .map(to -> InventoryTranslator.toConnector(to.switchId(), Long.toString(to.port())));
        ingress.ifPresent(at -> {
            final var packet = new PacketReceivedBuilder().setIngress(at).setPayload(input.getPayload()).build();
            listeners.forEach(listener -> listener.onNotification(packet));
        });
    }
}
