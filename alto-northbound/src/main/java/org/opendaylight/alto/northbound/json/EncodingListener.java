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

import org.opendaylight.alto.core.map.ResourceId;

/** Hears of encodings when they are made, on the thread that makes them. */
public interface EncodingListener {
    /** Does not listen. */
    EncodingListener NONE = new EncodingListener() {
        @Override
        public void encodedPart(final ResourceId id, final String mediaType) {
            // nobody wants to know
        }

        @Override
        public void encodedMessage(final ResourceId id, final String mediaType) {
            // nobody wants to know
        }
    };

    /**
     * Tells that a part of a message was encoded.
     *
     * @param id the resource
     * @param mediaType what it is
     */
    void encodedPart(ResourceId id, String mediaType);

    /**
     * Tells that a message was encoded: all of its parts that were not encoded yet.
     *
     * @param id the resource
     * @param mediaType what it is
     */
    void encodedMessage(ResourceId id, String mediaType);
}
