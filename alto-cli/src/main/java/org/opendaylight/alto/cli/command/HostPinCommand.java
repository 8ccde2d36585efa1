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
import org.opendaylight.alto.cli.query.PinArguments;
import org.opendaylight.alto.cli.render.PinsView;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.HostPins;

/** Shows, sets and deletes what an operator says of hosts. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "host-pin",
    description = "Pins a host to its addresses and its port, deletes a pin, or shows all pins",
    detailedDescription = "classpath:host-pin.txt")
public final class HostPinCommand implements Action {
    @Argument(name = "MAC", description = "The host; without it, all pins are shown")
    @Completion(PinCompleter.class)
    private @Nullable String mac = null;

    @Option(name = "--vlan", description = "The VLAN of the host; without it, the host sends untagged frames")
    private @Nullable String vlan = null;

    @Option(name = "--address", multiValued = true,
        description = "An IP address that only this host can have; may be given several times")
    @Completion(HostIpCompleter.class)
    private @Nullable List<String> addresses = null;

    @Option(name = "--port", description = "The only port where the host can be, such as openflow:1:2")
    @Completion(HostPortCompleter.class)
    private @Nullable String port = null;

    @Option(name = "--delete", description = "Delete the pin of the host")
    private boolean delete = false;

    @Option(name = "--json", description = "Write the list of pins as JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable HostPins pins = null;

    @Reference(optional = true)
    private @Nullable HostDirectory hosts = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireTracker(pins);
        final var named = mac;
        try {
            PinArguments.requireFitting(named != null, json, delete, vlan != null, addresses != null || port != null);
            if (named == null) {
                show(service);
            } else if (delete) {
                unpin(service, PinArguments.host(named, vlan));
            } else {
                pin(service, Console.requireTracker(hosts).hosts(), PinArguments.host(named, vlan));
            }
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        return null;
    }

    private void show(final HostPins service) {
        final var out = session.getConsole();
        if (json) {
            out.println(PinsView.json(service.pins()));
        } else {
            Console.print(out, PinsView.table(service.pins()), "No host is pinned.");
        }
    }

    private void unpin(final HostPins service, final Host.Key host) throws CommandException {
        final var name = PinsView.name(host);
        final boolean wasPinned;
        try {
            wasPinned = service.unpin(host);
        } catch (IOException e) {
            throw new CommandException("The pin was not deleted: " + e.getMessage(), e);
        }
        if (!wasPinned) {
            throw new CommandException("Host " + name + " is not pinned; alto:host-pin shows which are.");
        }
        session.getConsole().println("Deleted the pin of " + name);
    }

    private void pin(final HostPins service, final HostTable known, final Host.Key host) throws CommandException {
        final var pin = PinArguments.pin(known, host, addresses == null ? List.of() : addresses, port);
        final var before = service.pins().stream()
            .filter(old -> old.host().equals(host) && !old.equals(pin))
            .findFirst();
        try {
            service.pin(pin);
        } catch (IOException e) {
            throw new CommandException("Nothing was pinned: " + e.getMessage(), e);
        }
        final var out = session.getConsole();
        out.println("Pinned " + PinsView.name(host) + ": " + PinsView.content(pin)
            + before.map(old -> " (before: " + PinsView.content(old) + ")").orElse(""));
        // as it was before the pin had an effect
        PinsView.contradictions(pin, known).forEach(out::println);
    }
}
