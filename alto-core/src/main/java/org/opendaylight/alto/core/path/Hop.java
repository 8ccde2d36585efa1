/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import java.util.List;
import java.util.OptionalLong;
import org.opendaylight.alto.core.net.SwitchId;

/**
 * A packet's passage through one switch.
 *
 * @param switchId the switch
 * @param inPort number of the port by which the packet came in
 * @param outPort number of the port by which it left, or empty if it did not leave
 * @param rules the rules that decided, in the order of the pipeline
 * @param rewrites the header fields that were changed, such as {@code eth_dst=00:00:5e:00:53:01}, in order
 * @param condition what the switch asked of fields that were open until then, and found so, in the words of OpenFlow,
 *     such as {@code tcp_dst=22}; empty if it asked nothing
 * @param meters the meters that the packet passed, in order
 */
public record Hop(SwitchId switchId, long inPort, OptionalLong outPort, List<RuleRef> rules, List<String> rewrites,
        String condition, List<MeterRef> meters) {
    public Hop {
        rules = List.copyOf(rules);
        rewrites = List.copyOf(rewrites);
        meters = List.copyOf(meters);
    }

    /**
     * Makes a hop without meters at which nothing depended on open fields.
     *
     * @param switchId the switch
     * @param inPort number of the port by which the packet came in
     * @param outPort number of the port by which it left, or empty if it did not leave
     * @param rules the rules that decided, in the order of the pipeline
     * @param rewrites the header fields that were changed, in order
     */
    public Hop(final SwitchId switchId, final long inPort, final OptionalLong outPort, final List<RuleRef> rules,
            final List<String> rewrites) {
        this(switchId, inPort, outPort, rules, rewrites, "", List.of());
    }

    /**
     * Returns this hop as if nothing had depended on open fields.
     *
     * @return the hop
     */
    public Hop withoutCondition() {
        return new Hop(switchId, inPort, outPort, rules, rewrites, "", meters);
    }
}
