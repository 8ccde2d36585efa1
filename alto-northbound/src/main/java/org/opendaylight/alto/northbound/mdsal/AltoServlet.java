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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.aaa.web.servlet.ServletSupport;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.jaxrs.AltoApplication;
import org.opendaylight.alto.northbound.jaxrs.RequestLimits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes as a servlet of the controller's web server, which takes it up as an OSGi service (OSGi HTTP whiteboard).
 * Reading needs no log-in.
 *
 * <p>The servlet is in the root context. In a context {@code /alto} of its own, the web server would answer a request
 * for {@code /alto} itself with a redirect to {@code /alto/}, which not every client follows.
 */
@Component(service = Servlet.class, configurationPid = "org.opendaylight.alto.northbound", property = {
    "osgi.http.whiteboard.servlet.name=ALTO",
    "osgi.http.whiteboard.servlet.pattern=" + AltoServlet.PATTERN,
    "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
})
@Designate(ocd = AltoServlet.Configuration.class)
public final class AltoServlet implements Servlet {
    /** The requests that come here: also the one for the directory, without a slash at its end. */
    static final String PATTERN = ResourceCatalog.CONTEXT_PATH + "/*";

    private static final Logger LOG = LoggerFactory.getLogger(AltoServlet.class);

    private final AtomicReference<@Nullable EndpointCostService> endpointCosts = new AtomicReference<>();
    private final Servlet routes;

    /** The settings of {@code etc/org.opendaylight.alto.northbound.cfg}. */
    @ObjectClassDefinition(name = "ALTO northbound")
    public @interface Configuration {
        /**
         * Returns the size of a request's body that is still accepted, in bytes.
         *
         * @return a number of bytes
         */
        @AttributeDefinition(name = "max-request-bytes", min = "1",
            description = "Largest body of a request, in bytes; a larger one is answered with status 413")
        int max$_$request$_$bytes() default 1_048_576;

        /**
         * Returns how many endpoint costs one request may ask for.
         *
         * @return a number of sources times a number of destinations
         */
        @AttributeDefinition(name = "max-endpoint-pairs", min = "1",
            description = "Most pairs (sources times destinations) in one request for endpoint costs; a request for "
                + "more is answered with status 413")
        int max$_$endpoint$_$pairs() default 100_000;
    }

    /**
     * Makes the routes.
     *
     * @param servletSupport makes a servlet of them
     * @param pool what the server publishes
     * @param configuration the settings
     */
    @Activate
    public AltoServlet(@Reference final ServletSupport servletSupport, @Reference final ResourcePool pool,
            final Configuration configuration) {
        final var limits =
            new RequestLimits(configuration.max$_$request$_$bytes(), configuration.max$_$endpoint$_$pairs());
        routes = servletSupport.createHttpServletBuilder(
            new AltoApplication(pool, () -> Optional.ofNullable(endpointCosts.get()), limits)).build();
    }

    /**
     * Starts offering endpoint costs.
     *
     * @param service who computes them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindEndpointCosts(final EndpointCostService service) {
        endpointCosts.set(service);
    }

    /**
     * Stops offering endpoint costs, unless somebody else computes them already.
     *
     * @param service who does not compute them any more
     */
    void unbindEndpointCosts(final EndpointCostService service) {
        endpointCosts.compareAndSet(service, null);
    }

    @Override
    public void init(final ServletConfig config) throws ServletException {
        routes.init(config);
        LOG.info("ALTO directory at {}", ResourceCatalog.CONTEXT_PATH);
    }

    @Override
    public ServletConfig getServletConfig() {
        return routes.getServletConfig();
    }

    @Override
    public void service(final ServletRequest request, final ServletResponse response)
            throws ServletException, IOException {
        routes.service(request, response);
    }

    @Override
    public String getServletInfo() {
        return "ALTO (RFC 7285)";
    }

    @Override
    public void destroy() {
        routes.destroy();
    }
}
