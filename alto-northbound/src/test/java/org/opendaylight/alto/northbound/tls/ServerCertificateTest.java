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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.alto.northbound.tls.TlsSettings.Source;

class ServerCertificateTest {
    @TempDir
    Path folder;

    private static String pem(final String what, final byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
            + "-----\n";
    }

    private Source.Pem writePem(final String name, final ServerCertificate made) throws Exception {
        final var files = new Source.Pem(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        Files.writeString(files.certificate(), pem("CERTIFICATE", made.chain().getFirst().getEncoded()));
        Files.writeString(files.key(), pem("PRIVATE KEY", made.key().getEncoded()));
        return files;
    }

    private static String error(final org.junit.jupiter.api.function.Executable reading) {
        return assertThrows(IOException.class, reading).getMessage();
    }

    @Test
    void isMadeOnceForItsOwnerOnly() throws Exception {
        final var file = folder.resolve("generated.p12");
        final var made = ServerCertificate.generated(file, "alto.example");
        assertEquals("CN=alto.example", made.chain().getFirst().getSubjectX500Principal().getName());
        assertTrue(made.fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), made.fingerprint());
        assertEquals(made.fingerprint(), ServerCertificate.generated(file, "other").fingerprint());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void givenOnesAreRead() throws Exception {
        final var made = ServerCertificate.generated(folder.resolve("a.p12"), "a");
        assertEquals(made, ServerCertificate.read(writePem("a", made)));
        final var copy = folder.resolve("copy.p12");
        made.write(copy);
        assertEquals(made, ServerCertificate.read(new Source.KeyStoreFile(copy, ServerCertificate.PASSWORD)));
    }

    @Test
    void wrongFileIsNamed() throws Exception {
        final var a = writePem("a", ServerCertificate.generated(folder.resolve("a.p12"), "a"));
        final var b = writePem("b", ServerCertificate.generated(folder.resolve("b.p12"), "b"));
        final var none = folder.resolve("none");
        final var text = Files.writeString(folder.resolve("text"), "text");
        assertEquals(none + ": there is no such file",
            error(() -> ServerCertificate.read(new Source.Pem(none, a.key()))));
        assertEquals(none + ": there is no such file",
            error(() -> ServerCertificate.read(new Source.Pem(a.certificate(), none))));
        assertTrue(error(() -> ServerCertificate.read(new Source.Pem(text, a.key()))).startsWith(text + ": "));
        assertTrue(error(() -> ServerCertificate.read(new Source.Pem(a.certificate(), text))).startsWith(
            text + ": this is no private key in PEM without a password"));
        assertEquals(b.key() + ": this is not the key of " + a.certificate(),
            error(() -> ServerCertificate.read(new Source.Pem(a.certificate(), b.key()))));
        assertEquals(none + ": there is no such file",
            error(() -> ServerCertificate.read(new Source.KeyStoreFile(none, "x"))));
        assertTrue(error(() -> ServerCertificate.read(new Source.KeyStoreFile(text, "x"))).startsWith(text + ": "));
        assertTrue(error(() -> ServerCertificate.read(new Source.KeyStoreFile(folder.resolve("a.p12"), "wrong")))
            .startsWith(folder.resolve("a.p12") + ": "));
    }

    @Test
    void settingsSayWhereItComesFrom() {
        assertEquals(new TlsSettings(new Source.Off(), 8443), TlsSettings.parse(Map.of()));
        assertEquals(new TlsSettings(new Source.Generated(), 443),
            TlsSettings.parse(Map.of("tls", "generated", "port", "443")));
        assertEquals(new Source.Pem(Path.of("c"), Path.of("k")),
            TlsSettings.parse(Map.of("tls", "given", "certificate", "c", "key", "k")).source());
        final var store = TlsSettings.parse(Map.of("tls", "given", "keystore", "s", "keystore-password", "secret"));
        assertEquals(new Source.KeyStoreFile(Path.of("s"), "secret"), store.source());
        assertFalse(store.toString().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({ "tls, on", "tls, given", "port, 0", "port, 65536", "port, x" })
    void wrongSettingIsNamed(final String name, final String value) {
        final var message =
            assertThrows(IllegalArgumentException.class, () -> TlsSettings.parse(Map.of(name, value))).getMessage();
        assertTrue(message.startsWith(name + ": "), message);
    }
}
