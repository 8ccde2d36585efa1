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

/**
 * Tags that are hashes of content (RFC 7285, section 10.3, suggests this): equal content has the equal tag after a
 * restart, on another cluster member and after an undo, and other content has another tag.
 *
 * <p>The hash is SHA-256 over a canonical form, cut to 128 bits, as 32 hexadecimal digits.
 */
public final class ContentTag {
    private static final char END = '\n';

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
        map.pids().forEach((pid, prefixes) -> {
            put(hash, pid.value());
            prefixes.forEach(prefix -> put(hash, prefix.toString()));
            // an empty line, which no prefix is, ends the PID
            put(hash, "");
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
        map.costs().forEach((source, row) -> {
            put(hash, source.value());
            row.forEach((destination, cost) -> {
                put(hash, destination.value());
                // -0.0 and 0.0 are the same cost
                hash.putDouble(cost + 0.0);
            });
            put(hash, "");
        });
        return end(hash);
    }

    private static Hasher start(final String kind) {
        final var hash = Hashing.sha256().newHasher();
        put(hash, kind);
        return hash;
    }

    private static void put(final Hasher hash, final String text) {
        hash.putString(text, StandardCharsets.UTF_8).putChar(END);
    }

    private static String end(final Hasher hash) {
        return hash.hash().toString().substring(0, 32);
    }
}
