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

/**
 * The value of a header field, or a mask for it.
 *
 * @param high bits 127 to 64
 * @param low bits 63 to 0
 */
record Bits(long high, long low) {
    static final Bits ZERO = new Bits(0, 0);
    static final Bits ONES = new Bits(-1, -1);

    static Bits of(final long low) {
        return new Bits(0, low);
    }

    Bits and(final Bits other) {
        return new Bits(high & other.high, low & other.low);
    }

    /** Returns this value with the masked bits taken from another one. */
    Bits overwritten(final Bits value, final Bits mask) {
        return new Bits(high & ~mask.high | value.high & mask.high, low & ~mask.low | value.low & mask.low);
    }
}
