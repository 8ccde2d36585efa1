/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;

/** Ports as the OpenFlow plugin writes them: {@code 2}, {@code 0x2}, {@code openflow:1:2} or {@code CONTROLLER}. */
final class PortNames {
    private static final long MAX = 0xFFFF_FFFFL;

    private PortNames() {
        // static only
    }

    private static String lastPart(final String text) {
        return text.substring(text.lastIndexOf(':') + 1);
    }

    /** Returns the number, also of a reserved port that is named; empty if the text has another form. */
    static OptionalLong number(final String text) {
        final var last = lastPart(text);
        try {
            final long number = Long.decode(last);
            return number < 0 || number > MAX ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException e) {
            return switch (last.toUpperCase(Locale.ROOT)) {
                case "IN_PORT", "INPORT" -> OptionalLong.of(0xFFFF_FFF8L);
                case "TABLE" -> OptionalLong.of(0xFFFF_FFF9L);
                case "NORMAL" -> OptionalLong.of(0xFFFF_FFFAL);
                case "FLOOD" -> OptionalLong.of(0xFFFF_FFFBL);
                case "ALL" -> OptionalLong.of(0xFFFF_FFFCL);
                case "CONTROLLER" -> OptionalLong.of(0xFFFF_FFFDL);
                case "LOCAL" -> OptionalLong.of(0xFFFF_FFFEL);
                default -> OptionalLong.empty();
            };
        }
    }

    /** Returns which reserved port a number is. */
    static Optional<ReservedPort> reserved(final long number) {
        return Optional.ofNullable(switch ((int) number) {
            case 0xFFFF_FFF8 -> ReservedPort.IN_PORT;
            case 0xFFFF_FFF9 -> ReservedPort.TABLE;
            case 0xFFFF_FFFA -> ReservedPort.NORMAL;
            case 0xFFFF_FFFB -> ReservedPort.FLOOD;
            case 0xFFFF_FFFC -> ReservedPort.ALL;
            case 0xFFFF_FFFD -> ReservedPort.CONTROLLER;
            case 0xFFFF_FFFE -> ReservedPort.LOCAL;
            default -> null;
        });
    }

    /** Tells whether a number is that of a physical port. */
    static boolean isPhysical(final long number) {
        return number >= 1 && number <= SwitchPort.MAX_PORT;
    }
}
