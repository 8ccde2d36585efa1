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

import java.util.ArrayList;
import java.util.List;

/**
 * The traces of one packet: its own, and those of the copies that the switch took apart anew.
 *
 * @param parts the traces, in the order in which they were made
 * @param isCutOff whether there would be more of them
 */
record Traced(List<Part> parts, boolean isCutOff) {
    Traced {
        parts = List.copyOf(parts);
    }

    /**
     * One trace.
     *
     * @param packet what was traced
     * @param text what {@code ofproto/trace} printed
     */
    record Part(Packet packet, String text) {
    }

    Traced with(final Part part) {
        final var more = new ArrayList<>(parts);
        more.add(part);
        return new Traced(more, isCutOff);
    }

    Traced cutOff() {
        return new Traced(parts, true);
    }
}
