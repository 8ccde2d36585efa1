/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What a publisher of a port keeps of those who want to hear of changes. May be used from any thread.
 *
 * @param <L> type of a listener
 */
public final class Listeners<L> {
    private final CopyOnWriteArrayList<Entry<L>> entries = new CopyOnWriteArrayList<>();

    /** Compared by identity, so that one listener may be added twice and removed once. */
    private static final class Entry<L> {
        private final L listener;

        Entry(final L listener) {
            this.listener = listener;
        }
    }

    /**
     * Adds a listener.
     *
     * @param listener whom to tell
     * @return removes it
     */
    public Registration add(final L listener) {
        final var entry = new Entry<>(listener);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /**
     * Tells each listener on the calling thread, in the order in which they were added.
     *
     * @param call what to call
     */
    public void forEach(final Consumer<L> call) {
        entries.forEach(entry -> call.accept(entry.listener));
    }
}
