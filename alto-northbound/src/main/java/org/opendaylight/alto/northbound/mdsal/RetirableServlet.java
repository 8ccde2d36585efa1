/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.io.IOException;
import java.util.concurrent.Executor;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** A servlet that can be replaced while requests are under way: it is destroyed when the last one is answered. */
final class RetirableServlet {
    private final Servlet servlet;
    private final Executor afterwards;
    // guarded by this
    private int requests;
    // guarded by this
    private boolean retired;

    /**
     * Takes a servlet that is initialised.
     *
     * @param servlet who answers
     * @param afterwards runs the servlet's end, a while after the last answer: who resumed a request returns through
     *     the servlet when the answer is out already
     */
    RetirableServlet(final Servlet servlet, final Executor afterwards) {
        this.servlet = servlet;
        this.afterwards = afterwards;
    }

    /**
     * Answers a request.
     *
     * @param request the request
     * @param response the answer
     * @return false if nothing was done, because this servlet is retired
     * @throws ServletException as the servlet does
     * @throws IOException as the servlet does
     */
    boolean service(final ServletRequest request, final ServletResponse response)
            throws ServletException, IOException {
        if (!enter()) {
            return false;
        }
        boolean answered = true;
        try {
            servlet.service(request, response);
            answered = !request.isAsyncStarted();
            if (!answered) {
                request.getAsyncContext().addListener(new LeaveWhenComplete());
            }
        } finally {
            if (answered) {
                leave();
            }
        }
        return true;
    }

    /** Takes no more requests. */
    void retire() {
        final boolean idle;
        synchronized (this) {
            idle = !retired && requests == 0;
            retired = true;
        }
        if (idle) {
            afterwards.execute(servlet::destroy);
        }
    }

    private synchronized boolean enter() {
        if (!retired) {
            requests++;
        }
        return !retired;
    }

    private void leave() {
        final boolean last;
        synchronized (this) {
            requests--;
            last = retired && requests == 0;
        }
        if (last) {
            afterwards.execute(servlet::destroy);
        }
    }

    private final class LeaveWhenComplete implements AsyncListener {
        @Override
        public void onComplete(final AsyncEvent event) {
            leave();
        }

        @Override
        public void onTimeout(final AsyncEvent event) {
            // it completes as well
        }

        @Override
        public void onError(final AsyncEvent event) {
            // it completes as well
        }

        @Override
        public void onStartAsync(final AsyncEvent event) {
            // a new cycle of the same request forgets its listeners
            event.getAsyncContext().addListener(this);
        }
    }
}
