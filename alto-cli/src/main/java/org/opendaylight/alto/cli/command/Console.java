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

import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.mdsal.MapReader;
import org.opendaylight.alto.cli.render.PublishedMaps;
import org.opendaylight.alto.cli.render.Table;
import org.opendaylight.mdsal.binding.api.DataBroker;

/** What the commands have in common. An error is a {@link CommandException}: the shell shows just its message. */
final class Console {
    private Console() {
    }

    static void print(final PrintStream out, final Table table, final String ifEmpty) {
        if (table.rows().isEmpty()) {
            out.println(ifEmpty);
            return;
        }
        final var drawn = new ShellTable();
        table.columns().forEach(drawn::column);
        table.rows().forEach(row -> drawn.addRow().addContent(row.toArray()));
        drawn.print(out);
    }

    /**
     * Tells a person what to do when a service is missing. Commands are there even when the service is not, as a
     * command that is unknown would explain nothing.
     */
    static <T> T require(final @Nullable T service, final String what, final String feature) throws CommandException {
        if (service == null) {
            throw new CommandException(what + " is not running; if this lasts, try: feature:install " + feature);
        }
        return service;
    }

    static PublishedMaps readMaps(final @Nullable DataBroker broker) throws CommandException {
        try {
            return MapReader.read(require(broker, "The datastore", "odl-mdsal-broker"));
        } catch (ExecutionException e) {
            throw new CommandException("The datastore cannot be read: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new CommandException("The datastore does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("Interrupted.", e);
        }
    }
}
