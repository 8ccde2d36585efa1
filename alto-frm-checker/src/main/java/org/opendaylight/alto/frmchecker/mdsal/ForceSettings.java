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

import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.path.service.ForceCompute;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * What an operator says of the rules for predicted paths.
 *
 * @param enabled whether there are such rules
 * @param table their flow table
 * @param priority their priority
 * @param cookie their cookie
 * @param idleTimeout they go when no packet matched for so many seconds; 0 for never
 * @param hardTimeout they go after so many seconds; 0 for never
 * @param pathsPerSecond at most so many paths get rules in a second
 */
record ForceSettings(boolean enabled, Uint8 table, Uint16 priority, Uint64 cookie, Uint16 idleTimeout,
        Uint16 hardTimeout, int pathsPerSecond) {
    /** If an operator says nothing; the defaults of the model. */
    static final ForceSettings DEFAULT = new ForceSettings(false, Uint8.ZERO, Uint16.valueOf(100),
        Uint64.valueOf(0x616c_746f_7061_7468L), Uint16.ZERO, Uint16.ZERO, 10);

    static ForceSettings of(final @Nullable ForceCompute data) {
        return data == null ? DEFAULT : new ForceSettings(
            orElse(data.getEnabled(), DEFAULT.enabled),
            orElse(data.getTable(), DEFAULT.table),
            orElse(data.getPriority(), DEFAULT.priority),
            data.getCookie() == null ? DEFAULT.cookie
                : Uint64.fromLongBits(Long.parseUnsignedLong(data.getCookie().getValue().substring(2), 16)),
            orElse(data.getIdleTimeout(), DEFAULT.idleTimeout),
            orElse(data.getHardTimeout(), DEFAULT.hardTimeout),
            data.getMaxPathsPerSecond() == null ? DEFAULT.pathsPerSecond : data.getMaxPathsPerSecond().toJava());
    }

    private static <T> T orElse(final @Nullable T value, final T other) {
        return value == null ? other : value;
    }
}
