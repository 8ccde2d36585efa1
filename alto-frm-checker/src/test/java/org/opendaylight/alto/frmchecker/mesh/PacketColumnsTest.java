/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.testlib.Hosts;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.HostValues;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.HostPackets;

class PacketColumnsTest {
    private static final SwitchId SWITCH = new SwitchId(1);
    private static final long[] MASKS = { 0xFFFFFFFFL, 0xFFFFFF00L, 0xFFFFFFF0L };

    /** Rules of one switch for some of the addresses from 10.0.1.1 on, and for some MAC addresses. */
    private static HostValues rules(final Random random) {
        final var rules = new ArrayList<Rule>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            final var match = Match.builder();
            if (random.nextInt(3) == 0) {
                match.with(random.nextBoolean() ? Field.ETH_DST : Field.ETH_SRC, 1 + random.nextInt(60));
            } else {
                final long mask = MASKS[random.nextInt(MASKS.length)];
                match.masked(random.nextBoolean() ? Field.IPV4_DST : Field.IPV4_SRC,
                    0x0A000100L + random.nextInt(60) & mask, mask);
            }
            rules.add(Rule.of(0, 1 + i, "r" + i, match.build(), Instructions.NONE));
        }
        return HostValues.of(SwitchPipeline.of(SWITCH, rules, List.of(), List.of()));
    }

    /** A host with an IPv4 address, an IPv6 address, or both. */
    private static Cube[] host(final int number, final Random random) {
        final int kind = random.nextInt(3);
        final var addresses = new ArrayList<String>();
        if (kind != 0) {
            addresses.add("10.0.1." + number);
        }
        if (kind != 1) {
            addresses.add("2001:db8::" + Integer.toHexString(number));
        }
        final var host = Hosts.host("00:00:00:00:00:%02x".formatted(number), "openflow:1:1",
            addresses.toArray(new String[0]));
        final var packets = new Cube[HostMesh.FAMILIES.length];
        host.addresses().forEach(address ->
            packets[address.family().ordinal()] = HostPackets.ownPackets(host, address));
        return packets;
    }

    /** Hosts come and go, and rules change: found are those of which some packet has a value that was exchanged. */
    @RepeatedTest(40)
    void hostsAreFoundByTheirValues(final RepetitionInfo repetition) {
        final long seed = 5880_000L + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var columns = new PacketColumns();
        final var index = new ValueIndex();
        var values = HostValues.NONE;
        var hosts = new Cube[0][];
        int found = 0;
        for (int step = 0; step < 40; step++) {
            final var now = new ArrayList<Cube[]>();
            final var places = new ArrayList<Integer>();
            for (int place = 0; place <= hosts.length; place++) {
                if (random.nextInt(8) == 0) {
                    now.add(host(1 + random.nextInt(60), random));
                    places.add(-1);
                }
                if (place < hosts.length && random.nextInt(8) != 0) {
                    now.add(hosts[place]);
                    places.add(place);
                }
            }
            hosts = now.toArray(new Cube[0][]);
            columns.exchange(places.stream().mapToInt(Integer::intValue).toArray(), hosts);

            final var next = rules(random);
            index.start();
            index.exchange(0, values, next);
            values = next;
            final var touched = index.touched();
            final var wanted = new BitSet();
            for (int place = 0; place < hosts.length; place++) {
                for (final var packets : hosts[place]) {
                    if (packets != null && touched.concern(packets)) {
                        wanted.set(place);
                    }
                }
            }
            assertEquals(wanted, columns.concerned(touched), "seed " + seed + " step " + step);
            found += wanted.cardinality();
        }
        assertTrue(found > 0, "seed " + seed);
    }
}
