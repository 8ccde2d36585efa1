/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/** The bytes of an Ethernet frame as a value: two are equal if their bytes are. */
public final class Frame {
    private final byte[] bytes;
    private final int hash;

    private Frame(final byte[] bytes) {
        this.bytes = bytes;
        hash = Arrays.hashCode(bytes);
    }

    /**
     * Takes over bytes.
     *
     * @param bytes an Ethernet frame, never changed from now on
     * @return the frame
     */
    public static Frame of(final byte[] bytes) {
        return new Frame(bytes);
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof Frame other && hash == other.hash && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "frame of " + bytes.length + " bytes";
    }
}
