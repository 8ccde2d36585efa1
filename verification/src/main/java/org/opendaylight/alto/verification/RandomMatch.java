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

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.verification.FieldMatch.Masked;

/** Draws matches that some of the network's packets meet. */
final class RandomMatch {
    /** Fields of which the switch matches all bits or none. */
    private static final Set<Field> NEVER_MASKED = EnumSet.of(Field.IN_PORT, Field.ETH_TYPE, Field.IP_PROTO,
        Field.VLAN_PCP, Field.IP_DSCP, Field.IP_ECN, Field.ICMPV4_TYPE, Field.ICMPV4_CODE, Field.ICMPV6_TYPE,
        Field.ICMPV6_CODE, Field.ARP_OP, Field.MPLS_LABEL, Field.MPLS_TC, Field.MPLS_BOS);
    private static final int MOST_FIELDS = 3;

    private final Random random;
    private final ValuePool pool;

    RandomMatch(final Random random, final ValuePool pool) {
        this.random = random;
        this.pool = pool;
    }

    /** Draws what one rule matches of packets that came in by one of some ports. */
    FieldMatch draw(final List<Long> inPorts) {
        final var template = pool.packet(random);
        final var matched = new EnumMap<Field, Masked>(Field.class);
        if (random.nextInt(3) == 0) {
            matched.put(Field.IN_PORT, Masked.exactly(Bits.of(ValuePool.pick(random, inPorts))));
        }
        final var candidates = new ArrayList<>(template.visible().keySet());
        candidates.removeAll(Fields.OF_TIME);
        Collections.addAll(candidates, Field.VLAN_VID, Field.VLAN_VID, Field.VLAN_PCP, Field.METADATA,
            Field.METADATA, Field.TUNNEL_ID);
        if (!template.labels().isEmpty() && random.nextBoolean()) {
            add(matched, Field.MPLS_LABEL, template);
        }
        for (int count = 1 + random.nextInt(MOST_FIELDS); count > 0; count--) {
            add(matched, ValuePool.pick(random, candidates), template);
        }
        return new FieldMatch(matched);
    }

    private void add(final Map<Field, Masked> matched, final Field field, final Packet template) {
        switch (field) {
            case VLAN_VID -> matched.put(field, vlan(template));
            case VLAN_PCP -> template.outerTag().ifPresent(tag -> {
                matched.putIfAbsent(Field.VLAN_VID, present());
                if ((matched.get(Field.VLAN_VID).value().low() & Field.VLAN_PRESENT) != 0) {
                    matched.put(field, Masked.exactly(Bits.of(tag.priority())));
                }
            });
            case METADATA, TUNNEL_ID -> matched.put(field, maybeMasked(field,
                random.nextInt(3) == 0 ? Bits.ZERO : pool.value(random, field)));
            default -> {
                addPrerequisites(matched, field, template.visible());
                matched.put(field, maybeMasked(field, template.visible().get(field)));
                if (field == Field.MPLS_LABEL && random.nextInt(4) > 0) {
                    // so that the rule may know what to pop
                    matched.put(Field.MPLS_BOS, Masked.exactly(template.visible().get(Field.MPLS_BOS)));
                }
            }
        }
    }

    private static Masked present() {
        return new Masked(Bits.of(Field.VLAN_PRESENT), Bits.of(Field.VLAN_PRESENT));
    }

    private Masked vlan(final Packet template) {
        if (template.tags().isEmpty()) {
            return Masked.exactly(Bits.ZERO);
        }
        final long id = Field.VLAN_PRESENT | template.tags().getFirst().id();
        return switch (random.nextInt(4)) {
            case 0 -> present();
            case 1 -> new Masked(Bits.of(id), Bits.of(Field.VLAN_PRESENT | random.nextInt(0x1000)));
            default -> Masked.exactly(Bits.of(id));
        };
    }

    private static void addPrerequisites(final Map<Field, Masked> matched, final Field field,
            final Map<Field, Bits> template) {
        if (field == Field.ETH_DST || field == Field.ETH_SRC) {
            return;
        }
        matched.put(Field.ETH_TYPE, Masked.exactly(template.get(Field.ETH_TYPE)));
        if (Fields.OF_TRANSPORT.contains(field)) {
            matched.put(Field.IP_PROTO, Masked.exactly(template.get(Field.IP_PROTO)));
        }
        if (Fields.OF_DISCOVERY.contains(field)) {
            matched.put(Field.ICMPV6_TYPE, Masked.exactly(template.get(Field.ICMPV6_TYPE)));
            matched.put(Field.ICMPV6_CODE, Masked.exactly(Bits.ZERO));
        }
    }

    private Masked maybeMasked(final Field field, final Bits value) {
        if (NEVER_MASKED.contains(field) || random.nextInt(3) > 0) {
            return Masked.exactly(value);
        }
        return new Masked(value, Fields.mask(field, random));
    }
}
