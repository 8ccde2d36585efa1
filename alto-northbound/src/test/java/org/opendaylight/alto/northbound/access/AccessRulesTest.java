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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    private static final AccessRules RULES =
        AccessRules.parse("/networkmap/inner*: staff, noc; /costmap/*: noc ;/costmap/open: *; /: *;");

    @Test
    void firstRuleThatFitsDecides() {
        assertTrue(RULES.allow("/networkmap/inner", Set.of("staff")));
        assertTrue(RULES.allow("/networkmap/inner-2/filtered", Set.of("noc", "other")));
        assertFalse(RULES.allow("/networkmap/inner", Set.of("other")));
        assertFalse(RULES.allow("/networkmap/inner", Set.of()));
        // the rule before is about it too
        assertFalse(RULES.allow("/costmap/open", Set.of("staff")));
        assertTrue(RULES.allow("/costmap/open", Set.of("noc")));
    }

    @Test
    void restIsForEveryUser() {
        assertTrue(RULES.allow("/", Set.of()));
        assertTrue(RULES.allow("/networkmap/outer", Set.of()));
        assertTrue(RULES.allow("/a/networkmap/inner", Set.of()));
        assertTrue(AccessRules.parse("").allow("/x", Set.of()));
    }

    @Test
    void otherCharactersOfAPatternAreThemselves() {
        final var rules = AccessRules.parse("/a.b\\E(: x; *: y".replace("*", "/*"));
        assertFalse(rules.allow("/a.b\\E(", Set.of("y")));
        assertTrue(rules.allow("/axb\\E(", Set.of("y")));
    }

    @Test
    void starsAreAnyTextAsInAPatternOfJava() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            final var pattern = "/" + text(random, "ab*");
            final var path = "/" + text(random, "ab");
            final var same = Pattern.compile(pattern.replace("*", ".*")).matcher(path).matches();
            assertEquals(!same, AccessRules.parse(pattern + ": noc").allow(path, Set.of()),
                () -> "seed " + seed + ": " + pattern + " and " + path);
        }
    }

    private static String text(final Random random, final String characters) {
        return random.ints(random.nextInt(9), 0, characters.length())
            .mapToObj(index -> characters.substring(index, index + 1)).collect(Collectors.joining());
    }

    @Test
    void aRuleIsAboutAnyCharacters() {
        assertFalse(AccessRules.parse("/a*: noc").allow("/a\u2028b", Set.of()));
    }

    @Test
    void areShownAsTheyWereWritten() {
        assertEquals(List.of("/networkmap/inner*: noc, staff", "/costmap/*: noc", "/costmap/open: *", "/: *"),
            RULES.rules().stream().map(Object::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "/a", "/a:", "/a: ,", "a: b", "/a: b c", "/a: *, b", "/a: b; c" })
    void wrongOnesAreQuoted(final String text) {
        final var message = assertThrows(IllegalArgumentException.class, () -> AccessRules.parse(text)).getMessage();
        assertTrue(message.startsWith("'" + text.substring(text.indexOf(';') + 1).strip() + "'"), message);
    }

    @ParameterizedTest
    @CsvSource({ "/alto, /", "/alto/, /", "/alto;a=b, /", "/alto/networkmap/a, /networkmap/a",
        "/alto/networkmap/a/, /networkmap/a", "/alto/networkmap;v=1/a;b=c, /networkmap/a",
        "/alto/%6eetworkmap/%61, /networkmap/a", "/alto/a+b, /a+b", "/alto/%E2%82%AC, /€" })
    void samePlaceHasOneSpelling(final String uri, final String path) {
        assertEquals(Optional.of(path), RequestPath.below("/alto", uri));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/other", "/altogether", "/alto//", "/alto//a", "/alto/a//b", "/alto/./a", "/alto/a/../b",
        "/alto/%2e%2e/b", "/alto/a%2fb", "/alto/a%5cb", "/alto/%", "/alto/%zz", "/alto/..;/a", "/alto/;/a",
        "/alto/%0a", "/alto;x/%2f" })
    void whatCanBeTwoThingsIsNotUnderstood(final String uri) {
        assertEquals(Optional.empty(), RequestPath.below("/alto", uri));
    }

    @Test
    void settingsHaveDefaults() {
        assertEquals(new AccessSettings(false, AccessRules.NONE, Duration.ofSeconds(300)),
            AccessSettings.parse(Map.of("service.pid", "x")));
        assertEquals(new AccessSettings(true, AccessRules.parse("/a: b"), Duration.ofSeconds(10)),
            AccessSettings.parse(Map.of("access", "authenticated ", "rules", "/a: b", "nonce-lifetime-seconds", 10)));
    }

    @ParameterizedTest
    @CsvSource({ "access, Open", "access, ''", "rules, /a", "nonce-lifetime-seconds, 9",
        "nonce-lifetime-seconds, 86401", "nonce-lifetime-seconds, x" })
    void wrongSettingIsNamed(final String name, final String value) {
        final var message = assertThrows(IllegalArgumentException.class,
            () -> AccessSettings.parse(Map.of(name, value))).getMessage();
        assertTrue(message.startsWith(name + ": "), message);
    }
}
