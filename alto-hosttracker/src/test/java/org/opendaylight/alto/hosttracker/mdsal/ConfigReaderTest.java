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

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        assertEquals(new TrackerSettings(new TableLimits(100_000, 128, Duration.ofMinutes(1)), Duration.ofSeconds(7),
            Duration.ofSeconds(30), Duration.ofMinutes(10), 3, Duration.ofSeconds(2)),
            ConfigReader.tracker(config(Map.of())));
        assertEquals(new PuntSettings(0, 60_000, Uint64.valueOf(0x616c746fL), Duration.ofSeconds(30)),
            ConfigReader.punt(config(Map.of())));
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
