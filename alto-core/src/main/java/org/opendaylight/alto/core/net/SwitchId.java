/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.net;

/**
 * An OpenFlow switch, by its datapath id. Its text is the controller's node id, {@code openflow:} and the number in
 * decimal.
 *
 * @param datapathId the 64-bit datapath id, unsigned
 */
public record SwitchId(long datapathId) implements Comparable<SwitchId> {
    private static final String SCHEME = "openflow:";

    /**
     * Reads the controller's node id.
     *
     * @param text for example {@code openflow:1}
     * @return the switch
     * @throws IllegalArgumentException if the text has another form
     */
    public static SwitchId parse(final String text) {
        if (text.startsWith(SCHEME)) {
            try {
                return new SwitchId(Long.parseUnsignedLong(text, SCHEME.length(), text.length(), 10));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(problem(text), e);
            }
        }
        throw new IllegalArgumentException(problem(text));
    }

    private static String problem(final String text) {
        return "'" + text + "' is not a switch; expected openflow: and a datapath id in decimal, like openflow:1";
    }

    @Override
    public int compareTo(final SwitchId other) {
        return Long.compareUnsigned(datapathId, other.datapathId);
    }

    @Override
    public String toString() {
        return SCHEME + Long.toUnsignedString(datapathId);
    }
}
