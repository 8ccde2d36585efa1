/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.model;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code yanglint} with our modules, those of the IETF that they import, and a directory to work in. */
final class YangLint {
    private static final Path OURS = Path.of("src", "main", "yang");
    private static final List<String> IMPORTED =
        List.of("ietf-inet-types@2013-07-15.yang", "ietf-yang-types@2013-07-15.yang");

    private final Path directory;

    YangLint(final Path directory) throws IOException {
        this.directory = directory;
        for (var name : IMPORTED) {
            try (var in = requireNonNull(YangLint.class.getResourceAsStream("/META-INF/yang/" + name), name)) {
                Files.copy(in, directory.resolve(name));
            }
        }
    }

    /** What the program said, and its exit code, which is 0 even if it warned. */
    record Verdict(int code, String output) {
        boolean isGood() {
            return code == 0 && output.isBlank();
        }
    }

    static List<Path> modules() throws IOException {
        try (var files = Files.list(OURS)) {
            return files.filter(file -> file.toString().endsWith(".yang")).sorted().toList();
        }
    }

    Verdict lint(final Path module) throws IOException, InterruptedException {
        return run(List.of(module.toString()));
    }

    /**
     * Checks data against all our modules.
     *
     * @param type such as {@code config}: the content of the configuration datastore
     * @param json the data
     */
    Verdict validate(final String type, final String json) throws IOException, InterruptedException {
        final var arguments = new ArrayList<>(List.of("--type", type));
        modules().forEach(module -> arguments.add(module.toString()));
        arguments.add(Files.writeString(directory.resolve("data.json"), json).toString());
        return run(arguments);
    }

    private Verdict run(final List<String> arguments) throws IOException, InterruptedException {
        final var command = new ArrayList<>(
            List.of("yanglint", "--disable-searchdir", "--path", directory.toString(), "--path", OURS.toString()));
        command.addAll(arguments);
        final Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError("The program yanglint, which checks the YANG modules, is missing: install the "
                + "package libyang2-tools or libyang3-tools.", e);
        }
        try (var out = process.getInputStream()) {
            final var output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor(), output);
        }
    }
}
