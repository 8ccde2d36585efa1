/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.jaxrs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.atomic.LongAdder;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.opendaylight.alto.sse.stream.StreamEvent;
import org.opendaylight.alto.sse.stream.StreamRegistry;
import org.opendaylight.alto.sse.stream.UpdateStream;
import org.opendaylight.alto.sse.version.VersionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an update stream over a connection, without a thread of its own: whoever has news, or finds that the client can
 * take more, writes as much as the client takes, and goes. Nothing blocks.
 *
 * <p>A client that is gone is found when the next line is written, at the latest a keep-alive; one that is there and
 * takes nothing is given up after a while.
 */
final class StreamConnection implements StreamRegistry.Output, WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(StreamConnection.class);

    /** What can be done with the connection. */
    private enum Phase {
        /** The web server has not said yet that something can be written. */
        OPENING,
        /** Something can be written. */
        READY,
        /** The web server will say when something can be written. */
        FULL,
        /** Nothing can be written any more. */
        OVER
    }

    private final UpdateStream stream;
    private final StreamRegistry registry;
    private final VersionStore store;
    private final AsyncContext context;
    private final Runnable whenOver;
    private final ServletOutputStream out;
    private final LongAdder sent = new LongAdder();
    // all that follows is guarded by this
    private Phase phase = Phase.OPENING;
    private Iterator<byte[]> pieces = Collections.emptyIterator();
    private boolean flushed = true;
    /** When the client took something last, or had nothing to take. */
    private long lastTaken = System.nanoTime();
    private long lastWritten = System.nanoTime();

    StreamConnection(final UpdateStream stream, final StreamRegistry registry, final VersionStore store,
            final AsyncContext context, final Runnable whenOver) throws IOException {
        this.stream = requireNonNull(stream);
        this.registry = requireNonNull(registry);
        this.store = requireNonNull(store);
        this.context = requireNonNull(context);
        this.whenOver = requireNonNull(whenOver);
        out = context.getResponse().getOutputStream();
    }

    /** Begins to send. */
    void start() {
        context.addListener(this);
        registry.start(stream, this);
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            if (phase != Phase.OVER) {
                phase = Phase.READY;
                lastTaken = System.nanoTime();
            }
        }
        wake();
    }

    @Override
    public void wake() {
        boolean over = false;
        synchronized (this) {
            if (phase == Phase.READY) {
                try {
                    over = drain();
                } catch (IOException e) {
                    LOG.debug("{} is gone", stream, e);
                    over = true;
                }
                if (over) {
                    phase = Phase.OVER;
                }
            }
        }
        registry.settle(stream);
        if (over) {
            close();
        }
    }

    /** Writes what there is, as far as the client takes it; returns whether that was the end. */
    private boolean drain() throws IOException {
        while (out.isReady()) {
            final long now = System.nanoTime();
            lastTaken = now;
            if (!pieces.hasNext()) {
                final var event = stream.next(store.state(), now);
                event.ifPresent(made -> registry.countEvent());
                pieces = event.map(StreamEvent::pieces).orElseGet(Collections::emptyIterator);
            }
            if (pieces.hasNext()) {
                final var piece = pieces.next();
                out.write(piece, 0, piece.length);
                sent.add(piece.length);
                registry.countSent(piece.length);
                lastWritten = now;
                flushed = false;
            } else if (flushed) {
                return stream.isOver();
            } else {
                out.flush();
                flushed = true;
            }
        }
        phase = Phase.FULL;
        return false;
    }

    @Override
    public void tick(final long now) {
        boolean stalled = false;
        boolean wakes = false;
        synchronized (this) {
            if (phase == Phase.FULL && now - lastTaken > registry.limits().stall().toNanos()) {
                phase = Phase.OVER;
                stalled = true;
            } else if (phase == Phase.READY) {
                if (now - lastWritten > registry.limits().keepAlive().toNanos()) {
                    pieces = StreamEvent.keepAlive();
                    wakes = true;
                }
                wakes |= stream.mayHaveToStop(store.state());
            }
        }
        if (stalled) {
            LOG.info("{} took nothing for {}, so it is ended", stream, registry.limits().stall());
            registry.countStalled();
            close();
        } else if (wakes) {
            wake();
        }
    }

    @Override
    public void end() {
        gone();
        close();
    }

    @Override
    public long sent() {
        return sent.sum();
    }

    /** Ends the answer. May be called more than once. */
    private void close() {
        registry.close(stream);
        whenOver.run();
    }

    private void gone() {
        synchronized (this) {
            phase = Phase.OVER;
        }
        registry.close(stream);
    }

    @Override
    public void onError(final Throwable failure) {
        LOG.debug("{} is gone", stream, failure);
        end();
    }

    @Override
    public void onError(final AsyncEvent event) {
        gone();
    }

    @Override
    public void onComplete(final AsyncEvent event) {
        gone();
    }

    @Override
    public void onTimeout(final AsyncEvent event) {
        // it has none
    }

    @Override
    public void onStartAsync(final AsyncEvent event) {
        // there is no second cycle
    }
}
