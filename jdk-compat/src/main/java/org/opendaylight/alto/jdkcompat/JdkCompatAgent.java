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

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The entry point of the Java agent. Does nothing before JDK 24.
 *
 * <p>On JDK 24 and later it either does all of its work or ends the JVM with one line that says why: a controller whose
 * shell cannot tell who is logged in must not run.
 */
public final class JdkCompatAgent {
    private static final int FIRST_WITHOUT_SECURITY_MANAGER = 24;

    private JdkCompatAgent() {
        // hidden on purpose
    }

    /**
     * Called by the JVM before the main class is loaded.
     *
     * @param args options of the agent; there are none
     * @param instrumentation the JVM's door for agents
     */
    public static void premain(final @Nullable String args, final Instrumentation instrumentation) {
        if (Runtime.version().feature() < FIRST_WITHOUT_SECURITY_MANAGER) {
            return;
        }
        try {
            // The changed Subject finds our classes only through the boot class loader. The first use of
            // SubjectTransformer has to come after this line, or the class loaders would hold two copies of it.
            instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(ownJar()));
            SubjectTransformer.install(instrumentation, JdkCompatAgent::abort);
        } catch (IOException | URISyntaxException | UnmodifiableClassException | LinkageError e) {
            abort("Cannot prepare JDK " + Runtime.version() + " for Karaf: " + e);
            return;
        }
        // Aries Proxy 1.1 refuses class files it does not know; those of Karaf's bundles are old enough for it.
        System.setProperty("java.class.version", "65.0");
    }

    private static File ownJar() throws URISyntaxException {
        return Path.of(JdkCompatAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile();
    }

    // There is no logging yet: agents run before everything else.
    @SuppressWarnings("checkstyle:regexpSinglelineJava")
    private static void abort(final String reason) {
        System.err.println("alto-jdk-compat: " + reason + ". The controller is not started.");
        // Not exit(): this may be a class loading thread, and shutdown hooks would wait for it.
        Runtime.getRuntime().halt(1);
    }
}
