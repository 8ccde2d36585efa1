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

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opendaylight.alto.core.service.DefaultPassword;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns in the log, once after the start, of each password that everybody knows. They are tried from some time after
 * the start on, so that AAA makes its users in peace, and for a minute each.
 */
@Component(service = { }, immediate = true)
public final class PasswordWarnings {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordWarnings.class);
    private static final int TRIES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
        new ThreadFactoryBuilder().setNameFormat("alto-passwords-%d").setDaemon(true).build());
    // how often each may still be tried
    private final Map<DefaultPassword, Integer> left = new ConcurrentHashMap<>();

    /** Starts trying. */
    @Activate
    public PasswordWarnings() {
        this(PATIENCE, INTERVAL);
    }

    PasswordWarnings(final Duration patience, final Duration interval) {
        executor.scheduleWithFixedDelay(this::tryAll, patience.toMillis(), interval.toMillis(),
            TimeUnit.MILLISECONDS);
    }

    /**
     * Adds a password.
     *
     * @param password what to try
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPassword(final DefaultPassword password) {
        left.put(password, TRIES);
    }

    /**
     * Forgets a password.
     *
     * @param password what is gone
     */
    void unbindPassword(final DefaultPassword password) {
        left.remove(password);
    }

    private void tryAll() {
        for (var password : left.keySet()) {
            final var warning = password.warning();
            warning.ifPresent(LOG::warn);
            left.computeIfPresent(password, (key, tries) -> warning.isPresent() || tries == 1 ? null : tries - 1);
        }
    }

    /** Ends the thread. */
    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }
}
