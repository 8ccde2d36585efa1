/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.service.HostPins;

/** Keeps pins, in the order in which they were made. */
final class FakeHostPins implements HostPins {
    /** The pins. */
    final List<HostPin> pins = new ArrayList<>();
    /** How to fail. */
    @Nullable IOException failure = null;

    private void fail() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public List<HostPin> pins() {
        return List.copyOf(pins);
    }

    @Override
    public void pin(final HostPin pin) throws IOException {
        fail();
        for (var other : pins) {
            for (var address : pin.addresses()) {
                if (!other.host().equals(pin.host()) && other.addresses().contains(address)) {
                    throw new IllegalArgumentException(address + " is pinned to " + other.host());
                }
            }
        }
        pins.removeIf(old -> old.host().equals(pin.host()));
        pins.add(pin);
    }

    @Override
    public boolean unpin(final Host.Key host) throws IOException {
        fail();
        return pins.removeIf(pin -> pin.host().equals(host));
    }
}
