/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.Optional;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Versioned;

/**
 * A network map, with what the next one can be made from.
 *
 * @param grouping how it was made
 * @param versioned the map
 * @param switches the PIDs of switches; empty if the grouping is not about switches
 * @param hosts the PIDs of hosts
 */
record MadeNetworkMap(Grouping grouping, Versioned<NetworkMap> versioned, Optional<SwitchPids> switches,
        HostPids hosts) {
}
