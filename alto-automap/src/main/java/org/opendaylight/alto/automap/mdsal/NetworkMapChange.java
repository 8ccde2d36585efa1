/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import com.google.common.collect.Iterators;
import java.util.List;
import java.util.TreeMap;
import org.opendaylight.alto.automap.compute.Differences;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataTreeWriteTransaction;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/**
 * Writes what makes one version of a network map out of another: PIDs, and single prefixes where most of a PID stays.
 */
final class NetworkMapChange {
    /** A PID is written whole if more than one of so many prefixes comes or goes. */
    private static final int MOST_STAY = 8;

    private NetworkMapChange() {
    }

    /**
     * Writes a change.
     *
     * @param tx where to write it
     * @param id the name of the map
     * @param before the map in the datastore
     * @param after the map that shall be there
     */
    static void write(final DOMDataTreeWriteTransaction tx, final ResourceId id, final Versioned<NetworkMap> before,
            final Versioned<NetworkMap> after) {
        tx.merge(LogicalDatastoreType.OPERATIONAL, ResourcePaths.networkMap(id),
            ResourceNodes.networkMapHead(after));
        Differences.forEach(before.map().pids(), after.map().pids(), (pid, group) -> {
            final var last = before.map().pids().get(pid);
            if (group == null) {
                tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.pid(id, pid));
            } else if (last == null
                    || !writePrefixes(tx, ResourcePaths.pid(id, pid), last.prefixes(), group.prefixes())) {
                tx.put(LogicalDatastoreType.OPERATIONAL, ResourcePaths.pid(id, pid),
                    ResourceNodes.pid(pid, group));
            }
        });
    }

    /** Writes the prefixes of a PID that come and go, or nothing if they are many. Returns whether it did. */
    private static boolean writePrefixes(final DOMDataTreeWriteTransaction tx, final YangInstanceIdentifier pid,
            final List<IpPrefix> before, final List<IpPrefix> after) {
        final var isThere = new TreeMap<IpPrefix, Boolean>();
        final var old = Iterators.peekingIterator(before.iterator());
        for (final var prefix : after) {
            while (old.hasNext() && old.peek().compareTo(prefix) < 0) {
                isThere.put(old.next(), false);
            }
            if (old.hasNext() && old.peek().equals(prefix)) {
                old.next();
            } else {
                isThere.put(prefix, true);
            }
        }
        old.forEachRemaining(gone -> isThere.put(gone, false));
        if (isThere.size() * MOST_STAY > Math.min(before.size(), after.size())) {
            return false;
        }
        isThere.forEach((prefix, stays) -> {
            if (stays) {
                tx.put(LogicalDatastoreType.OPERATIONAL, ResourcePaths.prefix(pid, prefix),
                    ResourceNodes.prefix(prefix));
            } else {
                tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.prefix(pid, prefix));
            }
        });
        return true;
    }
}
