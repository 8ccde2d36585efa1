/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.PushDirectory;
import org.opendaylight.alto.core.service.ServerStatistics;
import org.opendaylight.alto.core.statistics.ServerCounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * All that the server counts: requests, and who is told of changes, if another bundle does so. It is not a part of the
 * {@link Observer}, as that bundle needs what needs the observer.
 */
@Component(service = ServerStatistics.class)
public final class StatisticsSource implements ServerStatistics {
    private final AtomicReference<@Nullable PushDirectory> push = new AtomicReference<>();
    private final Observer observer;

    /**
     * Starts.
     *
     * @param observer counts requests
     */
    @Activate
    public StatisticsSource(@Reference final Observer observer) {
        this.observer = requireNonNull(observer);
    }

    /**
     * Includes those who are told of changes.
     *
     * @param directory counts them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindPush(final PushDirectory directory) {
        push.set(directory);
    }

    /**
     * Leaves them out, unless somebody else counts them already.
     *
     * @param directory counted them
     */
    void unbindPush(final PushDirectory directory) {
        push.compareAndSet(directory, null);
    }

    @Override
    public ServerCounts counts() {
        final var counts = observer.observations().counts();
        final var directory = push.get();
        return directory == null ? counts : counts.with(directory.counts());
    }
}
