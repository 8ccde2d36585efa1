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
import org.opendaylight.alto.cli.render.StreamsView;
import org.opendaylight.alto.core.service.PushDirectory;

/** Shows who is told of changes. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "streams",
    description = "Shows who is told of changes, by update streams and TIPS, and who is behind",
    detailedDescription = "classpath:streams.txt")
public final class StreamsCommand implements Action {
    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable PushDirectory push = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var directory = Console.requirePush(push);
        final var streams = directory.streams();
        final var views = directory.views();
        final var counts = directory.counts();
        final var out = session.getConsole();
        if (json) {
            out.println(StreamsView.json(streams, views, counts));
        } else {
            Console.print(out, StreamsView.streams(streams, Instant.now()), "Nobody has an update stream.");
            out.println();
            Console.print(out, StreamsView.views(views), "Nobody has a view of TIPS.");
            out.println();
            StreamsView.sentences(counts).forEach(out::println);
        }
        return null;
    }
}
