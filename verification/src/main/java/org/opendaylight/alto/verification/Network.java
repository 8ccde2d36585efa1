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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/**
 * A random network. The same seed gives the same network and the same probes.
 *
 * @param seed the seed
 * @param wiring switches and links
 * @param pool values of header fields
 * @param switches the switches with their rules
 */
record Network(long seed, Wiring wiring, ValuePool pool, List<TestSwitch> switches) {
    Network {
        switches = List.copyOf(switches);
    }

    static Network of(final long seed) {
        final var random = new Random(seed);
        final var wiring = Wiring.of(wiringIndex(seed));
        final var pool = new ValuePool(random);
        return new Network(seed, wiring, pool, wiring.switches().stream()
            .map(id -> new RandomRules(random, pool, wiring, id).draw()).toList());
    }

    static int wiringIndex(final long seed) {
        return (int) Math.floorMod(seed, (long) Wiring.COUNT);
    }

    /** Returns the probe of a number, 0 or more. */
    Probe probe(final int number) {
        return probe(new Random(seed * 1_000_003 + number));
    }

    private Probe probe(final Random random) {
        random.nextInt();   // the first number of neighbouring seeds is nearly the same
        return new Probe(ValuePool.pick(random, wiring.edgePortsUp()), pool.packet(random));
    }

    NetworkState state() {
        final var pipelines = new HashMap<SwitchId, SwitchPipeline>();
        switches.forEach(each -> pipelines.put(each.id(), each.pipeline(wiring.livePorts(each.id()))));
        return new NetworkState(wiring.topology(), pipelines, Instant.EPOCH);
    }

    Network withSwitches(final List<TestSwitch> others) {
        return new Network(seed, wiring, pool, others);
    }
}
