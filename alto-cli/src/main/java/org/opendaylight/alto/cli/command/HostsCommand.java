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
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.query.HostArguments;
import org.opendaylight.alto.cli.render.HostsView;
import org.opendaylight.alto.cli.render.Words;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.service.HostDirectory;

/** Shows the hosts. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "hosts", description = "Shows the hosts that were learnt from the network",
    detailedDescription = "classpath:hosts.txt")
public final class HostsCommand implements Action {
    @Option(name = "--ip", description = "Only hosts with this IP address, or with one in this prefix")
    @Completion(HostIpCompleter.class)
    private @Nullable String ip = null;

    @Option(name = "--mac", description = "Only hosts with this MAC address")
    @Completion(HostMacCompleter.class)
    private @Nullable String mac = null;

    @Option(name = "--switch", description = "Only hosts behind this switch or port: openflow:1 or openflow:1:2")
    @Completion(HostPlaceCompleter.class)
    private @Nullable String place = null;

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable HostDirectory hosts = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var all = Console.requireTracker(hosts).hosts();
        final HostTable table;
        try {
            table = HostArguments.matching(all, ip, mac, place);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        final var out = session.getConsole();
        if (json) {
            out.println(HostsView.json(table));
        } else {
            Console.print(out, HostsView.table(table, Instant.now()), all.hosts().isEmpty()
                ? "No host is known. Hosts become known by their ARP and ND packets."
                : "No host matches; " + Words.count(all.hosts().size(), "host is", "hosts are") + " known in all.");
        }
        return null;
    }
}
