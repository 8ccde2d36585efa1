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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.util.jaas.JaasHelper;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The meaning of a subject, in a JVM with the agent. All of it holds on each JDK: before 24 because the agent leaves
 * the JDK alone, from 24 on because it restores what was.
 */
@SuppressWarnings("removal")
class SubjectSemanticsIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Subject alice = new Subject();
    private final Subject bob = new Subject();

    private static @Nullable Subject visible() {
        final var subject = Subject.getSubject(AccessController.getContext());
        assertThat(Subject.current()).isSameAs(subject);
        return subject;
    }

    @Test
    void thereIsNoSubjectOutside() {
        assertThat(visible()).isNull();
        Subject.doAs(alice, (PrivilegedAction<Void>) () -> null);
        assertThat(visible()).isNull();
    }

    @Test
    void actionSeesItsSubjectAndItsResultIsReturned() throws PrivilegedActionException {
        assertThat(Subject.doAs(alice, (PrivilegedAction<Subject>) SubjectSemanticsIT::visible)).isSameAs(alice);
        assertThat(Subject.doAs(alice, (PrivilegedExceptionAction<Subject>) SubjectSemanticsIT::visible))
            .isSameAs(alice);
        assertThat(Subject.callAs(alice, SubjectSemanticsIT::visible)).isSameAs(alice);
    }

    @Test
    void nestedActionRestoresTheOuterSubject() {
        Subject.doAs(alice, (PrivilegedAction<Void>) () -> {
            assertThat(Subject.doAs(bob, (PrivilegedAction<Subject>) SubjectSemanticsIT::visible)).isSameAs(bob);
            assertThat(visible()).isSameAs(alice);
            return null;
        });
    }

    @Test
    void nullSubjectHidesTheOuterOne() {
        Subject.doAs(alice, (PrivilegedAction<Void>) () -> {
            assertThat(Subject.doAs(null, (PrivilegedAction<Subject>) SubjectSemanticsIT::visible)).isNull();
            assertThat(visible()).isSameAs(alice);
            return null;
        });
    }

    @Test
    void failedActionRestoresTheOuterSubject() {
        assertThatThrownBy(() -> Subject.doAs(alice, (PrivilegedAction<Void>) () -> {
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(visible()).isNull();
    }

    @Test
    void newThreadStartsWithTheSubjectOfItsCreator() {
        final var seen = new FutureTask<>(SubjectSemanticsIT::visible);
        final var thread = Subject.doAs(alice, (PrivilegedAction<Thread>) () -> new Thread(seen));
        // created inside, started outside
        thread.start();
        assertThat(seen).succeedsWithin(DEADLINE).isSameAs(alice);
    }

    @Test
    void runningThreadKeepsItsOwnSubject() {
        try (var pool = Executors.newSingleThreadExecutor()) {
            final Callable<@Nullable Subject> look = SubjectSemanticsIT::visible;
            assertThat(pool.submit(look)).succeedsWithin(DEADLINE).isNull();
            final var inside = Subject.doAs(alice,
                (PrivilegedAction<Future<@Nullable Subject>>) () -> pool.submit(look));
            assertThat(inside).succeedsWithin(DEADLINE).isNull();
        }
    }

    @Test
    void exceptionsAreWrappedAsEver() {
        final var checked = new IOException("checked");
        final var unchecked = new IllegalStateException("unchecked");
        final var error = new StackOverflowError("error");
        final PrivilegedExceptionAction<Void> throwsChecked = () -> {
            throw checked;
        };
        final PrivilegedExceptionAction<Void> throwsUnchecked = () -> {
            throw unchecked;
        };
        final PrivilegedAction<Void> throwsError = () -> {
            throw error;
        };
        assertThatThrownBy(() -> Subject.doAs(alice, throwsChecked))
            .isInstanceOf(PrivilegedActionException.class).hasCause(checked);
        assertThatThrownBy(() -> Subject.doAs(alice, throwsUnchecked)).isSameAs(unchecked);
        assertThatThrownBy(() -> Subject.doAs(alice, throwsError)).isSameAs(error);
        assertThatThrownBy(() -> Subject.callAs(alice, throwsChecked::run))
            .isInstanceOf(CompletionException.class).hasCause(checked);
        assertThatThrownBy(() -> Subject.callAs(alice, throwsUnchecked::run))
            .isInstanceOf(CompletionException.class).hasCause(unchecked);
    }

    @Test
    void nullActionAndNullContextAreRefused() {
        assertThatThrownBy(() -> Subject.doAs(alice, (PrivilegedAction<Void>) null))
            .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Subject.callAs(alice, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Subject.getSubject(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void karafSeesTheRolesOfTheSubjectAndNoOthers() throws PrivilegedActionException {
        alice.getPrincipals().add(new RolePrincipal("viewer"));
        assertThat(JaasHelper.currentUserHasRole("viewer")).isFalse();

        final PrivilegedAction<Boolean> viewer = () -> JaasHelper.currentUserHasRole("viewer");
        final PrivilegedExceptionAction<Boolean> admin = () -> JaasHelper.currentUserHasRole("admin");
        assertThat(JaasHelper.doAs(alice, viewer)).isTrue();
        assertThat(JaasHelper.doAs(alice, admin)).isFalse();
        assertThat(JaasHelper.doAs(bob, viewer)).isFalse();
        assertThat(JaasHelper.currentUserHasRole("viewer")).isFalse();
    }

    @Test
    void karafTakesNullSubjectForNobody() throws PrivilegedActionException {
        alice.getPrincipals().add(new RolePrincipal("viewer"));
        final PrivilegedAction<Boolean> viewer = () -> JaasHelper.currentUserHasRole("viewer");
        final PrivilegedAction<Boolean> nobody = () -> JaasHelper.doAs(null, viewer);
        assertThat(JaasHelper.doAs(null, viewer)).isFalse();
        assertThat(JaasHelper.doAs(alice, nobody)).isFalse();
    }

    @Test
    void agentTouchesTheClassFileVersionOnlyWhereAriesProxyNeedsIt() {
        final var real = Runtime.version().feature() + 44 + ".0";
        assertThat(System.getProperty("java.class.version"))
            .isEqualTo(Runtime.version().feature() < 24 ? real : "65.0");
    }
}
