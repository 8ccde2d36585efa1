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
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opendaylight.alto.northbound.spi.Reader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets those requests pass that may, before any route sees them. The servlet asks whether a request has passed here, so
 * that none gets by while one of the two comes or goes.
 */
@Component(service = { Filter.class, AccessFilter.class }, property = {
    "osgi.http.whiteboard.filter.name=ALTO access",
    "osgi.http.whiteboard.filter.pattern=" + AltoServlet.PATTERN,
    "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
})
public final class AccessFilter implements Filter {
    /** The attribute of a request that has passed: its {@link Reader}. */
    private static final String PASSED = "org.opendaylight.alto.access.reader";

    private final AccessControl access;

    /**
     * Makes the filter.
     *
     * @param access decides
     */
    @Activate
    public AccessFilter(@Reference final AccessControl access) {
        this.access = access;
    }

    /**
     * Tells whether a request has passed.
     *
     * @param request the request
     * @return false if this filter did not see it
     */
    static boolean hasPassed(final ServletRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    /**
     * Returns who sent a request that has passed.
     *
     * @param request the request
     * @return the client
     */
    static Reader readerOf(final ServletRequest request) {
        if (request.getAttribute(PASSED) instanceof Reader reader) {
            return reader;
        }
        throw new IllegalStateException("This request has not passed the filter");
    }

    @Override
    public void init(final FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void doFilter(final ServletRequest request, final ServletResponse response, final FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest)
                || !(response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException("Only HTTP is served");
        }
        final var reader = access.admit(httpRequest, httpResponse);
        if (reader.isPresent()) {
            request.setAttribute(PASSED, reader.orElseThrow());
            chain.doFilter(request, response);
        }
    }

    @Override
    public void destroy() {
        // nothing to end
    }
}
