/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.service.ReaderAccess;
import org.opendaylight.alto.core.service.ReaderAccess.Account;

/** How it is shown who may read. */
public final class AccessView {
    private AccessView() {
    }

    /**
     * Users for people.
     *
     * @param accounts the users
     * @return a row for each user
     */
    public static Table table(final List<Account> accounts) {
        return new Table(List.of("User", "Roles"), accounts.stream().map(account -> List.of(account.name(),
            account.roles().isEmpty() ? "-" : String.join(" ", account.roles()))).toList());
    }

    /**
     * Users for programs.
     *
     * @param accounts the users
     * @return a JSON array with an object for each user
     */
    public static String json(final List<Account> accounts) {
        return Json.write(accounts.stream().map(AccessView::toJson).toList());
    }

    private static Map<String, Object> toJson(final Account account) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("user", account.name());
        json.put("roles", List.copyOf(account.roles()));
        return json;
    }

    /**
     * How things stand.
     *
     * @param access the northbound's access
     * @return lines for a person, without problems
     */
    public static List<String> lines(final ReaderAccess access) {
        final var state = access.state();
        final var lines = new ArrayList<String>();
        lines.add(switch (state.mode()) {
            case "open" -> "Everybody may read ALTO (access = open).";
            case "authenticated" -> "Users only may read ALTO (access = authenticated).";
            default -> "Nobody may read ALTO, because the settings are wrong.";
        });
        lines.add(Words.count(access.accounts().size(), "user", "users") + " in " + state.file());
        if (state.rules().isEmpty()) {
            lines.add("No rules: every user may read everything.");
        } else {
            lines.add("Rules, of which the first that fits decides:");
            state.rules().forEach(rule -> lines.add("  " + rule));
        }
        return lines;
    }
}
