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

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.northbound.spi.ResourceFeed.State;

/**
 * All versions of all that somebody follows, at one moment: the last version of each is from one state of the server.
 * Immutable.
 *
 * @param source the state of the server
 * @param followed what is followed
 */
public record VersionState(State source, Map<Request, Followed> followed) {
    public VersionState {
        followed = ImmutableMap.copyOf(followed);
    }

    /**
     * Finds what somebody follows.
     *
     * @param request what is followed
     * @return its versions; null if nobody follows it
     */
    public @Nullable Followed find(final Request request) {
        return followed.get(request);
    }
}
