/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets small pieces of work be done a few at a time, in the order in which they came. If all who ask at once were
 * worked for at once, each would keep the others from their processor, and some would be answered long after those who
 * came with them. Large pieces do not wait here, and nobody waits for them. May be used from any thread.
 */
final class Turns {
    /** Up to so many costs, properties or bytes of JSON are small: they take a few milliseconds. */
    static final long SMALL = 100_000;

    private final Semaphore free;

    /**
     * Makes room.
     *
     * @param places how many pieces of work are done at once; at least 1
     */
    Turns(final int places) {
        free = new Semaphore(places, true);
    }

    /**
     * Works when it is its turn.
     *
     * @param <T> what is made
     * @param size how much work it is
     * @param work the work, which waits for nothing
     * @return what the work made
     */
    <T> T take(final long size, final Supplier<T> work) {
        if (size > SMALL) {
            return work.get();
        }
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
