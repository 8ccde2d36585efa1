/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.util.Locale;

/** Numbers and names as people read them. */
public final class Words {
    private static final int SHORT_TAG = 8;
    private static final double KIB = 1024;
    private static final String[] UNITS = { "KiB", "MiB", "GiB" };

    private Words() {
    }

    /**
     * Counts something.
     *
     * @param number how many
     * @param one what it is, if it is one
     * @param many what they are otherwise
     * @return such as {@code 1,700 PIDs}
     */
    public static String count(final long number, final String one, final String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    /**
     * Writes a size.
     *
     * @param bytes a number of bytes
     * @return such as {@code 12.3 KiB}
     */
    public static String bytes(final long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        int unit = 0;
        double size = bytes / KIB;
        while (size >= KIB && unit < UNITS.length - 1) {
            size /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /**
     * Shortens a version tag to what is enough to tell versions from each other.
     *
     * @param tag a version tag
     * @return its first characters
     */
    public static String shortTag(final String tag) {
        return tag.substring(0, Math.min(SHORT_TAG, tag.length()));
    }
}
