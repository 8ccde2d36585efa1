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
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.hosttracker.table.ConflictLog;
import org.opendaylight.alto.hosttracker.table.HostEvent;
import org.opendaylight.alto.hosttracker.table.Refusal;
import org.opendaylight.alto.hosttracker.table.Refusals;
import org.opendaylight.alto.hosttracker.tracking.Effects;
import org.opendaylight.alto.hosttracker.tracking.HostTracker;
import org.opendaylight.alto.hosttracker.tracking.PortRateLimiter;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostPins;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.RememberedHosts;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketReceived;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacket;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link HostTracker}: brings it packets, topologies and the time, and does what it wants. First it reads the
 * hosts of before a restart; packets that come before that is done are not looked at.
 *
 * <p>The tracker and the writer live on the executor, which is closed with this.
 */
final class TrackerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(TrackerLoop.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(2);
    /** Most packets that wait; more of them would only be answered too late. */
    private static final int MAX_QUEUED = 10_000;
    /** How often what was noticed is written, if it changed. */
    private static final Duration REPORT = Duration.ofSeconds(1);

    private final AtomicInteger queued = new AtomicInteger();
    private final Refusals refusals = new Refusals();
    private final ConflictLog conflicts = new ConflictLog();
    private final PortRateLimiter limiter;
    private final DataBroker broker;
    private final NotificationService notifications;
    private final TopologyService topology;
    private final OrderedExecutor executor;
    private final InstantSource clock;
    private final HostTracker tracker;
    private final HostsWriter writer;
    private final PacketSender sender;

    // the rest is touched only on the executor
    private final List<Runnable> inputs = new ArrayList<>();
    private final Set<SettableFuture<Optional<Host>>> unanswered = new HashSet<>();
    /** What is in the datastore; empty at first, as something older may be there. */
    private Optional<TrackerReport> reported = Optional.empty();
    private boolean closed;

    TrackerLoop(final DataBroker broker, final NotificationService notifications, final RpcService rpcs,
            final TopologyService topology, final TrackerSettings settings, final int packetsPerSecond,
            final OrderedExecutor executor, final InstantSource clock) {
        this.broker = broker;
        this.notifications = notifications;
        this.topology = topology;
        this.executor = executor;
        this.clock = clock;
        limiter = new PortRateLimiter(packetsPerSecond);
        tracker = new HostTracker(settings, refusals);
        writer = new HostsWriter(broker, executor, tracker::hosts);
        sender = new PacketSender(rpcs.getRpc(TransmitPacket.class));
    }

    /** Starts; returns at once. */
    void start() {
        executor.execute(this::readRemembered);
    }

    private void readRemembered() {
        if (closed) {
            return;
        }
        final ListenableFuture<Optional<RememberedHosts>> read;
        try (var tx = broker.newReadOnlyTransaction()) {
            read = tx.read(LogicalDatastoreType.CONFIGURATION, HostTranslator.REMEMBERED);
        }
        Futures.addCallback(read, new FutureCallback<Optional<RememberedHosts>>() {
            @Override
            public void onSuccess(final @Nullable Optional<RememberedHosts> result) {
                begin(result == null ? List.of() : result.stream()
                    .flatMap(remembered -> remembered.nonnullHost().values().stream())
                    .flatMap(host -> HostTranslator.fromData(host).stream())
                    .toList());
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("alto-hosts:remembered-hosts could not be read; trying again in {}", RETRY, cause);
                executor.schedule(TrackerLoop.this::readRemembered, RETRY);
            }
        }, executor);
    }

    private void begin(final Collection<Host> remembered) {
        if (closed) {
            return;
        }
        // pins first, so that nothing is taken over that contradicts them
        inputs.add(broker.registerTreeChangeListener(LogicalDatastoreType.CONFIGURATION,
            DataObjectReference.builder(HostPins.class).build(), this::pinsChanged)::close);
        executor.execute(() -> beginWithPins(remembered));
    }

    /** The datastore has told of the pins that are there before the registration returned. */
    private void beginWithPins(final Collection<Host> remembered) {
        if (closed) {
            return;
        }
        final int restored = tracker.restore(remembered, clock.instant());
        LOG.info("Host tracker started with {} hosts of before", restored);
        writer.writeAll();

        inputs.add(topology.onChange(() -> executor.execute(this::readTopology))::close);
        readTopology();
        inputs.add(notifications.registerListener(PacketReceived.class, this::onPacket)::close);
        executor.repeat(() -> perform(() -> tracker.advance(clock.instant())), TICK);
        executor.repeat(this::report, REPORT);
    }

    private void pinsChanged(final List<DataTreeModification<HostPins>> changes) {
        final var pins = HostPinTranslator.fromData(changes.getLast().getRootNode().dataAfter());
        executor.execute(() -> {
            LOG.info("{} hosts are pinned", pins.size());
            perform(() -> tracker.pin(pins));
        });
    }

    private void report() {
        final var report = TrackerReport.of(conflicts, refusals, limiter.dropped());
        if (closed || reported.filter(report::equals).isPresent()) {
            return;
        }
        reported = Optional.of(report);
        final var tx = broker.newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, TrackerReport.PATH, report.toData());
        Futures.addCallback(tx.commit(), new FutureCallback<Object>() {
            @Override
            public void onSuccess(final @Nullable Object result) {
                LOG.trace("Wrote {}", report);
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("alto-hosts:host-tracker could not be written; trying again in {}", REPORT, cause);
                reported = Optional.empty();
            }
        }, executor);
    }

    /**
     * Asks who has an address. May be called from any thread.
     *
     * @param address the address
     * @return the host, or empty if none answers; fails if nothing may be sent or this is closed
     */
    ListenableFuture<Optional<Host>> ask(final IpAddr address) {
        final var answer = SettableFuture.<Optional<Host>>create();
        if (!executor.tryExecute(() -> ask(address, answer))) {
            answer.setException(notRunning());
        }
        return answer;
    }

    private void ask(final IpAddr address, final SettableFuture<Optional<Host>> answer) {
        if (closed) {
            answer.setException(notRunning());
            return;
        }
        unanswered.add(answer);
        try {
            perform(() -> tracker.ask(address, clock.instant(), host -> {
                unanswered.remove(answer);
                answer.set(host);
            }));
        } catch (IllegalStateException e) {
            unanswered.remove(answer);
            answer.setException(e);
        }
    }

    private static IllegalStateException notRunning() {
        return new IllegalStateException("The host tracker does not run here any more");
    }

    private void readTopology() {
        perform(() -> tracker.topology(topology.topology(), clock.instant()));
    }

    /** Called by the notification service for every packet of any kind that a switch sends to the controller. */
    private void onPacket(final PacketReceived received) {
        final var frame = received.getPayload();
        if (frame == null || !tracker.isOfInterest(frame)) {
            return;
        }
        InventoryTranslator.toPort(received.getIngress()).ifPresent(ingress -> {
            if (!limiter.mayPass(ingress, System.nanoTime())) {
                refusals.add(Refusal.RATE_LIMITED);
                return;
            }
            if (queued.incrementAndGet() > MAX_QUEUED) {
                queued.decrementAndGet();
                refusals.add(Refusal.OVERLOAD);
                return;
            }
            executor.execute(() -> {
                queued.decrementAndGet();
                LOG.trace("Packet at {}", ingress);
                perform(() -> tracker.packet(frame, ingress, clock.instant()));
            });
        });
    }

    private void perform(final Supplier<Effects> step) {
        if (closed) {
            return;
        }
        final var effects = step.get();
        effects.events().forEach(this::note);
        if (!effects.events().isEmpty()) {
            writer.write(effects.events());
        }
        sender.send(effects.packets());
    }

    private void note(final HostEvent event) {
        switch (event) {
            case HostEvent.Added(var host) -> LOG.debug("New host {} {} at {}", host.mac(), host.addresses(),
                host.attachment());
            case HostEvent.Changed(var before, var host) -> LOG.debug("Host {} was {} at {}, is {} at {}", host.mac(),
                before.addresses(), before.attachment(), host.addresses(), host.attachment());
            case HostEvent.Removed(var host, var cause) -> LOG.debug("Host {} {} at {} is gone: {}", host.mac(),
                host.addresses(), host.attachment(), cause);
            case HostEvent.Contested(var holder, var address, var claimant) -> LOG.debug("Host {} claims {} of host {}",
                claimant, address, holder.key());
            case HostEvent.Conflicting(var conflict) -> {
                if (conflicts.add(conflict)) {
                    // the first of its kind; how often it happens is in the datastore
                    LOG.warn("Conflict {}: host {} {} at {} against host {} at {}; see alto:host-conflicts",
                        conflict.kind(), conflict.host(), conflict.address().map(IpAddr::toString).orElse(""),
                        conflict.attachment().map(SwitchPort::toString).orElse("an unknown port"), conflict.rival(),
                        conflict.rivalAttachment());
                }
            }
            case HostEvent.Seen(var host) -> LOG.trace("Host {} is still at {}", host.mac(), host.attachment());
        }
    }

    /**
     * Stops to listen, to write and to send. Questions that are not answered yet fail.
     *
     * @return completes when nothing happens any more
     */
    ListenableFuture<?> close() {
        final var done = SettableFuture.create();
        executor.execute(() -> {
            closed = true;
            writer.close();
            inputs.forEach(Runnable::run);
            unanswered.forEach(answer -> answer.setException(notRunning()));
            unanswered.clear();
            LOG.info("Host tracker stopped; without effect were {}", refusals);
            done.set(true);
        });
        executor.shutdown();
        return done;
    }
}
