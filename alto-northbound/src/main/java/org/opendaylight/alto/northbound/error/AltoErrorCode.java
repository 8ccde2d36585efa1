/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.error;

/** The error codes of RFC 7285, section 8.5.2. The name of a constant is the code on the wire. */
public enum AltoErrorCode {
    /** The body is not the JSON that it should be. */
    E_SYNTAX,
    /** A required field is not there. */
    E_MISSING_FIELD,
    /** The value of a field is of another JSON type. */
    E_INVALID_FIELD_TYPE,
    /** The value of a field, or an element of an array, cannot be accepted. */
    E_INVALID_FIELD_VALUE
}
