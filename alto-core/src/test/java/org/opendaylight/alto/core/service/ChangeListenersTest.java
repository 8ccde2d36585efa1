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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeListenersTest {
    @Test
    void listenerRunsUntilItsRegistrationIsClosed() {
        final var listeners = new ChangeListeners();
        final var runs = new AtomicInteger();
        final Runnable listener = runs::incrementAndGet;
        final var first = listeners.add(listener);
        final var second = listeners.add(listener);
        listeners.fire();
        assertEquals(2, runs.get());
        first.close();
        first.close();
        listeners.fire();
        assertEquals(3, runs.get());
        second.close();
        listeners.fire();
        assertEquals(3, runs.get());
    }
}
