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

import java.util.ArrayList;
import java.util.Collection;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

/** Makes address blocks of single addresses. */
final class AddressBlocks {
    private AddressBlocks() {
    }

    /**
     * Returns the fewest prefixes that contain some addresses, and no other one. Takes O(n log n).
     *
     * @param addresses addresses of both families, each once, in any order
     * @return the prefixes
     */
    static EndpointAddrGroup of(final Collection<IpAddr> addresses) {
        final var blocks = new ArrayList<IpPrefix>(addresses.size());
        addresses.stream().sorted().forEach(address -> {
            // two halves of a block stand next to each other, as soon as both are complete
            var block = address.toPrefix();
            while (!blocks.isEmpty() && areHalves(blocks.getLast(), block)) {
                block = new IpPrefix(block.network(), block.length() - 1);
                blocks.removeLast();
            }
            blocks.add(block);
        });
        return EndpointAddrGroup.of(blocks);
    }

    private static boolean areHalves(final IpPrefix lower, final IpPrefix upper) {
        final int length = upper.length();
        return lower.length() == length && lower.family() == upper.family()
            && lower.network().equals(upper.network().masked(length - 1));
    }
}
