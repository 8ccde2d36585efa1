/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.testlib;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.alto.core.service.Registration;

/** Paths that the test makes up; at first no packet arrives anywhere. May be used from any thread. */
public final class FakePathService implements PathService {
    private final ChangeListeners listeners = new ChangeListeners();
    private final AtomicInteger queries = new AtomicInteger();

    private volatile Function<PathQuery, PathAnswer> answers = query -> noPath();

    /**
     * Replaces all paths and tells the listeners, on the calling thread.
     *
     * @param newAnswers the answer to each query from now on
     */
    public void set(final Function<PathQuery, PathAnswer> newAnswers) {
        answers = newAnswers;
        listeners.fire();
    }

    /**
     * Returns how many queries were answered.
     *
     * @return the number of queries so far
     */
    public int queries() {
        return queries.get();
    }

    /**
     * Makes an answer with one path that arrives.
     *
     * @param count number of switches on the path
     * @return the answer
     */
    public static PathAnswer hops(final int count) {
        final var hop = new Hop(new SwitchId(1), 1, OptionalLong.of(2), List.of(), List.of());
        return answer(PathTrace.installed("", Collections.nCopies(count, hop), Outcome.DELIVERED, ""));
    }

    /**
     * Makes the answer for a pair between which no packet arrives.
     *
     * @return the answer
     */
    public static PathAnswer noPath() {
        return answer(PathTrace.installed("", List.of(), Outcome.NO_RULE, ""));
    }

    private static PathAnswer answer(final PathTrace trace) {
        return new PathAnswer(List.of(trace), false, Instant.EPOCH);
    }

    @Override
    public List<PathAnswer> paths(final List<PathQuery> asked) {
        queries.addAndGet(asked.size());
        return asked.stream().map(answers).toList();
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }
}
