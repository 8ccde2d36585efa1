/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.ResourceDirectory;

/** Waits until what was stored is served. For one thread. */
public final class Publication implements AutoCloseable {
    private final Semaphore changes = new Semaphore(0);
    private final ResourceDirectory directory;
    private final ResourceId id;
    private final Optional<String> oldProblem;
    private final Registration registration;

    /**
     * Starts to watch; to be called before storing.
     *
     * @param directory what is served
     * @param id the name of the operator's map
     */
    public Publication(final ResourceDirectory directory, final ResourceId id) {
        this.directory = directory;
        this.id = id;
        oldProblem = problem(directory, id);
        registration = directory.onChange(changes::release);
    }

    /**
     * Waits.
     *
     * @param served tells whether the map is served as it was stored; called on this thread
     * @param atMost how long to wait
     * @return why the map is not served; empty if it is
     * @throws InterruptedException if the thread is interrupted
     */
    public Optional<String> await(final BooleanSupplier served, final Duration atMost) throws InterruptedException {
        final long end = System.nanoTime() + atMost.toNanos();
        boolean changed = false;
        while (!served.getAsBoolean()) {
            final var problem = problem(directory, id);
            // a problem that was there before is about the content before, until the directory has changed
            if (problem.isPresent() && (changed || !problem.equals(oldProblem))) {
                return problem;
            }
            final long left = end - System.nanoTime();
            if (left <= 0) {
                return problem.or(() -> Optional.of("nothing was heard of it within " + atMost.toSeconds() + " s"));
            }
            changed |= changes.tryAcquire(left, TimeUnit.NANOSECONDS);
        }
        return Optional.empty();
    }

    /**
     * Finds out why an operator's map is not served.
     *
     * @param directory what is served
     * @param id the name of the map
     * @return the problem, or empty if none is known
     */
    public static Optional<String> problem(final ResourceDirectory directory, final ResourceId id) {
        return directory.resources().stream()
            .filter(resource -> resource.id().equals(id) && resource.publisher().equals(MapChecks.OPERATOR))
            .findFirst().flatMap(resource -> resource.problem());
    }

    @Override
    public void close() {
        registration.close();
    }
}
