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

/** Ethernet types. */
final class EtherType {
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int IPV6 = 0x86DD;
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;
    /** For local experiments (IEEE 802). */
    static final int EXPERIMENTAL = 0x88B5;

    private EtherType() {
        // constants only
    }
}
