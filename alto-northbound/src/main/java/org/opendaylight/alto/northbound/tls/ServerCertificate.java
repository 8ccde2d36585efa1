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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opendaylight.alto.northbound.tls.TlsSettings.Source;

/**
 * A private key and the certificates that say whose it is, checked to fit each other and to be valid now.
 *
 * @param key the private key
 * @param chain the certificate of the key, and those that sign it
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    /** The password of the files that are written here. It is no secret: only their owner can read them. */
    public static final String PASSWORD = "alto-tls";

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "alto";
    private static final Pattern PEM_KEY =
        Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * Reads a certificate that somebody gives.
     *
     * @param source which files
     * @return the certificate
     * @throws IOException if a file cannot be read, is not what it should be, does not fit the other, or is not valid
     *     now; the message starts with the name of the file
     */
    public static ServerCertificate read(final Source.Pem source) throws IOException {
        final var chain = certificates(source.certificate());
        final var match = PEM_KEY.matcher(text(source.key()));
        if (!match.find()) {
            throw new IOException(source.key() + ": this is no private key in PEM without a password (PKCS #8); "
                + "openssl pkcs8 -topk8 -nodes -in OLD -out NEW makes one of others");
        }
        final PrivateKey key;
        try {
            key = KeyFactory.getInstance(chain.getFirst().getPublicKey().getAlgorithm()).generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(match.group(1))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(source.key() + ": this is not the key of " + source.certificate(), e);
        }
        return new ServerCertificate(key, chain).checked(source.key(), source.certificate());
    }

    /**
     * Reads a certificate that somebody gives.
     *
     * @param source which file
     * @return the certificate
     * @throws IOException if the file cannot be read, has not one key with its certificate, or is not valid now; the
     *     message starts with the name of the file
     */
    public static ServerCertificate read(final Source.KeyStoreFile source) throws IOException {
        final var file = source.file();
        final var password = source.password().toCharArray();
        try {
            final var store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(bytes(file)), password);
            for (var alias : Collections.list(store.aliases())) {
                final Key key = store.getKey(alias, password);
                final Certificate[] chain = store.getCertificateChain(alias);
                if (key instanceof PrivateKey privateKey && chain != null) {
                    return new ServerCertificate(privateKey, Arrays.stream(chain)
                        .map(X509Certificate.class::cast).toList()).checked(file, file);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": the key cannot be read with the password: " + e.getMessage(), e);
        } catch (IOException e) {
            final var message = String.valueOf(e.getMessage());
            throw message.startsWith(file + ": ") ? e : new IOException(file + ": " + message, e);
        }
        throw new IOException(file + ": there is no private key with a certificate in it");
    }

    /**
     * Reads the certificate that was made earlier, or makes one that signs itself, of an elliptic curve, for ten years.
     *
     * @param file where it is kept
     * @param host a name under which clients know this machine
     * @return the certificate
     * @throws IOException if it cannot be read or made
     */
    public static ServerCertificate generated(final Path file, final String host) throws IOException {
        if (!Files.exists(file)) {
            generate(file.toAbsolutePath(), host);
        }
        return read(new Source.KeyStoreFile(file, PASSWORD));
    }

    /** Java's own tool makes it: Java has no other public way to sign certificates. */
    private static void generate(final Path file, final String host) throws IOException {
        final var folder = Files.createTempDirectory(".alto-tls");
        final var made = folder.resolve("key.p12");
        try {
            final var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + host,
                "-ext", "SAN=dns:" + host + ",dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1", "-validity", "3650",
                "-storetype", TYPE, "-keystore", made.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).start();
            process.getOutputStream().close();
            final var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException(file + ": Java's keytool made no certificate: " + said);
            }
            replace(file, Files.readAllBytes(made));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(file + ": interrupted while a certificate was made", e);
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(folder);
        }
    }

    private static List<X509Certificate> certificates(final Path file) throws IOException {
        try {
            final var chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes(file))).stream()
                .map(X509Certificate.class::cast).toList();
            if (chain.isEmpty()) {
                throw new IOException(file + ": there is no certificate in it");
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": this is no certificate in PEM", e);
        }
    }

    private ServerCertificate checked(final Path keyFile, final Path certificateFile) throws IOException {
        final var certificate = chain.getFirst();
        try {
            certificate.checkValidity();
        } catch (GeneralSecurityException e) {
            throw new IOException(certificateFile + ": the certificate is not valid now, only from "
                + certificate.getNotBefore().toInstant() + " to " + certificate.getNotAfter().toInstant(), e);
        }
        final var probe = new byte[] { 1, 2, 3 };
        try {
            final var name = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            };
            final var signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(probe);
            final var signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            if (signature.verify(signed)) {
                return this;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(keyFile + ": this is not the key of " + certificateFile, e);
        }
        throw new IOException(keyFile + ": this is not the key of " + certificateFile);
    }

    private static byte[] bytes(final Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new IOException(file + ": it cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(final Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns what tells this certificate from all others, as browsers and {@code openssl x509 -fingerprint -sha256}
     * show it.
     *
     * @return such as {@code AB:CD:...}, 32 bytes
     */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance("SHA-256")
                .digest(chain.getFirst().getEncoded())).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    /**
     * Writes all of it into one file that only its owner can read, with {@link #PASSWORD}.
     *
     * @param file where to; is replaced at once
     * @throws IOException if it cannot be written
     */
    public void write(final Path file) throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            final var store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
            store.store(bytes, PASSWORD.toCharArray());
            replace(file.toAbsolutePath(), bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": it cannot be written: " + e.getMessage(), e);
        }
    }

    private static void replace(final Path file, final byte[] content) throws IOException {
        // createTempFile lets nobody else read it where the file system knows of owners
        final var written = Files.createTempFile(file.getParent(), ".alto-tls", "");
        try {
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public String toString() {
        return chain.getFirst().getSubjectX500Principal() + " " + fingerprint();
    }
}
