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

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.json.HealthCodec;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells those who watch processes whether this one lives and whether it can answer clients. Needs no log-in and says no
 * more than that.
 */
@Component(service = Servlet.class, property = {
    "osgi.http.whiteboard.servlet.name=ALTO-health",
    "osgi.http.whiteboard.servlet.pattern=" + HealthServlet.LIVE,
    "osgi.http.whiteboard.servlet.pattern=" + HealthServlet.READY
})
@SuppressFBWarnings(value = "SE_TRANSIENT_FIELD_NOT_RESTORED", justification = "Nobody serializes this servlet")
public final class HealthServlet extends HttpServlet {
    /** Answered as soon as the web server and this bundle run. */
    static final String LIVE = "/alto-health/live";
    /** Answered with success when requests for resources are answered as they should. */
    static final String READY = "/alto-health/ready";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AtomicReference<@Nullable MdsalResourcePool> pool = new AtomicReference<>();
    private final transient AtomicReference<@Nullable AltoServlet> routes = new AtomicReference<>();

    /**
     * Learns of the resources.
     *
     * @param service has them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindPool(final MdsalResourcePool service) {
        pool.set(service);
    }

    /**
     * Forgets the resources.
     *
     * @param service had them
     */
    void unbindPool(final MdsalResourcePool service) {
        pool.compareAndSet(service, null);
    }

    /**
     * Learns of the routes.
     *
     * @param service answers requests
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindRoutes(final AltoServlet service) {
        routes.set(service);
    }

    /**
     * Forgets the routes.
     *
     * @param service answered requests
     */
    void unbindRoutes(final AltoServlet service) {
        routes.compareAndSet(service, null);
    }

    @Override
    protected void doGet(final HttpServletRequest request, final HttpServletResponse response) throws IOException {
        final var missing = READY.equals(request.getServletPath()) ? missing() : List.<String>of();
        final var body = HealthCodec.encode(missing);
        response.setStatus(missing.isEmpty() ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(body.length());
        body.writeTo(response.getOutputStream());
    }

    private List<String> missing() {
        final var missing = new ArrayList<String>();
        final var resources = pool.get();
        if (resources == null || !resources.isRead()) {
            missing.add("resources");
        }
        final var servlet = routes.get();
        if (servlet == null || !servlet.isServing()) {
            missing.add("routes");
        }
        return missing;
    }
}
