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

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletRequest;
import javax.ws.rs.ServiceUnavailableException;

/**
 * Limits how much is computed at once (RFC 7285, section 8.5.3), so that many requests together
 * take no more memory than there is. A request waits a while for its share of the work, in the order in which they
 * came, and has it until its answer is written. May be used from any thread.
 */
public final class Workload {
    private static final String SHARE = Workload.class.getName();
    private static final long RETRY_AFTER_SECONDS = 1;
    /** What the smallest request counts as, so that also the number of requests is limited. */
    private static final int LEAST = 1000;

    private final Semaphore free;
    private final int total;
    private final Duration patience;

    /**
     * Makes a limit.
     *
     * @param total how many costs, or bytes of requests, are worked on at once; at least 1
     * @param patience how long a request waits for its share
     */
    public Workload(final int total, final Duration patience) {
        if (total < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("Limits max-concurrent-pairs=" + total + " must be at least 1, and "
                + "max-wait-milliseconds=" + patience.toMillis() + " at least 0");
        }
        this.total = total;
        this.patience = requireNonNull(patience);
        free = new Semaphore(total, true);
    }

    /**
     * Returns the limit.
     *
     * @return how many costs, or bytes of requests, are worked on at once
     */
    public int total() {
        return total;
    }

    /**
     * Waits until a request may do some work. What it claimed before counts as a part of that. The largest requests
     * that are allowed at all count as all the work that there can be, and are then done alone.
     *
     * @param request the request, of which all claims are made by one thread
     * @param work a number of costs, or of bytes
     * @throws ServiceUnavailableException if others had all the work for too long; the client should try again
     */
    void claim(final ServletRequest request, final long work) {
        final int has = request.getAttribute(SHARE) instanceof Integer share ? share : 0;
        final int wants = (int) Math.min(total, Math.max(LEAST, work));
        if (wants <= has) {
            return;
        }
        try {
            if (!free.tryAcquire(wants - has, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ServiceUnavailableException("The server is busy with other requests", RETRY_AFTER_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The server is being stopped", RETRY_AFTER_SECONDS, e);
        }
        request.setAttribute(SHARE, wants);
    }

    /**
     * Gives back what a request claimed, if it claimed anything. To be called once its answer is written.
     *
     * @param request the request
     */
    public void release(final ServletRequest request) {
        if (request.getAttribute(SHARE) instanceof Integer share) {
            request.removeAttribute(SHARE);
            free.release(share);
        }
    }
}
