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
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.servlet.DispatcherType;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.opendaylight.aaa.web.servlet.jersey2.JerseyServletSupport;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.ReaderAccess;
import org.opendaylight.alto.core.statistics.ServerCounts;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.RouteRegistry;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.RouteRequests;

/** Our component on the web server and the Jersey that the controller has, and a client. */
public final class TestServer {
    public static final int MAX_REQUEST_BYTES = 4096;
    public static final int MAX_ENDPOINT_PAIRS = 100;
    public static final int MAX_CONCURRENT_PAIRS = 5000;
    private static final int MAX_WAIT_MILLISECONDS = 100;
    private static final String TRUSTED_PROXIES = "127.0.0.1, 198.51.100.0/24";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final WhiteboardRouteRegistry routes = new WhiteboardRouteRegistry();
    private final AccessControl access;
    private final AltoServlet component;
    private final Observer observer = new Observer();
    private final Queue<String> accessLog = new ConcurrentLinkedQueue<>();

    private volatile ResourceCatalog catalog = ResourceCatalog.EMPTY;

    /** What OSGi makes of a configuration. */
    @SuppressWarnings("all")
    private static final class Settings implements NorthboundConfig {
        @Override
        public int max$_$request$_$bytes() {
            return MAX_REQUEST_BYTES;
        }

        @Override
        public int max$_$endpoint$_$pairs() {
            return MAX_ENDPOINT_PAIRS;
        }

        @Override
        public int max$_$concurrent$_$pairs() {
            return MAX_CONCURRENT_PAIRS;
        }

        @Override
        public int max$_$wait$_$milliseconds() {
            return MAX_WAIT_MILLISECONDS;
        }

        @Override
        public String trusted$_$proxies() {
            return TRUSTED_PROXIES;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return NorthboundConfig.class;
        }
    }

    public TestServer() throws Exception {
        this(Path.of("no-users"));
    }

    /** Has users in a file, which need not exist. */
    public TestServer(final Path users) throws Exception {
        this(users, Map.of());
    }

    TestServer(final Path users, final Map<String, Object> settings) throws Exception {
        this(users, settings, true);
    }

    private TestServer(final Path users, final Map<String, Object> settings, final boolean filtered) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        access = new AccessControl(users, Clock.systemUTC(), settings);
        final var gate = new AccessFilter(access);
        component = new AltoServlet(new JerseyServletSupport(), () -> catalog, routes, gate, new Settings());
        final var context = new ServletContextHandler();
        final var outermost = new FilterHolder(new ObservingFilter(observer, Optional.of(accessLog::add)));
        outermost.setAsyncSupported(true);
        context.addFilter(outermost, AltoServlet.PATTERN, EnumSet.of(DispatcherType.REQUEST));
        if (filtered) {
            final var filter = new FilterHolder(gate);
            filter.setAsyncSupported(true);
            context.addFilter(filter, AltoServlet.PATTERN, EnumSet.of(DispatcherType.REQUEST));
        }
        final var holder = new ServletHolder(component);
        holder.setAsyncSupported(true);
        context.addServlet(holder, AltoServlet.PATTERN);
        final var health = new HealthServlet();
        health.bindRoutes(component);
        context.addServlet(new ServletHolder(health), HealthServlet.LIVE);
        context.addServlet(new ServletHolder(health), HealthServlet.READY);
        context.addServlet(new ServletHolder(new MetricsEndpoint.MetricsServlet(observer.observations())),
            MetricsEndpoint.CONTEXT_PATH + MetricsEndpoint.PATH);
        server.setHandler(context);
        server.start();
    }

    static TestServer withoutFilter() throws Exception {
        return new TestServer(Path.of("no-users"), Map.of(), false);
    }

    public String getBaseURL() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    public void publish(final ResourceCatalog newCatalog) {
        catalog = newCatalog;
        observer.observations().published(newCatalog.resources(), id -> newCatalog.networkMap(id.value())
            .map(map -> map.map().pids().size()).orElse(0), newCatalog.properties().size());
    }

    public List<String> accessLog() {
        return List.copyOf(accessLog);
    }

    public ServerCounts counts() {
        return observer.observations().counts();
    }

    public void bind(final EndpointCostService service) {
        component.bindEndpointCosts(service);
    }

    public void bind(final AltoRoute route) {
        routes.bindRoute(route);
    }

    public void unbind(final EndpointCostService service) {
        component.unbindEndpointCosts(service);
    }

    public void unbind(final AltoRoute route) {
        routes.unbindRoute(route);
    }

    public RouteRequests requests() {
        return component;
    }

    public ReaderAccess readers() {
        return access;
    }

    /** Sets who may read. */
    public void permit(final Map<String, Object> settings) {
        access.modified(settings);
    }

    AccessControl access() {
        return access;
    }

    public RouteRegistry routes() {
        return routes;
    }

    public HttpRequest.Builder request(final String path) {
        return HttpRequest.newBuilder(URI.create(getBaseURL() + path));
    }

    public HttpResponse<String> send(final HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(final String path, final String... headers)
            throws IOException, InterruptedException {
        final var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public CompletableFuture<HttpResponse<String>> getAsync(final String path) {
        return client.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    /** Sends a request for endpoint costs. */
    public HttpResponse<String> post(final String body) throws IOException, InterruptedException {
        return post(MediaTypes.ENDPOINT_COST_PARAMS, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(final @Nullable String contentType, final byte[] body)
            throws IOException, InterruptedException {
        return post("/alto/endpointcost", contentType, body);
    }

    public HttpResponse<String> post(final String path, final @Nullable String contentType, final byte[] body)
            throws IOException, InterruptedException {
        final var request = request(path).POST(BodyPublishers.ofByteArray(body));
        return send(contentType == null ? request : request.header("Content-Type", contentType));
    }

    public void close() throws Exception {
        client.close();
        server.stop();
        component.deactivate();
        access.deactivate();
    }
}
