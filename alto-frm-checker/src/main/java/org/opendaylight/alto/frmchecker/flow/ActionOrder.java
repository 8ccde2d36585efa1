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
    /** Copy the time to live inwards. */
    COPY_TTL_IN,
    /** Pop a tag, a label or a header. */
    POP,
    /** Push an MPLS label. */
    PUSH_MPLS,
    /** Push a PBB header. */
    PUSH_PBB,
    /** Push a VLAN tag. */
    PUSH_VLAN,
    /** Copy the time to live outwards. */
    COPY_TTL_OUT,
    /** Count the time to live down. */
    DEC_TTL,
    /** Set fields. */
    SET,
    /** Process by a group. */
    GROUP,
    /** Send out. */
    OUTPUT
}
