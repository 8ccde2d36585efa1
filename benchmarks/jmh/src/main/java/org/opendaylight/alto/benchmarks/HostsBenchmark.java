/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.arp.ArpCodec;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
import org.opendaylight.alto.hosttracker.table.Refusals;
import org.opendaylight.alto.hosttracker.table.TableLimits;
import org.opendaylight.alto.hosttracker.tracking.HostTracker;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;

/**
 * How many ARP packets a second the host tracker takes, from the bytes of the frame to what shall be sent, and how much
 * heap 100,000 hosts need. Each packet is a request for a known host, as in a running network; one in ten comes from
 * another port than before. The limit in the same run: to decode the frame and to note it in a hash map.
 */
public final class HostsBenchmark {
    private static final int HOSTS = 100_000;
    private static final int SWITCHES = 1_000;
    private static final int PORTS = 10;
    private static final int ROUNDS = 7;
    private static final int PACKETS = 500_000;
    private static final double TARGET_PER_SECOND = 20_000;
    private static final double TARGET_BYTES = 1024;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final HostTracker tracker = new HostTracker(new TrackerSettings(
        new TableLimits(HOSTS, HOSTS, 128, Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofSeconds(10), 4),
        new TrackerSettings.Times(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(600),
            Duration.ofSeconds(300), Duration.ofHours(4), 3, Duration.ofSeconds(2)), false, false, List.of()),
        new Refusals());
    private final Random random = new Random(1);
    private final SwitchPort[] places = new SwitchPort[HOSTS];
    private Instant now = START;
    private long sent;

    private HostsBenchmark() {
        final Map<SwitchId, Set<SwitchPort>> ports = new HashMap<>();
        for (int host = 0; host < HOSTS; host++) {
            places[host] = place(host);
            ports.computeIfAbsent(places[host].switchId(), id -> new HashSet<>()).add(places[host]);
        }
        tracker.topology(Topology.of(ports, Map.of()), now);
        tracker.advance(now);
    }

    private static SwitchPort place(final int number) {
        return new SwitchPort(new SwitchId(1 + number % SWITCHES), 1 + number / SWITCHES % PORTS);
    }

    private static byte[] frame(final int from, final int to) {
        final var mac = new MacAddress(0x0200_0000_0000L + from);
        return ArpCodec.encode(new ArpPacket(ArpPacket.Operation.REPLY, Optional.empty(), mac,
            new MacAddress(0x0200_0000_0000L + to), mac, new Ipv4Addr(0x0A00_0000 + from),
            new MacAddress(0x0200_0000_0000L + to), new Ipv4Addr(0x0A00_0000 + to)));
    }

    private void learn(final byte[] frame, final SwitchPort port) {
        now = now.plusNanos(50_000);
        final var effects = tracker.packet(frame, port, now);
        sent += effects.packets().size();
    }

    private static double perSecond(final int packets, final IntConsumer each) {
        final long start = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            each.accept(i);
        }
        return packets * 1e9 / (System.nanoTime() - start);
    }

    private static String row(final String what, final List<Double> rates) {
        final var sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return String.format("| %s | %.0f (%.0f-%.0f) |", what, sorted.get(sorted.size() / 2), sorted.getFirst(),
            sorted.getLast());
    }

    /**
     * Runs it.
     *
     * @param args not used
     */
    public static void main(final String[] args) {
        final var benchmark = new HostsBenchmark();
        final long before = Figures.usedHeap();
        final double first = perSecond(HOSTS, host -> benchmark.learn(frame(host, host), benchmark.places[host]));
        final double bytes = (Figures.usedHeap() - before) / (double) HOSTS;

        final var known = new ArrayList<Double>();
        final var limit = new ArrayList<Double>();
        final var noted = new HashMap<MacAddress, SwitchPort>();
        for (int round = 0; round < ROUNDS; round++) {
            final int[] hosts = benchmark.random.ints(PACKETS, 0, HOSTS).toArray();
            final byte[][] frames = new byte[PACKETS][];
            for (int i = 0; i < PACKETS; i++) {
                frames[i] = frame(hosts[i], (hosts[i] + 1) % HOSTS);
                if (i % 10 == 0) {
                    benchmark.places[hosts[i]] = place(benchmark.random.nextInt(HOSTS));
                }
            }
            known.add(perSecond(PACKETS, i -> benchmark.learn(frames[i], benchmark.places[hosts[i]])));
            limit.add(perSecond(PACKETS, i -> ArpCodec.decode(frames[i])
                .ifPresent(packet -> noted.put(packet.senderMac(), benchmark.places[hosts[i]]))));
        }
        System.out.println("| ARP packets a second, one core, " + HOSTS + " hosts | median (range) of " + ROUNDS + " x "
            + PACKETS + " |");
        System.out.println("|---|---|");
        System.out.println(row("host tracker, from the frame to what is sent", known));
        System.out.println(row("only decoded and put into a hash map (limit)", limit));
        System.out.printf("%nThe first packets of all hosts: %.0f a second. Heap: %.0f bytes a host (target under %.0f); "
            + "%d packets to send.%n", first, bytes, TARGET_BYTES, benchmark.sent);
        final double slowest = Collections.min(known);
        System.out.printf("Slowest round: %.0f a second (target %.0f).%n", slowest, TARGET_PER_SECOND);
        if (benchmark.tracker.hosts().hosts().size() != HOSTS) {
            throw new IllegalStateException("The tracker knows " + benchmark.tracker.hosts().hosts().size() + " hosts");
        }
        System.exit(slowest >= TARGET_PER_SECOND && bytes < TARGET_BYTES ? 0 : 1);
    }
}
