/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.SortedSet;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * What an operator says of a host, and no packet can change: these addresses are of this host and of no other, and this
 * host is behind that port and nowhere else. A pin does not make a host known: it must be seen like any other.
 *
 * @param host whom it is about
 * @param addresses addresses that only this host can have; it may have others as well
 * @param attachment the only port where the host is believed, or empty if it may be anywhere
 */
public record HostPin(Host.Key host, SortedSet<IpAddr> addresses, Optional<SwitchPort> attachment) {
    public HostPin {
        addresses = ImmutableSortedSet.copyOf(addresses);
        if (addresses.isEmpty() && attachment.isEmpty()) {
            throw new IllegalArgumentException("A pin of " + host + " needs an address or an attachment point");
        }
    }
}
