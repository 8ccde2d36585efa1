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

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opendaylight.alto.automap.compute.MapMaker;
import org.opendaylight.alto.automap.compute.MapResult;
import org.opendaylight.alto.automap.compute.NetworkChanges;
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.trace.PathFinder;
import org.opendaylight.alto.frmchecker.trace.WalkLimits;

/**
 * How long the automatic maps of a large network take, at first and after a change, and how long exact means over all
 * pairs of hosts take, compared with means over pairs that are drawn and walked one after the other.
 *
 * <p>A map has a PID for each switch, and two cost maps; another one has a PID for each of 20 anchors, and one cost
 * map. All costs are hops, means over all pairs of hosts.
 */
public final class AutomapBenchmark {
    private static final int HOSTS = 20_000;
    private static final int ARITY = 20;
    private static final int SWITCHES = 1_000;
    private static final int LINKS_OF_EACH = 4;
    private static final int ANCHORS = 20;
    private static final int PAIRS = 10_000;
    private static final int FIRST = 7;
    /** While the JVM is still busy with compiling; shown, without a target. */
    private static final int COLD = 30;
    /** About four seconds of changes. */
    private static final int WARM_UP = 200;
    private static final int LINKS_WARM_UP = 10;
    private static final int CHANGES = 40;
    private static final double TARGET_FIRST = 3_000;
    private static final double TARGET_HOST = 20;
    private static final double TARGET_LINK = 200;

    private static final String HOPS_BY_SWITCH = "hops-by-switch";
    private static final String ANCHORED = "anchored";
    private static final String HOPS_ANCHORED = "hops-anchored";

    private final RoutedNetwork network;
    private final RoutedCosts costs;
    private final PublishedMaps maps;
    private final Random random = new Random(7285);
    private boolean isMet = true;

    private AutomapBenchmark(final RoutedNetwork network) throws Exception {
        this.network = network;
        costs = new RoutedCosts(now());
        maps = new PublishedMaps(definitions());
    }

    private RoutedCosts.Network now() {
        return new RoutedCosts.Network(network.state(), network.hosts());
    }

    private Map<String, String> definitions() {
        final var attached = network.hosts().hosts().stream().map(host -> host.attachment().switchId()).distinct()
            .sorted().toList();
        final var anchors = IntStream.range(0, ANCHORS)
            .mapToObj(i -> "\"near-" + i + "\":[\"" + attached.get(i * attached.size() / ANCHORS) + "\"]")
            .collect(Collectors.joining(","));
        final var files = new LinkedHashMap<String, String>();
        files.put("by-switch", "{\"net-map-id\":\"by-switch\",\"net-map-grp-alg\":\"switch-alg\"}");
        files.put(ANCHORED, "{\"net-map-id\":\"" + ANCHORED + "\",\"net-map-grp-alg\":\"nearest-alg\","
            + "\"net-map-grp-para\":{\"metric\":\"hopcount\",\"anchors\":{" + anchors + "}}}");
        files.put(HOPS_BY_SWITCH, means(HOPS_BY_SWITCH, "by-switch", "hopcount"));
        files.put("routing-by-switch", means("routing-by-switch", "by-switch", "routingcost"));
        files.put(HOPS_ANCHORED, means(HOPS_ANCHORED, ANCHORED, "hopcount"));
        return files;
    }

    private static String means(final String name, final String networkMap, final String metric) {
        return "{\"cost-map-id\":\"" + name + "\",\"uses\":[\"" + networkMap + "\"],\"cost-type\":{\"cost-mode\":"
            + "\"numerical\",\"cost-metric\":\"" + metric + "\"},\"cost-map-group-metric\":\"avg\","
            + "\"cost-map-group-alg\":{\"alg\":\"total-enumeration\"}}";
    }

    /** Makes maps out of nothing but the network. */
    private MapResult fresh(final MapSpecs specs) {
        return new MapMaker(System::nanoTime).make(specs, new RoutedCosts(costs.network()).snapshot(),
            NetworkChanges.NONE, MapResult.NONE);
    }

    private double firstMilliseconds(final MapSpecs specs) {
        final long start = System.nanoTime();
        fresh(specs);
        return (System.nanoTime() - start) / 1e6;
    }

    private double[] firstMilliseconds(final MapSpecs specs, final int count) {
        final var taken = new double[count];
        Arrays.setAll(taken, i -> firstMilliseconds(specs));
        return taken;
    }

    private PublishedMaps.Taken[] changes(final Runnable change, final int count) throws InterruptedException {
        final var taken = new PublishedMaps.Taken[count];
        for (int i = 0; i < count; i++) {
            change.run();
            final var next = now();
            taken[i] = maps.after(() -> costs.become(next));
        }
        return taken;
    }

    /** Requires that the maps that are published are those that are made out of nothing. */
    private MapResult check() throws Exception {
        final var fresh = fresh(maps.specs());
        final var wanted = new TreeMap<String, String>();
        fresh.maps().tags().forEach((id, tag) -> wanted.put(id.value(), tag));
        if (!wanted.equals(maps.tags())) {
            throw new IllegalStateException("Published is " + maps.tags() + ", right is " + wanted);
        }
        return fresh;
    }

    private PathFinder finder() {
        return new PathFinder(costs.network().state(), costs.network().hosts(), WalkLimits.DEFAULT);
    }

    private static double walk(final PathFinder finder, final Host from, final Host to) {
        return finder.cost(PathQuery.between(address(from), address(to)), new HopCosting(), Aggregation.WORST,
            query -> {
                throw new IllegalStateException(query.toString());
            }).orElse(Double.NaN);
    }

    private static IpAddr address(final Host host) {
        return host.addresses().first();
    }

    /**
     * Requires that the costs between switches are those of walks, one of which stands for all between two switches, as
     * no rule tells the hosts of a switch apart but by their ports.
     */
    private int checkByWalks(final CostMap map) {
        final var finder = finder();
        final var ofSwitch = costs.network().hosts().hosts().stream()
            .collect(Collectors.groupingBy(host -> host.attachment().switchId(), TreeMap::new, Collectors.toList()));
        final var wrong = new AtomicInteger();
        ofSwitch.entrySet().parallelStream().forEach(from -> ofSwitch.forEach((to, receivers) -> {
            final double walked = walk(finder, from.getValue().getFirst(), receivers.getLast());
            final var found = map.cost(pid(from.getKey()), pid(to));
            if (found.isPresent() == Double.isNaN(walked)
                    || found.isPresent() && !found.orElseThrow().equals(new CostValue.Number(walked))) {
                wrong.incrementAndGet();
            }
        }));
        if (wrong.get() > 0) {
            throw new IllegalStateException(wrong + " costs differ from those of walks");
        }
        return ofSwitch.size() * ofSwitch.size();
    }

    private static Pid pid(final SwitchId id) {
        return new Pid(id.toString());
    }

    /** What means over pairs took that were drawn, and how far one is from the exact one at most. */
    private record Sampled(double milliseconds, double error) {
    }

    private Sampled sample(final NetworkMap pids, final CostMap exact) {
        final var finder = finder();
        final var ofPid = new HashMap<Pid, List<Host>>(costs.network().hosts().hosts().stream()
            .collect(Collectors.groupingBy(host -> pids.pidOf(address(host)).orElseThrow())));
        final var all = List.copyOf(ofPid.keySet());
        final long start = System.nanoTime();
        final double error = IntStream.range(0, all.size() * all.size()).parallel().mapToDouble(pair -> {
            final var source = all.get(pair / all.size());
            final var destination = all.get(pair % all.size());
            final double mean = mean(finder, ofPid.get(source), ofPid.get(destination), new Random(pair));
            return exact.cost(source, destination).map(CostValue.Number.class::cast)
                .map(cost -> Math.abs(cost.value() - mean)).orElse(0.0);
        }).max().orElseThrow();
        return new Sampled((System.nanoTime() - start) / 1e6, error);
    }

    private static double mean(final PathFinder finder, final List<Host> senders, final List<Host> receivers,
            final Random draws) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < PAIRS; i++) {
            final var from = senders.get(draws.nextInt(senders.size()));
            final var to = receivers.get(draws.nextInt(receivers.size()));
            final double cost = from == to ? Double.NaN : walk(finder, from, to);
            if (!Double.isNaN(cost)) {
                sum += cost;
                count++;
            }
        }
        return sum / count;
    }

    private void row(final String what, final double[] values, final double target) {
        System.out.printf("| %s | %s | %.1f |%n", what, Figures.spread(values, "%.1f"), Figures.quantile(values, 0.9));
        isMet &= Figures.quantile(values, 0.5) < target;
    }

    private static double[] published(final PublishedMaps.Taken[] taken) {
        return Arrays.stream(taken).mapToDouble(PublishedMaps.Taken::published).toArray();
    }

    private void rows(final String what, final PublishedMaps.Taken[] taken, final double target) {
        row(String.format("%s, %d times: until the maps are published (target %.0f)", what, taken.length, target),
            published(taken), target);
        row("of which computing", Arrays.stream(taken).mapToDouble(PublishedMaps.Taken::computed).toArray(),
            Double.POSITIVE_INFINITY);
        row("processor time meanwhile, of all threads",
            Arrays.stream(taken).mapToDouble(PublishedMaps.Taken::processor).toArray(), Double.POSITIVE_INFINITY);
    }

    /** Compares what is needed for one map with the mean over all pairs of hosts, and with means over drawn pairs. */
    private Sampled exactAgainstSampled(final MapResult fresh) {
        final var all = maps.specs();
        final var pidsId = new ResourceId(ANCHORED);
        final var costsId = new ResourceId(HOPS_ANCHORED);
        final var one = new MapSpecs(new TreeMap<>(Map.of(pidsId, all.networkMaps().get(pidsId))),
            new TreeMap<>(Map.of(costsId, all.costMaps().get(costsId))));
        final var exact = firstMilliseconds(one, FIRST);
        final var sampled = sample(fresh.maps().networkMaps().get(pidsId).map(), cost(fresh, HOPS_ANCHORED));
        row(String.format("exact means between %d PIDs, over all %.0f million pairs, from nothing (target %.0f)",
            ANCHORS, (double) network.hosts().size() * (network.hosts().size() - 1) / 1e6, sampled.milliseconds()),
            exact, sampled.milliseconds());
        System.out.printf("| means over %d drawn pairs for each two PIDs, each pair walked, once | %.0f | |%n", PAIRS,
            sampled.milliseconds());
        return sampled;
    }

    private boolean run(final String kind) throws Exception {
        System.out.printf("| %s: %d switches, %d links, %d hosts, %d rules; milliseconds | median (range) | 90 %% |%n",
            kind, costs.network().state().pipelines().size(), network.linkCount(), network.hosts().size(),
            network.ruleCount());
        System.out.println("|---|---|---|");
        final var specs = maps.specs();
        final double first = firstMilliseconds(specs);
        System.out.printf("| all maps computed, the very first time in the JVM | %.0f | |%n", first);
        System.out.printf("| all maps computed and published, the second time | %.0f | |%n",
            maps.start(costs).published());
        firstMilliseconds(specs, FIRST);
        row(String.format("all maps computed from nothing, %d times later on (target %.0f)", FIRST, TARGET_FIRST),
            firstMilliseconds(specs, FIRST), TARGET_FIRST);
        row(String.format("the first %d hosts that are added in the JVM: until the maps are published", COLD),
            published(changes(network::addHost, COLD)), Double.POSITIVE_INFINITY);
        changes(network::addHost, WARM_UP);
        rows("a host added", changes(network::addHost, CHANGES), TARGET_HOST);
        check();
        changes(network::cutLink, LINKS_WARM_UP);
        rows("a link down", changes(network::cutLink, CHANGES), TARGET_LINK);
        final var fresh = check();
        final int walked = checkByWalks(cost(fresh, HOPS_BY_SWITCH));
        final var sampled = exactAgainstSampled(fresh);
        System.out.printf("%nA mean over drawn pairs is up to %.3f hops from the exact one. ", sampled.error());
        System.out.printf("Published was what is computed from nothing, after each series; then %d costs were those of "
            + "walks.%n", walked);
        return isMet;
    }

    private static CostMap cost(final MapResult maps, final String name) {
        return maps.maps().costMaps().get(new ResourceId(name)).map();
    }

    /**
     * Runs it.
     *
     * @param args {@code fat-tree} or {@code provider}
     * @throws Exception if the datastore does not work
     */
    public static void main(final String[] args) throws Exception {
        final var network = switch (args[0]) {
            case "fat-tree" -> RoutedNetwork.fatTree(ARITY, HOSTS);
            case "provider" -> RoutedNetwork.provider(SWITCHES, LINKS_OF_EACH, HOSTS);
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.exit(new AutomapBenchmark(network).run(args[0]) ? 0 : 1);
    }
}
