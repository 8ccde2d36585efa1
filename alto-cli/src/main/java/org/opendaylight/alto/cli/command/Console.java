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
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.Excerpt;
import org.opendaylight.alto.cli.render.Resources;
import org.opendaylight.alto.cli.render.Table;
import org.opendaylight.alto.cli.render.Words;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.core.service.PushDirectory;
import org.opendaylight.alto.core.service.ReaderAccess;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ServerStatistics;

/** What the commands have in common. An error is a {@link CommandException}: the shell shows just its message. */
final class Console {
    private static final String NORTHBOUND = "The ALTO northbound";
    private static final String NORTHBOUND_FEATURE = "odl-alto-northbound";

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

    static void print(final PrintStream out, final Excerpt excerpt, final String ifEmpty, final String forAll) {
        print(out, excerpt.table(), ifEmpty);
        if (excerpt.hidden() > 0) {
            out.println(Words.count(excerpt.hidden(), "more row", "more rows") + "; to see all: " + forAll);
        }
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

    /** Finds the maps and resources of the northbound. */
    static ResourceDirectory require(final @Nullable ResourceDirectory directory) throws CommandException {
        return require(directory, NORTHBOUND, NORTHBOUND_FEATURE);
    }

    /** Finds what the northbound counts. */
    static ServerStatistics require(final @Nullable ServerStatistics statistics) throws CommandException {
        return require(statistics, NORTHBOUND, NORTHBOUND_FEATURE);
    }

    /** Finds what an operator can do with the northbound. */
    static OperatorMaps require(final @Nullable OperatorMaps maps) throws CommandException {
        return require(maps, NORTHBOUND, NORTHBOUND_FEATURE);
    }

    /** Finds who may read. */
    static ReaderAccess requireNorthbound(final @Nullable ReaderAccess access) throws CommandException {
        return require(access, NORTHBOUND, NORTHBOUND_FEATURE);
    }

    /** Finds a service of the host tracker. */
    static <T> T requireTracker(final @Nullable T service) throws CommandException {
        return require(service, "The host tracker", "odl-alto-openflow");
    }

    /** Finds the definitions of maps that are computed. */
    static AutoMaps requireAutoMap(final @Nullable AutoMaps maps) throws CommandException {
        return require(maps, "The auto-map", "odl-alto-openflow");
    }

    /** Finds who is told of changes. */
    static PushDirectory requirePush(final @Nullable PushDirectory push) throws CommandException {
        return require(push, "The push of changes", "odl-alto-sse");
    }

    static ResourceId resourceId(final String text) throws CommandException {
        try {
            return new ResourceId(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    /** Says why a map cannot be shown. */
    static CommandException noMap(final ResourceDirectory directory, final ResourceId id) {
        for (var info : directory.resources()) {
            if (info.id().equals(id)) {
                return new CommandException(info.problem().map(problem -> id + " is not served: " + problem)
                    .orElse(id + " is not a map but " + Resources.kind(info) + "; see alto:map-list."));
            }
        }
        return new CommandException("No map has the id " + id + "; see alto:map-list.");
    }

    static int requireLimit(final int limit) throws CommandException {
        if (limit < 0) {
            throw new CommandException("--limit " + limit + " is less than 0, which stands for no limit.");
        }
        return limit;
    }
}
