/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.observe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the access log says of a request before it is answered. What comes from the client may be any text; it cannot
 * make another line or field.
 *
 * @param client the address of the client
 * @param user who logged in, if somebody did
 * @param time when the request came
 * @param method its method
 * @param target its target, as it was sent
 * @param protocol its protocol
 * @param referer its header Referer, if there is one
 * @param agent its header User-Agent, if there is one
 */
public record AccessRecord(String client, Optional<String> user, Instant time, String method, String target,
        String protocol, Optional<String> referer, Optional<String> agent) {
    /** The most characters of one field; the rest is cut off. */
    static final int MAX_LENGTH = 2048;

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NONE = "-";
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    /**
     * Makes the line: the NCSA combined log format, and the time taken in microseconds.
     *
     * @param status the HTTP status code of the answer
     * @param sent bytes of its body
     * @param nanoseconds how long it took
     * @return one line, of printable ASCII characters only, without its end
     */
    public String line(final int status, final long sent, final long nanoseconds) {
        final var line = new StringBuilder();
        word(line, client).append(" - ");
        word(line, user.orElse(NONE)).append(" [").append(TIME.format(time)).append("] \"");
        escape(line, method).append(' ');
        escape(line, target).append(' ');
        escape(line, protocol).append("\" ").append(status).append(' ')
            .append(sent == 0 ? NONE : Long.toString(sent)).append(" \"");
        escape(line, referer.orElse(NONE)).append("\" \"");
        escape(line, agent.orElse(NONE)).append("\" ").append(TimeUnit.NANOSECONDS.toMicros(nanoseconds));
        return line.toString();
    }

    /** A field without quotes has no space. */
    private static StringBuilder word(final StringBuilder line, final String text) {
        return escape(line, text.replace(' ', '_'));
    }

    private static StringBuilder escape(final StringBuilder line, final String text) {
        for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
            final char c = text.charAt(i);
            if (c < FIRST_PRINTABLE || c > LAST_PRINTABLE) {
                line.append(String.format(Locale.ROOT, c > 0xff ? "\\u%04x" : "\\x%02x", (int) c));
            } else if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else {
                line.append(c);
            }
        }
        return line;
    }
}
