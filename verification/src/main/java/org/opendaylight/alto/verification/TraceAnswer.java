/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * What {@code ofproto/trace} says becomes of a packet.
 *
 * @param copies the copies that leave the network
 * @param fromSomewhere number of copies more that are sent to the controller; for packets that it has taken apart anew,
 *     the switch does not always tell by which rule
 * @param isEndless whether the switch gave up, as it does when a packet goes round in a loop
 * @param isExpired whether the time to live of a copy ended
 * @param hasTooManyLabels whether the switch dropped a copy for more labels than it knows
 */
record TraceAnswer(ImmutableMultiset<Copy> copies, int fromSomewhere, boolean isEndless, boolean isExpired,
        boolean hasTooManyLabels) {
    /** The cookie of no rule. */
    private static final long NO_COOKIE = -1;
    private static final String LAST_LINE = "Datapath actions: ";
    private static final String EXPIRED = "decrement TTL exception";
    private static final String TOO_MANY_LABELS = "dropping packet on which an MPLS push action can't be performed";
    /** The limits of the switch: depth 64, 4,096 resubmissions. */
    private static final Pattern GAVE_UP = Pattern.compile("over max translation depth|resubmit actions|"
        + "Recursion too deep|Too many resubmits");

    /**
     * A packet that the switch takes apart anew in the midst of its pipeline, as it does to see what is below a label
     * that it has popped. A trace ends there.
     *
     * @param id by which the switch knows where to go on
     * @param packet the packet as it is by then
     */
    record Recirculation(int id, Packet packet) {
    }

    /** Tells whether these are the copies that leave. */
    boolean isOf(final Multiset<Copy> others) {
        return others.size() == copies.size() + fromSomewhere && Multisets.containsOccurrences(others, copies)
            && Multisets.difference(others, copies).stream().allMatch(copy -> copy.port() == Copy.CONTROLLER);
    }

    /** Returns this answer with one Ethernet type for all frames with labels. */
    TraceAnswer withOneMplsType() {
        return new TraceAnswer(withOneMplsType(copies), fromSomewhere, isEndless, isExpired, hasTooManyLabels);
    }

    static ImmutableMultiset<Copy> withOneMplsType(final Multiset<Copy> copies) {
        return copies.stream().map(copy -> copy.isLabelled() ? copy.withType(EtherType.MPLS) : copy)
            .collect(ImmutableMultiset.toImmutableMultiset());
    }

    /** Reads the answers of one wiring. */
    static final class Reader {
        private final Map<String, SwitchPort> ports = new HashMap<>();
        private final Map<String, SwitchId> bridges = new HashMap<>();
        private final Wiring wiring;

        Reader(final Wiring wiring) {
            this.wiring = wiring;
            wiring.edge().keySet().forEach(port -> ports.put(wiring.interfaceName(port), port));
            wiring.switches().forEach(id -> bridges.put(wiring.bridge(id), id));
        }

        /**
         * Reads the traces of a packet.
         *
         * @param traced what was traced: the packet, and all that came of it by recirculation
         * @throws IllegalArgumentException if there is something that this class does not know
         */
        TraceAnswer read(final Traced traced) {
            final var copies = ImmutableMultiset.<Copy>builder();
            boolean endless = traced.isCutOff();
            boolean expired = false;
            boolean labels = false;
            final var outputs = new Outputs(copies);
            for (final var part : traced.parts()) {
                DatapathActions.run(actions(part.text()), part.packet(), outputs);
                endless |= GAVE_UP.matcher(part.text()).find();
                expired |= part.text().contains(EXPIRED);
                labels |= part.text().contains(TOO_MANY_LABELS);
            }
            return new TraceAnswer(copies.build(), outputs.fromSomewhere, endless, expired, labels);
        }

        /** Takes up the copies that leave. */
        private final class Outputs implements DatapathActions.Outputs {
            private final ImmutableMultiset.Builder<Copy> copies;
            private int fromSomewhere;

            Outputs(final ImmutableMultiset.Builder<Copy> copies) {
                this.copies = copies;
            }

            @Override
            public void toPort(final String port, final Packet packet) {
                final var bridge = bridges.get(port);
                final var at = ports.get(port);
                if (bridge != null) {
                    copies.add(Copy.toSwitch(bridge));
                } else if (at == null) {
                    throw new IllegalArgumentException("No such port: " + port);
                } else if (Boolean.TRUE.equals(wiring.edge().get(at))) {
                    // the switch hands packets also to ports that are down, which lose them
                    copies.add(new Copy(at.switchId(), at.port(), packet.header()));
                }
            }

            @Override
            public void toController(final long cookie) {
                if (cookie == NO_COOKIE) {
                    fromSomewhere++;
                } else {
                    copies.add(Copy.toController(new SwitchId(cookie)));
                }
            }

            @Override
            public void recirculate(final int id, final Packet packet) {
                // has a trace of its own
            }
        }
    }

    /** Returns the actions for the datapath, the last line but for what explains why there are none. */
    private static String actions(final String trace) {
        final int start = trace.lastIndexOf(LAST_LINE);
        if (start < 0) {
            throw new IllegalArgumentException("No datapath actions: " + trace);
        }
        final int end = trace.indexOf('\n', start);
        return trace.substring(start + LAST_LINE.length(), end < 0 ? trace.length() : end);
    }

    /** Returns what has to be traced yet, for all of the packet to be traced. */
    static List<Recirculation> recirculations(final String trace, final Packet packet) {
        final var actions = actions(trace);
        if (!actions.contains("recirc(")) {
            return List.of();
        }
        final var all = new ArrayList<Recirculation>();
        DatapathActions.run(actions, packet, (id, again) -> all.add(new Recirculation(id, again)));
        return all;
    }
}
