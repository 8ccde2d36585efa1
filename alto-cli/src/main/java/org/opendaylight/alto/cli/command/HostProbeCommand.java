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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.opendaylight.alto.cli.query.HostArguments;
import org.opendaylight.alto.cli.render.HostsView;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.HostInspection;

/** Asks who has an address. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "host-probe", description = "Asks the network which host has an IP address",
    detailedDescription = "classpath:host-probe.txt")
public final class HostProbeCommand implements Action {
    private static final int PATIENCE_SECONDS = 15;

    @Argument(name = "ADDRESS", required = true, description = "The IP address")
    @Completion(HostIpCompleter.class)
    private String text = "";

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable HostInspection inspection = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException, InterruptedException {
        final var service = Console.requireTracker(inspection);
        final IpAddr address;
        try {
            address = HostArguments.address("ADDRESS", text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        final var host = probe(service, address)
            .orElseThrow(() -> new CommandException("Nobody answered for " + address + "."));
        session.getConsole().println(json ? HostsView.json(host) : address + " is " + HostsView.place(host));
        return null;
    }

    private static Optional<Host> probe(final HostInspection service, final IpAddr address)
            throws CommandException, InterruptedException {
        try {
            return service.probe(address).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CommandException(address + " was not asked for: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new CommandException(
                "The host tracker did not say within " + PATIENCE_SECONDS + " s who has " + address + ".", e);
        }
    }
}
