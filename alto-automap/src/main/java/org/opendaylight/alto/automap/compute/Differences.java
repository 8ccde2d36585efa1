/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import com.google.common.collect.Iterators;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.Pid;

/** Compares the parts of maps. */
public final class Differences {
    private Differences() {
    }

    /**
     * Tells what makes one map out of another, in the order of PIDs. Takes one walk over both.
     *
     * @param before the parts of the one
     * @param after the parts of the other
     * @param action takes each part that came or changed, and null for each one that is gone
     * @param <T> type of the parts; equal ones need not be the same objects, but take less time if they are
     */
    public static <T> void forEach(final SortedMap<Pid, T> before, final SortedMap<Pid, T> after,
            final BiConsumer<Pid, @Nullable T> action) {
        final var old = Iterators.peekingIterator(before.entrySet().iterator());
        for (var entry : after.entrySet()) {
            final var pid = entry.getKey();
            // most are the same objects
            while (old.hasNext() && old.peek().getKey() != pid && old.peek().getKey().compareTo(pid) < 0) {
                action.accept(old.next().getKey(), null);
            }
            final boolean isSame = old.hasNext() && Objects.equals(old.peek().getKey(), pid)
                && Objects.equals(old.next().getValue(), entry.getValue());
            if (!isSame) {
                action.accept(pid, entry.getValue());
            }
        }
        old.forEachRemaining(gone -> action.accept(gone.getKey(), null));
    }

    /**
     * Counts what tells the parts of two maps apart.
     *
     * @param before the parts of the one
     * @param after the parts of the other
     * @param <T> type of the parts
     * @return number of parts that came, went or changed
     */
    static <T> int count(final SortedMap<Pid, T> before, final SortedMap<Pid, T> after) {
        final var count = new AtomicInteger();
        forEach(before, after, (pid, part) -> count.incrementAndGet());
        return count.get();
    }
}
