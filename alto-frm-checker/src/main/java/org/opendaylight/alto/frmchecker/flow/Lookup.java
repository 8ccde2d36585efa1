/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;

/**
 * What a switch does with one class of packets.
 *
 * @param packets the packets, as they were sent by the source
 * @param choices what the switch chose by rules of its own
 * @param rules the rules that decided, in order
 * @param meters the meters of these rules, in order
 * @param notes what else a person should know
 * @param emissions the copies that leave, in order
 * @param end why there are no (more) copies; empty if the pipeline ended in order and there are some
 */
public record Lookup(PacketSet packets, List<Choice> choices, List<Rule> rules, List<MeterRef> meters,
        List<String> notes, List<Emission> emissions, Optional<End> end) {
    public Lookup {
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        meters = List.copyOf(meters);
        notes = List.copyOf(notes);
        emissions = List.copyOf(emissions);
    }

    /**
     * How a pipeline ended without sending a packet on.
     *
     * @param outcome what became of it
     * @param reason what a person should know; may be empty
     */
    public record End(Outcome outcome, String reason) {
    }
}
