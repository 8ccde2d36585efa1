/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.jdkcompat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A JVM with a Karaf that the agent does not know.
 */
class UnknownKarafIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void jvmStopsWithOneLineWhereTheAgentIsNeededAndRunsElsewhere() throws Exception {
        final var source = Path.of(UnknownKarafIT.class
            .getResource("/other-karaf/org/apache/karaf/util/jaas/JaasHelper.java").toURI());
        final var process = new ProcessBuilder(List.of(JAVA.toString(), "-Xshare:off",
            "-javaagent:" + System.getProperty("agent.jar"), source.toString())).redirectErrorStream(true).start();
        final var output = output(process).lines().toList();
        if (Runtime.version().feature() < 24) {
            assertThat(output).containsExactly("main was reached");
            assertThat(process.waitFor()).isZero();
        } else {
            assertThat(output).singleElement().asString()
                .startsWith("alto-jdk-compat: Cannot adapt org.apache.karaf.util.jaas.JaasHelper to JDK ")
                .endsWith("The controller is not started.");
            assertThat(process.waitFor()).isOne();
        }
    }

    private static String output(final Process process) throws IOException {
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
