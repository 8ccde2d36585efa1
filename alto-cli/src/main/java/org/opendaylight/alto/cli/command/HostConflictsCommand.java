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
import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.ConflictsView;
import org.opendaylight.alto.core.service.HostInspection;

/** Shows what contradicted the known hosts. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "host-conflicts",
    description = "Shows where packets contradicted what is known of hosts",
    detailedDescription = "classpath:host-conflicts.txt")
public final class HostConflictsCommand implements Action {
    @Option(name = "--counters", description = "Show instead how many packets had no effect, and why")
    private boolean counters = false;

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable HostInspection inspection = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireTracker(inspection);
        final var out = session.getConsole();
        if (counters) {
            final var refusals = service.refusals();
            if (json) {
                out.println(ConflictsView.countersJson(refusals));
            } else {
                Console.print(out, ConflictsView.counters(refusals), "No packet was refused.");
            }
        } else if (json) {
            out.println(ConflictsView.json(service.conflicts()));
        } else {
            Console.print(out, ConflictsView.table(service.conflicts(), Instant.now()), "No conflict was noticed.");
        }
        return null;
    }
}
