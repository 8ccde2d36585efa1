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

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Match;

/**
 * What a random rule matches, in a form of which both the FRM checker's match and the switch's can be made.
 *
 * @param fields value and mask of each field that is matched, with all prerequisites of OpenFlow
 */
record FieldMatch(Map<Field, Masked> fields) {
    /** Every packet. */
    static final FieldMatch ANY = new FieldMatch(Map.of());

    FieldMatch {
        final var copy = new EnumMap<Field, Masked>(Field.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
    }

    /**
     * Some bits of a field.
     *
     * @param value the value of these bits, zero elsewhere
     * @param mask ones at these bits
     */
    record Masked(Bits value, Bits mask) {
        Masked {
            value = value.and(mask);
        }

        static Masked exactly(final Bits value) {
            return new Masked(value, Bits.ONES);
        }

        void addTo(final Match.Builder match, final Field field) {
            if (field.bits() > Long.SIZE) {
                match.masked(field, value.high(), value.low(), mask.high(), mask.low());
            } else {
                match.masked(field, value.low(), mask.low());
            }
        }
    }

    /** Tells whether a field is matched and can have this value only. */
    boolean isExactly(final Field field, final long value) {
        final var masked = fields.get(field);
        return masked != null && masked.mask().equals(Bits.ONES) && masked.value().equals(Bits.of(value));
    }

    /** Returns the Ethernet type, or 0 if it may be any. */
    int etherType() {
        final var masked = fields.get(Field.ETH_TYPE);
        return masked == null ? 0 : (int) masked.value().low();
    }

    /** Returns what is known after the Ethernet type has become another one. */
    FieldMatch becoming(final long etherType) {
        final var others = new EnumMap<Field, Masked>(Field.class);
        others.putAll(fields);
        others.keySet().retainAll(Set.of(Field.VLAN_VID));
        others.put(Field.ETH_TYPE, Masked.exactly(Bits.of(etherType)));
        return new FieldMatch(others);
    }

    /** Returns this with one field more; empty if it asks for something else there. */
    Optional<FieldMatch> and(final Field field, final Masked masked) {
        final var mine = fields.getOrDefault(field, new Masked(Bits.ZERO, Bits.ZERO));
        final var common = mine.mask().and(masked.mask());
        if (!mine.value().and(common).equals(masked.value().and(common))) {
            return Optional.empty();
        }
        final var both = new EnumMap<Field, Masked>(Field.class);
        both.putAll(fields);
        both.put(field, new Masked(mine.value().overwritten(masked.value(), masked.mask()),
            new Bits(mine.mask().high() | masked.mask().high(), mine.mask().low() | masked.mask().low())));
        return Optional.of(new FieldMatch(both));
    }

    boolean isTagged() {
        final var vlan = fields.get(Field.VLAN_VID);
        return vlan != null && (vlan.value().low() & Field.VLAN_PRESENT) != 0;
    }

    Match toMatch() {
        final var match = Match.builder();
        fields.forEach((field, masked) -> masked.addTo(match, field));
        return match.build();
    }
}
