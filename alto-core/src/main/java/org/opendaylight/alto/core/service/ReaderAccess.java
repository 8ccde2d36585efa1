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

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may read what this server publishes. Published by the northbound. Users are in a file of this controller, so in a
 * cluster each member has its own. For several threads at once.
 */
public interface ReaderAccess {
    /**
     * A user, without what would prove it.
     *
     * @param name the name
     * @param roles the roles, in order
     */
    record Account(String name, SortedSet<String> roles) {
        public Account {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }
    }

    /**
     * How things stand.
     *
     * @param mode {@code open}, {@code authenticated}, or {@code refused} if the settings are wrong from the beginning
     * @param rules the rules, as a person would write them; empty if every user may read everything
     * @param file where the users are
     * @param problems what is wrong with the settings and the users, for a person; the last good ones count
     */
    record State(String mode, List<String> rules, String file, List<String> problems) {
        public State {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Tells how things stand. Never blocks.
     *
     * @return what counts now
     */
    State state();

    /**
     * Returns all users. Never blocks.
     *
     * @return the users, in the order of their names
     */
    List<Account> accounts();

    /**
     * Adds a user, in the place of the one of that name if there is one.
     *
     * @param name the name
     * @param roles the roles
     * @param password the password, of which only hashes are kept
     * @return whether there was one of that name
     * @throws IllegalArgumentException if a name or the password is not allowed
     * @throws IOException if the file cannot be written, or has lines that cannot be read
     */
    boolean put(String name, Set<String> roles, String password) throws IOException;

    /**
     * Takes a user away.
     *
     * @param name the user
     * @return false if there is no such user
     * @throws IOException if the file cannot be written, or has lines that cannot be read
     */
    boolean remove(String name) throws IOException;
}
