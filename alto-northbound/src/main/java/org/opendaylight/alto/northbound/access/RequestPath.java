/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import com.google.common.base.Splitter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** Finds what a request is about, in one spelling. */
public final class RequestPath {
    private static final Splitter SEGMENTS = Splitter.on('/');

    private RequestPath() {
    }

    /**
     * Returns the path of a request below a place, decoded, without parameters and without a slash at its end. So
     * whatever the routes take for the same resource is the same here. A path that could be taken for two things is not
     * understood: one with empty parts, with {@code .} or {@code ..}, or with a slash that is encoded.
     *
     * @param place such as {@code /alto}
     * @param uri the path as in the first line of the request
     * @return such as {@code /networkmap/a}, or {@code /} for the place itself; empty if it is not understood
     */
    public static Optional<String> below(final String place, final String uri) {
        if (!uri.startsWith(place)) {
            return Optional.empty();
        }
        var rest = uri.substring(place.length());
        if (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        if (rest.isEmpty() || rest.startsWith(";") && rest.indexOf('/') < 0) {
            return Optional.of("/");
        }
        final var segments = new ArrayList<String>();
        for (var segment : SEGMENTS.split(rest)) {
            final int parameter = segment.indexOf(';');
            try {
                // a plus is no space in a path
                segments.add(URLDecoder.decode((parameter < 0 ? segment : segment.substring(0, parameter))
                    .replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        // what is before the first slash, which belongs to the place
        return segments.removeFirst().isEmpty() && segments.stream().noneMatch(RequestPath::isAmbiguous)
            ? Optional.of("/" + String.join("/", segments)) : Optional.empty();
    }

    private static boolean isAmbiguous(final String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.indexOf('/') >= 0
            || segment.indexOf('\\') >= 0 || segment.chars().anyMatch(Character::isISOControl);
    }
}
