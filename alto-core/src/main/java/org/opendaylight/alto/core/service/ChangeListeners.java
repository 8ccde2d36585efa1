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

/** Those who only want to hear that something changed. May be used from any thread. */
public final class ChangeListeners {
    private final Listeners<Runnable> listeners = new Listeners<>();

    /**
     * Adds a listener.
     *
     * @param listener what to run
     * @return removes it
     */
    public Registration add(final Runnable listener) {
        return listeners.add(listener);
    }

    /** Runs each listener on the calling thread, in the order in which they were added. */
    public void fire() {
        listeners.forEach(Runnable::run);
    }
}
