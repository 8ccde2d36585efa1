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
import java.io.IOException;
import java.util.Optional;
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
import org.opendaylight.alto.cli.render.DiffView;
import org.opendaylight.alto.cli.render.Resources;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.MapDiff;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;
import org.opendaylight.alto.core.service.ResourceDirectory;

/** Compares two maps. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "map-diff", description = "Shows the difference of two maps",
    detailedDescription = "classpath:map-diff.txt")
public final class MapDiffCommand implements Action {
    private static final String EQUAL = "No difference";

    @Argument(name = "ONE", required = true,
        description = "The map before: a resource id, or a file on the machine of the controller, whose name ends with "
            + ".json or has a /")
    @Completion(MapOrFileCompleter.class)
    private String one = "";

    @Argument(index = 1, name = "OTHER", required = true, description = "The map after, likewise")
    @Completion(MapOrFileCompleter.class)
    private String other = "";

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Option(name = "--limit", description = "Show at most so many rows of the table; 0 for all")
    private int limit = 100;

    @Reference(optional = true)
    private @Nullable ResourceDirectory directory = null;

    @Reference(optional = true)
    private @Nullable OperatorMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        Console.requireLimit(limit);
        final var before = find(one);
        final var after = find(other);
        if (before instanceof MapFile.OfNetwork first && after instanceof MapFile.OfNetwork second) {
            show(MapDiff.between(first.map(), second.map()));
        } else if (before instanceof MapFile.OfCosts first && after instanceof MapFile.OfCosts second) {
            show(first.map(), second.map());
        } else {
            throw new CommandException(one + " is a " + kind(before) + " and " + other + " is a " + kind(after)
                + ", which cannot be compared.");
        }
        return null;
    }

    private MapFile find(final String text) throws CommandException {
        if (MapArguments.isFile(text)) {
            final var service = Console.require(maps);
            try (var json = UserFiles.open(UserFiles.resolve(session, text))) {
                return service.read(json);
            } catch (InvalidMapException e) {
                throw new CommandException(text + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw UserFiles.error(text, e);
            }
        }
        final var resources = Console.require(directory);
        final var id = Console.resourceId(text);
        final var networkMap = resources.networkMap(id);
        return networkMap.isPresent() ? new MapFile.OfNetwork(Optional.of(id), networkMap.orElseThrow().map())
            : new MapFile.OfCosts(resources.costMap(id).orElseThrow(() -> Console.noMap(resources, id)).map());
    }

    private void show(final MapDiff.NetworkMapDiff diff) {
        final var out = session.getConsole();
        if (json) {
            out.println(DiffView.json(diff));
        } else {
            Console.print(out, DiffView.table(diff, limit), EQUAL, forAll());
        }
    }

    private void show(final CostMap before, final CostMap after) {
        final var out = session.getConsole();
        final var costs = MapDiff.between(before, after);
        if (json) {
            out.println(DiffView.json(before, after, costs));
            return;
        }
        final var heading = DiffView.heading(before, after);
        heading.forEach(out::println);
        Console.print(out, DiffView.table(costs, limit), heading.isEmpty() ? EQUAL : "No cost differs", forAll());
    }

    private String forAll() {
        return "alto:map-diff --limit 0 " + one + " " + other;
    }

    private static String kind(final MapFile map) {
        return map instanceof MapFile.OfNetwork ? Resources.NETWORK_MAP : Resources.COST_MAP;
    }
}
