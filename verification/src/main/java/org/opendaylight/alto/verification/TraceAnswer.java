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
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * What {@code ofproto/trace} says becomes of a packet.
 *
 * @param copies the copies that leave the network
 * @param isEndless whether the switch gave up, as it does when a packet goes round in a loop
 * @param isExpired whether the time to live of a copy ended
 */
record TraceAnswer(ImmutableMultiset<Copy> copies, boolean isEndless, boolean isExpired) {
    private static final String LAST_LINE = "Datapath actions: ";
    private static final String EXPIRED = "decrement TTL exception";
    /** The limits of the switch: depth 64, 4,096 resubmissions. */
    private static final Pattern GAVE_UP = Pattern.compile("over max translation depth|resubmit actions|"
        + "Recursion too deep|Too many resubmits");

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
         * Reads an answer.
         *
         * @param trace the answer
         * @param sent the packet that was traced
         * @throws IllegalArgumentException if there is something that this class does not know
         */
        TraceAnswer read(final String trace, final Packet sent) {
            final int start = trace.lastIndexOf(LAST_LINE);
            if (start < 0) {
                throw new IllegalArgumentException("No datapath actions: " + trace);
            }
            final int end = trace.indexOf('\n', start);
            final var copies = ImmutableMultiset.<Copy>builder();
            DatapathActions.run(trace.substring(start + LAST_LINE.length(), end < 0 ? trace.length() : end), sent,
                (port, packet) -> copy(port, packet, copies));
            return new TraceAnswer(copies.build(), GAVE_UP.matcher(trace).find(), trace.contains(EXPIRED));
        }

        private void copy(final String port, final Packet packet, final ImmutableMultiset.Builder<Copy> copies) {
            final var bridge = bridges.get(port);
            final var at = ports.get(port);
            if (port.startsWith("controller ")) {
                copies.add(Copy.toController(new SwitchId(Long.parseLong(port.substring("controller ".length())))));
            } else if (bridge != null) {
                copies.add(Copy.toSwitch(bridge));
            } else if (at == null) {
                throw new IllegalArgumentException("No such port: " + port);
            } else if (Boolean.TRUE.equals(wiring.edge().get(at))) {
                // the switch hands packets also to ports that are down, which lose them
                copies.add(new Copy(at.switchId(), at.port(), packet.cube(), packet.innerTags()));
            }
        }
    }
}
