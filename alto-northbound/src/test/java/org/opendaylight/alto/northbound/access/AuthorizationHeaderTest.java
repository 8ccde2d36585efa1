/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M-7285-02: credentials as in RFC 7617 and RFC 7616")
class AuthorizationHeaderTest {
    // section 3.9.1; lines are folded there
    private static final String MD5 = "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", "
        + "uri=\"/dir/index.html\", algorithm=MD5, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
        + "nc=00000001, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth, "
        + "response=\"8ca523f5e9506fed4657c9700eebdbec\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    private static final String SHA_256 = "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", "
        + "uri=\"/dir/index.html\", algorithm=SHA-256, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
        + "nc=00000001, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth, "
        + "response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"";

    private static Credentials.Digest digest(final String value) {
        return assertInstanceOf(Credentials.Digest.class, AuthorizationHeader.parse(value));
    }

    private static String basic(final String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = { MD5, SHA_256 })
    void examplesOfTheRfcAreProofs(final String example) {
        final var digest = digest(example);
        final var secret = digest.algorithm().secret("Mufasa", "http-auth@example.org", "Circle of Life");
        assertEquals(digest.response(), digest.algorithm().response(secret, "GET", digest));
    }

    @Test
    void exampleOfBasicIsRead() {
        assertEquals(new Credentials.Basic("Aladdin", "open sesame"),
            AuthorizationHeader.parse("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        // section 2.1
        assertEquals(new Credentials.Basic("test", "123£"), AuthorizationHeader.parse("Basic dGVzdDoxMjPCow=="));
    }

    @Test
    void passwordMayHaveColons() {
        assertEquals(new Credentials.Basic("a", "b:c"), AuthorizationHeader.parse(basic("a:b:c")));
        assertEquals(new Credentials.Basic("", ""), AuthorizationHeader.parse(basic(":")));
    }

    @Test
    void parametersAreReadInEverySpelling() {
        final var digest = digest("dIGEST  ,USERNAME = \"a\\\"b\" ,\trealm=ALTO,, qop=\"auth\",nonce=n,uri=\"/,=\","
            + "nc=0000000A,cnonce=\"\",response=r , ");
        assertEquals(new Credentials.Digest("a\"b", "ALTO", DigestAlgorithm.MD5, "n", "/,=", "0000000A", "", "r"),
            digest);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "Basic", "Basic ", "Basic !", "Basic QWxh ZGRpbg==", "Bearer abc", "Digest",
        "Digest username", "Digest username=", "Digest username=\"a", "Digest =a", "Digest a=b c=d", "Digest a=b;c=d" })
    void malformedOnesAreRefused(final String value) {
        assertThrows(IllegalArgumentException.class, () -> AuthorizationHeader.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = { "username=\"Mufasa\", ", "qop=auth, ", "nc=00000001, ", "algorithm=MD5, " })
    void everyParameterCounts(final String parameter) {
        final var twice = MD5.replace(parameter, parameter + parameter);
        assertEquals("A parameter is there twice",
            assertThrows(IllegalArgumentException.class, () -> AuthorizationHeader.parse(twice)).getMessage());
        final var without = MD5.replace(parameter, "");
        if (parameter.startsWith("algorithm")) {
            assertEquals(digest(MD5), digest(without));
        } else {
            assertThrows(IllegalArgumentException.class, () -> AuthorizationHeader.parse(without));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "nc=1", "nc=0000000g", "nc=000000001", "nc=-0000001", "nc=\"\"" })
    void countHasEightDigits(final String count) {
        assertThrows(IllegalArgumentException.class,
            () -> AuthorizationHeader.parse(MD5.replace("nc=00000001", count)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "algorithm=MD5-sess", "algorithm=SHA-512-256", "algorithm=\"\"" })
    void otherAlgorithmsAreRefused(final String algorithm) {
        assertThrows(IllegalArgumentException.class,
            () -> AuthorizationHeader.parse(MD5.replace("algorithm=MD5", algorithm)));
    }

    @Test
    void longOnesAreRefusedUnread() {
        final var longest = basic("a:" + "b".repeat(3062));
        assertEquals(AuthorizationHeader.MAX_LENGTH - 2, longest.length());
        assertInstanceOf(Credentials.Basic.class, AuthorizationHeader.parse(longest + "  "));
        assertEquals("Authorization has more than 4096 characters", assertThrows(IllegalArgumentException.class,
            () -> AuthorizationHeader.parse(longest + "   ")).getMessage());
    }

    @Test
    void textFormsHaveNoSecrets() {
        assertFalse(AuthorizationHeader.parse(basic("a:secret")).toString().contains("secret"));
        assertFalse(AuthorizationHeader.parse(MD5).toString().contains("8ca523"));
    }

    @Test
    void anyTextIsReadOrRefused() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var parts = new String[] { "Digest ", "Basic ", "qop=auth", "nc=00000001", "\"", "\\", ",", "=", " ", "a",
            "username=", "response=b", "cnonce=c", "realm=d", "uri=\"/e\"", "nonce=f", "\t", "\0", "€" };
        for (int i = 0; i < 20_000; i++) {
            final var text = new StringBuilder(random.nextBoolean() ? MD5 : "");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.insert(random.nextInt(text.length() + 1), random.nextInt(4) == 0
                    ? Character.toString(random.nextInt(256)) : parts[random.nextInt(parts.length)]);
            }
            try {
                AuthorizationHeader.parse(text.toString());
            } catch (IllegalArgumentException e) {
                final var message = String.valueOf(e.getMessage());
                assertFalse(message.contains("Mufasa") || message.contains("8ca5"), "seed " + seed + ": " + message);
            } catch (IndexOutOfBoundsException | NullPointerException | IllegalStateException e) {
                fail("seed " + seed + ", " + text, e);
            }
        }
    }

    @Test
    void randomValuesSurviveQuoting() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            final var name = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                name.append((char) (0x20 + random.nextInt(0x5f)));
            }
            final var quoted = name.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            assertEquals(name.toString(), digest(MD5.replace("Mufasa", quoted)).user(), "seed " + seed);
        }
    }
}
