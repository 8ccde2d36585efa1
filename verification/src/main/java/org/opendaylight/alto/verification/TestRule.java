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

import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Rule;

/**
 * A random rule.
 *
 * @param tableId the table
 * @param priority 0 to 65535
 * @param match what it matches
 * @param instructions what it does
 */
record TestRule(int tableId, int priority, FieldMatch match, Instructions instructions) {
    Rule toRule(final int number) {
        return Rule.of(tableId, priority, "r" + number, match.toMatch(), instructions);
    }

    TestRule doing(final Instructions other) {
        return new TestRule(tableId, priority, match, other);
    }
}
