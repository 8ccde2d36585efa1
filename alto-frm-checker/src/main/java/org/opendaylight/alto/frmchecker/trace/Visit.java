/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Header;

/**
 * A packet comes into a switch. Two equal visits have the same future.
 *
 * @param at the port by which it comes in
 * @param header its header then
 */
record Visit(SwitchPort at, Header header) {
    Visit narrowedBy(final Cube sent) {
        return new Visit(at, header.narrowedBy(sent));
    }
}
