/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The ports by which packets leave the switches on their way, from some switch to the destination host, as a linked
 * list, so that ways to one host share their ends.
 *
 * @param leaving the first of these ports
 * @param rest the ports after it; null if it is the destination host's
 * @param length how many ports these are, and so how many switches are passed
 */
public record Way(SwitchPort leaving, @Nullable Way rest, int length) {
    /**
     * Puts a port before a way.
     *
     * @param leaving the port
     * @param rest the ports after it; null if it is the destination host's
     * @return the longer way
     */
    public static Way of(final SwitchPort leaving, final @Nullable Way rest) {
        return new Way(leaving, rest, rest == null ? 1 : rest.length + 1);
    }
}
