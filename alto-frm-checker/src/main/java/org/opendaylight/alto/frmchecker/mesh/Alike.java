/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.AddressFamily;

/**
 * What hosts have in common that no rule tells apart, in one role and for one address family. Hosts in different VLANs
 * are told apart as senders. The hosts of a {@link HostMesh} that are alike have the same object. Immutable.
 */
final class Alike {
    private final int at;
    private final AddressFamily family;
    private final long vlanVid;
    private final long[] values;
    // it is asked for much more often than made
    private final int hash;

    /**
     * Makes a class of hosts.
     *
     * @param at number of the switch that they are attached to
     * @param family the family of their addresses
     * @param vlanVid the VLAN of the packets
     * @param values what the rules see of them, as of {@link ValueIndex#signature}; not to be changed
     */
    Alike(final int at, final AddressFamily family, final long vlanVid, final long[] values) {
        this.at = at;
        this.family = family;
        this.vlanVid = vlanVid;
        this.values = values;
        hash = ((31 * at + family.ordinal()) * 31 + Long.hashCode(vlanVid)) * 31 + Arrays.hashCode(values);
    }

    /** Returns the address family of the packets. */
    AddressFamily family() {
        return family;
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof Alike other && hash == other.hash && at == other.at
            && family == other.family && vlanVid == other.vlanVid && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return at + " " + family + " " + vlanVid + " " + Arrays.toString(values);
    }
}
