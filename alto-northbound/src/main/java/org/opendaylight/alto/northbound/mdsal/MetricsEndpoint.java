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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opendaylight.aaa.web.ServletDetails;
import org.opendaylight.aaa.web.WebContext;
import org.opendaylight.aaa.web.WebContextSecurer;
import org.opendaylight.aaa.web.WebServer;
import org.opendaylight.alto.core.service.ServerStatistics;
import org.opendaylight.alto.northbound.observe.ProcessUsage;
import org.opendaylight.alto.northbound.observe.PrometheusText;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Answers Prometheus. Needs the same log-in as RESTCONF. */
@Component(service = { })
public final class MetricsEndpoint implements AutoCloseable {
    static final String CONTEXT_PATH = "/alto-management";
    static final String PATH = "/metrics";

    private final Registration registration;

    /** Writes the counts of the moment. */
    @SuppressFBWarnings(value = "SE_TRANSIENT_FIELD_NOT_RESTORED", justification = "Nobody serializes this servlet")
    static final class MetricsServlet extends HttpServlet {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ServerStatistics statistics;

        MetricsServlet(final ServerStatistics statistics) {
            this.statistics = statistics;
        }

        @Override
        protected void doGet(final HttpServletRequest request, final HttpServletResponse response)
                throws IOException {
            final var accept = request.getHeader("Accept");
            final var body = new ByteArrayOutputStream();
            PrometheusText.of(statistics.counts(), ProcessUsage.now()).writeTo(accept, body);
            response.setContentType(PrometheusText.contentType(accept));
            response.setContentLength(body.size());
            response.setHeader("Cache-Control", "no-store");
            body.writeTo(response.getOutputStream());
        }
    }

    /**
     * Registers the endpoint.
     *
     * @param server the controller's web server
     * @param securer demands the log-in
     * @param statistics what the server counts
     * @throws ServletException if the web server does not take it
     */
    @Activate
    public MetricsEndpoint(@Reference final WebServer server, @Reference final WebContextSecurer securer,
            @Reference final ServerStatistics statistics) throws ServletException {
        final var context = WebContext.builder()
            .name("ALTO-management")
            .contextPath(CONTEXT_PATH)
            .supportsSessions(false)
            .addServlet(ServletDetails.builder()
                .name("ALTO-metrics")
                .servlet(new MetricsServlet(statistics))
                .addUrlPattern(PATH)
                .build());
        securer.requireAuthentication(context, "/*");
        registration = server.registerWebContext(context.build());
    }

    @Deactivate
    @Override
    public void close() {
        registration.close();
    }
}
