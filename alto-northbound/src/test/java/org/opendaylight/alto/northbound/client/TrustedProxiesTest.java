/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.net.IpAddr;

@DisplayName("M-7285-62: the client's own address, also behind proxies")
class TrustedProxiesTest {
    private static final IpAddr PEER = IpAddr.parse("127.0.0.1");
    private static final TrustedProxies PROXIES =
        TrustedProxies.parse("127.0.0.1", " 10.0.0.0/8", "2001:db8:f::/48", "");

    private static String client(final List<String> forwarded, final List<String> older) {
        return PROXIES.clientOf(PEER, forwarded, older).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "for=192.0.2.43                                             | 192.0.2.43",
        "For=\"[2001:db8:cafe::17]:4711\"                           | 2001:db8:cafe::17",
        "For=\"[2001:db8:cafe::17]\"                                | 2001:db8:cafe::17",
        "for=192.0.2.60;proto=http;by=203.0.113.43                  | 192.0.2.60",
        "proto=http;by=203.0.113.43;for=\"192.0.2.60:80\"           | 192.0.2.60",
        "for=\"192.0.2.60:_port\"                                   | 192.0.2.60",
        "by=\"a\\\";for=192.0.2.1,\";for=192.0.2.2                | 192.0.2.2",
        "for=\"192.\\0.2.9\"                                      | 192.0.2.9",
        "for=192.0.2.43, for=198.51.100.17                          | 198.51.100.17",
        "for=192.0.2.43, for=10.1.2.3                               | 192.0.2.43",
        "for=192.0.2.43,for=10.1.2.3 ,\tfor=\"[2001:db8:f::1]\"     | 192.0.2.43",
        "for=10.0.0.2, for=10.0.0.3                                 | 10.0.0.2",
        "for=192.0.2.43, for=unknown                                | 127.0.0.1",
        "for=192.0.2.43, for=_hidden, for=10.1.2.3                  | 10.1.2.3",
        "for=192.0.2.43, proto=https                                | 127.0.0.1",
        "proto=https                                                | 127.0.0.1",
        "for=192.0.2.43, for=192.0.2                                | 127.0.0.1",
        "for=192.0.2.43; for = 192.0.2.44                           | 127.0.0.1",
        "for=\"192.0.2.43                                           | 127.0.0.1",
        "x\"for=192.0.2.43                                          | 127.0.0.1" })
    @DisplayName("RFC 7239, sections 4, 6 and 7.1")
    void forwarded(final String header, final String client) {
        assertEquals(client, client(List.of(header), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.43                        | 192.0.2.43",
        "2001:db8:cafe::17                 | 2001:db8:cafe::17",
        "192.0.2.1, 192.0.2.43, 10.0.0.9   | 192.0.2.43",
        "192.0.2.43:1234                   | 192.0.2.43",
        "192.0.2.1,                        | 127.0.0.1",
        "localhost                         | 127.0.0.1" })
    void forwardedFor(final String header, final String client) {
        assertEquals(client, client(List.of(), List.of(header)));
    }

    @Test
    void severalHeadersAreOneList() {
        assertEquals("192.0.2.2", client(List.of("for=192.0.2.1", "for=192.0.2.2, for=10.0.0.1"), List.of()));
        assertEquals("192.0.2.2", client(List.of(), List.of("192.0.2.1, 192.0.2.2", "10.0.0.1")));
    }

    @Test
    void headersThatContradictEachOtherAreNotBelieved() {
        assertEquals("192.0.2.1", client(List.of("for=192.0.2.1"), List.of("192.0.2.1")));
        assertEquals("127.0.0.1", client(List.of("for=192.0.2.1"), List.of("192.0.2.2")));
    }

    @Test
    void nobodyElseIsBelieved() {
        final var other = IpAddr.parse("203.0.113.1");
        assertEquals(other, PROXIES.clientOf(other, List.of("for=192.0.2.1"), List.of("192.0.2.1")));
        assertEquals(PEER, TrustedProxies.NONE.clientOf(PEER, List.of("for=192.0.2.1"), List.of("192.0.2.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "proxy.example", "10.0.0.0/33", "10.0.0" })
    void aWrongSettingIsNamed(final String text) {
        final var failure = assertThrows(IllegalArgumentException.class, () -> TrustedProxies.parse("10.0.0.1", text));
        assertTrue(failure.getMessage().contains("'" + text + "'"), failure.getMessage());
    }

    @Test
    void whatClientsWriteDoesNotChangeWhatProxiesAdd() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            final var junk = IntStream.range(0, random.nextInt(40))
                .mapToObj(index -> String.valueOf("for=,;\"\\ 12.:[]\t_".charAt(random.nextInt(17))))
                .collect(Collectors.joining());
            assertEquals("192.0.2.7", client(List.of(), List.of(junk + ",192.0.2.7")),
                () -> "seed " + seed + ": " + junk);
            final var found = client(List.of(junk + ", for=192.0.2.7, for=10.0.0.1"), List.of());
            // a client that spoils the header hides only itself
            assertTrue(List.of("192.0.2.7", "127.0.0.1", "10.0.0.1").contains(found),
                () -> "seed " + seed + ": " + junk + " -> " + found);
        }
    }
}
