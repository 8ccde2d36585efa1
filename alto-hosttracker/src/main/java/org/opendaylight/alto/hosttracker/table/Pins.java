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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/** What an operator says of hosts. */
final class Pins {
    private final Map<Host.Key, SwitchPort> places = new HashMap<>();
    private final Map<IpAddr, HostPin> owners = new HashMap<>();

    /** Takes over pins; of two with one address the first one counts. */
    Pins(final List<HostPin> pins) {
        pins.forEach(pin -> {
            pin.attachment().ifPresentOrElse(port -> places.put(pin.host(), port), () -> places.remove(pin.host()));
            pin.addresses().forEach(address -> owners.putIfAbsent(address, pin));
        });
    }

    /** Returns where a host has to be instead, or empty if it may be at a port. */
    Optional<SwitchPort> insteadOf(final SwitchPort port, final Host.Key host) {
        return Optional.ofNullable(places.get(host)).filter(place -> !place.equals(port));
    }

    /** Returns the pin of another host with an address, or empty if a host may have it. */
    Optional<HostPin> otherOwner(final IpAddr address, final Host.Key host) {
        return Optional.ofNullable(owners.get(address)).filter(pin -> !pin.host().equals(host));
    }

    /** Tells whether a host may be where it is with the addresses that it has. */
    boolean allow(final Host host) {
        return insteadOf(host.attachment(), host.key()).isEmpty()
            && host.addresses().stream().allMatch(address -> otherOwner(address, host.key()).isEmpty());
    }

    /** Calls for each address that is pinned. */
    void forEachAddress(final BiConsumer<IpAddr, Host.Key> action) {
        owners.forEach((address, pin) -> action.accept(address, pin.host()));
    }

    /** Calls for each host whose port is pinned. */
    void forEachPlace(final BiConsumer<Host.Key, SwitchPort> action) {
        places.forEach(action);
    }
}
