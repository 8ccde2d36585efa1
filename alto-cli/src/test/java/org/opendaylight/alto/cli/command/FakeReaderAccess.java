/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.ReaderAccess;

/** Keeps users. */
final class FakeReaderAccess implements ReaderAccess {
    /** The users by name. */
    final TreeMap<String, Account> users = new TreeMap<>();
    /** Their passwords. */
    final TreeMap<String, String> passwords = new TreeMap<>();
    /** How things stand. */
    State state = new State("authenticated", List.of(), "etc/alto-users", List.of());
    /** How to fail. */
    @Nullable IOException failure = null;

    @Override
    public State state() {
        return state;
    }

    @Override
    public List<Account> accounts() {
        return List.copyOf(users.values());
    }

    @Override
    public boolean put(final String name, final Set<String> roles, final String password) throws IOException {
        fail();
        if (password.isEmpty()) {
            throw new IllegalArgumentException("A password has 1 to 1024 characters");
        }
        passwords.put(name, password);
        return users.put(name, new Account(name, new TreeSet<>(roles))) != null;
    }

    @Override
    public boolean remove(final String name) throws IOException {
        fail();
        return users.remove(name) != null;
    }

    private void fail() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
