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

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.ServletException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.aaa.web.ServletDetails;
import org.opendaylight.aaa.web.WebContext;
import org.opendaylight.aaa.web.WebServer;
import org.opendaylight.aaa.web.servlet.ServletSupport;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.jaxrs.AltoApplication;
import org.opendaylight.alto.northbound.jaxrs.RequestLimits;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the routes on the controller's web server. Reading needs no log-in. */
@Component(service = { }, configurationPid = "org.opendaylight.alto.northbound")
@Designate(ocd = AltoWebContext.Configuration.class)
public final class AltoWebContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AltoWebContext.class);

    private final AtomicReference<@Nullable EndpointCostService> endpointCosts = new AtomicReference<>();
    private final Registration registration;

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
     * Registers the routes.
     *
     * @param webServer the controller's web server
     * @param servletSupport makes a servlet of routes
     * @param pool what the server publishes
     * @param configuration the settings
     * @throws ServletException if the web server refuses
     */
    @Activate
    public AltoWebContext(@Reference final WebServer webServer, @Reference final ServletSupport servletSupport,
            @Reference final ResourcePool pool, final Configuration configuration) throws ServletException {
        final var limits =
            new RequestLimits(configuration.max$_$request$_$bytes(), configuration.max$_$endpoint$_$pairs());
        final var application = new AltoApplication(pool, () -> Optional.ofNullable(endpointCosts.get()), limits);
        registration = webServer.registerWebContext(WebContext.builder()
            .name("ALTO")
            .contextPath(ResourceCatalog.CONTEXT_PATH)
            .supportsSessions(false)
            .addServlet(ServletDetails.builder()
                .name("ALTO")
                .addUrlPattern("/*")
                .servlet(servletSupport.createHttpServletBuilder(application).build())
                .build())
            .build());
        LOG.info("ALTO directory at {}{}", webServer.getBaseURL(), ResourceCatalog.CONTEXT_PATH);
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

    @Deactivate
    @Override
    public void close() {
        registration.close();
    }
}
