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

/** How a match relates to a set of headers. */
public enum Relation {
    /** The match holds for every header of the set. */
    MATCHES,
    /** The match holds for no header of the set. */
    DIFFERS,
    /** The match holds for some headers and not for others. */
    DEPENDS
}
