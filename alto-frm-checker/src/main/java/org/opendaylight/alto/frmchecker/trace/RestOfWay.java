/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.frmchecker.cost.Way;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.AskedBits;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Emission;
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.flow.Lookup;
import org.opendaylight.alto.frmchecker.flow.PacketSet;

/**
 * Follows packets to one destination, from many sources. How they go on from a port depends only on the header bits
 * that the switches on the rest of the way asked for, so that what was walked for one source is known for all whose
 * packets come by the same port and agree in these bits.
 *
 * <p>Knows only ways on which no packet is copied, tagged or chosen for, and on which packets that get different rules
 * are sent by the same port; of all others it says so. For one thread.
 */
final class RestOfWay {
    private final NetworkState network;
    private final int maxHops;
    private final Host destination;
    private final Map<SwitchPort, List<Memo>> memos = new HashMap<>();
    private final AnySource anySource;

    /**
     * Makes it.
     *
     * @param network rules and links
     * @param limits how far to go
     * @param destination where to
     * @param like packets of one of the sources; those of most others should be the same but for their source
     */
    RestOfWay(final NetworkState network, final WalkLimits limits, final Host destination, final Cube like) {
        this.network = network;
        maxHops = Math.min(limits.hops(), Byte.MAX_VALUE);
        this.destination = destination;
        anySource = new AnySource(network, limits, destination, like);
    }

    /** How packets go on. */
    sealed interface Answer {
    }

    /** They arrive. */
    record Arrives(Way way) implements Answer {
    }

    /** What needs no more words. */
    enum Other implements Answer {
        /** The packets do not arrive. */
        LOST,
        /** It is not as simple as that: a {@link PacketWalk} must tell. */
        UNKNOWN
    }

    /** What is left of a way, and what that depends on. */
    private record Rest(Answer answer, AskedBits asked) {
    }

    /** A header, as far as some bits are concerned. */
    private record Key(AskedBits asked, Cube header, int hash) {
        @Override
        public boolean equals(final @Nullable Object obj) {
            return obj instanceof Key other && asked.agree(header, other.header);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What is left from one port, for headers of which the same bits matter. */
    private record Memo(AskedBits asked, Map<Key, Rest> rests) {
        Key key(final Cube header) {
            return new Key(asked, header, asked.hash(header));
        }
    }

    /** Asks a switch what it does with the packets of all sources; from any thread, as {@link AnySource#ask}. */
    void ask(final SwitchId switchId) {
        anySource.ask(switchId);
    }

    /**
     * Follows packets from where a source sends them.
     *
     * @param source its port
     * @param sent its packets
     * @return how they go
     */
    Answer answer(final SwitchPort source, final Cube sent) {
        final var way = anySource.way(source, sent);
        return way != null ? new Arrives(way)
            : from(source, Header.of(sent).arrivedAt(source.port()), PacketSet.of(sent), maxHops).answer();
    }

    private Rest from(final SwitchPort at, final Header header, final PacketSet packets, final int hopsLeft) {
        final var known = memos.computeIfAbsent(at, port -> new ArrayList<>(1));
        for (final var memo : known) {
            final var rest = memo.rests().get(memo.key(header.fields()));
            if (rest != null) {
                return rest;
            }
        }
        final var asked = new AskedBits();
        final var answer = hopsLeft == 0 ? Other.UNKNOWN : walk(at, header, packets, hopsLeft, asked);
        final var rest = new Rest(answer, asked);
        if (answer != Other.UNKNOWN) {
            remember(known, header.fields(), rest);
        }
        return rest;
    }

    private static void remember(final List<Memo> known, final Cube header, final Rest rest) {
        var memo = known.stream().filter(each -> each.asked().sameAs(rest.asked())).findFirst().orElse(null);
        if (memo == null) {
            memo = new Memo(rest.asked(), new HashMap<>());
            known.add(memo);
        }
        memo.rests().put(memo.key(header), rest);
    }

    private Answer walk(final SwitchPort at, final Header header, final PacketSet packets, final int hopsLeft,
            final AskedBits asked) {
        final var pipeline = network.pipelines().get(at.switchId());
        if (pipeline == null) {
            return Other.UNKNOWN;
        }
        final long only = pipeline.onlyOutput(header.fields(), asked);
        if (only != 0) {
            return beyond(at.switchId(), only, header, packets, hopsLeft, asked);
        }
        final var lookups = pipeline.lookup(packets, header, 2, asked);
        if (lookups.size() != 1 || !lookups.getFirst().choices().isEmpty()) {
            return Other.UNKNOWN;
        }
        final var lookup = lookups.getFirst();
        if (lookup.emissions().isEmpty()) {
            return isDropped(lookup) ? Other.LOST : Other.UNKNOWN;
        }
        if (lookup.end().isPresent() || lookup.emissions().size() != 1
            || !(lookup.emissions().getFirst() instanceof Emission.ByPort sent) || !sent.rewrites().stream()
                .allMatch(RestOfWay::keepsItsPlace)) {
            return Other.UNKNOWN;
        }
        final var answer = beyond(at.switchId(), sent.port(), sent.header(), packets, hopsLeft, asked);
        return answer instanceof Arrives arrives
            ? new Arrives(arrives.way().limitedTo(MeterRef.lowestRate(sent.meters()))) : answer;
    }

    /** Follows packets that a switch sends out by a port. */
    private Answer beyond(final SwitchId switchId, final long number, final Header header, final PacketSet packets,
            final int hopsLeft, final AskedBits asked) {
        if (number < 1 || number > SwitchPort.MAX_PORT) {
            return Other.UNKNOWN;
        }
        final var port = new SwitchPort(switchId, number);
        if (!network.topology().isUp(port)) {
            return Other.LOST;
        }
        if (port.equals(destination.attachment())) {
            return new Arrives(Way.of(port, null));
        }
        final var peer = network.topology().peer(port);
        if (peer.isEmpty()) {
            return Other.LOST;
        }
        final var rest = from(peer.orElseThrow(), header.arrivedAt(peer.orElseThrow().port()), packets,
            hopsLeft - 1);
        asked.addAll(rest.asked());
        return rest.answer() instanceof Arrives arrives ? new Arrives(Way.of(port, arrives.way())) : rest.answer();
    }

    private static boolean isDropped(final Lookup lookup) {
        return lookup.end().filter(end -> end.outcome() == Outcome.DROPPED).isPresent();
    }

    /** Tells whether the bits of the header are after an action where they were before. */
    private static boolean keepsItsPlace(final Action action) {
        return action instanceof Action.SetField || action instanceof Action.SetNwTtl
            || action instanceof Action.DecNwTtl;
    }
}
