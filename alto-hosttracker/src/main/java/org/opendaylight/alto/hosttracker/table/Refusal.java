/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

/** Why something that came in had no effect. */
public enum Refusal {
    /** A frame that says it is ARP or Neighbour Discovery is cut off or has fields that hosts do not send. */
    MALFORMED,
    /** The frame comes from another station than the one that speaks in it, or from a group address. */
    NOT_ONE_STATION,
    /** The sender's address cannot be that of a host. */
    UNUSABLE_ADDRESS,
    /** The packet came in at a port where no hosts are: between switches. */
    NOT_AT_EDGE,
    /** The port has as many hosts as one port may have. */
    PORT_FULL,
    /** An operator pinned it otherwise. */
    PINNED,
    /** Another host has the address, or another one claimed it first. */
    CONTESTED,
    /** The host changed its port too often; it counts as being where it is until that stops. */
    FLAPPING,
    /** Packets came faster from the port than one port may send. */
    RATE_LIMITED,
    /** The table, or the list of what waits for a port's hold-off to end, is full. */
    TABLE_FULL,
    /** The host has as many addresses as one host may have. */
    TOO_MANY_ADDRESSES,
    /** The same packet was sent on a moment ago: a loop outside of our switches brought it back. */
    ECHO,
    /** An answer is for a host that is not known. */
    UNKNOWN_RECEIVER,
    /** More packets waited than the tracker keeps. */
    OVERLOAD,
}
