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
import java.util.Collection;
import java.util.List;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;

/**
 * A switch with random rules.
 *
 * @param id the switch
 * @param rules its rules
 * @param groups its groups
 */
record TestSwitch(SwitchId id, List<TestRule> rules, List<Group> groups) {
    TestSwitch {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
    }

    SwitchPipeline pipeline(final Collection<Long> livePorts) {
        final var all = new ArrayList<Rule>();
        rules.forEach(rule -> all.add(rule.toRule(all.size())));
        return SwitchPipeline.of(id, all, groups, livePorts);
    }
}
