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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opendaylight.alto.northbound.tls.ServerCertificate;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class WebServerTlsTest {
    private static final Map<String, Object> SHIPPED = Map.of("org.osgi.service.http.port", "8181");

    @TempDir
    Path etc;

    private final ConfigurationAdmin admin = mock(ConfigurationAdmin.class);
    private Map<String, Object> webServer = SHIPPED;
    private int updates;

    @BeforeEach
    void configurationIsKept() throws Exception {
        final var configuration = mock(Configuration.class);
        doReturn(configuration).when(admin).getConfiguration(WebServerTls.WEB_SERVER, null);
        doAnswer(call -> FrameworkUtil.asDictionary(webServer)).when(configuration).getProperties();
        doAnswer(call -> {
            final Dictionary<String, Object> next = call.getArgument(0);
            final var copy = new HashMap<String, Object>();
            for (var keys = next.keys(); keys.hasMoreElements();) {
                final var key = keys.nextElement();
                copy.put(key, next.get(key));
            }
            webServer = copy;
            updates++;
            return null;
        }).when(configuration).update(any());
    }

    private WebServerTls tls(final Map<String, Object> settings) {
        return new WebServerTls(admin, etc, settings);
    }

    @Test
    void offTouchesNothing() {
        webServer = Map.of("org.ops4j.pax.web.ssl.keystore", "somebody's");
        tls(Map.of()).apply();
        assertEquals(0, updates);
    }

    @Test
    void generatedComesAndGoes() throws Exception {
        final var tls = tls(Map.of("tls", "generated", "port", "8444"));
        tls.apply();
        assertEquals("true", webServer.get("org.osgi.service.http.secure.enabled"));
        assertEquals("8444", webServer.get("org.osgi.service.http.port.secure"));
        assertEquals("8181", webServer.get("org.osgi.service.http.port"));
        final var file = etc.resolve("alto-tls.p12").toAbsolutePath();
        assertEquals(file.toString(), webServer.get("org.ops4j.pax.web.ssl.keystore"));
        assertEquals(ServerCertificate.generated(file, "x").fingerprint(), webServer.get(WebServerTls.MARK));
        tls.apply();
        assertEquals(1, updates, "the web server is restarted for a reason only");
        tls(Map.of("tls", "off")).apply();
        assertEquals(SHIPPED, webServer);
    }

    @Test
    void wrongFileAndWrongSettingChangeNothing() throws Exception {
        tls(Map.of("tls", "generated")).apply();
        final var before = webServer;
        tls(Map.of("tls", "given", "certificate", etc.resolve("none").toString(), "key", "none")).apply();
        tls(Map.of("tls", "on")).apply();
        Files.writeString(etc.resolve("text"), "text");
        tls(Map.of("tls", "given", "keystore", etc.resolve("text").toString())).apply();
        assertEquals(before, webServer);
        assertEquals(1, updates);
    }

    @Test
    void renewedCertificateIsTakenUp() throws Exception {
        final var own = etc.resolve("own.p12");
        ServerCertificate.generated(own, "one");
        final var tls = tls(Map.of("tls", "given", "keystore", own.toString(), "keystore-password",
            ServerCertificate.PASSWORD));
        tls.apply();
        final var first = webServer.get(WebServerTls.MARK);
        Files.delete(own);
        tls.apply();
        assertEquals(first, webServer.get(WebServerTls.MARK));
        ServerCertificate.generated(own, "two");
        tls.apply();
        assertNotEquals(first, webServer.get(WebServerTls.MARK));
        assertEquals(2, updates);
    }
}
