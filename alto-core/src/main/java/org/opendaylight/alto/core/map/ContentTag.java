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

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
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
    private static final char END = '\n';
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
        final var hash = start("network-map");
        map.pids().forEach((pid, group) -> {
            put(hash, pid.value());
            put(hash, group.digest());
        });
        return end(hash);
    }

    /**
     * Returns the tag of a cost map.
     *
     * @param map the content, which includes the version of the network map
     * @return 32 hexadecimal digits
     */
    public static String of(final CostMap map) {
        final var hash = start("cost-map");
        put(hash, map.networkMap().resourceId().value());
        put(hash, map.networkMap().tag());
        put(hash, map.type().metric().value());
        put(hash, map.type().mode().value());
        map.rows().forEach((source, row) -> {
            put(hash, source.value());
            put(hash, row.digest());
        });
        return end(hash);
    }

    /** Hashes an address group. */
    static Digest digest(final EndpointAddrGroup group) {
        final var hash = Hashing.sha256().newHasher();
        for (var prefix : group.prefixes()) {
            final var network = prefix.network();
            hash.putByte((byte) prefix.length());
            if (network instanceof Ipv4Addr v4) {
                hash.putByte((byte) 4).putInt(v4.value());
            } else {
                hash.putByte((byte) 6).putLong(network.high()).putLong(network.low());
            }
        }
        return new Digest(hash.hash());
    }

    /** Hashes a row. */
    static Digest digest(final CostRow row) {
        final var hash = Hashing.sha256().newHasher();
        for (int i = 0; i < row.size(); i++) {
            put(hash, row.destination(i).value());
            final double number = row.number(i);
            if (Double.isNaN(number)) {
                hash.putByte((byte) 1);
                put(hash, row.value(i).toString());
            } else {
                hash.putByte((byte) 0).putDouble(number);
            }
        }
        return new Digest(hash.hash());
    }

    private static Hasher start(final String kind) {
        final var hash = Hashing.sha256().newHasher();
        put(hash, kind);
        return hash;
    }

    private static void put(final Hasher hash, final String text) {
        hash.putString(text, StandardCharsets.UTF_8).putByte((byte) END);
    }

    private static void put(final Hasher hash, final Digest digest) {
        hash.putBytes(digest.hash().asBytes());
    }

    private static String end(final Hasher hash) {
        return hash.hash().toString().substring(0, HEX_DIGITS);
    }
}
