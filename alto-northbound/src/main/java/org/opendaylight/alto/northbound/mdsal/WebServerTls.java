/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opendaylight.alto.northbound.tls.ServerCertificate;
import org.opendaylight.alto.northbound.tls.TlsSettings;
import org.opendaylight.alto.northbound.tls.TlsSettings.Source;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the controller's web server answer HTTPS, by what it can be configured with. What is wrong with settings or files
 * is told once, and the web server stays as it is. Files are looked at every ten seconds, so that a renewed certificate
 * takes effect.
 */
@Component(service = { }, immediate = true, configurationPid = "org.opendaylight.alto.tls")
@Designate(ocd = WebServerTls.Configuration.class)
public final class WebServerTls {
    /** The configuration of Pax Web. */
    static final String WEB_SERVER = "org.ops4j.pax.web";
    /** Tells that TLS is configured from here, and of which certificate. */
    static final String MARK = "org.opendaylight.alto.tls.fingerprint";

    private static final Logger LOG = LoggerFactory.getLogger(WebServerTls.class);
    private static final String GENERATED = "alto-tls-generated.p12";
    private static final String USED = "alto-tls.p12";
    private static final long INTERVAL_SECONDS = 10;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
        new ThreadFactoryBuilder().setNameFormat("alto-tls-%d").setDaemon(true).build());
    private final ConfigurationAdmin configurations;
    private final Path etc;

    private volatile Map<String, Object> properties;
    // only the executor's thread uses it: what was told already
    private Optional<String> told = Optional.empty();

    /** The settings of {@code etc/org.opendaylight.alto.tls.cfg}. */
    @ObjectClassDefinition(name = "ALTO TLS")
    public @interface Configuration {
        /**
         * Returns where the certificate comes from.
         *
         * @return a word
         */
        @AttributeDefinition(name = "tls", options = { @Option("off"), @Option("generated"), @Option("given") },
            description = "Whether the web server answers HTTPS too, with a certificate that is made or given")
        String tls() default "off";

        /**
         * Returns where HTTPS is answered.
         *
         * @return a TCP port
         */
        @AttributeDefinition(name = "port", min = "1", max = "65535", description = "The port for HTTPS")
        int port() default 8443;

        /**
         * Returns the file of the certificate.
         *
         * @return the name of a file
         */
        @AttributeDefinition(name = "certificate",
            description = "A file in PEM: the certificate and those that sign it")
        String certificate() default "";

        /**
         * Returns the file of the private key.
         *
         * @return the name of a file
         */
        @AttributeDefinition(name = "key", description = "A file in PEM: the private key, without a password")
        String key() default "";

        /**
         * Returns the file of both.
         *
         * @return the name of a file
         */
        @AttributeDefinition(name = "keystore", description = "A file in PKCS #12, in the place of the other two")
        String keystore() default "";

        /**
         * Returns the password of that file.
         *
         * @return the password
         */
        @AttributeDefinition(name = "keystore-password", description = "The password of that file")
        String keystore$_$password() default "";
    }

    /**
     * Starts to configure the web server.
     *
     * @param configurations where its configuration is
     * @param properties the settings by name
     */
    @Activate
    public WebServerTls(@Reference final ConfigurationAdmin configurations, final Map<String, Object> properties) {
        this(configurations, Path.of(System.getProperty("karaf.etc", "etc")), properties);
        executor.scheduleWithFixedDelay(this::apply, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Does nothing until told to. */
    WebServerTls(final ConfigurationAdmin configurations, final Path etc, final Map<String, Object> properties) {
        this.configurations = configurations;
        this.etc = etc;
        this.properties = Map.copyOf(properties);
    }

    /**
     * Takes other settings up.
     *
     * @param changed the settings by name
     */
    @Modified
    void modified(final Map<String, Object> changed) {
        properties = Map.copyOf(changed);
        executor.execute(this::apply);
    }

    /** Brings the web server's configuration to what the settings and files say. */
    void apply() {
        try {
            final var settings = TlsSettings.parse(properties);
            switch (settings.source()) {
                case Source.Off off -> configure(Map.of());
                case Source.Generated generated -> use(settings.port(), ServerCertificate.generated(
                    etc.resolve(GENERATED), InetAddress.getLocalHost().getHostName()));
                case Source.Pem pem -> use(settings.port(), ServerCertificate.read(pem));
                case Source.KeyStoreFile file -> use(settings.port(), ServerCertificate.read(file));
            }
            told = Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            final var problem = Optional.of(String.valueOf(e.getMessage()));
            if (!told.equals(problem)) {
                told = problem;
                LOG.warn("org.opendaylight.alto.tls: {}; the web server stays as it is", problem.orElseThrow());
            }
        }
    }

    private void use(final int port, final ServerCertificate certificate) throws IOException {
        final var file = etc.resolve(USED).toAbsolutePath();
        final var wanted = Map.<String, Object>of(
            "org.osgi.service.http.secure.enabled", "true",
            "org.osgi.service.http.port.secure", Integer.toString(port),
            "org.ops4j.pax.web.ssl.keystore", file.toString(),
            "org.ops4j.pax.web.ssl.keystore.type", "PKCS12",
            "org.ops4j.pax.web.ssl.keystore.password", ServerCertificate.PASSWORD,
            "org.ops4j.pax.web.ssl.key.password", ServerCertificate.PASSWORD,
            MARK, certificate.fingerprint());
        if (isNew(wanted)) {
            certificate.write(file);
            configure(wanted);
            LOG.info("HTTPS at port {} with the certificate {}, SHA-256 fingerprint {}", port,
                certificate.chain().getFirst().getSubjectX500Principal(), certificate.fingerprint());
        }
    }

    private boolean isNew(final Map<String, Object> wanted) throws IOException {
        final Dictionary<String, Object> now = configurations.getConfiguration(WEB_SERVER, null).getProperties();
        return now == null || wanted.entrySet().stream()
            .anyMatch(entry -> !entry.getValue().toString().equals(String.valueOf(now.get(entry.getKey()))));
    }

    /** Sets what is wanted. If that is nothing, takes away what was set from here, and leaves alone what others set. */
    private void configure(final Map<String, Object> wanted) throws IOException {
        final var configuration = configurations.getConfiguration(WEB_SERVER, null);
        final Dictionary<String, Object> now = configuration.getProperties();
        final var next = new HashMap<String, Object>();
        if (now != null) {
            for (var keys = now.keys(); keys.hasMoreElements();) {
                final var key = keys.nextElement();
                next.put(key, now.get(key));
            }
        }
        if (wanted.isEmpty()) {
            if (next.get(MARK) == null) {
                return;
            }
            next.keySet().removeIf(key -> key.equals(MARK) || key.startsWith("org.ops4j.pax.web.ssl.")
                || key.startsWith("org.osgi.service.http.secure.") || key.equals("org.osgi.service.http.port.secure"));
            LOG.info("No HTTPS any more");
        }
        next.putAll(wanted);
        configuration.update(FrameworkUtil.asDictionary(next));
    }

    /** Ends the thread. The web server stays as it is. */
    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }
}
