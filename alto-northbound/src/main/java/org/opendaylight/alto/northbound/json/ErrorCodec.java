/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import java.util.Optional;
import org.opendaylight.alto.northbound.error.AltoRequestException;

/**
 * Bodies of answers that are errors. RFC 7285 has four codes, all for the content of a request, and its error message
 * must have one of them. What else can be wrong (no such resource, another method or media type, too large, not
 * available now) has no code there; such an answer has the body of RFC 9457, whose media type says so.
 */
public final class ErrorCodec {
    private ErrorCodec() {
    }

    /**
     * Encodes an error that has a code (RFC 7285, section 8.5.2).
     *
     * @param error what is wrong
     * @return a message of type {@link MediaTypes#ERROR}
     */
    public static EncodedBody encode(final AltoRequestException error) {
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            json.writeStringField("code", error.code().name());
            if (error.syntaxError().isPresent()) {
                json.writeStringField("syntax-error", error.syntaxError().orElseThrow());
            }
            if (error.field().isPresent()) {
                json.writeStringField("field", error.field().orElseThrow());
            }
            if (error.value().isPresent()) {
                json.writeStringField("value", error.value().orElseThrow());
            }
            json.writeEndObject();
        });
    }

    /**
     * Encodes an error that is told by the HTTP status alone (RFC 9457, section 3).
     *
     * @param status the HTTP status code
     * @param title its reason phrase
     * @param detail more about this occurrence, if there is more to say
     * @return a message of type {@link MediaTypes#PROBLEM}
     */
    public static EncodedBody encode(final int status, final String title, final Optional<String> detail) {
        return JsonWriter.encode(json -> {
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            if (detail.isPresent()) {
                json.writeStringField("detail", detail.orElseThrow());
            }
        });
    }
}
