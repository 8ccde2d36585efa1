/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.tls;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an operator says of TLS.
 *
 * @param source where the certificate comes from
 * @param port where the web server answers HTTPS
 */
public record TlsSettings(Source source, int port) {
    private static final int DEFAULT_PORT = 8443;
    private static final int MAX_PORT = 65_535;

    /** Where the certificate comes from. */
    public sealed interface Source {
        /** There is no TLS. */
        record Off() implements Source {
        }

        /** The controller makes it. */
        record Generated() implements Source {
        }

        /**
         * Two files in PEM.
         *
         * @param certificate the certificate, and those that sign it
         * @param key the private key
         */
        record Pem(Path certificate, Path key) implements Source {
        }

        /**
         * One file in PKCS #12.
         *
         * @param file the file
         * @param password its password
         */
        record KeyStoreFile(Path file, String password) implements Source {
            @Override
            public String toString() {
                return file.toString();
            }
        }
    }

    /**
     * Reads settings.
     *
     * @param properties the settings by name; what is not there has its default
     * @return the settings
     * @throws IllegalArgumentException if a value is wrong; names it
     */
    public static TlsSettings parse(final Map<String, ?> properties) {
        final var source = switch (text(properties, "tls", "off")) {
            case "off" -> new Source.Off();
            case "generated" -> new Source.Generated();
            case "given" -> given(properties);
            default -> throw new IllegalArgumentException("tls: must be off, generated or given");
        };
        return new TlsSettings(source, port(properties));
    }

    private static Source given(final Map<String, ?> properties) {
        final var keyStore = text(properties, "keystore", "");
        final var certificate = text(properties, "certificate", "");
        final var key = text(properties, "key", "");
        if (!keyStore.isEmpty() && certificate.isEmpty() && key.isEmpty()) {
            return new Source.KeyStoreFile(Path.of(keyStore), text(properties, "keystore-password", ""));
        }
        if (keyStore.isEmpty() && !certificate.isEmpty() && !key.isEmpty()) {
            return new Source.Pem(Path.of(certificate), Path.of(key));
        }
        throw new IllegalArgumentException(
            "tls: given needs either certificate and key, or keystore and keystore-password");
    }

    private static int port(final Map<String, ?> properties) {
        final int port;
        try {
            port = Integer.parseInt(text(properties, "port", Integer.toString(DEFAULT_PORT)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("port: must be a number", e);
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: must be in 1.." + MAX_PORT);
        }
        return port;
    }

    private static String text(final Map<String, ?> properties, final String name, final String otherwise) {
        final var value = properties.get(name);
        return value == null ? otherwise : value.toString().strip();
    }
}
