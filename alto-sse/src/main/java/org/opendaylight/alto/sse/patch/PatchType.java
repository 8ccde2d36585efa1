/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.patch;

/** A way to say what changed in a JSON value. */
public enum PatchType {
    /** JSON merge patch (RFC 7396), which cannot say that a member becomes null. */
    MERGE("application/merge-patch+json"),
    /** JSON patch (RFC 6902), which can say everything. */
    JSON("application/json-patch+json");

    private final String mediaType;

    PatchType(final String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * Returns how it is called in messages.
     *
     * @return a media type
     */
    public String mediaType() {
        return mediaType;
    }
}
