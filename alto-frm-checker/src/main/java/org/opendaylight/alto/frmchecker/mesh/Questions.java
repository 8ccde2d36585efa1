/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.trace.HostPackets;

/**
 * Asks where each switch sends the packets to each class of receivers. What was known before is asked again only of
 * switches with new rules. For one thread, which is helped by others.
 */
final class Questions {
    private final Switches switches;
    private final List<Long> vlans;
    private final Map<Alike, Outputs> before;
    private final int[] changed;
    private final Map<Alike, Outputs> known = new HashMap<>();
    private final List<Question> old = new ArrayList<>();
    private final List<Question> fresh = new ArrayList<>();

    /**
     * Starts without questions.
     *
     * @param switches who is asked
     * @param vlans the VLANs in which packets are sent
     * @param before what was known before
     * @param changed the switches that may answer otherwise now
     */
    Questions(final Switches switches, final List<Long> vlans, final Map<Alike, Outputs> before,
            final BitSet changed) {
        this.switches = switches;
        this.vlans = vlans;
        this.before = before;
        this.changed = changed.stream().toArray();
    }

    /**
     * What is asked.
     *
     * @param key what tells the packets from others
     * @param packets the packets
     * @param ports the answers, by number of the switch
     */
    private record Question(Alike key, Cube packets, long[] ports) {
    }

    /** Asks for the packets to a class of receivers, one of which has these packets. */
    void add(final Alike alike, final Cube one) {
        for (final long vlan : vlans) {
            final var key = alike.in(vlan);
            final var packets = HostPackets.sentTo(one, alike.family(), vlan);
            final var same = before.get(key);
            if (same == null) {
                fresh.add(new Question(key, packets, new long[switches.count()]));
            } else {
                old.add(new Question(key, packets, same.ports()));
                known.put(key, same);
            }
        }
    }

    /** Answers all. */
    Map<Alike, Outputs> answers() {
        // one switch after the other, as its rules then stay in the processor's cache
        IntStream.range(0, switches.count()).parallel().forEach(number ->
            fresh.forEach(question -> question.ports[number] = switches.output(number, question.packets)));
        fresh.forEach(question -> known.put(question.key, new Outputs(question.ports)));
        final var again = new long[old.size()][changed.length];
        for (int i = 0; i < changed.length; i++) {
            final int place = i;
            IntStream.range(0, again.length).parallel()
                .forEach(of -> again[of][place] = switches.output(changed[place], old.get(of).packets));
        }
        for (int of = 0; of < again.length; of++) {
            final var ports = old.get(of).ports;
            if (!isSame(ports, again[of])) {
                final var now = Arrays.copyOf(ports, switches.count());
                for (int i = 0; i < changed.length; i++) {
                    now[changed[i]] = again[of][i];
                }
                known.put(old.get(of).key, new Outputs(now));
            }
        }
        return known;
    }

    private boolean isSame(final long[] ports, final long[] again) {
        boolean isSame = ports.length == switches.count();
        for (int i = 0; isSame && i < changed.length; i++) {
            isSame = ports[changed[i]] == again[i];
        }
        return isSame;
    }

    /** Returns the answers for a class of receivers, by VLAN. */
    List<Outputs> answersTo(final Alike receivers) {
        return vlans.stream().map(vlan -> requireNonNull(known.get(receivers.in(vlan)))).toList();
    }
}
