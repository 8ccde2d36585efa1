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

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.verification.FieldMatch.Masked;

/**
 * A line of switches with a host at each end of it, for measurements. A quarter of each switch's rules are routes by
 * address prefix; above these are rules for flows of others to the same hosts.
 */
final class LineNetwork {
    static final int SWITCHES = 5;
    static final int RULES_PER_SWITCH = 1000;
    /** No wiring of the random networks has this index. */
    private static final int INDEX = 99;
    private static final int EDGE_PORT = 1;
    private static final int PORT_TO_NEXT = 2;
    private static final int PORT_TO_LAST = 3;
    private static final int FIRST_TCP_PORT = 10_000;

    private final Wiring wiring;
    private final Network network;

    LineNetwork() {
        final var edge = new TreeMap<SwitchPort, Boolean>();
        final var links = new TreeMap<SwitchPort, SwitchPort>();
        for (int number = 1; number <= SWITCHES; number++) {
            edge.put(port(number, EDGE_PORT), true);
            if (number < SWITCHES) {
                links.put(port(number, PORT_TO_NEXT), port(number + 1, PORT_TO_LAST));
                links.put(port(number + 1, PORT_TO_LAST), port(number, PORT_TO_NEXT));
            }
        }
        wiring = new Wiring(INDEX, edge, links);
        final var random = new Random(INDEX);
        network = new Network(INDEX, wiring, new ValuePool(random), IntStream.rangeClosed(1, SWITCHES)
            .mapToObj(number -> new TestSwitch(new SwitchId(number), rules(number, random), List.of())).toList());
    }

    private static SwitchPort port(final int number, final int port) {
        return new SwitchPort(new SwitchId(number), port);
    }

    private static int address(final int switchNumber) {
        return 10 << 24 | switchNumber << 8 | 1;
    }

    private static List<TestRule> rules(final int number, final Random random) {
        final var rules = new ArrayList<TestRule>();
        for (int to = 1; to < 1 + RULES_PER_SWITCH / 4; to++) {
            rules.add(new TestRule(0, 10, match(Map.of(Field.IPV4_DST, masked(address(to), 0xFFFF_FF00L))),
                to(number, Math.min(to, SWITCHES))));
        }
        while (rules.size() < RULES_PER_SWITCH) {
            // other sources than the hosts, and each of them once
            final var source = masked(172 << 24 | rules.size(), 0xFFFF_FFFFL);
            final var destination = masked(address(1 + random.nextInt(SWITCHES)),
                random.nextBoolean() ? 0xFFFF_FFFFL : 0xFFFF_FF00L);
            final var fields = new EnumMap<Field, Masked>(Map.of(Field.IPV4_SRC, source, Field.IPV4_DST, destination));
            if (random.nextBoolean()) {
                fields.put(Field.IP_PROTO, Masked.exactly(Bits.of(IpProtocol.TCP)));
                fields.put(Field.TCP_DST, Masked.exactly(Bits.of(random.nextInt(1024))));
            }
            rules.add(new TestRule(0, 100 + rules.size(), match(fields), Instructions.NONE));
        }
        return rules;
    }

    private static Masked masked(final int value, final long mask) {
        return new Masked(Bits.of(Integer.toUnsignedLong(value)), mask == 0xFFFF_FFFFL ? Bits.ONES : Bits.of(mask));
    }

    private static FieldMatch match(final Map<Field, Masked> fields) {
        final var all = new EnumMap<Field, Masked>(fields);
        all.put(Field.ETH_TYPE, Masked.exactly(Bits.of(EtherType.IPV4)));
        return new FieldMatch(all);
    }

    private static Instructions to(final int number, final int target) {
        return Instructions.apply(new Action.Output(target == number ? EDGE_PORT
            : target > number ? PORT_TO_NEXT : PORT_TO_LAST));
    }

    Network network() {
        return network;
    }

    HostTable hosts() {
        return HostTable.of(List.of(host(1), host(SWITCHES)));
    }

    private static Host host(final int number) {
        return new Host(mac(number), Optional.empty(), ImmutableSortedSet.of(new Ipv4Addr(address(number))),
            port(number, EDGE_PORT), Instant.EPOCH, Instant.EPOCH);
    }

    private static MacAddress mac(final int number) {
        return new MacAddress(0x02_00_00_00_00_00L | number);
    }

    /** Returns the query for one of many flows from the first switch to the last. */
    static PathQuery query(final int flow) {
        return new PathQuery(new Ipv4Addr(address(1)), new Ipv4Addr(address(SWITCHES)), OptionalInt.of(IpProtocol.TCP),
            OptionalInt.of(FIRST_TCP_PORT + flow), OptionalInt.of(80));
    }

    /** Returns a packet of that flow. */
    static Probe probe(final int flow) {
        final var fields = new EnumMap<Field, Bits>(Field.class);
        fields.put(Field.ETH_SRC, Bits.of(mac(1).value()));
        fields.put(Field.ETH_DST, Bits.of(mac(SWITCHES).value()));
        fields.put(Field.ETH_TYPE, Bits.of(EtherType.IPV4));
        fields.put(Field.IPV4_SRC, Bits.of(address(1)));
        fields.put(Field.IPV4_DST, Bits.of(address(SWITCHES)));
        fields.put(Field.IP_PROTO, Bits.of(IpProtocol.TCP));
        fields.put(Field.TCP_SRC, Bits.of(FIRST_TCP_PORT + flow));
        fields.put(Field.TCP_DST, Bits.of(80));
        fields.put(Field.NW_TTL, Bits.of(64));
        return new Probe(port(1, EDGE_PORT), new Packet(fields, List.of()));
    }
}
