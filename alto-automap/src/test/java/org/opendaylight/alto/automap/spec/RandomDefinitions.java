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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.SwitchId;

/** Definitions of all forms. */
public final class RandomDefinitions {
    private static final List<String> METRICS = List.of("hopcount", "routingcost", "delay-ow:p99.9", "hopcount:max",
        "priv:x");

    private final Random random;

    /** Begins a sequence that a seed determines. */
    public RandomDefinitions(final long seed) {
        random = new Random(seed);
    }

    /** Makes another definition. */
    public MapDefinition next() {
        return random.nextBoolean() ? new MapDefinition.OfNetworkMap(new NetworkMapSpec(id(), grouping()))
            : new MapDefinition.OfCostMap(new CostMapSpec(id(), new ResourceId("of-" + random.nextInt(10)),
                CostType.numerical(metric()), fold(), pairs(), step()));
    }

    private ResourceId id() {
        return new ResourceId("map:" + random.nextInt(100));
    }

    private CostMetric metric() {
        return new CostMetric(METRICS.get(random.nextInt(METRICS.size())));
    }

    private int count() {
        return random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(10_000);
    }

    private double step() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 5;
            case 2 -> 1_000_000;
            default -> BigDecimal.valueOf(random.nextInt(100_000_000), 6).doubleValue();
        };
    }

    private Fold fold() {
        return switch (random.nextInt(6)) {
            case 0 -> new Fold.Mean();
            case 1 -> new Fold.Min();
            case 2 -> new Fold.Max();
            case 3 -> new Fold.Percentile(50);
            case 4 -> new Fold.Percentile(1 + random.nextInt(100));
            default -> new Fold.Percentile(BigDecimal.valueOf(1 + random.nextInt(9_999_999), 5).doubleValue());
        };
    }

    private HostPairs pairs() {
        return switch (random.nextInt(3)) {
            case 0 -> new HostPairs.All();
            case 1 -> new HostPairs.Sample(count(), 0);
            default -> new HostPairs.Sample(count(), random.nextLong());
        };
    }

    private Grouping grouping() {
        return switch (random.nextInt(7)) {
            case 0 -> new Grouping.BySwitch();
            case 1 -> new Grouping.ByComponent();
            case 2 -> new Grouping.ByVlan();
            case 3 -> new Grouping.Nearest(metric(), groups(number -> new SwitchId(
                number % 2 == 0 ? number : -1 - number)));
            case 4 -> new Grouping.ByPrefix(groups(number -> number % 2 == 0
                ? new IpPrefix(new Ipv4Addr((int) number << 24), 8) : new IpPrefix(new Ipv6Addr(number << 32, 0), 48)));
            case 5 -> new Grouping.KCentre(metric(), count());
            default -> new Grouping.Hierarchical(metric(), count());
        };
    }

    private <T> SortedMap<Pid, SortedSet<T>> groups(final LongFunction<T> member) {
        final var numbers = new ArrayList<Integer>();
        for (int i = 0; i < 100; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        final var groups = new TreeMap<Pid, SortedSet<T>>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            final var members = new TreeSet<T>();
            for (int j = 0; j <= random.nextInt(4); j++) {
                members.add(member.apply(numbers.removeLast()));
            }
            groups.put(new Pid("pid@" + i), members);
        }
        return groups;
    }
}
