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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import org.opendaylight.alto.cli.render.AutoMapsView;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.service.AutoMaps;

/** Stores the definition of a map that is computed. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "automap-load",
    description = "Stores the definition of a map that is computed from the network",
    detailedDescription = "classpath:automap-load.txt")
public final class AutoMapLoadCommand implements Action {
    @Argument(name = "FILE", required = true,
        description = "A file on the machine of the controller: the definition as JSON")
    @Completion(FileNameCompleter.class)
    private String file = "";

    @Option(name = "--check", description = "Only check the file; change nothing")
    private boolean check = false;

    @Reference(optional = true)
    private @Nullable AutoMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireAutoMap(maps);
        final var path = UserFiles.resolve(session, file);
        final String json;
        try (var in = UserFiles.open(path)) {
            json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
        } catch (CharacterCodingException e) {
            throw new CommandException(file + ": the file is not text in UTF-8", e);
        } catch (IOException e) {
            throw UserFiles.error(file, e);
        }
        try {
            AutoMapsView.stored(service.put(json, check), check).forEach(session.getConsole()::println);
        } catch (InvalidMapException e) {
            throw new CommandException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException("Nothing was stored: " + e.getMessage(), e);
        }
        return null;
    }
}
