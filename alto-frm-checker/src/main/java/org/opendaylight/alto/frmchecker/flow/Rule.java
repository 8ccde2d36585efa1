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

import java.util.Comparator;
import java.util.Optional;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.RuleRef;

/**
 * A rule of a flow table.
 *
 * @param tableId the table
 * @param priority 0 to 65535, higher wins
 * @param flowId the controller's id of the flow
 * @param cookie the cookie, unsigned
 * @param match which packets it is for
 * @param unsupportedMatch what else it asks of a packet and cannot be followed; then the rule may or may not be for a
 *     packet for which {@code match} holds
 * @param instructions what it does
 */
public record Rule(int tableId, int priority, String flowId, long cookie, Match match,
        Optional<String> unsupportedMatch, Instructions instructions) {
    /** Higher priority first; among equals, which OpenFlow leaves open, some order that is always the same. */
    static final Comparator<Rule> ORDER = Comparator.comparingInt(Rule::priority).reversed()
        .thenComparing(Rule::match).thenComparing(Rule::flowId);

    /**
     * Makes a rule that can be followed.
     *
     * @param tableId the table
     * @param priority 0 to 65535, higher wins
     * @param flowId the controller's id of the flow
     * @param match which packets it is for
     * @param instructions what it does
     * @return the rule, with cookie 0
     */
    public static Rule of(final int tableId, final int priority, final String flowId, final Match match,
            final Instructions instructions) {
        return new Rule(tableId, priority, flowId, 0, match, Optional.empty(), instructions);
    }

    /** Tells whether two rules of a table are the same entry of it, whatever they do. */
    boolean isSameFlow(final Rule other) {
        return flowId.equals(other.flowId) && priority == other.priority && match.equals(other.match);
    }

    /**
     * Names this rule to a person.
     *
     * @param switchId the switch that has it
     * @return the name
     */
    public RuleRef ref(final SwitchId switchId) {
        final var text = match.toString();
        return new RuleRef(switchId, tableId, priority, flowId, cookie, unsupportedMatch
            .map(more -> text.isEmpty() ? more : text + "," + more).orElse(text));
    }
}
