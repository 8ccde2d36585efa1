/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import java.util.regex.Pattern;
import org.opendaylight.alto.core.net.SwitchId;

/** The names by which people call switches. */
final class SwitchNames {
    private static final String SCHEME = "openflow:";
    /** As in Mininet, where the number in the name of a switch is its datapath id. */
    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z][A-Za-z._-]*([0-9]+)");

    private SwitchNames() {
    }

    /** Understands {@code openflow:1} or a name with one number at its end, such as {@code s1} or {@code sw1}. */
    static SwitchId parse(final String text) {
        if (text.startsWith(SCHEME)) {
            return SwitchId.parse(text);
        }
        final var numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            try {
                return new SwitchId(Long.parseUnsignedLong(numbered.group(1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' has a number of more than 64 bits, which is no "
                    + "datapath id", e);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a switch; expected openflow: and a datapath id in "
            + "decimal, like openflow:1, or a name with this number at its end, like s1 or sw1");
    }
}
