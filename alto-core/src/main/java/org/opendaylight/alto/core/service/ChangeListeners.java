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

/** What a publisher of a port keeps of those who want to hear of changes. May be used from any thread. */
public final class ChangeListeners {
    private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();

    /** Compared by identity, so that one listener may be added twice and removed once. */
    private static final class Entry {
        private final Runnable listener;

        Entry(final Runnable listener) {
            this.listener = listener;
        }
    }

    /**
     * Adds a listener.
     *
     * @param listener what to run
     * @return removes it
     */
    public Registration add(final Runnable listener) {
        final var entry = new Entry(listener);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Runs each listener on the calling thread, in the order in which they were added. */
    public void fire() {
        entries.forEach(entry -> entry.listener.run());
    }
}
