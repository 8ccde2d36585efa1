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

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;

/**
 * What is left of the way from each switch to some receivers behind one of them. Ways are followed when they are asked
 * for, each part once. For one thread.
 */
final class Tree {
    /** How packets go on from a switch. */
    enum State {
        /** Nobody asked yet. */
        UNKNOWN,
        /** It is being followed. */
        BEGUN,
        /** They arrive at the switch of the receivers, which delivers them. */
        ARRIVES,
        /** They go out by a port that is down, or behind which no switch is. */
        LOST,
        /** It is not as simple as that. */
        OTHER
    }

    private final Fabric fabric;
    private final long[] outputs;
    private final int maxHops;
    private final List<LinkMeasure> measures;
    private final LeavingValues leaving;
    private final State[] states;
    private final int[] hops;
    private final double[][] values;
    /** The way that is being followed: the switches, and the places of the ports by which they are left. */
    private final int[] passed;
    private final int[] places;

    /**
     * Plants a tree.
     *
     * @param fabric how the switches are connected
     * @param outputs the port by which each switch sends the packets; 0 if it does something else
     * @param at the switch of the receivers
     * @param last the values for packets that leave it to them
     * @param maxHops how many switches are followed at most
     * @param measures what is measured on the way
     * @param leaving the values of ports
     */
    Tree(final Fabric fabric, final long[] outputs, final int at, final ImmutableDoubleArray last, final int maxHops,
            final List<LinkMeasure> measures, final LeavingValues leaving) {
        this.fabric = fabric;
        this.outputs = outputs;
        this.maxHops = maxHops;
        this.measures = measures;
        this.leaving = leaving;
        final int count = fabric.switchCount();
        states = new State[count];
        hops = new int[count];
        values = new double[measures.size()][count];
        passed = new int[Math.min(maxHops, count)];
        places = new int[passed.length];
        Arrays.fill(states, State.UNKNOWN);
        states[at] = State.ARRIVES;
        hops[at] = 1;
        for (int i = 0; i < values.length; i++) {
            values[i][at] = last.get(i);
        }
    }

    /** Returns how packets go on from a switch. */
    State state(final int from) {
        if (states[from] == State.UNKNOWN) {
            follow(from);
        }
        return states[from];
    }

    /** Returns a value of the rest of the way from a switch from which packets arrive. */
    double value(final int measure, final int from) {
        return values[measure][from];
    }

    private void follow(final int from) {
        // in turns, as ways may be longer than a thread's stack
        int length = 0;
        int at = from;
        State end = State.UNKNOWN;
        while (end == State.UNKNOWN) {
            if (length == passed.length) {
                end = State.OTHER;
                break;
            }
            states[at] = State.BEGUN;
            passed[length] = at;
            final long output = outputs[at];
            final int place = fabric.placeOf(at, output);
            places[length++] = place;
            if (place < 0) {
                end = output < 1 || output > SwitchPort.MAX_PORT ? State.OTHER : State.LOST;
            } else {
                final int peer = fabric.peer(at, place);
                end = peer == Fabric.NOTHING ? State.LOST : states[peer] == State.BEGUN ? State.OTHER : states[peer];
                at = peer;
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            end = settle(passed[i], places[i], end);
        }
    }

    /** Settles how packets go on from a switch, which send them to one from which they go on in a known way. */
    private State settle(final int at, final int place, final State beyond) {
        State state = beyond;
        if (beyond == State.ARRIVES) {
            final int peer = fabric.peer(at, place);
            hops[at] = hops[peer] + 1;
            for (int i = 0; i < values.length; i++) {
                values[i][at] = measures.get(i).combine(leaving.of(i, at, place), values[i][peer]);
            }
            state = hops[at] > maxHops ? State.OTHER : State.ARRIVES;
        }
        states[at] = state;
        return state;
    }
}
