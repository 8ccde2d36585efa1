/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What this server gives to clients for Digest (RFC 7616, section 3.3). A nonce says when it was given and is signed,
 * so nothing is kept of it until somebody has proven with it to know a password; then it is kept how often it was used,
 * until it is too old. If too many are kept, the oldest is forgotten, and all that are not younger and not kept count
 * as too old: a client gets another then, and a request that was heard is never accepted again.
 *
 * <p>For several threads at once.
 */
public final class Nonces {
    private static final String HMAC = "HmacSHA256";
    private static final int PLAIN_BYTES = 2 * Long.BYTES;
    private static final int SIGNATURE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;
    private final long lifetime;
    private final int kept;
    // guarded by this: in the order of their age
    private final TreeMap<Id, NonceCounts> used = new TreeMap<>();
    // guarded by this: milliseconds; what is not younger and not in the map was forgotten
    private long forgotten = Long.MIN_VALUE;

    /**
     * What a nonce says.
     *
     * @param issued when it was given, in milliseconds
     * @param serial tells those of the same moment from each other
     */
    private record Id(long issued, long serial) implements Comparable<Id> {
        @Override
        public int compareTo(final Id other) {
            final int byAge = Long.compare(issued, other.issued);
            return byAge == 0 ? Long.compare(serial, other.serial) : byAge;
        }
    }

    /**
     * Starts with a new key, so that nonces of before are not known.
     *
     * @param clock tells the time
     * @param lifetime how long a nonce can be used
     * @param kept of how many nonces to remember the uses, 1 or more
     */
    public Nonces(final Clock clock, final Duration lifetime, final int kept) {
        this.clock = clock;
        this.lifetime = lifetime.toMillis();
        this.kept = kept;
        final var bytes = new byte[32];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, HMAC);
    }

    /**
     * Makes a nonce.
     *
     * @return text of letters, digits, {@code -} and {@code _}
     */
    public String issue() {
        final var plain = ByteBuffer.allocate(PLAIN_BYTES).putLong(clock.millis()).putLong(random.nextLong()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer
            .allocate(PLAIN_BYTES + SIGNATURE_BYTES).put(plain).put(sign(plain)).array());
    }

    /**
     * Uses a nonce. To be called only when the client has proven to know a password with it.
     *
     * @param nonce what the client says
     * @param count how often the client says to have used it, including this time
     * @return whether the nonce is of this server, not too old, and was not used with that count before
     */
    public boolean use(final String nonce, final long count) {
        final byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != PLAIN_BYTES + SIGNATURE_BYTES || !MessageDigest.isEqual(
                Arrays.copyOfRange(bytes, PLAIN_BYTES, bytes.length), sign(Arrays.copyOf(bytes, PLAIN_BYTES)))) {
            return false;
        }
        final var plain = ByteBuffer.wrap(bytes);
        return use(new Id(plain.getLong(), plain.getLong()), count);
    }

    private synchronized boolean use(final Id id, final long count) {
        final long oldest = clock.millis() - lifetime;
        used.headMap(new Id(oldest, Long.MIN_VALUE)).clear();
        if (id.issued < oldest) {
            return false;
        }
        var counts = used.get(id);
        if (counts == null) {
            if (id.issued <= forgotten) {
                return false;
            }
            counts = new NonceCounts();
            used.put(id, counts);
            if (used.size() > kept) {
                final Map.Entry<Id, NonceCounts> first = used.firstEntry();
                used.remove(first.getKey());
                forgotten = Math.max(forgotten, first.getKey().issued);
            }
        }
        return counts.add(count);
    }

    /** Returns of how many nonces uses are remembered now. */
    synchronized int remembered() {
        return used.size();
    }

    private byte[] sign(final byte[] plain) {
        try {
            final var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(plain), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
