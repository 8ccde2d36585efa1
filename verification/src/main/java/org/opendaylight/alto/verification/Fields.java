/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.opendaylight.alto.frmchecker.flow.Field;

/** What the generator has to know of header fields. */
final class Fields {
    /** Fields of protocols over IP. */
    static final Set<Field> OF_TRANSPORT = EnumSet.of(Field.TCP_SRC, Field.TCP_DST, Field.UDP_SRC, Field.UDP_DST,
        Field.SCTP_SRC, Field.SCTP_DST, Field.ICMPV4_TYPE, Field.ICMPV4_CODE, Field.ICMPV6_TYPE, Field.ICMPV6_CODE,
        Field.IPV6_ND_TARGET, Field.IPV6_ND_SLL, Field.IPV6_ND_TLL);
    /** Fields of Neighbour Discovery. */
    static final Set<Field> OF_DISCOVERY = EnumSet.of(Field.IPV6_ND_TARGET, Field.IPV6_ND_SLL, Field.IPV6_ND_TLL);
    /** Fields that rules change but do not match. */
    static final Set<Field> OF_TIME = EnumSet.of(Field.NW_TTL, Field.MPLS_TTL);
    /** Fields that a packet has only inside a switch. */
    static final Set<Field> OF_PIPELINE = EnumSet.of(Field.IN_PORT, Field.IN_PHY_PORT, Field.METADATA,
        Field.TUNNEL_ID);

    private Fields() {
        // static only
    }

    /** Draws a mask: that of a prefix, or any bits. */
    static Bits mask(final Field field, final Random random) {
        final var mask = anyMask(field, random);
        // ovs-ofctl takes an IPv6 mask whose text starts with a decimal digit for the length of a prefix
        return field.bits() > Long.SIZE ? new Bits(mask.high() | 0xFL << 60, mask.low()) : mask;
    }

    private static Bits anyMask(final Field field, final Random random) {
        if (random.nextBoolean()) {
            return new Bits(random.nextLong(), random.nextLong()).and(ones(field.bits()));
        }
        final int zeros = random.nextInt(field.bits());
        final var all = ones(field.bits());
        final var low = ones(zeros);
        return new Bits(all.high() & ~low.high(), all.low() & ~low.low());
    }

    /** Returns the lowest bits, 0 to 128 of them. */
    static Bits ones(final int count) {
        return new Bits(lowest(count - Long.SIZE), lowest(count));
    }

    private static long lowest(final int count) {
        return count <= 0 ? 0 : count >= Long.SIZE ? -1L : (1L << count) - 1;
    }
}
