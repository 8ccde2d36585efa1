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
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.flow.Header.Layer;

/**
 * A packet outside of any switch, of which every header field is known.
 *
 * @param fields the fields that it has, except tags and labels: below labels, what they hide
 * @param tags the VLAN tags, outermost first
 * @param mplsType the Ethernet type of the frame if there are labels, else 0
 * @param labels the MPLS labels, which come after the tags, outermost first
 */
record Packet(Map<Field, Bits> fields, List<Tag> tags, int mplsType, List<Label> labels) {
    Packet {
        fields = Collections.unmodifiableMap(copy(fields));
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }

    Packet(final Map<Field, Bits> fields, final List<Tag> tags) {
        this(fields, tags, 0, List.of());
    }

    private static Map<Field, Bits> copy(final Map<Field, Bits> fields) {
        final var copy = new EnumMap<Field, Bits>(Field.class);
        copy.putAll(fields);
        return copy;
    }

    private static <T> List<T> prepended(final T first, final List<T> others) {
        final var more = new ArrayList<T>();
        more.add(first);
        more.addAll(others);
        return more;
    }

    private static <T> List<T> afterFirst(final List<T> all) {
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    long low(final Field field) {
        return fields.getOrDefault(field, Bits.ZERO).low();
    }

    boolean has(final Field field) {
        return fields.containsKey(field);
    }

    Packet with(final Field field, final Bits value) {
        final var changed = copy(fields);
        changed.put(field, value);
        return new Packet(changed, tags, mplsType, labels);
    }

    Packet pushed(final Tag tag) {
        return new Packet(fields, prepended(tag, tags), mplsType, labels);
    }

    Packet popped() {
        return new Packet(fields, afterFirst(tags), mplsType, labels);
    }

    Packet labelled(final int etherType, final Label label) {
        return new Packet(fields, tags, etherType, prepended(label, labels));
    }

    Packet relabelled(final Label label) {
        return new Packet(fields, tags, mplsType, prepended(label, afterFirst(labels)));
    }

    Packet unlabelled(final int etherType) {
        return new Packet(fields, tags, labels.size() > 1 ? etherType : 0, afterFirst(labels));
    }

    Optional<Tag> outerTag() {
        return tags.stream().findFirst();
    }

    /** Returns the fields that rules see, except the VLAN tag. */
    Map<Field, Bits> visible() {
        if (labels.isEmpty()) {
            return fields;
        }
        final var visible = new EnumMap<Field, Bits>(Field.class);
        visible.put(Field.ETH_DST, fields.getOrDefault(Field.ETH_DST, Bits.ZERO));
        visible.put(Field.ETH_SRC, fields.getOrDefault(Field.ETH_SRC, Bits.ZERO));
        visible.put(Field.ETH_TYPE, Bits.of(mplsType));
        final var label = labels.getFirst();
        visible.put(Field.MPLS_LABEL, Bits.of(label.value()));
        visible.put(Field.MPLS_TC, Bits.of(label.trafficClass()));
        visible.put(Field.MPLS_BOS, Bits.of(labels.size() == 1 ? 1 : 0));
        visible.put(Field.MPLS_TTL, Bits.of(label.ttl()));
        return visible;
    }

    /** Returns the header that rules see, with zeros in the fields that the packet does not have. */
    Cube cube() {
        return tagged(cube(visible()), outerTag());
    }

    private static Cube cube(final Map<Field, Bits> fields) {
        final var cube = new Cube.Builder(Cube.NONE);
        fields.forEach((field, value) -> cube.put(field, value.high(), value.low()));
        return cube.build();
    }

    private static Cube tagged(final Cube cube, final Optional<Tag> tag) {
        return tag.map(some -> cube.with(Field.VLAN_VID, Field.VLAN_PRESENT | some.id())
            .with(Field.VLAN_PCP, some.priority())).orElse(cube);
    }

    /** Returns the whole header: what rules see and what tags and labels hide. */
    Header header() {
        final var hidden = new ArrayList<Layer>();
        afterFirst(tags).forEach(tag -> hidden.add(new Layer(Layer.Kind.VLAN_TAG,
            tagged(Cube.ALL, Optional.of(tag)))));
        for (int i = 1; i < labels.size(); i++) {
            final var label = labels.get(i);
            hidden.add(new Layer(Layer.Kind.MPLS_LABEL, Cube.ALL.with(Field.MPLS_LABEL, label.value())
                .with(Field.MPLS_TC, label.trafficClass()).with(Field.MPLS_BOS, i == labels.size() - 1 ? 1 : 0)
                .with(Field.MPLS_TTL, label.ttl())));
        }
        if (!labels.isEmpty()) {
            hidden.add(new Layer(Layer.Kind.MPLS_PAYLOAD, cube(fields).with(Field.ETH_DST, 0).with(Field.ETH_SRC, 0)));
        }
        return new Header(cube(), hidden);
    }

    @Override
    public String toString() {
        final var text = new StringBuilder();
        fields.keySet().forEach(field -> text.append(text.isEmpty() ? "" : ",").append(cube(fields).describe(field)));
        tags.forEach(tag -> text.append(", ").append(tag));
        labels.forEach(label -> text.append(", ").append(label));
        return text.toString();
    }
}
