/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.time.Instant;
import java.util.List;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.statistics.PushCounts;

/** Knows who is told of changes, by update streams (RFC 8895) and TIPS (RFC 9569). May be called from any thread. */
public interface PushDirectory {
    /**
     * Returns the update streams.
     *
     * @return those that are open now, oldest first
     */
    List<StreamInfo> streams();

    /**
     * Returns the views of TIPS.
     *
     * @return those that are open now, in the order of their resources
     */
    List<ViewInfo> views();

    /**
     * Returns what is counted.
     *
     * @return the counts of this moment
     */
    PushCounts counts();

    /**
     * An update stream.
     *
     * @param client who opened it
     * @param since when
     * @param substreams what it follows
     * @param events how many events were made for it
     * @param sentBytes how many bytes were sent on it
     */
    record StreamInfo(IpAddr client, Instant since, List<SubstreamInfo> substreams, long events, long sentBytes) {
        public StreamInfo {
            substreams = List.copyOf(substreams);
        }
    }

    /**
     * What a stream follows.
     *
     * @param id the name that the client gave it
     * @param resource the resource
     * @param told the number of the version that was told last; 0 for none
     * @param newest the number of the newest version
     */
    record SubstreamInfo(String id, ResourceId resource, long told, long newest) {
    }

    /**
     * A view of TIPS.
     *
     * @param resource the resource
     * @param first the number of the oldest version that can be had
     * @param last the number of the newest version
     * @param waiting how many requests wait for the next one
     */
    record ViewInfo(ResourceId resource, long first, long last, int waiting) {
    }
}
