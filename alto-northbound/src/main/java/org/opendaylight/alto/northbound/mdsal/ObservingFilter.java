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
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.alto.northbound.jaxrs.ErrorCodeNote;
import org.opendaylight.alto.northbound.observe.AccessRecord;
import org.opendaylight.alto.northbound.observe.Observations;
import org.opendaylight.alto.northbound.observe.ResourceCounters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests and their answers, and writes the access log if that is wanted. It is before all other filters of the
 * web server, so it sees also what they refuse.
 */
@Component(service = Filter.class, configurationPid = ObserveConfiguration.PID, property = {
    "osgi.http.whiteboard.filter.name=ALTO-observe",
    "osgi.http.whiteboard.filter.pattern=" + AltoServlet.PATTERN,
    "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
    // the highest comes first
    "service.ranking:Integer=2147483647"
})
@Designate(ocd = ObserveConfiguration.class)
public final class ObservingFilter implements Filter {
    /** The logger of the access log, which has a file of its own. */
    static final String ACCESS_LOG = "org.opendaylight.alto.accesslog";

    private static final Logger ACCESS = LoggerFactory.getLogger(ACCESS_LOG);

    private final Observations observations;
    private final Optional<Consumer<String>> accessLog;

    /**
     * Starts counting.
     *
     * @param observer has the counters
     * @param configuration the settings
     */
    @Activate
    public ObservingFilter(@Reference final Observer observer, final ObserveConfiguration configuration) {
        this(observer, configuration.access$_$log() ? Optional.of(ACCESS::info) : Optional.empty());
    }

    /**
     * Starts counting.
     *
     * @param observer has the counters
     * @param accessLog takes the lines of the access log, if there is one
     */
    ObservingFilter(final Observer observer, final Optional<Consumer<String>> accessLog) {
        observations = observer.observations();
        this.accessLog = accessLog;
    }

    @Override
    public void init(final FilterConfig config) {
        // the component has all
    }

    @Override
    public void doFilter(final ServletRequest request, final ServletResponse response, final FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
            final var exchange = new Exchange(httpRequest, new CountedResponse(httpResponse));
            boolean returned = false;
            try {
                chain.doFilter(httpRequest, exchange.response);
                returned = true;
            } finally {
                if (httpRequest.isAsyncStarted()) {
                    httpRequest.getAsyncContext().addListener(exchange);
                } else {
                    exchange.end(returned);
                }
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void destroy() {
        // the component has all
    }

    /** One request, until it is answered. */
    private final class Exchange implements AsyncListener {
        private final HttpServletRequest request;
        private final CountedResponse response;
        private final Optional<AccessRecord> record;
        private final ResourceCounters counters;
        private final long received;
        private final long start = System.nanoTime();

        Exchange(final HttpServletRequest request, final CountedResponse response) {
            this.request = request;
            this.response = response;
            record = accessLog.map(log -> recordOf(request));
            received = Math.max(0, request.getContentLengthLong());
            final var rest = request.getPathInfo();
            counters = observations.begin(rest == null ? request.getServletPath() : request.getServletPath() + rest);
        }

        void end(final boolean returned) {
            final long duration = System.nanoTime() - start;
            final int status = returned || response.isCommitted() ? response.getStatus()
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            final var code = request.getAttribute(ErrorCodeNote.ATTRIBUTE) instanceof AltoErrorCode found
                ? Optional.of(found) : Optional.<AltoErrorCode>empty();
            observations.end(counters, status, code, received, response.sent(), duration);
            accessLog.ifPresent(log -> log.accept(
                record.orElseThrow().line(status, response.sent(), duration)));
        }

        @Override
        public void onComplete(final AsyncEvent event) {
            end(true);
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

    private static AccessRecord recordOf(final HttpServletRequest request) {
        final var query = request.getQueryString();
        return new AccessRecord(request.getRemoteAddr(), Optional.ofNullable(request.getRemoteUser()), Instant.now(),
            request.getMethod(), query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
            request.getProtocol(), Optional.ofNullable(request.getHeader("Referer")),
            Optional.ofNullable(request.getHeader("User-Agent")));
    }
}
