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

import java.time.Instant;
import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * Packets contradicted what was known of a host. Repetitions of the same conflict are counted, not listed.
 *
 * @param kind what was contradicted
 * @param host the host that was known
 * @param address the address in question, or empty if it is about the host's place
 * @param attachment where the host is, or empty if it is pinned and was never seen
 * @param rival who contradicted: another host, or the host itself
 * @param rivalAttachment where that was seen
 * @param first when it happened first
 * @param last when it happened last
 * @param count how often it happened, at least 1
 */
public record HostConflict(Kind kind, Host.Key host, Optional<IpAddr> address,
        Optional<SwitchPort> attachment, Host.Key rival, SwitchPort rivalAttachment, Instant first, Instant last,
        long count) {
    /** What was contradicted. */
    public enum Kind {
        /** Two hosts use one address, and the one that had it says it still has it (RFC 5227, section 2.4). */
        ADDRESS_IN_USE,
        /** A host comes back to a port that it left a moment ago, so that it seems to be at two. */
        TWO_PORTS,
        /** A packet claims what an operator has pinned otherwise. */
        PINNED,
    }
}
