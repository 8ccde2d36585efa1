/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a file of users: a line {@code name:roles:sha256:md5} for each, with commas between roles; empty lines
 * and those that start with {@code #} are for people. Immutable.
 *
 * @param lines the lines as they are
 * @param users the users by name, of the lines that can be read
 * @param problems what is wrong, each with the number of its line
 */
public record UserLines(List<String> lines, SortedMap<String, User> users, List<String> problems) {
    private static final Splitter FIELDS = Splitter.on(':').trimResults();
    private static final Splitter ROLES = Splitter.on(',').trimResults().omitEmptyStrings();
    private static final int FIELD_COUNT = 4;

    public UserLines {
        lines = List.copyOf(lines);
        users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
        problems = List.copyOf(problems);
    }

    /**
     * Reads text.
     *
     * @param text the content of a file
     * @return what it says
     */
    public static UserLines parse(final String text) {
        final var lines = text.lines().toList();
        final var users = new TreeMap<String, User>();
        final var problems = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                final var user = parseLine(lines.get(i));
                if (user.isPresent() && users.putIfAbsent(user.orElseThrow().name(), user.orElseThrow()) != null) {
                    problems.add("line " + (i + 1) + ": this user is there twice");
                }
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new UserLines(lines, users, problems);
    }

    private static Optional<User> parseLine(final String line) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
            return Optional.empty();
        }
        final var fields = FIELDS.splitToList(line);
        if (fields.size() != FIELD_COUNT) {
            throw new IllegalArgumentException("This is not name:roles:sha256:md5");
        }
        return Optional.of(new User(fields.get(0), ImmutableSortedSet.copyOf(ROLES.split(fields.get(1))),
            fields.get(2), fields.get(3)));
    }

    /**
     * Adds a user, in the place of the one of that name if there is one.
     *
     * @param user the user
     * @return the text with that user; all other lines stay as they are
     */
    public UserLines with(final User user) {
        final var line = String.join(":", user.name(), String.join(",", user.roles()), user.sha256(), user.md5());
        final var changed = new ArrayList<>(lines);
        final int place = placeOf(user.name());
        if (place < 0) {
            changed.add(line);
        } else {
            changed.set(place, line);
        }
        return parse(String.join("\n", changed));
    }

    /**
     * Takes a user away.
     *
     * @param name the user
     * @return the text without that user; all other lines stay as they are
     */
    public UserLines without(final String name) {
        final int place = placeOf(name);
        if (place < 0) {
            return this;
        }
        final var changed = new ArrayList<>(lines);
        changed.remove(place);
        return parse(String.join("\n", changed));
    }

    private int placeOf(final String name) {
        for (int i = 0; i < lines.size(); i++) {
            final var line = lines.get(i).strip();
            if (line.startsWith(name) && line.substring(name.length()).stripLeading().startsWith(":")) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Writes the text.
     *
     * @return the lines, each with its end
     */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
        return users.values() + " " + problems;
    }
}
