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

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.HostValues;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/**
 * The switches of a network that changes, by numbers that stay. May be read by several threads while no network is
 * taken up.
 */
final class Switches {
    // lists are by the number of the switch
    private final List<SwitchId> switches = new ArrayList<>();
    private final Map<SwitchId, Integer> numbers = new HashMap<>();
    private List<Optional<SwitchPipeline>> pipelines = new ArrayList<>();
    private final List<HostValues> values = new ArrayList<>();
    private final ValueIndex index = new ValueIndex();
    private Topology topology = Topology.EMPTY;
    private Fabric fabric = Fabric.EMPTY;

    /** Counts the switches, also those that are gone. */
    int count() {
        return switches.size();
    }

    /** Returns the number of a switch; -1 if it was never there. */
    int number(final SwitchId id) {
        return numbers.getOrDefault(id, -1);
    }

    /** Returns the values by which the rules of a switch tell hosts apart. */
    HostValues values(final int number) {
        return values.get(number);
    }

    /** Returns which switches have which values, and what changed when the last network was taken up. */
    ValueIndex index() {
        return index;
    }

    /** Returns how the switches are connected. */
    Fabric fabric() {
        return fabric;
    }

    /** Tells whether packets may leave some switch with other headers than they came with. */
    boolean changeHeaders() {
        return values.stream().anyMatch(HostValues::changesHeaders);
    }

    /** Returns the port by which a switch sends some packets; 0 if it does something else with them. */
    long output(final int number, final Cube packets) {
        final var pipeline = pipelines.get(number).orElse(null);
        return pipeline == null ? 0 : pipeline.onlyOutput(packets, null);
    }

    /** Takes up the network, and returns the switches whose rules are others than before. */
    BitSet exchange(final NetworkState network) {
        final int before = switches.size();
        for (final var id : Sets.union(network.topology().ports().keySet(), network.pipelines().keySet())) {
            add(id);
        }
        final var changed = new BitSet();
        final var now = new ArrayList<Optional<SwitchPipeline>>();
        for (int number = 0; number < switches.size(); number++) {
            now.add(Optional.ofNullable(network.pipelines().get(switches.get(number))));
            if (now.get(number).orElse(null) != pipelines.get(number).orElse(null)) {
                changed.set(number);
            }
        }
        final var valuesNow = changed.stream().parallel()
            .mapToObj(number -> now.get(number).map(HostValues::of).orElse(HostValues.NONE)).toList();
        index.start();
        int place = 0;
        for (int number = changed.nextSetBit(0); number >= 0; number = changed.nextSetBit(number + 1)) {
            index.exchange(number, values.get(number), valuesNow.get(place));
            values.set(number, valuesNow.get(place++));
        }
        pipelines = now;
        if (before != switches.size() || topology != network.topology()) {
            topology = network.topology();
            fabric = new Fabric(topology, switches, numbers, fabric);
        }
        return changed;
    }

    private void add(final SwitchId id) {
        if (numbers.putIfAbsent(id, switches.size()) == null) {
            switches.add(id);
            pipelines.add(Optional.empty());
            values.add(HostValues.NONE);
        }
    }
}
