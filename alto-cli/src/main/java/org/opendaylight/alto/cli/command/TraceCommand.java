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
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.query.TraceArguments;
import org.opendaylight.alto.cli.render.TraceView;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.PathService;

/** Shows the paths between two hosts. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "trace",
    description = "Shows the paths that packets take between two hosts, and why",
    detailedDescription = "classpath:trace.txt")
public final class TraceCommand implements Action {
    private static final String FEATURE = "odl-alto-openflow";

    @Argument(index = 0, name = "SRC", required = true, description = "The sender: IP or MAC address of a host")
    @Completion(HostCompleter.class)
    private String source = "";

    @Argument(index = 1, name = "DST", required = true, description = "The receiver: IP or MAC address of a host")
    @Completion(HostCompleter.class)
    private String destination = "";

    @Option(name = "--protocol", description = "Only packets of this protocol: tcp, udp, icmp or a number")
    @Completion(value = StringsCompleter.class, values = { "tcp", "udp", "icmp" })
    private @Nullable String protocol = null;

    @Option(name = "--sport", description = "Only packets with this source port; needs --protocol")
    private @Nullable Integer sourcePort = null;

    @Option(name = "--dport", description = "Only packets with this destination port; needs --protocol")
    private @Nullable Integer destinationPort = null;

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable HostDirectory hosts = null;

    @Reference(optional = true)
    private @Nullable PathService paths = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var table = Console.require(hosts, "The host tracker", FEATURE).hosts();
        final var walker = Console.require(paths, "The FRM checker", FEATURE);
        final PathQuery query;
        try {
            query = TraceArguments.toQuery(table, source, destination, protocol, sourcePort, destinationPort);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        final var answer = walker.paths(query);
        final var out = session.getConsole();
        if (json) {
            out.println(TraceView.json(query, answer));
        } else {
            TraceView.lines(query, answer).forEach(out::println);
        }
        return null;
    }
}
