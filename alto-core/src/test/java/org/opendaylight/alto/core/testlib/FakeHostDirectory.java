/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.testlib;

import java.util.List;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.HostListener;
import org.opendaylight.alto.core.service.Listeners;
import org.opendaylight.alto.core.service.Registration;

/** Hosts that a test sets. */
public final class FakeHostDirectory implements HostDirectory {
    private final Listeners<HostListener> listeners = new Listeners<>();

    private volatile HostTable table = HostTable.EMPTY;

    /**
     * Replaces all hosts and tells the listeners, on the calling thread.
     *
     * @param hosts the hosts from now on
     */
    public void set(final Host... hosts) {
        final var before = table;
        final var after = HostTable.of(List.of(hosts));
        table = after;
        listeners.forEach(listener -> listener.hostsChanged(after, after.changesSince(before)));
    }

    @Override
    public HostTable hosts() {
        return table;
    }

    @Override
    public Registration onChange(final HostListener listener) {
        return listeners.add(listener);
    }
}
