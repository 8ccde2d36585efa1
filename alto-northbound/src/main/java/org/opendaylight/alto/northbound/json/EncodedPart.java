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

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;

/**
 * The bytes of one member of an object, with its name, encoded when they are first needed. A map that changes elsewhere
 * keeps it. Immutable; two are equal only if they are the same object. May be used from any thread.
 */
public final class EncodedPart {
    private final String name;
    private final Supplier<byte[]> bytes;
    private final Supplier<byte[]> deflated;

    EncodedPart(final String name, final Supplier<byte[]> encoder) {
        this.name = name;
        bytes = Suppliers.memoize(encoder);
        deflated = Suppliers.memoize(() -> Gzip.deflate(bytes()));
    }

    /**
     * Makes a part of the same bytes that tells when it is encoded.
     *
     * @param listener called once, by who needs the bytes first
     * @return the part
     */
    public EncodedPart telling(final Runnable listener) {
        return new EncodedPart(name, () -> {
            final var encoded = bytes.get();
            listener.run();
            return encoded;
        });
    }

    /**
     * Returns the name of the member.
     *
     * @return the name, which no other part of the same message has
     */
    public String name() {
        return name;
    }

    /**
     * Returns the bytes of the whole member. The first call encodes it.
     *
     * @return the name, a colon and the value; not a copy, and not to be changed
     */
    public byte[] bytes() {
        return bytes.get();
    }

    /** Returns the bytes compressed, as a piece of a gzip file, not a copy. */
    byte[] deflated() {
        return deflated.get();
    }
}
