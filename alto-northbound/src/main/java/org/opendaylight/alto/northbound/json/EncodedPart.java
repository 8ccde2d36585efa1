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
    private final Supplier<byte[]> bytes;
    private final Supplier<byte[]> deflated;

    EncodedPart(final Supplier<byte[]> encoder) {
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
        return new EncodedPart(() -> {
            final var encoded = bytes.get();
            listener.run();
            return encoded;
        });
    }

    /** Returns the bytes, not a copy. */
    byte[] bytes() {
        return bytes.get();
    }

    /** Returns the bytes compressed, as a piece of a gzip file, not a copy. */
    byte[] deflated() {
        return deflated.get();
    }
}
