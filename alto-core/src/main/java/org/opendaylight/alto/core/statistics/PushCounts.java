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

/**
 * What a server counts of those who are told of changes, at one moment. Immutable.
 *
 * @param streams update streams that are open
 * @param streamsOpened update streams that were opened since the server started
 * @param streamsStalled update streams that were ended since then because their clients took nothing
 * @param events events that were made for update streams since then
 * @param sentBytes bytes that were sent on update streams since then
 * @param views views of TIPS that are open
 * @param waiting requests that wait for a change in a view
 * @param followed different requests whose answers are followed, by streams and views together
 * @param versions versions that were made of them since the server started
 */
public record PushCounts(int streams, long streamsOpened, long streamsStalled, long events, long sentBytes, int views,
        int waiting, int followed, long versions) {
    /** Nobody is told of changes. */
    public static final PushCounts NONE = new PushCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
