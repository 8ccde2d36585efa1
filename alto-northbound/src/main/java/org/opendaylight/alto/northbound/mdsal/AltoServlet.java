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

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.aaa.web.servlet.ServletSupport;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.catalog.RouteRegistry;
import org.opendaylight.alto.northbound.jaxrs.AltoApplication;
import org.opendaylight.alto.northbound.jaxrs.Requests;
import org.opendaylight.alto.northbound.jaxrs.UnchangedShortcut;
import org.opendaylight.alto.northbound.jaxrs.Workload;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.Reader;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.northbound.spi.RouteRequests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes as a servlet of the controller's web server, which takes it up as an OSGi service (OSGi HTTP whiteboard).
 * Who may read, {@link AccessFilter} says.
 *
 * <p>The servlet is in the root context. In a context {@code /alto} of its own, the web server would answer a request
 * for {@code /alto} itself with a redirect to {@code /alto/}, which not every client follows.
 */
@Component(service = { Servlet.class, AltoServlet.class, RouteRequests.class }, configurationPid = AltoServlet.PID,
    property = {
        "osgi.http.whiteboard.servlet.name=ALTO",
        "osgi.http.whiteboard.servlet.pattern=" + AltoServlet.PATTERN,
        "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
        // Pax Web's own: the routes are there before the first request, which would wait for them
        "load-on-startup:Integer=1"
    })
@Designate(ocd = NorthboundConfig.class)
public final class AltoServlet implements Servlet, RouteRequests {
    /** The name of the settings. */
    static final String PID = "org.opendaylight.alto.northbound";
    /** The requests that come here: also the one for the directory, without a slash at its end. */
    static final String PATTERN = ResourceCatalog.CONTEXT_PATH + "/*";

    private static final Logger LOG = LoggerFactory.getLogger(AltoServlet.class);
    private static final long GRACE_SECONDS = 10;

    private final AtomicReference<@Nullable EndpointCostService> endpointCosts = new AtomicReference<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
        new ThreadFactoryBuilder().setNameFormat("alto-routes-%d").setDaemon(true).build());
    private final ServletSupport servletSupport;
    private final ResourcePool pool;
    private final RouteRegistry registry;
    private final Workload workload;
    private final Requests requests;
    private final UnchangedShortcut shortcut;

    private final AtomicReference<@Nullable RetirableServlet> serving = new AtomicReference<>();
    private final AtomicReference<@Nullable ServletConfig> config = new AtomicReference<>();
    // guarded by this
    private List<AltoRoute> served = List.of();
    // guarded by this
    private Registration registration = () -> { };

    /**
     * Makes the routes.
     *
     * @param servletSupport makes a servlet of them
     * @param pool what the server publishes
     * @param registry the routes of other bundles
     * @param access looks at requests before; is there first
     * @param config the settings
     */
    @Activate
    public AltoServlet(@Reference final ServletSupport servletSupport, @Reference final ResourcePool pool,
            @Reference final RouteRegistry registry, @Reference final AccessFilter access,
            final NorthboundConfig config) {
        this.servletSupport = servletSupport;
        this.pool = pool;
        this.registry = registry;
        workload = NorthboundSettings.workload(config);
        requests = new Requests(NorthboundSettings.limits(config), workload, NorthboundSettings.proxies(config));
        shortcut = new UnchangedShortcut(pool, this::endpointCosts);
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

    private Optional<EndpointCostService> endpointCosts() {
        return Optional.ofNullable(endpointCosts.get());
    }

    @Override
    public void init(final ServletConfig newConfig) throws ServletException {
        synchronized (this) {
            config.set(newConfig);
            serving.set(start(registry.routes()));
            registration = registry.onChange(() -> executor.execute(this::renew));
        }
        // a route may have come in between
        executor.execute(this::renew);
        LOG.info("ALTO directory at {}", ResourceCatalog.CONTEXT_PATH);
    }

    /** Replaces the servlet if other routes are to be served. */
    // the executor would keep it to itself
    @SuppressWarnings("checkstyle:IllegalCatch")
    private synchronized void renew() {
        final var routes = registry.routes();
        final var before = serving.get();
        if (before == null || routes.equals(served)) {
            return;
        }
        try {
            serving.set(start(routes));
            before.retire();
        } catch (ServletException | RuntimeException | LinkageError e) {
            LOG.error("Routes {} cannot be served; those from before are", routes, e);
        }
    }

    /** Starts a servlet with as many routes as can be served together; an earlier one wins against a later. */
    // we do not know what the code of others throws
    @SuppressWarnings("checkstyle:IllegalCatch")
    private RetirableServlet start(final List<AltoRoute> routes) throws ServletException {
        try {
            return startAll(routes);
        } catch (ServletException | RuntimeException | LinkageError e) {
            if (routes.isEmpty()) {
                throw e;
            }
            LOG.debug("Not all routes can be served together", e);
        }
        var best = startAll(List.of());
        final var good = new ArrayList<AltoRoute>();
        for (var route : routes) {
            good.add(route);
            try {
                final var next = startAll(good);
                best.retire();
                best = next;
            } catch (ServletException | RuntimeException | LinkageError e) {
                good.removeLast();
                LOG.debug("{} cannot be served", route, e);
                registry.refuse(route, "JAX-RS does not take it beside the other routes: " + e.getMessage());
            }
        }
        return best;
    }

    private RetirableServlet startAll(final List<AltoRoute> routes) throws ServletException {
        final var servlet = servletSupport.createHttpServletBuilder(new AltoApplication(pool,
            this::endpointCosts, requests, routes.stream().map(AltoRoute::resource).toList())).build();
        servlet.init(requireNonNull(config.get()));
        served = List.copyOf(routes);
        return new RetirableServlet(servlet, this::runLater);
    }

    private void runLater(final Runnable task) {
        try {
            executor.schedule(task, GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server is down already", e);
            task.run();
        }
    }

    /**
     * Tells whether requests are answered.
     *
     * @return false before the web server has taken up the routes
     */
    boolean isServing() {
        return serving.get() != null;
    }

    @Override
    public @Nullable ServletConfig getServletConfig() {
        return config.get();
    }

    @Override
    public void service(final ServletRequest request, final ServletResponse response)
            throws ServletException, IOException {
        if (!AccessFilter.hasPassed(request)) {
            if (response instanceof HttpServletResponse answer) {
                ProblemAnswer.write(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable",
                    "The server is starting");
            }
            return;
        }
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse
                && shortcut.answer(httpRequest, httpResponse)) {
            return;
        }
        try {
            // one that is retired has a successor already
            while (!requireNonNull(serving.get()).service(request, response)) {
                Thread.onSpinWait();
            }
        } finally {
            workload.release(request);
        }
    }

    @Override
    public String getServletInfo() {
        return "ALTO (RFC 7285)";
    }

    @Override
    public synchronized void destroy() {
        registration.close();
        final var last = serving.getAndSet(null);
        if (last != null) {
            last.retire();
        }
    }

    @Override
    public byte[] read(final InputStream body, final HttpHeaders headers, final HttpServletRequest connection) {
        return requests.read(body, headers, connection);
    }

    @Override
    public Admission admission(final HttpServletRequest connection) {
        return requests.admission(connection);
    }

    @Override
    public IpAddr clientOf(final HttpServletRequest connection) {
        return requests.clientOf(connection);
    }

    @Override
    public Reader readerOf(final HttpServletRequest connection) {
        return AccessFilter.readerOf(connection);
    }

    /** Ends the thread that renews the routes, when it has ended what is retired. */
    @Deactivate
    void deactivate() {
        executor.shutdown();
    }
}
