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
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;

/** What came of an observation, or of its not coming. */
public sealed interface HostEvent {
    /** One change of the table, with exactly what changed. */
    sealed interface OfTable extends HostEvent {
        /**
         * Returns the host that changed.
         *
         * @return the host after the change; for a host that is gone, as it was
         */
        Host host();
    }

    /**
     * A host was seen for the first time.
     *
     * @param host the new host
     */
    record Added(Host host) implements OfTable {
    }

    /**
     * A host moved, or has other addresses.
     *
     * @param before as it was
     * @param host as it is now
     */
    record Changed(Host before, Host host) implements OfTable {
    }

    /**
     * A host was seen again, and only the time of that is new.
     *
     * @param host as it is now
     */
    record Seen(Host host) implements OfTable {
    }

    /**
     * A host is gone.
     *
     * @param host as it was
     * @param cause why
     */
    record Removed(Host host, Cause cause) implements OfTable {
    }

    /**
     * A host claims an address that another one has. Whoever can should ask the other one whether it still has it.
     *
     * @param holder the host that has the address
     * @param address the address
     * @param claimant the host that claims it
     */
    record Contested(Host holder, IpAddr address, Host.Key claimant) implements HostEvent {
    }

    /**
     * What was observed contradicts what stays true.
     *
     * @param conflict the contradiction, counted once
     */
    record Conflicting(HostConflict conflict) implements HostEvent {
    }

    /** Why a host was taken out of the table. */
    enum Cause {
        /** Its port went down. */
        PORT_DOWN,
        /** Its switch disconnected and did not bring the port back in time. */
        SWITCH_GONE,
        /** Its port turned out to be one end of a link between switches, so that the host is elsewhere. */
        LINK_DISCOVERED,
        /** It was asked whether it is there and did not answer. */
        NO_ANSWER,
        /** It cannot be asked and said nothing for long. */
        SILENT,
        /** An operator pinned it to another port. */
        PINNED_ELSEWHERE,
    }
}
