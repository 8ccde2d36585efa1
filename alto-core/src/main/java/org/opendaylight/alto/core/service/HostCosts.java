/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

/**
 * The costs between all hosts of a {@link CostSnapshot}, told in few words: hosts that the network treats alike as
 * senders are in one source group, and those that it treats alike as receivers in one destination group. The cost of a
 * pair of hosts is that of its two groups. Hosts of one group are attached to one switch.
 *
 * <p>A host is known by its place in {@link org.opendaylight.alto.core.host.HostTable#hosts()} of the snapshot. The
 * cost of a pair is that between the first addresses of the first family that both have, IPv4 before IPv6. A host has
 * no cost to itself. Immutable; may be used from any thread.
 */
public interface HostCosts {
    /**
     * In place of a group, for a host that has no address or whose switch is not connected: no pair with it has a cost.
     */
    int NO_GROUP = -1;

    /**
     * Returns the group of a host as a sender.
     *
     * @param host its place
     * @return 0 to {@link #sourceGroupCount()} - 1, or {@link #NO_GROUP}
     */
    int sourceGroup(int host);

    /**
     * Returns the group of a host as a receiver.
     *
     * @param host its place
     * @return 0 to {@link #destinationGroupCount()} - 1, or {@link #NO_GROUP}
     */
    int destinationGroup(int host);

    /**
     * Counts the groups of senders.
     *
     * @return number of groups
     */
    int sourceGroupCount();

    /**
     * Counts the groups of receivers.
     *
     * @return number of groups
     */
    int destinationGroupCount();

    /**
     * Returns the costs from all groups to one. Takes O(source groups), as long as the packets' ways are plain.
     *
     * @param destinationGroup a group of receivers
     * @return the cost from each source group, {@code NaN} where there is none; not to be changed
     */
    double[] costsTo(int destinationGroup);
}
