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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** Files that a person names. They are on the machine of the controller. */
final class UserFiles {
    private UserFiles() {
    }

    /** Returns the home folder of the controller's user. */
    static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /** Finds a file as the shell does: {@code ~} is the home folder, and the working folder is that of the session. */
    static Path resolve(final Session session, final String text) throws CommandException {
        try {
            if (text.equals("~") || text.startsWith("~/")) {
                return home().resolve(text.substring(Math.min(2, text.length())));
            }
            return session.currentDir().resolve(text);
        } catch (InvalidPathException e) {
            throw new CommandException(text + ": not the name of a file", e);
        }
    }

    /** Opens a file. */
    static InputStream open(final Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        return Files.newInputStream(file);
    }

    /** Says in one line what is wrong with a file. */
    static CommandException error(final String text, final IOException problem) {
        return new CommandException(text + ": " + reason(problem), problem);
    }

    private static String reason(final IOException problem) {
        // of a file system exception, the message starts with the path, which the person knows
        final var reason = switch (problem) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other -> other.getReason();
            default -> problem.getMessage();
        };
        return reason == null ? problem.toString() : reason;
    }
}
