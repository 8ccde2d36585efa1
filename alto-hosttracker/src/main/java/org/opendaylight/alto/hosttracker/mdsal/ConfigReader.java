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
                inRange("max-addresses-per-host", config.max$_$addresses$_$per$_$host(), 1, 100_000),
                seconds("seen-interval-seconds", config.seen$_$interval$_$seconds(), 1, 86_400)),
            seconds("hold-off-seconds", config.hold$_$off$_$seconds(), 0, 3_600),
            seconds("switch-grace-seconds", config.switch$_$grace$_$seconds(), 0, 86_400),
            seconds("remember-seconds", config.remember$_$seconds(), 0, 604_800),
            inRange("probes", config.probes(), 1, 100),
            Duration.ofMillis(inRange("probe-interval-milliseconds", config.probe$_$interval$_$milliseconds(),
                100, 600_000)));
    }

    static PuntSettings punt(final HostTrackerConfig config) {
        return new PuntSettings(inRange("punt-table", config.punt$_$table(), 0, 254),
            inRange("punt-priority", config.punt$_$priority(), 1, 65_535),
            cookie(config.punt$_$cookie()),
            seconds("punt-refresh-seconds", config.punt$_$refresh$_$seconds(), 0, 86_400));
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
