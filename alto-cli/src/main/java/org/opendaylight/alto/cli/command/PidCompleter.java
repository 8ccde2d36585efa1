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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.Resources;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ResourceDirectory;

/** Completes a PID of the map that was typed before it. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
public final class PidCompleter implements Completer {
    @Reference(optional = true)
    private @Nullable ResourceDirectory directory = null;

    @Override
    public int complete(final Session session, final CommandLine commandLine, final List<String> candidates) {
        final var resources = directory;
        if (resources == null) {
            return -1;
        }
        final var words = Arrays.asList(commandLine.getArguments())
            .subList(0, commandLine.getCursorArgumentIndex());
        if (words.isEmpty()) {
            // the shell checks, one by one, the words before the one that is completed: any may be a PID
            candidates.add(commandLine.getCursorArgument());
            return 0;
        }
        return resources.resources().stream()
            .filter(info -> Resources.isMap(info) && words.contains(info.id().value()))
            .findFirst()
            .map(info -> new StringsCompleter(pids(resources, info.id())).complete(session, commandLine, candidates))
            .orElse(-1);
    }

    private static Collection<String> pids(final ResourceDirectory directory, final ResourceId id) {
        return directory.networkMap(id).map(map -> map.map().pids().keySet())
            .or(() -> directory.costMap(id).map(map -> map.map().rows().keySet()))
            .stream().flatMap(Collection::stream).map(Pid::value).toList();
    }
}
