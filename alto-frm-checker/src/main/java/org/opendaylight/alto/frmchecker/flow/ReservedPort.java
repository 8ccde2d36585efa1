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

/** The reserved ports of OpenFlow that an output action may name (specification, section 4.5). */
public enum ReservedPort {
    /** The port by which the packet came in. */
    IN_PORT,
    /** The start of the pipeline; in packet-out messages only. */
    TABLE,
    /** The switch's own forwarding, outside OpenFlow. */
    NORMAL,
    /** Flooding by the switch's own forwarding, outside OpenFlow. */
    FLOOD,
    /** All ports but the one by which the packet came in. */
    ALL,
    /** The controller. */
    CONTROLLER,
    /** The switch's own network stack. */
    LOCAL
}
