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
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Which roles may read what. The first rule whose pattern fits decides; what no rule is about is for every user.
 * Immutable.
 *
 * @param rules the rules, in order
 */
public record AccessRules(List<Rule> rules) {
    /** Every user may read everything. */
    public static final AccessRules NONE = new AccessRules(List.of());

    private static final char STAR = '*';
    private static final String ANY = "*";
    private static final Splitter RULES = Splitter.on(';').trimResults().omitEmptyStrings();
    private static final Splitter ROLES = Splitter.on(',').trimResults().omitEmptyStrings();

    public AccessRules {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param pattern the path of a resource below the directory, with a slash at its start; {@code *} is any text
     * @param roles of which a user must have one; empty if every user will do
     */
    public record Rule(String pattern, SortedSet<String> roles) {
        public Rule {
            if (!pattern.startsWith("/")) {
                throw new IllegalArgumentException("The pattern '" + pattern + "' does not start with '/'");
            }
            roles.forEach(role -> User.requireName("role", role));
            roles = ImmutableSortedSet.copyOf(roles);
        }

        @Override
        public String toString() {
            return pattern + ": " + (roles.isEmpty() ? ANY : String.join(", ", roles));
        }

        /** Goes through both texts at once; what does not fit is tried again with more text for the last star. */
        private boolean fits(final String path) {
            int at = 0;
            int next = 0;
            int star = -1;
            int afterStar = 0;
            while (at < path.length()) {
                if (next < pattern.length() && pattern.charAt(next) == STAR) {
                    star = next++;
                    afterStar = at;
                } else if (next < pattern.length() && pattern.charAt(next) == path.charAt(at)) {
                    next++;
                    at++;
                } else if (star >= 0) {
                    next = star + 1;
                    at = ++afterStar;
                } else {
                    return false;
                }
            }
            while (next < pattern.length() && pattern.charAt(next) == STAR) {
                next++;
            }
            return next == pattern.length();
        }
    }

    /**
     * Reads rules.
     *
     * @param text such as {@code /networkmap/inner*: staff, noc; /costmap/*: noc; /endpointprop: *}
     * @return the rules
     * @throws IllegalArgumentException if a rule cannot be read; quotes it
     */
    public static AccessRules parse(final String text) {
        final var rules = new ArrayList<Rule>();
        for (var rule : RULES.split(text)) {
            final int colon = rule.lastIndexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("'" + rule + "' is not PATTERN: ROLE, ROLE ...");
            }
            final var roles = ROLES.splitToList(rule.substring(colon + 1));
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("'" + rule + "' names no role; '*' stands for every user");
            }
            try {
                rules.add(new Rule(rule.substring(0, colon).strip(),
                    roles.equals(List.of(ANY)) ? ImmutableSortedSet.of() : ImmutableSortedSet.copyOf(roles)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + rule + "': " + e.getMessage(), e);
            }
        }
        return new AccessRules(rules);
    }

    /**
     * Decides.
     *
     * @param path what is to be read, from {@link RequestPath#below}
     * @param roles what roles the user has
     * @return whether it may
     */
    public boolean allow(final String path, final Set<String> roles) {
        for (var rule : rules) {
            if (rule.fits(path)) {
                return rule.roles.isEmpty() || rule.roles.stream().anyMatch(roles::contains);
            }
        }
        return true;
    }
}
