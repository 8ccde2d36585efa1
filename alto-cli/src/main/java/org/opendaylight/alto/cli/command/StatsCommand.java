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
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.StatsView;
import org.opendaylight.alto.core.service.ServerStatistics;

/** Shows what the server counts. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "stats", description = "Shows what clients asked and what they got, by resource",
    detailedDescription = "classpath:stats.txt")
public final class StatsCommand implements Action {
    @Option(name = "--all", description = "Also resources that nobody asked for and that have no version")
    private boolean all = false;

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable ServerStatistics statistics = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var counts = Console.require(statistics).counts();
        final var out = session.getConsole();
        if (json) {
            out.println(StatsView.json(counts));
        } else {
            Console.print(out, StatsView.table(counts, all), "Nobody asked for anything.");
            StatsView.sentences(counts).forEach(out::println);
        }
        return null;
    }
}
