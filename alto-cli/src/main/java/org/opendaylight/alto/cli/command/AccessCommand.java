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

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.AccessView;
import org.opendaylight.alto.core.service.DefaultPassword;
import org.opendaylight.alto.core.service.ReaderAccess;

/** Shows who may read, and warns of what is not safe. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "access",
    description = "Shows who may read ALTO, and warns of passwords that everybody knows",
    detailedDescription = "classpath:access.txt")
public final class AccessCommand implements Action {
    @Option(name = "--warnings", description = "Only what should be changed; nothing if all is well")
    private boolean warnings = false;

    @Reference(optional = true)
    private @Nullable ReaderAccess access = null;

    @Reference
    private @Nullable List<DefaultPassword> passwords = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var out = session.getConsole();
        final var problems = new ArrayList<String>();
        if (!warnings) {
            AccessView.lines(Console.requireNorthbound(access)).forEach(out::println);
        }
        if (access != null) {
            problems.addAll(access.state().problems());
        }
        if (passwords != null) {
            passwords.forEach(password -> password.warning().ifPresent(problems::add));
        }
        problems.stream().sorted().forEach(problem -> out.println("WARNING: " + problem));
        return null;
    }
}
