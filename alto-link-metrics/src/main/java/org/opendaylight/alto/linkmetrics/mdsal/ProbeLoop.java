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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.LongSupplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.linkmetrics.measure.LinkTable;
import org.opendaylight.alto.linkmetrics.probe.ProbeCodec;
import org.opendaylight.alto.linkmetrics.probe.ProbeSchedule;
import org.opendaylight.alto.linkmetrics.probe.Prober;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketReceived;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacket;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketOutput;
import org.opendaylight.yangtools.concepts.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends probes over all links and takes up what comes back, on one cluster member. Packets come on a thread of the
 * controller, which only notes the time; all else happens on the worker.
 */
final class ProbeLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeLoop.class);
    /** Short, so that few probes leave at once and wait for each other. */
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final double NANOS = 1e9;

    private final ProbeSchedule schedule = new ProbeSchedule();
    private final Prober prober = new Prober(new ProbeCodec(secret()));
    private final LinkTable table;
    private final TransmitPacket transmit;
    private final ProbeRules rules;
    private final Worker worker;
    private final LongSupplier nanoTime;
    private final Registration reg;
    private boolean warned;
    private boolean closed;

    ProbeLoop(final LinkTable table, final NotificationService notifications, final RpcService rpcs,
            final Worker worker, final LongSupplier nanoTime) {
        this.table = table;
        this.worker = worker;
        this.nanoTime = nanoTime;
        transmit = rpcs.getRpc(TransmitPacket.class);
        rules = new ProbeRules(rpcs, worker);
        reg = notifications.registerListener(PacketReceived.class, this::onPacket);
        tick();
        refresh();
    }

    private static byte[] secret() {
        final var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    private void onPacket(final PacketReceived packet) {
        final long now = nanoTime.getAsLong();
        final var frame = packet.getPayload();
        if (frame != null && ProbeCodec.isProbe(frame)) {
            worker.execute(() -> prober.receive(frame, InventoryTranslator.toPort(packet.getIngress()), now)
                .ifPresent(delay -> table.arrived(delay.from(), delay.nanos(), now)));
        }
    }

    /** Sets what is probed and how. */
    void set(final Topology topology, final Settings settings) {
        final var targets = new ArrayList<Prober.Target>();
        // each switch just before the links that it sends on, so that both see the same load of the controller
        topology.ports().forEach((id, ports) -> {
            if (ports.stream().anyMatch(topology::isInterSwitch)) {
                targets.add(new Prober.ToSwitch(id));
            }
            ports.forEach(port -> topology.peer(port).ifPresent(to -> targets.add(new Prober.OverLink(port, to))));
        });
        schedule.set(targets, settings.measure().probeInterval().toNanos() / NANOS,
            settings.measure().maxProbesPerSecond());
        prober.retain(topology.ports().keySet());
        rules.set(topology.ports().keySet(), settings.rule());
    }

    private void tick() {
        if (closed) {
            return;
        }
        schedule.due(nanoTime.getAsLong()).forEach(this::send);
        final long now = nanoTime.getAsLong();
        prober.expire(now).forEach(port -> table.lost(port, now));
        worker.schedule(this::tick, TICK);
    }

    private void refresh() {
        if (!closed) {
            rules.refresh();
            worker.schedule(this::refresh, REFRESH);
        }
    }

    private void send(final Prober.Target target) {
        final long now = nanoTime.getAsLong();
        final var frame = prober.send(target, now);
        final var input = switch (target) {
            case Prober.OverLink link -> ProbeFlows.outOf(link.switchId(), link.from().port(), frame);
            case Prober.ToSwitch straight -> ProbeFlows.back(straight.switchId(), frame);
        };
        Futures.addCallback(transmit.invoke(input), new RpcCallback<TransmitPacketOutput>() {
            @Override
            void succeeded() {
                warned = false;
            }

            @Override
            void failed(final Object why, final @Nullable Throwable cause) {
                // not repeated, as the next probe comes soon; it counts as lost
                if (!warned) {
                    warned = true;
                    // most often because the switch has just gone, which the topology tells a moment later
                    LOG.warn("Probe {} could not be sent: {}", target, why);
                    LOG.debug("Why the probe could not be sent", cause);
                }
            }
        }, worker);
    }

    ProbeCosts costs() {
        return new ProbeCosts(schedule.perSecond(), prober.sent(), prober.received(), prober.lost(), prober.refused());
    }

    /** Stops probing. The rules stay, for the member that takes over. */
    void close() {
        closed = true;
        reg.close();
    }

    /** Takes the rules off the switches. */
    ListenableFuture<?> withdraw() {
        return rules.withdraw();
    }
}
