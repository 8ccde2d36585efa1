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

/** The order in which the actions of an action set are executed (specification, section 5.10). */
public enum ActionOrder {
    /** Not known, so nothing after it is known. */
    UNSUPPORTED,
    /** Does not matter for the path. */
    TRANSPARENT,
    /** Pop a tag. */
    POP,
    /** Push a VLAN tag. */
    PUSH_VLAN,
    /** Set fields. */
    SET,
    /** Process by a group. */
    GROUP,
    /** Send out. */
    OUTPUT
}
