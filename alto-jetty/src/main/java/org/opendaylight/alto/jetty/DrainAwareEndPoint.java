/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ProxyConnectionFactory.ProxyEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * An end point on a socket that does not read what it knows to be empty. A read that leaves room in its buffer has
 * taken all that had come. From then on there is nothing, until somebody asks to be told when there is more. Jetty
 * reads three times for each request, of which two find nothing; each is a system call.
 *
 * <p>To say that there is nothing is always allowed, also when bytes came in between: whoever is told so and wants
 * more has to ask to be told, and is told at once if there is something. So only when bytes are read can change,
 * never which.
 *
 * <p>Threads: as for any end point, one thread reads at a time; any thread may ask to be told.
 */
final class DrainAwareEndPoint extends ProxyEndPoint {
    private volatile boolean drained;

    DrainAwareEndPoint(final EndPoint socket) {
        super(socket, socket.getRemoteAddress(), socket.getLocalAddress());
    }

    @Override
    public int fill(final ByteBuffer buffer) throws IOException {
        if (drained && !isInputShutdown()) {
            return 0;
        }
        final int filled = super.fill(buffer);
        if (filled >= 0 && BufferUtil.space(buffer) > 0) {
            drained = true;
        }
        return filled;
    }

    /** Has the next read look for more, whatever is known. */
    void lookAgain() {
        drained = false;
    }

    @Override
    public void fillInterested(final Callback callback) {
        drained = false;
        super.fillInterested(callback);
    }

    @Override
    public boolean tryFillInterested(final Callback callback) {
        drained = false;
        return super.tryFillInterested(callback);
    }
}
