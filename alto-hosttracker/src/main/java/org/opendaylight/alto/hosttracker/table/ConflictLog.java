/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The conflicts of the recent past. The same one again is counted; when there are too many different ones, those that
 * did not happen for longest are forgotten.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ConflictLog {
    /** Enough to see what goes on, little enough to be read and written often. */
    public static final int MAX = 200;

    private final LinkedHashMap<Same, Numbered> conflicts = new LinkedHashMap<>();
    private long numbers;

    /** What makes two conflicts one. */
    private record Same(HostConflict.Kind kind, Host.Key host, Optional<IpAddr> address, Host.Key rival,
            SwitchPort rivalAttachment) {
    }

    /**
     * A conflict with its number.
     *
     * @param number counts up from 1 with each conflict that is new
     * @param conflict the conflict
     */
    public record Numbered(long number, HostConflict conflict) {
    }

    /**
     * Adds what happened.
     *
     * @param now a conflict
     * @return true if it is not a repetition
     */
    public boolean add(final HostConflict now) {
        final var same = new Same(now.kind(), now.host(), now.address(), now.rival(), now.rivalAttachment());
        final var before = conflicts.get(same);
        if (before != null) {
            final var earlier = before.conflict;
            conflicts.putLast(same, new Numbered(before.number, new HostConflict(now.kind(), now.host(), now.address(),
                now.attachment(), now.rival(), now.rivalAttachment(), earlier.first(), now.last(),
                earlier.count() + now.count())));
            return false;
        }
        if (conflicts.size() >= MAX) {
            conflicts.pollFirstEntry();
        }
        conflicts.put(same, new Numbered(++numbers, now));
        return true;
    }

    /**
     * Returns all that is remembered.
     *
     * @return the newest first
     */
    public List<Numbered> newestFirst() {
        return new ArrayList<>(conflicts.values()).reversed();
    }
}
