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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderTest {
    /** Specification, section 7.2.3.7: the tunnel id is not in the packet but belongs to a logical port. */
    @Test
    void whatBelongsToTheSwitchBeforeStaysThere() {
        final var left = Cube.ALL.with(Field.VLAN_VID, 0).with(Field.IN_PORT, 1).with(Field.METADATA, 5)
            .with(Field.TUNNEL_ID, 7);
        final var arrived = Header.of(left).arrivedAt(2).fields();
        assertEquals(List.of(2L, 0L, 0L), List.of(arrived.value(Field.IN_PORT), arrived.value(Field.METADATA),
            arrived.value(Field.TUNNEL_ID)));
    }

    private static Header ipv4(final long vlanVid) {
        return Header.of(Cube.NONE.with(Field.ETH_TYPE, 0x0800).with(Field.IPV4_DST, 9).with(Field.NW_TTL, 50)
            .with(Field.VLAN_VID, vlanVid));
    }

    /** Specification, section 5.12: a tag that is pushed becomes the outermost, whatever is below it. */
    private static Header tagsOverLabel(final Header payload) {
        final var labelled = payload.pushMpls(0x8847).orElseThrow().pushVlan().orElseThrow();
        return labelled.with(labelled.fields().with(Field.VLAN_VID, Field.VLAN_PRESENT | 7)).pushVlan().orElseThrow();
    }

    @Test
    void tagOverLabelStaysWhenTheLabelIsPopped() {
        final var popped = tagsOverLabel(ipv4(0)).popMpls(0x0800, Cube.ALL).orElseThrow();
        assertEquals(List.of(0x0800L, 9L, Field.VLAN_PRESENT | 7), List.of(popped.fields().value(Field.ETH_TYPE),
            popped.fields().value(Field.IPV4_DST), popped.fields().value(Field.VLAN_VID)));
        final var second = popped.popVlan(Cube.ALL);
        assertEquals(Field.VLAN_PRESENT | 7, second.fields().value(Field.VLAN_VID));
        assertEquals(ipv4(0), second.popVlan(Cube.ALL));
    }

    @Test
    void tagBelowLabelComesBelowTheTagsOverIt() {
        final var popped = tagsOverLabel(ipv4(Field.VLAN_PRESENT | 3)).popMpls(0x0800, Cube.ALL).orElseThrow();
        assertEquals(ipv4(Field.VLAN_PRESENT | 3), popped.popVlan(Cube.ALL).popVlan(Cube.ALL));
    }

    @Test
    void timeToLiveIsCopiedBelowTags() {
        final var labelled = tagsOverLabel(ipv4(0));
        final var older = labelled.with(labelled.fields().with(Field.MPLS_TTL, 8));
        assertEquals(50, older.copyTtlOut().fields().value(Field.MPLS_TTL));
        assertEquals(8, older.copyTtlIn().popMpls(0x0800, Cube.ALL).orElseThrow().fields().value(Field.NW_TTL));
    }

    /** What is below would be read as an IP header, which it is not. */
    @Test
    void labelBelowLabelIsNotTakenForAnotherHeader() {
        final var twoLabels = ipv4(0).pushMpls(0x8847).orElseThrow().pushMpls(0x8847).orElseThrow();
        assertEquals(Optional.empty(), twoLabels.popMpls(0x0800, Cube.ALL));
        assertEquals(1, twoLabels.popMpls(0x8848, Cube.ALL).orElseThrow().fields().value(Field.MPLS_BOS));
    }
}
