/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.spec;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.SwitchId;

/** How endpoints make PIDs. Endpoints that no PID takes are in the default PID. */
public sealed interface Grouping {
    /** A PID for each switch, with its name. */
    record BySwitch() implements Grouping {
    }

    /**
     * Switches join the PID of the nearest of some anchors; hosts that of their switch.
     *
     * @param metric what makes a switch near: the distance is that of the best path of links to it
     * @param anchors the switches to be near to, by PID; each switch in one PID only
     */
    record Nearest(CostMetric metric, SortedMap<Pid, SortedSet<SwitchId>> anchors) implements Grouping {
        public Nearest {
            requireNonNull(metric);
            final var copy = ImmutableSortedMap.<Pid, SortedSet<SwitchId>>naturalOrder();
            anchors.forEach((pid, switches) -> copy.put(pid, ImmutableSortedSet.copyOf(switches)));
            anchors = copy.build();
        }
    }

    /** A PID for each set of switches that are connected by links. */
    record ByComponent() implements Grouping {
    }

    /**
     * Addresses of hosts join the PID of the longest prefix that contains them. The costs of a host are those of the
     * PID of its first address.
     *
     * @param prefixes the prefixes of each PID; each prefix in one PID only
     */
    record ByPrefix(SortedMap<Pid, SortedSet<IpPrefix>> prefixes) implements Grouping {
        public ByPrefix {
            final var copy = ImmutableSortedMap.<Pid, SortedSet<IpPrefix>>naturalOrder();
            prefixes.forEach((pid, of) -> copy.put(pid, ImmutableSortedSet.copyOf(of)));
            prefixes = copy.build();
        }
    }

    /** A PID for each VLAN, and one for hosts whose frames have no tag. */
    record ByVlan() implements Grouping {
    }

    /**
     * Anchors that are chosen so that the largest distance of a switch to its nearest anchor is small; switches join
     * the nearest one.
     *
     * @param metric as of {@link Nearest}
     * @param count how many PIDs are wanted, 1 or more; there are fewer if there are fewer switches, and more if the
     *     network is in more parts than this
     */
    record KCentre(CostMetric metric, int count) implements Grouping {
        public KCentre {
            requireNonNull(metric);
            if (count < 1) {
                throw new IllegalArgumentException("The number of PIDs is " + count + ", must be 1 or more");
            }
        }
    }

    /**
     * Clusters of switches, made by joining again and again the two that are nearest to each other by the mean distance
     * between their switches.
     *
     * @param metric as of {@link Nearest}
     * @param count as of {@link KCentre}
     */
    record Hierarchical(CostMetric metric, int count) implements Grouping {
        public Hierarchical {
            requireNonNull(metric);
            if (count < 1) {
                throw new IllegalArgumentException("The number of PIDs is " + count + ", must be 1 or more");
            }
        }
    }
}
