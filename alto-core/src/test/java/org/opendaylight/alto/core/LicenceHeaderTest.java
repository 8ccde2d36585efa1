/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every Java file of the repository says under which licence it is. */
class LicenceHeaderTest {
    @Test
    void everyJavaFileNamesTheLicence() throws IOException {
        final var root = Path.of("..").toRealPath();
        assertTrue(Files.exists(root.resolve("LICENSE")), "this test runs in a module of the repository");
        final var files = new ArrayList<Path>();
        final var without = new ArrayList<Path>();
        try (var modules = Files.list(root)) {
            for (var module : modules.toList()) {
                final var sources = module.resolve("src");
                if (Files.isDirectory(sources)) {
                    files.addAll(javaFiles(sources));
                }
            }
        }
        for (var file : files) {
            if (!Files.readString(file).contains("SPDX-License-Identifier: EPL-2.0")) {
                without.add(root.relativize(file));
            }
        }
        assertTrue(files.size() > 40, "only " + files.size() + " files found");
        assertEquals(List.of(), without);
    }

    private static List<Path> javaFiles(final Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
