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

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted of one resource. Immutable.
 *
 * @param resource its id; {@code (directory)}, {@code (unknown)} and {@code (others)} are no ids
 * @param service what it is, such as {@code network-map}; the same for all resources of one media type
 * @param requests requests that came, also those that are not answered yet
 * @param receivedBytes bytes of the bodies of requests, as their header Content-Length says
 * @param sentBytes bytes of the bodies of answers
 * @param responses how many answers there were of each outcome
 * @param durations how long answering took
 * @param content what the server holds of it
 */
public record ResourceCounts(String resource, String service, long requests, long receivedBytes, long sentBytes,
        SortedMap<Outcome, Long> responses, Durations durations, Content content) {
    public ResourceCounts {
        responses = Collections.unmodifiableSortedMap(new TreeMap<>(responses));
    }

    /**
     * What the server holds of a resource, and how often it made it.
     *
     * @param versions versions published since the server started; 0 for resources without versions
     * @param encodings how often its message was encoded; never more than once for one version
     * @param encodedParts how many parts of its messages were encoded; a new version encodes only those that differ
     * @param entries prefixes or costs in it now; 0 for what is computed when asked for
     * @param encodedBytes the length of its message now; 0 for what is computed when asked for
     * @param pids PIDs in it now; 0 for what is not a network map
     */
    public record Content(long versions, long encodings, long encodedParts, int entries, long encodedBytes, int pids) {
        /** Nothing. */
        public static final Content NONE = new Content(0, 0, 0, 0, 0, 0);
    }

    /**
     * Returns how many answers there were of one status.
     *
     * @param status an HTTP status code
     * @return a number of answers, whatever the error code
     */
    public long responses(final int status) {
        return responses.entrySet().stream().filter(entry -> entry.getKey().status() == status)
            .mapToLong(entry -> entry.getValue()).sum();
    }

    /**
     * Returns how many answers were errors.
     *
     * @return a number of answers with a status of 400 or more
     */
    public long errors() {
        return responses.entrySet().stream().filter(entry -> entry.getKey().isError())
            .mapToLong(entry -> entry.getValue()).sum();
    }
}
