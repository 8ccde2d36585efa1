/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.jdkcompat;

import static java.util.Objects.requireNonNull;

import java.security.AccessControlContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What {@link Subject#current()}, {@link Subject#callAs} and {@code Subject.getSubject} meant before JDK 24: the
 * subject belongs to the thread, and a new thread starts with the subject of the thread that created it.
 *
 * <p>One thing differs: {@code AccessController.doPrivileged} used to hide the subject from the action, and a captured
 * {@code AccessControlContext} used to carry it to another thread. Neither exists any more, so there is nothing to tie
 * them to; Karaf 4.4 only ever asks for the subject of the current thread.
 *
 * <p>Loaded by the boot class loader, because the changed {@link Subject} calls it.
 */
public final class CurrentSubject {
    private static final InheritableThreadLocal<@Nullable Subject> CURRENT = new InheritableThreadLocal<>();

    private CurrentSubject() {
        // hidden on purpose
    }

    /**
     * The body of {@link Subject#current()}.
     *
     * @return the subject of the current thread, null if there is none
     */
    public static @Nullable Subject current() {
        return CURRENT.get();
    }

    /**
     * The body of {@code Subject.getSubject}.
     *
     * @param context must not be null, is not looked at
     * @return the subject of the current thread, null if there is none
     */
    @SuppressWarnings("removal")
    public static @Nullable Subject getSubject(final AccessControlContext context) {
        requireNonNull(context, "invalid null AccessControlContext provided");
        return CURRENT.get();
    }

    /**
     * The body of {@link Subject#callAs}, on which the JDK's own {@code doAs} stands.
     *
     * @param subject subject of the action; null means an action without a subject
     * @param action what to call
     * @param <T> type of the result
     * @return what the action returned
     * @throws CompletionException around each exception of the action; errors go through as they are
     */
    @SuppressWarnings("checkstyle:illegalCatch")
    public static <T> T callAs(final @Nullable Subject subject, final Callable<T> action) {
        requireNonNull(action);
        final var outer = CURRENT.get();
        set(subject);
        try {
            return action.call();
        } catch (Exception e) {     // whatever the action throws: this is the contract of callAs
            throw new CompletionException(e);
        } finally {
            set(outer);
        }
    }

    private static void set(final @Nullable Subject subject) {
        if (subject == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(subject);
        }
    }
}
