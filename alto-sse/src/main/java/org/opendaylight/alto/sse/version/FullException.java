/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import java.io.Serial;

/** There is no room for more streams, views or requests that are followed; some may go soon. */
public final class FullException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says of what there is too much.
     *
     * @param message a sentence for the client
     */
    public FullException(final String message) {
        super(message);
    }
}
