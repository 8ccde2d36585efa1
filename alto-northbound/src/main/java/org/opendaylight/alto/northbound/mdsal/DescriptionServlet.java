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
import java.io.Serial;
import java.io.UncheckedIOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Describes all routes in the words of OpenAPI 3. A test sees to it that the description is true. */
@Component(service = Servlet.class, property = {
    "osgi.http.whiteboard.servlet.name=ALTO-openapi",
    "osgi.http.whiteboard.servlet.pattern=/" + DescriptionServlet.FILE
})
public final class DescriptionServlet extends HttpServlet {
    /** The description, beside this class. */
    static final String FILE = "alto-openapi.json";

    @Serial
    private static final long serialVersionUID = 1L;

    private final byte[] description = read();

    /** Reads the description. */
    @Activate
    public DescriptionServlet() {
        // the field has it
    }

    /** Returns the description, as it is in the bundle. */
    static byte[] read() {
        try (var in = DescriptionServlet.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    @Override
    protected void doGet(final HttpServletRequest request, final HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(description.length);
        response.getOutputStream().write(description);
    }
}
