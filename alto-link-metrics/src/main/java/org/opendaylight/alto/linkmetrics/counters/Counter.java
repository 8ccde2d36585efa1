/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.counters;

/** What a switch counts at a port (OpenFlow 1.3, ofp_port_stats). */
public enum Counter {
    /** Packets received. */
    RX_PACKETS,
    /** Packets sent. */
    TX_PACKETS,
    /** Bytes received. */
    RX_BYTES,
    /** Bytes sent. */
    TX_BYTES,
    /** Errors of receiving. */
    RX_ERRORS,
    /** Errors of sending. */
    TX_ERRORS,
    /** Received packets that were dropped. */
    RX_DROPS,
    /** Packets that were to be sent and were dropped. */
    TX_DROPS
}
