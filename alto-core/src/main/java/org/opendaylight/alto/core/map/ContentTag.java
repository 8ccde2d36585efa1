/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import org.opendaylight.alto.core.net.Ipv4Addr;

/**
 * Version tags (RFC 7285, section 10.3) that are hashes of the content: equal content has the equal tag on every
 * cluster member, after a restart, and after a change that is taken back; any change changes it.
 *
 * <p>What is hashed is a canonical form, in two levels: the address group of each PID, or the cost row of each source,
 * by itself, and then the names with these hashes. So after a change only the parts that changed are hashed anew. In
 * each part all names, which have one length at most and no control characters, end with a line feed.
 */
public final class ContentTag {
    private static final int HEX_DIGITS = 32;

    private ContentTag() {
    }

    /**
     * Returns the tag of a network map.
     *
     * @param map the content; the resource id is not part of it
     * @return 32 hexadecimal digits
     */
    public static String of(final NetworkMap map) {
        final var bytes = new TagBytes();
        bytes.add("network-map");
        map.pids().forEach((pid, group) -> {
            bytes.add(pid.value());
            bytes.add(group.digest());
        });
        return end(bytes);
    }

    /**
     * Returns the tag of a cost map.
     *
     * @param map the content, which includes the version of the network map
     * @return 32 hexadecimal digits
     */
    public static String of(final CostMap map) {
        // on all processors, as rows are long and may be many
        map.rows().values().parallelStream().forEach(CostRow::digest);
        final var bytes = new TagBytes();
        bytes.add("cost-map");
        bytes.add(map.networkMap().resourceId().value());
        bytes.add(map.networkMap().tag());
        bytes.add(map.type().metric().value());
        bytes.add(map.type().mode().value());
        map.rows().forEach((source, row) -> {
            bytes.add(source.value());
            bytes.add(row.digest());
        });
        return end(bytes);
    }

    /** Hashes an address group. */
    static Digest digest(final EndpointAddrGroup group) {
        final var bytes = new TagBytes();
        for (var prefix : group.prefixes()) {
            final var network = prefix.network();
            bytes.add((byte) prefix.length());
            if (network instanceof Ipv4Addr v4) {
                bytes.add((byte) 4);
                bytes.add(v4.value());
            } else {
                bytes.add((byte) 6);
                bytes.add(network.high());
                bytes.add(network.low());
            }
        }
        return new Digest(bytes.hash());
    }

    /** Hashes a row. */
    static Digest digest(final CostRow row) {
        final var bytes = new TagBytes();
        for (int i = 0; i < row.size(); i++) {
            bytes.add(row.destination(i).value());
            final double number = row.number(i);
            if (Double.isNaN(number)) {
                bytes.add((byte) 1);
                bytes.add(row.value(i).toString());
            } else {
                bytes.add((byte) 0);
                bytes.add(Double.doubleToRawLongBits(number));
            }
        }
        return new Digest(bytes.hash());
    }

    private static String end(final TagBytes bytes) {
        return bytes.hash().toString().substring(0, HEX_DIGITS);
    }
}
