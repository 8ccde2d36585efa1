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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.northbound.access.DigestAlgorithm;

@DisplayName("M-7285-02: who may read")
class AccessTest {
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Map<String, Object> AUTHENTICATED = Map.of("access", "authenticated");

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(folder.resolve("alto-users"));
        server.access().put("alice", Set.of("noc"), "wonder land:€");
        server.access().put("bob", Set.of(), "builder");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static String basic(final String user, final String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String nonce(final HttpResponse<String> challenge) {
        final var matcher = NONCE.matcher(challenge.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    private static String digest(final DigestAlgorithm algorithm, final String nonce, final int count,
            final String method, final String uri, final String user, final String password) {
        final var nc = String.format("%08x", count);
        final var secret = algorithm.hash(user + ":ALTO:" + password);
        final var response = algorithm.hash(
            String.join(":", secret, nonce, nc, "mine", "auth", algorithm.hash(method + ":" + uri)));
        return "Digest username=\"" + user + "\", realm=\"ALTO\", uri=\"" + uri + "\", algorithm="
            + algorithm.wireName() + ", nonce=\"" + nonce + "\", nc=" + nc + ", cnonce=\"mine\", qop=auth, response=\""
            + response + "\"";
    }

    private int status(final String path, final String authorization) throws Exception {
        return server.get(path, "Authorization", authorization).statusCode();
    }

    @Test
    void everybodyMayReadUnlessTheOperatorSaysElse() throws Exception {
        assertEquals(200, server.get("/alto").statusCode());
        assertEquals(200, status("/alto", "Basic !"));
        assertEquals("open", server.access().state().mode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alto", "/alto/", "/alto/networkmap/none", "/alto/none", "/alto//x" })
    void whoDoesNotSayWhoItIsIsAskedToInEveryWay(final String path) throws Exception {
        server.access().modified(AUTHENTICATED);
        final var answer = server.get(path);
        assertEquals(401, answer.statusCode());
        assertEquals("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"This needs a user and a password\"}",
            answer.body());
        assertEquals(List.of("application/problem+json"), answer.headers().allValues("Content-Type"));
        assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        final var ways = answer.headers().allValues("WWW-Authenticate");
        assertEquals(List.of(
            "Digest realm=\"ALTO\", qop=\"auth\", algorithm=SHA-256, nonce=\"" + nonce(answer) + "\", charset=UTF-8",
            "Digest realm=\"ALTO\", qop=\"auth\", algorithm=MD5, nonce=\"" + nonce(answer) + "\", charset=UTF-8",
            "Basic realm=\"ALTO\", charset=\"UTF-8\""), ways);
    }

    @Test
    void theConnectionOfWhoIsAskedLasts() throws Exception {
        server.access().modified(AUTHENTICATED);
        final var uri = URI.create(server.getBaseURL());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            final var in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(
                    "GET /alto HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                final var line = in.readLine();
                assertTrue(line != null && line.startsWith("HTTP/1.1 401 "), line);
                int length = 0;
                for (var header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                    if (header.startsWith("Content-Length: ")) {
                        length = Integer.parseInt(header.split(" ")[1]);
                    }
                }
                assertEquals(length, in.read(new char[length]));
            }
        }
    }

    @Test
    void basicIsChecked() throws Exception {
        server.access().modified(AUTHENTICATED);
        assertEquals(200, status("/alto", basic("alice", "wonder land:€")));
        assertEquals(401, status("/alto", basic("alice", "builder")));
        assertEquals(401, status("/alto", basic("alice", "")));
        assertEquals(401, status("/alto", basic("carol", "builder")));
        assertEquals(401, status("/alto", basic("nobody", "")));
        assertEquals(401, status("/alto", "Basic !"));
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void digestIsChecked(final DigestAlgorithm algorithm) throws Exception {
        server.access().modified(AUTHENTICATED);
        final var nonce = nonce(server.get("/alto"));
        assertEquals(401, status("/alto", digest(algorithm, nonce, 1, "GET", "/alto", "bob", "wrong")));
        assertEquals(401, status("/alto", digest(algorithm, nonce, 1, "GET", "/alto", "carol", "builder")));
        assertEquals(401, status("/alto", digest(algorithm, nonce, 1, "POST", "/alto", "bob", "builder")));
        assertEquals(401, status("/alto?b", digest(algorithm, nonce, 1, "GET", "/alto", "bob", "builder")));
        final var good = digest(algorithm, nonce, 1, "GET", "/alto?a=%20", "bob", "builder");
        assertEquals(200, status("/alto?a=%20", good));
        assertEquals(200, status("/alto", digest(algorithm, nonce, 2, "GET", "/alto", "bob", "builder")));
        final var replayed = server.get("/alto?a=%20", "Authorization", good);
        assertEquals(401, replayed.statusCode());
        assertTrue(replayed.headers().firstValue("WWW-Authenticate").orElseThrow().endsWith(", stale=true"));
        final var fresh = digest(algorithm, nonce(replayed), 1, "GET", "/alto", "bob", "builder");
        assertEquals(200, status("/alto", fresh));
    }

    @Test
    void onlyWhoKnowsThePasswordIsToldThatANonceIsStale() throws Exception {
        server.access().modified(AUTHENTICATED);
        for (var password : List.of("builder", "wrong")) {
            final var answer = server.get("/alto", "Authorization",
                digest(DigestAlgorithm.MD5, "old", 1, "GET", "/alto", "bob", password));
            assertEquals(401, answer.statusCode());
            assertEquals(password.equals("builder"),
                answer.headers().firstValue("WWW-Authenticate").orElseThrow().endsWith(", stale=true"));
        }
    }

    @Test
    void clientOfJavaGetsIn() throws Exception {
        server.access().modified(AUTHENTICATED);
        try (var client = HttpClient.newBuilder().authenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("bob", "builder".toCharArray());
            }
        }).build()) {
            assertEquals(200, client.send(server.request("/alto").build(), BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void rolesDecideWhatAUserMayRead() throws Exception {
        server.access().modified(Map.of("access", "authenticated", "rules", "/networkmap/*: noc"));
        final var alice = basic("alice", "wonder land:€");
        final var bob = basic("bob", "builder");
        assertEquals(200, status("/alto", bob));
        assertEquals(404, status("/alto/costmap/none", bob));
        assertEquals(404, status("/alto/networkmap/none", alice));
        for (var path : List.of("/alto/networkmap/none", "/alto/networkmap/none/", "/alto/networkmap;v=1/none",
                "/alto/%6Eetworkmap/none", "/alto/networkmap/none/filtered")) {
            final var answer = server.get(path, "Authorization", bob);
            assertEquals(403, answer.statusCode(), path);
            assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
            assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals("{\"title\":\"Forbidden\",\"status\":403,"
                + "\"detail\":\"User bob has no role that may read this\"}", answer.body());
        }
        for (var path : List.of("/alto//networkmap/none", "/alto/x%2f..%2fnetworkmap/none")) {
            assertEquals(400, status(path, bob), path);
        }
        assertEquals(List.of("/networkmap/*: noc"), server.access().state().rules());
    }

    @Test
    void usersComeAndGoAtOnce() throws Exception {
        server.access().modified(AUTHENTICATED);
        assertTrue(server.access().put("bob", Set.of(), "new"));
        assertEquals(401, status("/alto", basic("bob", "builder")));
        assertEquals(200, status("/alto", basic("bob", "new")));
        assertTrue(server.access().remove("bob"));
        assertEquals(401, status("/alto", basic("bob", "new")));
        assertFalse(server.access().remove("bob"));
    }

    @Test
    void longHeaderIsRefused() throws Exception {
        server.access().modified(AUTHENTICATED);
        final var answer = server.get("/alto", "Authorization", basic("alice", "x".repeat(4000)));
        assertEquals(431, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void credentialsThatAreThereTwiceAreRefused() throws Exception {
        server.access().modified(AUTHENTICATED);
        final var bob = basic("bob", "builder");
        assertEquals(401, server.get("/alto", "Authorization", bob, "Authorization", bob).statusCode());
    }

    @Test
    void wrongSettingHasNoEffect() throws Exception {
        server.access().modified(AUTHENTICATED);
        server.access().modified(Map.of("access", "opne"));
        assertEquals(401, server.get("/alto").statusCode());
        assertEquals(List.of("etc/org.opendaylight.alto.access.cfg, access: must be open or authenticated"),
            server.access().state().problems());
        server.access().modified(Map.of("access", "open"));
        assertEquals(200, server.get("/alto").statusCode());
        assertEquals(List.of(), server.access().state().problems());
    }

    @Test
    void settingThatIsWrongFromTheBeginningOpensNothing() throws Exception {
        server.close();
        server = new TestServer(folder.resolve("alto-users"), Map.of("access", "opne"));
        assertEquals(503, server.get("/alto").statusCode());
        assertEquals("refused", server.access().state().mode());
    }

    @Test
    void nothingIsServedWithoutTheFilter() throws Exception {
        server.close();
        server = TestServer.withoutFilter();
        final var answer = server.get("/alto");
        assertEquals(503, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    }
}
