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

import java.util.List;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;

/** Follows packets through the rules that are installed. Published by the FRM checker, on every cluster member. */
public interface PathService {
    /**
     * Returns every path that the packets of a query take.
     *
     * @param query who sends to whom
     * @return the paths; a host that is not known is an outcome, not an error
     */
    default PathAnswer paths(final PathQuery query) {
        return paths(List.of(query)).getFirst();
    }

    /**
     * Answers several queries on one state of the network.
     *
     * @param queries who sends to whom
     * @return an answer for each query, in the same order
     */
    List<PathAnswer> paths(List<PathQuery> queries);

    /**
     * Has something run after each change of rules or links that may change an answer. Several changes may make one
     * run; counters that move are not a change.
     *
     * @param listener called on a thread of the publisher, so it must not block
     * @return closes the registration
     */
    Registration onChange(Runnable listener);
}
