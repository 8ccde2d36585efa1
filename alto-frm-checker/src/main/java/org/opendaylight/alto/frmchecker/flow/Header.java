/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The headers of a set of packets at one place of their way, after what was rewritten before.
 *
 * <p>A bit that is open has never been rewritten: it is what it was in the packet that the source sent. So a condition
 * on the header here, as far as it is not decided, is a condition on the packet there. A field that the packet does not
 * have is zero.
 *
 * @param fields the fields that rules can match; it is known whether there is a VLAN tag
 * @param hidden what rules cannot match because of the tags and headers pushed before it, outermost first
 */
public record Header(Cube fields, List<Layer> hidden) {
    static final int ETHERTYPE_MPLS_UNICAST = 0x8847;
    static final int ETHERTYPE_MPLS_MULTICAST = 0x8848;
    static final int ETHERTYPE_PBB = 0x88E7;

    /** What a label gets of a frame without a time to live. */
    private static final int DEFAULT_TTL = 64;
    /** More than any network has; only a loop that pushes tags gets there. */
    private static final int MAX_HIDDEN = 12;
    private static final int UNKNOWN = -1;

    private static final List<Field> TAG = List.of(Field.VLAN_VID, Field.VLAN_PCP);
    private static final List<Field> LABEL = List.of(Field.MPLS_LABEL, Field.MPLS_TC, Field.MPLS_BOS, Field.MPLS_TTL);
    /** What is of the switch and not of the frame. */
    private static final List<Field> OUTSIDE =
        List.of(Field.IN_PORT, Field.IN_PHY_PORT, Field.METADATA, Field.TUNNEL_ID);

    public Header {
        hidden = List.copyOf(hidden);
    }

    /**
     * What a push has hidden.
     *
     * @param kind what was pushed over it
     * @param fields its fields; all others are open
     */
    public record Layer(Kind kind, Cube fields) {
        /** What is hidden. */
        public enum Kind {
            /** A VLAN tag, below another tag. */
            VLAN_TAG,
            /** An MPLS label, below another label. */
            MPLS_LABEL,
            /** All of a frame but its Ethernet addresses, below the first MPLS label. */
            MPLS_PAYLOAD,
            /** A whole frame, below a PBB header. */
            FRAME
        }
    }

    /**
     * Returns the header of a packet as its source sends it.
     *
     * @param fields its fields, with at most one VLAN tag
     * @return the header
     * @throws IllegalArgumentException if the fields leave open whether there is a VLAN tag
     */
    public static Header of(final Cube fields) {
        if ((fields.mask(Field.VLAN_VID.lowWord()) & Field.VLAN_PRESENT << Field.VLAN_VID.shift()) == 0) {
            throw new IllegalArgumentException("It must be known whether there is a VLAN tag");
        }
        return new Header(fields, List.of());
    }

    /**
     * Returns this header for fewer packets.
     *
     * @param sent what is known of these packets as they were sent
     * @return the header with open bits as they were sent
     */
    public Header narrowedBy(final Cube sent) {
        final var narrowed = fields.narrowedBy(sent);
        return narrowed == fields ? this : new Header(narrowed, hidden);
    }

    /**
     * Returns the header on arrival at a switch by a physical port.
     *
     * @param port the port by which the packets come in
     * @return the header with this ingress port, without metadata and without tunnel id, which both stay in a switch
     */
    public Header arrivedAt(final long port) {
        return with(new Cube.Builder(fields).put(Field.IN_PORT, 0, port).put(Field.IN_PHY_PORT, 0, port)
            .put(Field.METADATA, 0, 0).put(Field.TUNNEL_ID, 0, 0).build());
    }

    /**
     * Returns this header without what actions count down, so that a packet that goes in a circle looks the same again.
     *
     * @return the header with all times to live zero
     */
    public Header withoutTimesToLive() {
        return with(new Cube.Builder(fields).put(Field.NW_TTL, 0, 0).put(Field.MPLS_TTL, 0, 0).build());
    }

    Header with(final Cube newFields) {
        return new Header(newFields, hidden);
    }

    private Optional<Header> pushed(final Layer.Kind kind, final Cube kept, final Cube newFields) {
        if (hidden.size() == MAX_HIDDEN) {
            return Optional.empty();
        }
        final var layers = new ArrayList<Layer>();
        layers.add(new Layer(kind, kept));
        layers.addAll(hidden);
        return Optional.of(new Header(newFields, layers));
    }

    private Header popped(final Cube newFields) {
        return new Header(newFields, hidden.subList(1, hidden.size()));
    }

    private boolean hides(final Layer.Kind kind) {
        return !hidden.isEmpty() && hidden.getFirst().kind() == kind;
    }

    private static Cube only(final Cube of, final List<Field> fields) {
        final var kept = new Cube.Builder(Cube.ALL);
        fields.forEach(field -> kept.copy(of, field));
        return kept.build();
    }

    boolean isTagged() {
        return isTagged(fields);
    }

    private static boolean isTagged(final Cube fields) {
        return (fields.value(Field.VLAN_VID) & Field.VLAN_PRESENT) != 0;
    }

    boolean isMpls() {
        return fields.isExact(Field.ETH_TYPE) && isMpls(fields.value(Field.ETH_TYPE));
    }

    private static boolean isMpls(final long etherType) {
        return etherType == ETHERTYPE_MPLS_UNICAST || etherType == ETHERTYPE_MPLS_MULTICAST;
    }

    /** Adds a tag with the values of the outermost one, or zeros; empty if there are too many. */
    Optional<Header> pushVlan() {
        return isTagged() ? pushed(Layer.Kind.VLAN_TAG, only(fields, TAG), fields)
            : Optional.of(with(new Cube.Builder(fields).put(Field.VLAN_VID, 0, Field.VLAN_PRESENT)
                .put(Field.VLAN_PCP, 0, 0).build()));
    }

    /** Removes the outermost tag, if there is one. */
    Header popVlan(final Cube sent) {
        if (!isTagged()) {
            return this;
        }
        if (!hides(Layer.Kind.VLAN_TAG)) {
            return with(new Cube.Builder(fields).put(Field.VLAN_VID, 0, 0).put(Field.VLAN_PCP, 0, 0).build());
        }
        final var tag = hidden.getFirst().fields().narrowedBy(sent);
        final var restored = new Cube.Builder(fields);
        TAG.forEach(field -> restored.copy(tag, field));
        return popped(restored.build());
    }

    /**
     * Adds an MPLS label, with the values of the outermost one, or zeros and the time to live of IP, or 64. It comes
     * before all other tags and labels (specification, section 5.12), so what the frame carries cannot be matched any
     * more.
     *
     * @param etherType which of the two Ethernet types of MPLS the frame has then
     * @return the header; empty if there are too many labels
     */
    Optional<Header> pushMpls(final int etherType) {
        if (isMpls()) {
            return pushed(Layer.Kind.MPLS_LABEL, only(fields, LABEL), new Cube.Builder(fields)
                .put(Field.ETH_TYPE, 0, etherType).put(Field.MPLS_BOS, 0, 0).build());
        }
        final var outer = new Cube.Builder(Cube.NONE);
        OUTSIDE.forEach(field -> outer.copy(fields, field));
        outer.copy(fields, Field.ETH_DST).copy(fields, Field.ETH_SRC).put(Field.ETH_TYPE, 0, etherType)
            .put(Field.MPLS_BOS, 0, 1)
            .put(Field.MPLS_TTL, 0, fields.value(Field.NW_TTL) == 0 ? DEFAULT_TTL : fields.value(Field.NW_TTL));
        return pushed(Layer.Kind.MPLS_PAYLOAD, fields, outer.build());
    }

    /**
     * Removes the outermost MPLS label, if there is one.
     *
     * @param etherType the Ethernet type that the frame has then
     * @param sent what is known of the packets as they were sent
     * @return the header; empty if nobody knows what is below the label
     */
    Optional<Header> popMpls(final int etherType, final Cube sent) {
        if (!isMpls()) {
            return Optional.of(this);
        }
        final int below = belowLabel();
        if (below == UNKNOWN) {
            return Optional.empty();
        }
        final var inner = hidden.get(below).fields().narrowedBy(sent);
        final var layers = new ArrayList<>(hidden);
        layers.remove(below);
        if (hidden.get(below).kind() == Layer.Kind.MPLS_LABEL) {
            if (!isMpls(etherType)) {
                return Optional.empty();
            }
            final var restored = new Cube.Builder(fields).put(Field.ETH_TYPE, 0, etherType);
            LABEL.forEach(field -> restored.copy(inner, field));
            return Optional.of(new Header(restored.build(), layers));
        }
        if (!inner.isExact(Field.ETH_TYPE) || inner.value(Field.ETH_TYPE) != etherType) {
            return Optional.empty();
        }
        final var restored = new Cube.Builder(inner);
        OUTSIDE.forEach(field -> restored.copy(fields, field));
        restored.copy(fields, Field.ETH_DST).copy(fields, Field.ETH_SRC);
        if (isTagged()) {
            // tags that were pushed over the label stay over what it hid
            if (isTagged(inner)) {
                layers.add(below, new Layer(Layer.Kind.VLAN_TAG, only(inner, TAG)));
            }
            TAG.forEach(field -> restored.copy(fields, field));
        }
        return Optional.of(new Header(restored.build(), layers));
    }

    /** Returns the index of what the outermost label hides. Tags that were pushed over the label hide tags before. */
    private int belowLabel() {
        int index = 0;
        while (index < hidden.size() && hidden.get(index).kind() == Layer.Kind.VLAN_TAG) {
            index++;
        }
        return index == hidden.size() || hidden.get(index).kind() == Layer.Kind.FRAME ? UNKNOWN : index;
    }

    /** Puts the frame into another one with the same addresses; empty if there are too many. */
    Optional<Header> pushPbb() {
        final var outer = new Cube.Builder(Cube.NONE);
        OUTSIDE.forEach(field -> outer.copy(fields, field));
        outer.copy(fields, Field.ETH_DST).copy(fields, Field.ETH_SRC).put(Field.ETH_TYPE, 0, ETHERTYPE_PBB);
        return pushed(Layer.Kind.FRAME, fields, outer.build());
    }

    /** Takes the frame out of a PBB frame, if it is in one; empty if nobody knows what is in it. */
    Optional<Header> popPbb(final Cube sent) {
        if (fields.value(Field.ETH_TYPE) != ETHERTYPE_PBB) {
            return Optional.of(this);
        }
        if (!hides(Layer.Kind.FRAME)) {
            return Optional.empty();
        }
        final var restored = new Cube.Builder(hidden.getFirst().fields().narrowedBy(sent));
        OUTSIDE.forEach(field -> restored.copy(fields, field));
        return Optional.of(popped(restored.build()));
    }

    /** Copies the time to live of the outermost label inwards, to the next label or to IP; nothing without a label. */
    Header copyTtlIn() {
        final int below = isMpls() ? belowLabel() : UNKNOWN;
        if (below == UNKNOWN) {
            return this;
        }
        final var inner = hidden.get(below);
        final var layers = new ArrayList<>(hidden);
        layers.set(below, new Layer(inner.kind(), inner.fields().with(ttl(inner), fields.value(Field.MPLS_TTL))));
        return new Header(fields, layers);
    }

    /** Copies the time to live of the next label, or of IP, to the outermost label; nothing without a label. */
    Header copyTtlOut() {
        final int below = isMpls() ? belowLabel() : UNKNOWN;
        if (below == UNKNOWN) {
            return this;
        }
        final var inner = hidden.get(below);
        return with(fields.with(Field.MPLS_TTL, inner.fields().value(ttl(inner))));
    }

    private static Field ttl(final Layer belowLabel) {
        return belowLabel.kind() == Layer.Kind.MPLS_LABEL ? Field.MPLS_TTL : Field.NW_TTL;
    }
}
