/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.statistics;

import java.util.Comparator;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param status the HTTP status code
 * @param errorCode the error code of RFC 7285, section 8.5.2, if the answer has one
 */
public record Outcome(int status, Optional<String> errorCode) implements Comparable<Outcome> {
    private static final Comparator<Outcome> ORDER =
        Comparator.comparingInt(Outcome::status).thenComparing(outcome -> outcome.errorCode.orElse(""));
    private static final int FIRST_ERROR = 400;

    /**
     * Tells whether the request failed.
     *
     * @return whether the status is one of an error
     */
    public boolean isError() {
        return status >= FIRST_ERROR;
    }

    @Override
    public int compareTo(final Outcome other) {
        return ORDER.compare(this, other);
    }
}
