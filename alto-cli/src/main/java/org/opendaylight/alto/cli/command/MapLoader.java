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
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.core.service.OperatorMaps.Loaded;

/** What loading a network map and loading a cost map have in common. */
final class MapLoader {
    private MapLoader() {
    }

    /** A method of {@link OperatorMaps}. */
    @FunctionalInterface
    interface Loading {
        Loaded load(InputStream json, BiConsumer<String, Double> progress) throws IOException;
    }

    static Loaded load(final Session session, final String file, final Path path, final Loading loading)
            throws CommandException {
        try (var json = UserFiles.open(path); var progress = Progress.on(session)) {
            return loading.load(json, progress);
        } catch (InvalidMapException e) {
            throw new CommandException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw UserFiles.error(file, e);
        }
    }
}
