/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

/** Protocols over IP, and types of ICMPv6. */
final class IpProtocol {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int GRE = 47;
    static final int ICMPV6 = 58;
    static final int SCTP = 132;

    /** Neighbour solicitation. */
    static final int SOLICITATION = 135;
    /** Neighbour advertisement. */
    static final int ADVERTISEMENT = 136;

    private IpProtocol() {
        // constants only
    }
}
