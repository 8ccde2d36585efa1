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

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.hosttracker.table.TableLimits;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Checks what an operator set. Every complaint names the property, its value and the range. */
final class ConfigReader {
    private ConfigReader() {
        // static methods only
    }

    static TrackerSettings tracker(final HostTrackerConfig config) {
        return new TrackerSettings(
            new TableLimits(inRange("max-hosts", config.max$_$hosts(), 1, 10_000_000),
                inRange("max-hosts-per-port", config.max$_$hosts$_$per$_$port(), 1, 10_000_000),
                inRange("max-addresses-per-host", config.max$_$addresses$_$per$_$host(), 1, 100_000),
                seconds("seen-interval-seconds", config.seen$_$interval$_$seconds(), 1, 86_400),
                Duration.ofMillis(inRange("contest-milliseconds", config.contest$_$milliseconds(), 500, 60_000)),
                seconds("move-window-seconds", config.move$_$window$_$seconds(), 1, 3_600),
                inRange("max-moves", config.max$_$moves(), 1, 1_000)),
            new TrackerSettings.Times(seconds("hold-off-seconds", config.hold$_$off$_$seconds(), 0, 3_600),
                seconds("switch-grace-seconds", config.switch$_$grace$_$seconds(), 0, 86_400),
                seconds("remember-seconds", config.remember$_$seconds(), 0, 604_800),
                seconds("idle-seconds", config.idle$_$seconds(), 5, 604_800),
                seconds("silent-seconds", config.silent$_$seconds(), 5, 31_536_000),
                inRange("probes", config.probes(), 1, 100),
                Duration.ofMillis(inRange("probe-interval-milliseconds", config.probe$_$interval$_$milliseconds(),
                    100, 600_000))),
            config.observe$_$only(), config.learn$_$from$_$dhcp(), prefixes(config.learn$_$from$_$ip()));
    }

    static int packetsPerSecond(final HostTrackerConfig config) {
        return inRange("max-packets-per-second-per-port", config.max$_$packets$_$per$_$second$_$per$_$port(), 1,
            1_000_000);
    }

    static PuntSettings punt(final HostTrackerConfig config) {
        final var kinds = config.observe$_$only() ? EnumSet.noneOf(PuntFlows.Kind.class)
            : EnumSet.allOf(PuntFlows.Kind.class);
        if (!config.learn$_$from$_$dhcp()) {
            kinds.remove(PuntFlows.Kind.DHCP);
        }
        return new PuntSettings(List.copyOf(kinds), inRange("punt-table", config.punt$_$table(), 0, 254),
            inRange("punt-priority", config.punt$_$priority(), 1, 65_535),
            cookie(config.punt$_$cookie()),
            seconds("punt-refresh-seconds", config.punt$_$refresh$_$seconds(), 0, 86_400));
    }

    private static List<IpPrefix> prefixes(final String text) {
        try {
            return Arrays.stream(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).map(IpPrefix::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("learn-from-ip = " + text
                + " is not a list of prefixes, such as 10.0.0.0/8, 2001:db8::/32", e);
        }
    }

    private static Duration seconds(final String name, final int value, final int min, final int max) {
        return Duration.ofSeconds(inRange(name, value, min, max));
    }

    private static int inRange(final String name, final int value, final int min, final int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " = " + value + " is not in " + min + ".." + max);
        }
        return value;
    }

    private static Uint64 cookie(final String text) {
        try {
            final var digits = text.trim();
            return Uint64.fromLongBits(digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16)
                : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                "punt-cookie = " + text + " is not an unsigned 64-bit number, decimal or after 0x hexadecimal", e);
        }
    }
}
