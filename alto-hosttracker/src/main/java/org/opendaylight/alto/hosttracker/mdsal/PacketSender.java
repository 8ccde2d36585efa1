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

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.hosttracker.tracking.PacketOut;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacket;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketOutput;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends frames out of switch ports. A lost frame is not repeated, as hosts repeat what they get no answer to. */
final class PacketSender {
    private static final Logger LOG = LoggerFactory.getLogger(PacketSender.class);

    private final TransmitPacket transmit;
    private final AtomicBoolean warned = new AtomicBoolean();

    PacketSender(final TransmitPacket transmit) {
        this.transmit = transmit;
    }

    void send(final List<PacketOut> packets) {
        for (var out : packets) {
            LOG.trace("Sending {} out of {}", out.frame(), out.port());
            Futures.addCallback(transmit.invoke(new TransmitPacketInputBuilder()
                .setNode(InventoryTranslator.toNode(out.port()))
                .setEgress(InventoryTranslator.toConnector(out.port()))
                .setPayload(out.frame().toBytes())
                .build()), new Outcome(out), MoreExecutors.directExecutor());
        }
    }

    private final class Outcome implements FutureCallback<RpcResult<TransmitPacketOutput>> {
        private final PacketOut out;

        Outcome(final PacketOut out) {
            this.out = out;
        }

        @Override
        public void onSuccess(final @Nullable RpcResult<TransmitPacketOutput> result) {
            if (result != null && result.isSuccessful()) {
                warned.set(false);
            } else {
                failed(result == null ? "no result" : result.getErrors(), null);
            }
        }

        @Override
        public void onFailure(final Throwable cause) {
            failed(cause.toString(), cause);
        }

        private void failed(final Object why, final @Nullable Throwable cause) {
            if (!warned.getAndSet(true)) {
                LOG.warn("ARP or Neighbour Discovery could not be sent out of port {}: {}", out.port(), why, cause);
            } else {
                LOG.debug("ARP or Neighbour Discovery could not be sent out of port {}: {}", out.port(), why);
            }
        }
    }
}
