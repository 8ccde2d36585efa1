/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import java.io.IOException;
import java.io.OutputStream;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.StreamingOutput;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.alto.northbound.json.EncodedBody;

/** Notes the error code of an answer in its request, for those who count answers and do not read their bodies. */
public final class ErrorCodeNote implements ContainerResponseFilter {
    /** The attribute of the servlet's request that is the {@link AltoErrorCode} of its answer. */
    public static final String ATTRIBUTE = "org.opendaylight.alto.northbound.error-code";

    /**
     * A body that knows which error it tells of.
     *
     * @param code the code
     * @param bytes the message
     */
    record Body(AltoErrorCode code, EncodedBody bytes) implements StreamingOutput {
        @Override
        public void write(final OutputStream out) throws IOException {
            bytes.writeTo(out);
        }
    }

    @Override
    public void filter(final ContainerRequestContext request, final ContainerResponseContext response) {
        if (response.getEntity() instanceof Body body) {
            request.setProperty(ATTRIBUTE, body.code);
        }
    }
}
