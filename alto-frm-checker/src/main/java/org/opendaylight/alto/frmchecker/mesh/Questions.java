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
    private final Map<Alike, List<Outputs>> before;
    private final int[] changed;
    private final Map<Alike, List<Outputs>> known = new HashMap<>();
    private final List<Question> old = new ArrayList<>();
    private final List<Question> fresh = new ArrayList<>();

    /**
     * Starts without questions.
     *
     * @param switches who is asked
     * @param vlans the VLANs in which packets are sent
     * @param before what was known before, for the same VLANs
     * @param changed the switches that may answer otherwise now
     */
    Questions(final Switches switches, final List<Long> vlans, final Map<Alike, List<Outputs>> before,
            final BitSet changed) {
        this.switches = switches;
        this.vlans = vlans;
        this.before = before;
        this.changed = changed.stream().toArray();
    }

    /**
     * What is asked.
     *
     * @param receivers who receives the packets
     * @param vlan index of their VLAN
     * @param packets the packets
     * @param ports the answers, by number of the switch
     */
    private record Question(Alike receivers, int vlan, Cube packets, long[] ports) {
    }

    /** Asks for the packets to a class of receivers, one of which has these packets. */
    void add(final Alike receivers, final Cube one) {
        final var same = before.get(receivers);
        known.put(receivers, same == null ? new ArrayList<>(vlans.size()) : same);
        for (int vlan = 0; vlan < vlans.size(); vlan++) {
            final var packets = HostPackets.sentTo(one, receivers.family(), vlans.get(vlan));
            if (same == null) {
                fresh.add(new Question(receivers, vlan, packets, new long[switches.count()]));
            } else {
                old.add(new Question(receivers, vlan, packets, same.get(vlan).ports()));
            }
        }
    }

    /** Answers all: by VLAN, for each class of receivers. */
    Map<Alike, List<Outputs>> answers() {
        // one switch after the other, as its rules then stay in the processor's cache
        IntStream.range(0, switches.count()).parallel().forEach(number ->
            fresh.forEach(question -> question.ports[number] = switches.output(number, question.packets)));
        fresh.forEach(question -> answers(question).add(new Outputs(question.ports)));
        final var again = new long[old.size()][changed.length];
        for (int i = 0; i < changed.length; i++) {
            final int place = i;
            IntStream.range(0, again.length).parallel()
                .forEach(of -> again[of][place] = switches.output(changed[place], old.get(of).packets));
        }
        for (int of = 0; of < again.length; of++) {
            final var question = old.get(of);
            if (!isSame(question.ports, again[of])) {
                final var now = Arrays.copyOf(question.ports, switches.count());
                for (int i = 0; i < changed.length; i++) {
                    now[changed[i]] = again[of][i];
                }
                // others may have the answers of before
                final var answers = new ArrayList<>(answers(question));
                answers.set(question.vlan, new Outputs(now));
                known.put(question.receivers, answers);
            }
        }
        return known;
    }

    private List<Outputs> answers(final Question question) {
        return requireNonNull(known.get(question.receivers));
    }

    private boolean isSame(final long[] ports, final long[] again) {
        boolean isSame = ports.length == switches.count();
        for (int i = 0; isSame && i < changed.length; i++) {
            isSame = ports[changed[i]] == again[i];
        }
        return isSame;
    }
}
