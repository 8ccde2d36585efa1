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
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.MapsView;
import org.opendaylight.mdsal.binding.api.DataBroker;

/** Shows the published maps, or one of them. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "maps", description = "Shows the published network maps and cost maps",
    detailedDescription = "classpath:maps.txt")
public final class MapsCommand implements Action {
    @Argument(name = "ID", description = "The map whose content to show")
    @Completion(MapCompleter.class)
    private @Nullable String id = null;

    @Option(name = "--json", description = "Write JSON, for programs; of one map that of RFC 7285")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable DataBroker broker = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var maps = Console.readMaps(broker);
        final var out = session.getConsole();
        if (id == null) {
            if (json) {
                out.println(MapsView.json(maps));
            } else {
                Console.print(out, MapsView.table(maps), "No map is published.");
            }
            return null;
        }
        final var networkMap = maps.networkMap(id);
        if (networkMap.isPresent()) {
            if (json) {
                out.println(MapsView.json(networkMap.orElseThrow()));
            } else {
                Console.print(out, MapsView.table(networkMap.orElseThrow()), "The map has no PID.");
            }
            return null;
        }
        final var costMap = maps.costMap(id)
            .orElseThrow(() -> new CommandException("No map has the id " + id + "; see alto:maps."));
        if (json) {
            out.println(MapsView.json(costMap));
        } else {
            Console.print(out, MapsView.table(costMap), "The map has no cost.");
        }
        return null;
    }
}
