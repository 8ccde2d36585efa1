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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * A packet outside of any switch, of which every header field is known.
 *
 * @param fields the fields that it has, except the VLAN tags
 * @param tags the VLAN tags, outermost first
 */
record Packet(Map<Field, Bits> fields, List<Tag> tags) {
    Packet {
        final var copy = new EnumMap<Field, Bits>(Field.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
        tags = List.copyOf(tags);
    }

    long low(final Field field) {
        return fields.getOrDefault(field, Bits.ZERO).low();
    }

    boolean has(final Field field) {
        return fields.containsKey(field);
    }

    Packet with(final Field field, final Bits value) {
        final var changed = new EnumMap<Field, Bits>(Field.class);
        changed.putAll(fields);
        changed.put(field, value);
        return new Packet(changed, tags);
    }

    Packet withTags(final List<Tag> newTags) {
        return new Packet(fields, newTags);
    }

    Packet pushed(final Tag tag) {
        final var more = new ArrayList<Tag>();
        more.add(tag);
        more.addAll(tags);
        return withTags(more);
    }

    Optional<Tag> outerTag() {
        return tags.stream().findFirst();
    }

    List<Tag> innerTags() {
        return tags.isEmpty() ? tags : tags.subList(1, tags.size());
    }

    /** Returns the header that rules see, with zeros in the fields that the packet does not have. */
    Cube cube() {
        var cube = Cube.ALL;
        for (final var field : Field.values()) {
            final var value = fields.getOrDefault(field, Bits.ZERO);
            cube = cube.with(field, value.high(), value.low());
        }
        if (!tags.isEmpty()) {
            cube = cube.with(Field.VLAN_VID, Field.VLAN_PRESENT | tags.getFirst().id())
                .with(Field.VLAN_PCP, tags.getFirst().priority());
        }
        return cube;
    }

    @Override
    public String toString() {
        final var text = new StringBuilder();
        fields.keySet().forEach(field -> text.append(text.isEmpty() ? "" : ",").append(cube().describe(field)));
        tags.forEach(tag -> text.append(", ").append(tag));
        return text.toString();
    }
}
