/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.hosttracker.table.TableLimits;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;
import org.opendaylight.yangtools.yang.common.Uint64;

class ConfigReaderTest {
    static HostTrackerConfig config(final Map<String, Object> set) {
        return (HostTrackerConfig) Proxy.newProxyInstance(HostTrackerConfig.class.getClassLoader(),
            new Class<?>[] { HostTrackerConfig.class }, (proxy, method, args) ->
                set.getOrDefault(method.getName().replace("$_$", "-"), method.getDefaultValue()));
    }

    @Test
    void defaultsAreAsDocumented() {
        assertEquals(new TrackerSettings(new TableLimits(100_000, 10_000, 128, Duration.ofMinutes(1),
            Duration.ofSeconds(2), Duration.ofSeconds(10), 4), new TrackerSettings.Times(Duration.ofSeconds(7),
            Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofHours(4), 3,
            Duration.ofSeconds(2)), false, false, List.of()), ConfigReader.tracker(config(Map.of())));
        assertEquals(new PuntSettings(List.of(PuntFlows.Kind.ARP, PuntFlows.Kind.LLDP,
            PuntFlows.Kind.NEIGHBOUR_SOLICITATION, PuntFlows.Kind.NEIGHBOUR_ADVERTISEMENT), 0, 60_000,
            Uint64.valueOf(0x616c746fL), Duration.ofSeconds(30)), ConfigReader.punt(config(Map.of())));
        assertEquals(1000, ConfigReader.packetsPerSecond(config(Map.of())));
    }

    @Test
    void whatElseToLearnFromIsUpToTheOperator() {
        assertEquals(List.of(IpPrefix.parse("10.0.0.0/8"), IpPrefix.parse("2001:db8::/32")),
            ConfigReader.tracker(config(Map.of("learn-from-ip", "10.0.0.0/8, 2001:db8::/32"))).ipPrefixes());
        assertTrue(ConfigReader.punt(config(Map.of("learn-from-dhcp", true))).kinds().contains(PuntFlows.Kind.DHCP));
        assertComplaint("learn-from-ip = 10.0.0.0/33 is not a list of prefixes, such as 10.0.0.0/8, 2001:db8::/32",
            Map.of("learn-from-ip", "10.0.0.0/33"));
    }

    @Test
    void observerWantsNoRules() {
        assertEquals(List.of(),
            ConfigReader.punt(config(Map.of("observe-only", true, "learn-from-dhcp", true))).kinds());
    }

    @Test
    void valueOutOfRangeIsNamed() {
        assertComplaint("hold-off-seconds = -1 is not in 0..3600", Map.of("hold-off-seconds", -1));
        assertComplaint("probes = 0 is not in 1..100", Map.of("probes", 0));
        assertComplaint("max-hosts = 0 is not in 1..10000000", Map.of("max-hosts", 0));
        assertComplaint("punt-table = 255 is not in 0..254", Map.of("punt-table", 255));
        assertComplaint("punt-priority = 65536 is not in 1..65535", Map.of("punt-priority", 65_536));
        assertComplaint("punt-cookie = x is not an unsigned 64-bit number, decimal or after 0x hexadecimal",
            Map.of("punt-cookie", "x"));
    }

    @Test
    void cookieMayUseAllBits() {
        assertEquals(Uint64.MAX_VALUE, ConfigReader.punt(config(Map.of("punt-cookie", "0xffffffffffffffff"))).cookie());
        assertEquals(Uint64.valueOf(7), ConfigReader.punt(config(Map.of("punt-cookie", " 7 "))).cookie());
    }

    private static void assertComplaint(final String message, final Map<String, Object> set) {
        final var config = config(set);
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> {
            ConfigReader.tracker(config);
            ConfigReader.punt(config);
        }).getMessage());
    }
}
