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
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.query.LinkArguments;
import org.opendaylight.alto.cli.render.LinksView;
import org.opendaylight.alto.cli.render.Sparkline;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.service.LinkDirectory;

/** Shows the links and what is measured on them. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "links", description = "Shows the links between switches and what is measured on them",
    detailedDescription = "classpath:links.txt")
public final class LinksCommand implements Action {
    @Option(name = "--switch", description = "Only links that end at this switch or port: openflow:1 or openflow:1:2")
    @Completion(LinkPlaceCompleter.class)
    private @Nullable String place = null;

    @Option(name = "--hosts", description = "Also ports to hosts")
    private boolean hosts = false;

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable LinkDirectory links = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var directory = Console.require(links, "The measuring of links", "odl-alto-openflow");
        final List<LinkStatus> chosen;
        try {
            chosen = LinkArguments.matching(directory.links(), hosts, place);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        final var out = session.getConsole();
        if (json) {
            out.println(LinksView.json(chosen, directory.probeCosts()));
        } else {
            Console.print(out, LinksView.table(chosen, Sparkline.in(out.charset())),
                place == null ? "No link is known." : "No link matches.");
            out.println(LinksView.sentence(directory.probeCosts()));
        }
        return null;
    }
}
