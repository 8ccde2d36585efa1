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

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Longest-prefix match on a network map of {@code isp_map.py}, by one thread: how many addresses per second find their
 * PID.
 *
 * <p>Before anything is measured all ways have to give the same PIDs. The array is no look-up: it reads one random
 * element of an array as large as the look-up's own tables, which is the least that memory demands of any look-up.
 */
@State(Scope.Thread)
@Threads(1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LookupBenchmark {
    private static final long SEED = 7285;
    /** Too many for a cache to keep what was found for them; a power of two. */
    private static final int ADDRESSES = 1 << 20;
    /** A linear scan takes a millisecond for each. */
    private static final int SCANNED = 500;

    /** Where the addresses come from. */
    @Param({"inside", "anywhere"})
    public String addresses = "";

    /** The network map's message. */
    @Param("network-map.json")
    public String file = "";

    private final IpAddr[] asked = new IpAddr[ADDRESSES];
    private final int[] places = new int[ADDRESSES];
    private List<IpPrefix> prefixes = List.of();
    private List<Pid> owners = List.of();
    private NetworkMap map = NetworkMap.of(Map.of());
    private RangeTree tree = new RangeTree(Map.of());
    private long[] array = new long[1];
    private int next;

    /** Reads the map and compares the ways of look-up with each other. */
    @Setup
    public void prepare() throws IOException {
        final var read = Prefixes.read(new File(file));
        final var random = new Random(SEED);
        map = NetworkMap.of(read.ofPids());
        tree = new RangeTree(read.ofPids());
        prefixes = read.all();
        owners = read.ofPids().entrySet().stream()
            .flatMap(pid -> pid.getValue().stream().map(prefix -> pid.getKey())).toList();
        final var made = addresses.equals("inside") ? read.addressesInside(ADDRESSES, random)
            : Prefixes.addressesAnywhere(ADDRESSES, random);
        System.arraycopy(made, 0, asked, 0, ADDRESSES);
        // two numbers of 8 bytes and a reference for each range
        array = new long[tree.size() * 5 / 2];
        for (int i = 0; i < ADDRESSES; i++) {
            places[i] = random.nextInt(array.length);
        }
        for (int i = 0; i < ADDRESSES; i++) {
            require(asked[i], map.pidOf(asked[i]), Optional.of(tree.find(asked[i])));
            if (i < SCANNED) {
                require(asked[i], map.pidOf(asked[i]), Optional.of(scan(asked[i])));
            }
        }
    }

    private static void require(final IpAddr address, final Optional<Pid> found, final Optional<Pid> wanted) {
        if (!found.equals(wanted)) {
            throw new IllegalStateException(address + " is in " + found + ", which should be " + wanted);
        }
    }

    private IpAddr nextAddress() {
        return asked[next++ & ADDRESSES - 1];
    }

    private Pid scan(final IpAddr address) {
        int best = -1;
        for (int i = 0; i < prefixes.size(); i++) {
            final var prefix = prefixes.get(i);
            if ((best < 0 || prefix.length() > prefixes.get(best).length()) && prefix.contains(address)) {
                best = i;
            }
        }
        return owners.get(best);
    }

    /** What the server does. */
    @Benchmark
    public Optional<Pid> networkMap() {
        return map.pidOf(nextAddress());
    }

    /** A tree of ranges from the JDK's collections. */
    @Benchmark
    public Pid rangeTree() {
        return tree.find(nextAddress());
    }

    /** Every prefix compared with the address. */
    @Benchmark
    public Pid linearScan() {
        return scan(nextAddress());
    }

    /** One random read, and nothing else. */
    @Benchmark
    public long randomRead() {
        return array[places[next++ & ADDRESSES - 1]];
    }
}
