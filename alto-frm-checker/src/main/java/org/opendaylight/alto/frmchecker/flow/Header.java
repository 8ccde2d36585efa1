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
 * on the header here, as far as it is not decided, is a condition on the packet there.
 *
 * @param fields the fields that rules can match; it is known whether there is a VLAN tag
 * @param innerTags the VLAN tags below the outermost one, outermost first, each with only its own fields
 */
public record Header(Cube fields, List<Cube> innerTags) {
    /** More tags than any network has; only a loop that pushes tags gets there. */
    static final int MAX_INNER_TAGS = 8;

    public Header {
        innerTags = List.copyOf(innerTags);
    }

    /**
     * Returns the header of a packet as its source sends it.
     *
     * @param fields its fields, with at most one VLAN tag
     * @return the header
     * @throws IllegalArgumentException if the fields leave open whether there is a VLAN tag
     */
    public static Header of(final Cube fields) {
        if ((fields.mask(Field.VLAN_VID.lowWord()) & Field.VLAN_PRESENT) == 0) {
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
        return narrowed == fields ? this : new Header(narrowed, innerTags);
    }

    /**
     * Returns the header on arrival at a switch.
     *
     * @param port the port by which the packets come in
     * @return the header with this ingress port and without metadata
     */
    public Header arrivedAt(final long port) {
        return with(fields.with(Field.IN_PORT, port).with(Field.IN_PHY_PORT, port).with(Field.METADATA, 0));
    }

    Header with(final Cube newFields) {
        return new Header(newFields, innerTags);
    }

    boolean isTagged() {
        return (fields.value(Field.VLAN_VID) & Field.VLAN_PRESENT) != 0;
    }

    /** Adds a tag with the values of the outermost one, or zeros; empty if there are too many. */
    Optional<Header> pushVlan() {
        if (!isTagged()) {
            return Optional.of(with(fields.with(Field.VLAN_VID, Field.VLAN_PRESENT).with(Field.VLAN_PCP, 0)));
        }
        if (innerTags.size() == MAX_INNER_TAGS) {
            return Optional.empty();
        }
        final var tags = new ArrayList<Cube>();
        tags.add(tagOf(fields));
        tags.addAll(innerTags);
        return Optional.of(new Header(fields, tags));
    }

    private static Cube tagOf(final Cube fields) {
        final var tag = new Cube.Builder(Cube.ALL);
        for (final var field : List.of(Field.VLAN_VID, Field.VLAN_PCP)) {
            tag.put(field.lowWord(), fields.value(field.lowWord()), fields.mask(field.lowWord()));
        }
        return tag.build();
    }

    /** Removes the outermost tag, if there is one. */
    Header popVlan(final Cube sent) {
        if (!isTagged()) {
            return this;
        }
        if (innerTags.isEmpty()) {
            return with(fields.with(Field.VLAN_VID, 0).with(Field.VLAN_PCP, 0));
        }
        return new Header(withTag(innerTags.getFirst().narrowedBy(sent)), innerTags.subList(1, innerTags.size()));
    }

    private Cube withTag(final Cube tag) {
        return tag.overwrite(fields, Field.VLAN_VID, Field.VLAN_PCP);
    }
}
