/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.query;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.VlanId;

/** Understands what a person types to pin a host. All mistakes are told in one sentence. */
public final class PinArguments {
    private PinArguments() {
    }

    /**
     * Reads which host is meant.
     *
     * @param mac its MAC address
     * @param vlan number of its VLAN, or null if its frames are untagged
     * @return what tells it from others
     * @throws IllegalArgumentException if an argument is wrong; the message is for the person
     */
    public static Host.Key host(final String mac, final @Nullable String vlan) {
        final var address = HostArguments.mac("MAC", mac);
        if (!address.isUnicast()) {
            throw new IllegalArgumentException("MAC " + mac + " is not the address of one host.");
        }
        return new Host.Key(address, Optional.ofNullable(vlan).map(PinArguments::vlan));
    }

    /**
     * Reads what is to be pinned. If nothing is named, it is what is known of the host.
     *
     * @param hosts the hosts that are known
     * @param host the host
     * @param addresses its addresses
     * @param port its port, or null
     * @return the pin
     * @throws IllegalArgumentException if an argument is wrong, or nothing is named or known; the message is for the
     *     person
     */
    public static HostPin pin(final HostTable hosts, final Host.Key host, final Collection<String> addresses,
            final @Nullable String port) {
        if (addresses.isEmpty() && port == null) {
            return hosts.find(host)
                .map(known -> new HostPin(host, known.addresses(), Optional.of(known.attachment())))
                .orElseThrow(() -> new IllegalArgumentException(unknown(hosts, host)));
        }
        return new HostPin(host,
            addresses.stream().map(text -> HostArguments.address("--address", text))
                .collect(Collectors.toCollection(TreeSet::new)),
            Optional.ofNullable(port).map(text -> HostArguments.port("--port", text)));
    }

    /**
     * Checks that options fit together.
     *
     * @param hostNamed whether a host is named
     * @param listing whether an option is given that is for all pins
     * @param deleting whether the pin is to be deleted
     * @param vlan whether a VLAN is given
     * @param content whether it is said what to pin
     * @throws IllegalArgumentException if not; the message is for the person
     */
    public static void requireFitting(final boolean hostNamed, final boolean listing, final boolean deleting,
            final boolean vlan, final boolean content) {
        if (!hostNamed && (deleting || vlan || content)) {
            throw new IllegalArgumentException(
                "MAC is missing: --vlan, --address, --port and --delete are about one host.");
        }
        if (hostNamed && listing) {
            throw new IllegalArgumentException("--json is for the list of pins, so it takes no MAC.");
        }
        if (deleting && content) {
            throw new IllegalArgumentException("--delete is for the whole pin, so it takes no --address or --port.");
        }
    }

    private static VlanId vlan(final String text) {
        // longer numbers are none, and would not fit
        final int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        try {
            return new VlanId(number);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--vlan '" + text + "' is not a number from 1 to 4094.", e);
        }
    }

    private static String unknown(final HostTable hosts, final Host.Key host) {
        final var name = host.mac() + host.vlan().map(vlan -> " in VLAN " + vlan).orElse("");
        final var others = hosts.hosts().stream()
            .filter(other -> other.mac().equals(host.mac()))
            .map(other -> other.vlan().map(vlan -> "in VLAN " + vlan).orElse("without a VLAN"))
            .collect(Collectors.joining(" and "));
        return others.isEmpty()
            ? "No host " + name + " is known; give --address or --port to pin it nevertheless."
            : "No host " + name + " is known, but one " + others
                + "; give --address or --port to pin it nevertheless.";
    }
}
