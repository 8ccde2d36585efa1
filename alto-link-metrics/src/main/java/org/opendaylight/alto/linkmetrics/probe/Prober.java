/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * Makes probes, and tells from the times at which they are sent and come back how long packets take over links.
 *
 * <p>A probe of a link goes from the controller to the switch that sends, over the link, and from the switch that
 * receives to the controller. Another one goes to each switch and straight back. Half of the latter's time, of both
 * switches, is what the former spent between switches and controller; the rest is the link's. This takes it that a
 * control channel is as slow in one direction as in the other.
 *
 * <p>Times are of a clock that only goes forward, in nanoseconds. Not for several threads.
 */
public final class Prober {
    /** A probe that takes longer is lost. */
    static final long PATIENCE = 5_000_000_000L;
    /** A control channel that was silent for so long may be another one now. */
    private static final long RECENT = 60_000_000_000L;

    private final ProbeCodec codec;
    private final Map<Long, Sent> underWay = new LinkedHashMap<>();
    private final Map<SwitchId, ControlChannel> channels = new HashMap<>();
    private long sequence;
    private long received;
    private long lost;
    private long refused;

    /** What a probe goes over. */
    public sealed interface Target {
        /** Returns the switch to which the controller sends it. */
        SwitchId switchId();
    }

    /**
     * A link.
     *
     * @param from the port that sends
     * @param to the port that receives
     */
    public record OverLink(SwitchPort from, SwitchPort to) implements Target {
        @Override
        public SwitchId switchId() {
            return from.switchId();
        }
    }

    /**
     * To a switch and straight back.
     *
     * @param switchId the switch
     */
    public record ToSwitch(SwitchId switchId) implements Target {
    }

    /**
     * A probe that came back.
     *
     * @param from the port that sent it
     * @param nanos how long it was on the link; may be negative by what is not known of the control channels, and that
     *     is right again in the sum of both directions
     */
    public record Delay(SwitchPort from, long nanos) {
    }

    private record Sent(Target target, long nanos) {
    }

    /**
     * Makes one that has sent nothing yet.
     *
     * @param codec how probes look
     */
    public Prober(final ProbeCodec codec) {
        this.codec = codec;
    }

    /**
     * Makes a probe. It is under way from now on.
     *
     * @param target what it is to go over
     * @param now the time
     * @return the frame
     */
    public byte[] send(final Target target, final long now) {
        underWay.put(++sequence, new Sent(target, now));
        final long port = target instanceof OverLink link ? link.from().port() : Probe.CONTROLLER;
        return codec.encode(new Probe(target.switchId(), port, sequence));
    }

    /**
     * Takes up a packet.
     *
     * @param frame any packet
     * @param ingress the port at which it came; empty if it is no port of a link
     * @param now when it came
     * @return how long it was on a link; empty if it was not, or if the control channels are not known yet
     */
    public Optional<Delay> receive(final byte[] frame, final Optional<SwitchPort> ingress, final long now) {
        if (!ProbeCodec.isProbe(frame)) {
            return Optional.empty();
        }
        final var sent = codec.decode(frame).map(probe -> underWay.get(probe.sequence()))
            .filter(found -> !(found.target instanceof OverLink link) || ingress.equals(Optional.of(link.to())));
        if (sent.isEmpty()) {
            refused++;
            return Optional.empty();
        }
        underWay.remove(codec.decode(frame).orElseThrow().sequence());
        received++;
        final long took = now - sent.orElseThrow().nanos;
        return switch (sent.orElseThrow().target) {
            case ToSwitch straight -> {
                channels.computeIfAbsent(straight.switchId(), id -> new ControlChannel()).add(now, took);
                yield Optional.empty();
            }
            case OverLink link -> {
                final var one = roundTrip(link.from().switchId(), now);
                final var other = roundTrip(link.to().switchId(), now);
                yield one.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(new Delay(link.from(),
                    took - (one.getAsLong() + other.getAsLong()) / 2));
            }
        };
    }

    private OptionalLong roundTrip(final SwitchId id, final long now) {
        final var channel = channels.get(id);
        return channel == null ? OptionalLong.empty() : channel.since(now - RECENT);
    }

    /**
     * Gives up probes that were under way for too long.
     *
     * @param now the time
     * @return the ports that sent what was lost on links
     */
    public List<SwitchPort> expire(final long now) {
        final var ports = new ArrayList<SwitchPort>();
        for (final Iterator<Sent> each = underWay.values().iterator(); each.hasNext();) {
            final var sent = each.next();
            if (now - sent.nanos < PATIENCE) {
                break;
            }
            each.remove();
            lost++;
            if (sent.target instanceof OverLink link) {
                ports.add(link.from());
            }
        }
        return ports;
    }

    /**
     * Forgets control channels.
     *
     * @param switches those that are still there
     */
    public void retain(final Set<SwitchId> switches) {
        channels.keySet().retainAll(switches);
    }

    /**
     * Returns how many probes were made.
     *
     * @return a number
     */
    public long sent() {
        return sequence;
    }

    /**
     * Returns how many came back.
     *
     * @return a number
     */
    public long received() {
        return received;
    }

    /**
     * Returns how many were given up.
     *
     * @return a number
     */
    public long lost() {
        return lost;
    }

    /**
     * Returns how many packets looked like probes and were none of those under way, or came where they should not.
     *
     * @return a number
     */
    public long refused() {
        return refused;
    }
}
