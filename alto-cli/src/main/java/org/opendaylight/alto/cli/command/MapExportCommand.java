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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
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
import org.opendaylight.alto.cli.render.Words;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.OperatorMaps;

/** Writes a map as clients get it. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "map-export", description = "Writes a map as clients get it",
    detailedDescription = "classpath:map-export.txt")
public final class MapExportCommand implements Action {
    @Argument(name = "ID", required = true, description = "The map")
    @Completion(MapCompleter.class)
    private String id = "";

    @Argument(index = 1, name = "FILE",
        description = "Where to write, on the machine of the controller; if missing, to the console")
    @Completion(FileNameCompleter.class)
    private @Nullable String file = null;

    @Option(name = "--force", description = "Replace the file if it is there")
    private boolean force = false;

    @Reference(optional = true)
    private @Nullable OperatorMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.require(maps);
        final var resource = Console.resourceId(id);
        final var out = session.getConsole();
        try {
            if (file == null) {
                service.export(resource, out);
                out.println();
            } else {
                final long size = exportTo(service, resource, UserFiles.resolve(session, file));
                out.println("Exported " + id + " to " + file + ": " + Words.bytes(size));
            }
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(file + ": there is such a file; --force replaces it", e);
        } catch (IOException e) {
            throw UserFiles.error(file == null ? id : file, e);
        }
        return null;
    }

    /** Writes beside the file first, so that the file is never there half. */
    private long exportTo(final OperatorMaps service, final ResourceId resource, final Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a folder");
        }
        if (!force && Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        final var temporary = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (var out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                service.export(resource, out);
            }
            final long size = Files.size(temporary);
            if (force) {
                Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(temporary, path);
            }
            return size;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
