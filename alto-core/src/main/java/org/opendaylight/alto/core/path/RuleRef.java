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

import org.opendaylight.alto.core.net.SwitchId;

/**
 * Names a rule of a flow table to a person.
 *
 * @param switchId the switch
 * @param tableId number of the table, 0 to 254
 * @param priority 0 to 65535, higher wins
 * @param flowId the controller's id of the flow, unique in its table
 * @param cookie the 64-bit cookie of the rule, unsigned
 * @param match the match in the words of OpenFlow, such as {@code eth_type=0x800,ipv4_dst=10.0.0.1}; empty if the rule
 *     matches every packet
 */
public record RuleRef(SwitchId switchId, int tableId, int priority, String flowId, long cookie, String match) {
    @Override
    public String toString() {
        return switchId + " table " + tableId + " priority " + priority
            + " [" + (match.isEmpty() ? "any" : match) + "]";
    }
}
