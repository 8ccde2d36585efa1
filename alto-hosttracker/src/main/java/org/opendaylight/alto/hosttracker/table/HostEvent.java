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

import org.opendaylight.alto.core.host.Host;

/** One change of the table, with exactly what changed. */
public sealed interface HostEvent {
    /**
     * Returns the host that changed.
     *
     * @return the host after the change; for a host that is gone, as it was
     */
    Host host();

    /**
     * A host was seen for the first time.
     *
     * @param host the new host
     */
    record Added(Host host) implements HostEvent {
    }

    /**
     * A host moved, or has other addresses.
     *
     * @param before as it was
     * @param host as it is now
     */
    record Changed(Host before, Host host) implements HostEvent {
    }

    /**
     * A host was seen again, and only the time of that is new.
     *
     * @param host as it is now
     */
    record Seen(Host host) implements HostEvent {
    }

    /**
     * A host is gone.
     *
     * @param host as it was
     * @param cause why
     */
    record Removed(Host host, Cause cause) implements HostEvent {
    }

    /** Why a host was taken out of the table. */
    enum Cause {
        /** Its port went down. */
        PORT_DOWN,
        /** Its switch disconnected and did not bring the port back in time. */
        SWITCH_GONE,
        /** Its port turned out to be one end of a link between switches, so that the host is elsewhere. */
        LINK_DISCOVERED,
        /** It was known from before a restart and did not answer. */
        NO_ANSWER,
    }
}
