/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

/**
 * The bytes of one member of an object, with its name. A map that changes elsewhere keeps it. Immutable; two are equal
 * only if they are the same object.
 */
public final class EncodedPart {
    private final byte[] bytes;

    EncodedPart(final byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes, not a copy. */
    byte[] bytes() {
        return bytes;
    }
}
