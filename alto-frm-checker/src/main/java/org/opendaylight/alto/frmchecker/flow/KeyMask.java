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

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The bits of the words of one stage that some rules ask for: a combination of masks. Networks have few of them in all,
 * so they are shared: two are equal only if they are the same. Immutable.
 */
final class KeyMask {
    private static final Interner<KeyMask> ALL = Interners.newWeakInterner();

    /** The words in ascending order, each followed by the mask of its bits. */
    private final long[] key;

    private KeyMask(final long[] key) {
        this.key = key;
    }

    /** What a match asks of the words of a stage. */
    static KeyMask of(final Match match, final int stage) {
        int count = 0;
        for (int i = 0; i < match.wordCount(); i++) {
            count += TupleSpace.isOfStage(match.word(i), stage) ? 1 : 0;
        }
        final var key = new long[2 * count];
        int at = 0;
        for (int i = 0; i < match.wordCount(); i++) {
            if (TupleSpace.isOfStage(match.word(i), stage)) {
                key[at++] = match.word(i);
                key[at++] = match.mask(i);
            }
        }
        return ALL.intern(new KeyMask(key));
    }

    /** Tells whether headers know all the bits. */
    boolean isKnownIn(final Cube headers) {
        long unknown = 0;
        for (int i = 0; i < key.length; i += 2) {
            unknown |= key[i + 1] & ~headers.mask((int) key[i]);
        }
        return unknown == 0;
    }

    /** The hash of the bits, of which the headers know all. */
    int hash(final Cube headers) {
        long mixed = 0;
        for (int i = 0; i < key.length; i += 2) {
            mixed = mix(mixed, headers.value((int) key[i]) & key[i + 1]);
        }
        return finish(mixed);
    }

    /** The hash of what a rule with this mask asks for. */
    int hash(final Rule rule) {
        long mixed = 0;
        for (int i = 0; i < key.length; i += 2) {
            mixed = mix(mixed, valueOf(rule, key[i]));
        }
        return finish(mixed);
    }

    /** Tells whether two rules with this mask ask for the same. */
    boolean isSame(final Rule first, final Rule second) {
        for (int i = 0; i < key.length; i += 2) {
            if (valueOf(first, key[i]) != valueOf(second, key[i])) {
                return false;
            }
        }
        return true;
    }

    /** The value that a rule asks of a word of the key. */
    private static long valueOf(final Rule rule, final long word) {
        final var match = rule.match();
        int index = 0;
        while (match.word(index) != word) {
            index++;
        }
        return match.value(index);
    }

    void ask(final AskedBits asked) {
        for (int i = 0; i < key.length; i += 2) {
            asked.add((int) key[i], key[i + 1]);
        }
    }

    static long mix(final long hash, final long word) {
        final long mixed = (hash ^ word) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 29;
    }

    static int finish(final long hash) {
        final long mixed = hash * 0xD6E8_FEB8_6659_FD93L;
        return (int) (mixed >>> 32);
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof KeyMask other && Arrays.equals(key, other.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
