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

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;

/** Makes hosts for tests. */
public final class Hosts {
    private Hosts() {
    }

    /**
     * Makes an untagged host that was seen once, at the epoch.
     *
     * @param mac its link-layer address
     * @param attachment its port, such as {@code openflow:1:2}
     * @param addresses its internet-layer addresses
     * @return the host
     */
    public static Host host(final String mac, final String attachment, final String... addresses) {
        return new Host(MacAddress.parse(mac), Optional.empty(),
            Arrays.stream(addresses).map(IpAddr::parse).collect(Collectors.toCollection(TreeSet::new)),
            SwitchPort.parse(attachment), Instant.EPOCH, Instant.EPOCH);
    }
}
