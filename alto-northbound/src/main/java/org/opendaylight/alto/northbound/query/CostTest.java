/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One test of the costs of a pair (RFC 8189, section 4.1.2: extended constraint predicate).
 *
 * @param index which of the tested cost types it is about; 0 or more
 * @param range the costs that pass it
 */
public record CostTest(int index, CostRange range) {
    private static final Pattern INDEX = Pattern.compile("\\s*+\\[([0-9]{1,9})\\]\\s++");

    /**
     * Reads a test.
     *
     * @param text an operator, white space and a number; before them an index in brackets and white space, or nothing,
     *     which means 0
     * @return the test, or empty if it is not such a text
     */
    public static Optional<CostTest> tryParse(final String text) {
        final var matcher = INDEX.matcher(text);
        final boolean indexed = matcher.lookingAt();
        return CostRange.tryParse(indexed ? text.substring(matcher.end()) : text)
            .map(range -> new CostTest(indexed ? Integer.parseInt(matcher.group(1)) : 0, range));
    }
}
