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

import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.opendaylight.alto.core.service.DefaultPassword;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The password that Karaf's shell comes with. */
@Component
public final class ShellPassword implements DefaultPassword {
    private static final Logger LOG = LoggerFactory.getLogger(ShellPassword.class);
    private static final String REALM = "karaf";
    private static final String USER = "karaf";

    @Override
    public Optional<String> warning() {
        return works() ? Optional.of("User karaf of the shell still has the password karaf. To change it, in the shell:"
            + " jaas:realm-manage --realm karaf; jaas:user-add karaf NEW-PASSWORD; jaas:update") : Optional.empty();
    }

    private static boolean works() {
        final var thread = Thread.currentThread();
        final var before = thread.getContextClassLoader();
        // Karaf's log-in modules are on the class path of Java, not in a bundle
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            final var login = new LoginContext(REALM, ShellPassword::answer);
            login.login();
            login.logout();
            return true;
        } catch (LoginException e) {
            LOG.debug("The shell's default password does not work", e);
            return false;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void answer(final Callback[] questions) throws UnsupportedCallbackException {
        for (var question : questions) {
            switch (question) {
                case NameCallback name -> name.setName(USER);
                case PasswordCallback password -> password.setPassword(USER.toCharArray());
                default -> throw new UnsupportedCallbackException(question);
            }
        }
    }
}
