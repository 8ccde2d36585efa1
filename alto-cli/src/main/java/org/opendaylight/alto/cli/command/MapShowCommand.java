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
import java.util.List;
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
import org.opendaylight.alto.cli.query.MapArguments;
import org.opendaylight.alto.cli.render.MapView;
import org.opendaylight.alto.cli.render.Messages;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.ResourceDirectory;

/** Shows what is in a map. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "map-show", description = "Shows what is in a network map or a cost map",
    detailedDescription = "classpath:map-show.txt")
public final class MapShowCommand implements Action {
    @Argument(name = "ID", required = true, description = "The map")
    @Completion(MapCompleter.class)
    private String id = "";

    @Argument(index = 1, name = "PID", multiValued = true,
        description = "Show only these PIDs, of a cost map only the costs from them")
    @Completion(PidCompleter.class)
    private @Nullable List<String> pids = null;

    @Option(name = "--json", description = "Write JSON, for programs: the whole message of RFC 7285")
    private boolean json = false;

    @Option(name = "--limit", description = "Show at most so many rows of the table; 0 for all")
    private int limit = 100;

    @Reference(optional = true)
    private @Nullable ResourceDirectory directory = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var resources = Console.require(directory);
        final var resource = Console.resourceId(id);
        Console.requireLimit(limit);
        final var names = pids == null ? List.<String>of() : pids;
        final var networkMap = resources.networkMap(resource);
        try {
            if (networkMap.isPresent()) {
                show(MapArguments.withPids(networkMap.orElseThrow(), names), names);
            } else {
                showCosts(MapArguments.withSources(
                    resources.costMap(resource).orElseThrow(() -> Console.noMap(resources, resource)), names), names);
            }
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        return null;
    }

    private void show(final Versioned<NetworkMap> map, final List<String> names) {
        final var out = session.getConsole();
        if (json) {
            out.println(Messages.ofNetworkMap(map));
            return;
        }
        Console.print(out, names.isEmpty() ? MapView.pids(map.map(), limit) : MapView.prefixes(map.map(), limit),
            "The map has no PID.", forAll(names));
        if (names.isEmpty() && MapView.hidesPrefixes(map.map())) {
            out.println("To see all prefixes of a PID: alto:map-show --limit 0 " + id + " PID");
        }
    }

    private void showCosts(final Versioned<CostMap> map, final List<String> names) {
        final var out = session.getConsole();
        if (json) {
            out.println(Messages.ofCostMap(map));
        } else {
            Console.print(out, MapView.costs(map.map(), limit), "The map has no cost.", forAll(names));
        }
    }

    private String forAll(final List<String> names) {
        return ("alto:map-show --limit 0 " + id + " " + String.join(" ", names)).strip();
    }
}
