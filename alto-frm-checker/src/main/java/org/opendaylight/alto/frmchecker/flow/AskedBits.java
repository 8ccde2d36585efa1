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

import java.util.Arrays;

/**
 * The bits of a header on which an answer depended. Any header that has the same value and the same knowledge of these
 * bits gets the same answer. Grows as the answer is sought; for one thread.
 */
public final class AskedBits {
    private final long[] masks = new long[Field.WORDS];

    /**
     * Adds the bits on which another answer depended.
     *
     * @param other its bits
     */
    public void addAll(final AskedBits other) {
        for (int word = 0; word < masks.length; word++) {
            masks[word] |= other.masks[word];
        }
    }

    void add(final int word, final long mask) {
        masks[word] |= mask;
    }

    void add(final Field field) {
        add(field.lowWord(), field.wordBits());
        if (field.isWide()) {
            add(field.highWord(), -1L);
        }
    }

    /**
     * Tells whether two headers get the same answer.
     *
     * @param first a header
     * @param second another one
     * @return true if they agree in all bits that were asked for
     */
    public boolean agree(final Cube first, final Cube second) {
        for (int word = 0; word < masks.length; word++) {
            final long mask = masks[word];
            if (mask != 0 && (((first.value(word) ^ second.value(word)) | (first.mask(word) ^ second.mask(word)))
                    & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns a hash that is the same for headers that {@linkplain #agree agree}.
     *
     * @param header a header
     * @return the hash
     */
    public int hash(final Cube header) {
        long hash = 0;
        for (int word = 0; word < masks.length; word++) {
            final long mask = masks[word];
            if (mask != 0) {
                hash = KeyMask.mix(KeyMask.mix(hash, header.value(word) & mask), header.mask(word) & mask);
            }
        }
        return KeyMask.finish(hash);
    }

    /**
     * Tells whether the same bits were asked for.
     *
     * @param other other bits
     * @return true if they are the same
     */
    public boolean sameAs(final AskedBits other) {
        return Arrays.equals(masks, other.masks);
    }
}
