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
import javax.servlet.http.HttpServletResponse;
import org.opendaylight.alto.northbound.json.ErrorCodec;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** Answers with an error before any route is asked, in the form in which routes do. */
final class ProblemAnswer {
    private ProblemAnswer() {
    }

    /**
     * Answers.
     *
     * @param response the answer, of which nothing is written yet
     * @param status the HTTP status code
     * @param title its reason phrase
     * @param detail what is wrong with this request
     * @throws IOException if the client is gone
     */
    static void write(final HttpServletResponse response, final int status, final String title, final String detail)
            throws IOException {
        final var body = ErrorCodec.encode(status, title, Optional.of(detail));
        response.setStatus(status);
        response.setContentType(MediaTypes.PROBLEM);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(body.length());
        body.writeTo(response.getOutputStream());
    }
}
