/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.List;
import org.opendaylight.alto.core.path.MeterRef;

/** A copy of a packet that leaves the pipeline of a switch. */
public sealed interface Emission {
    /**
     * It is sent by a port.
     *
     * @param port port number
     * @param header the header with which it leaves
     * @param rewrites what was changed in this switch, in order
     * @param meters the meters that it passed in this switch, in order
     */
    record ByPort(long port, Header header, List<Action> rewrites, List<MeterRef> meters) implements Emission {
        public ByPort {
            rewrites = List.copyOf(rewrites);
            meters = List.copyOf(meters);
        }
    }

    /** It is sent to the controller. */
    record ToController() implements Emission {
    }

    /** It is handed to the network stack of the switch. */
    record ToSwitch() implements Emission {
    }
}
