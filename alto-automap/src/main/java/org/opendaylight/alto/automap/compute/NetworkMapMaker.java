/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.compute.MapReport.Cause;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.service.CostSnapshot;

/**
 * Makes network maps.
 *
 * <p>A map has the PID {@code default} with all IPv4 and all IPv6 addresses, so it is complete. Each other PID has the
 * fewest prefixes that contain the addresses of its hosts and no other ones, so no prefix is in two PIDs, and an
 * address of no known host is in the default PID. A PID that is called {@code default} by an operator is the default
 * PID.
 *
 * <p>The prefixes of {@link Grouping.ByPrefix} are in the map as they are given, whether hosts are in them or not. One
 * that is given for several PIDs is in the first of them by name. If all addresses of a family are given to another
 * PID, the default PID does without.
 */
final class NetworkMapMaker {
    private final CostSnapshot snapshot;
    private final Hosts hosts;
    private final Function<CostMetric, SwitchDistances> distances;

    /**
     * Makes maps of one moment.
     *
     * @param snapshot switches and hosts
     * @param hosts what is known of the hosts
     * @param distances how far switches are from each other by a metric that the snapshot has a measure of
     */
    NetworkMapMaker(final CostSnapshot snapshot, final Hosts hosts,
            final Function<CostMetric, SwitchDistances> distances) {
        this.snapshot = snapshot;
        this.hosts = hosts;
        this.distances = distances;
    }

    /**
     * What maps have in common.
     *
     * @param places for each host, its place in the table that the maps of before were made of; -1 if it was not there
     *     with these addresses at this port
     * @param switches the switches of hosts
     */
    record Hosts(int[] places, HostSwitches switches) {
    }

    /**
     * Returns what makes switches near in a grouping.
     *
     * @param grouping a grouping
     * @return the metric; empty if distances do not matter
     */
    static Optional<CostMetric> metric(final Grouping grouping) {
        return switch (grouping) {
            case Grouping.Nearest nearest -> Optional.of(nearest.metric());
            case Grouping.KCentre centre -> Optional.of(centre.metric());
            case Grouping.Hierarchical hierarchical -> Optional.of(hierarchical.metric());
            default -> Optional.empty();
        };
    }

    /**
     * Returns what a map depends on.
     *
     * @param grouping its grouping
     * @return the causes for which it is to be made anew
     */
    static Set<Cause> causes(final Grouping grouping) {
        return switch (grouping) {
            case Grouping.ByPrefix byPrefix -> EnumSet.of(Cause.WISH, Cause.HOSTS);
            case Grouping.ByVlan byVlan -> EnumSet.of(Cause.WISH, Cause.HOSTS);
            case Grouping.BySwitch bySwitch -> EnumSet.of(Cause.WISH, Cause.HOSTS, Cause.TOPOLOGY);
            case Grouping.ByComponent byComponent -> EnumSet.of(Cause.WISH, Cause.HOSTS, Cause.TOPOLOGY);
            default -> EnumSet.of(Cause.WISH, Cause.HOSTS, Cause.TOPOLOGY, Cause.METRICS);
        };
    }

    /**
     * Makes a map.
     *
     * @param spec what is wanted
     * @param before the map of this name as it was; empty if there was none
     * @param sameSwitches whether switches, links and distances are as they were
     * @return the map; its version is that of before, the same object, if the content is the same
     */
    MadeNetworkMap make(final NetworkMapSpec spec, final Optional<MadeNetworkMap> before, final boolean sameSwitches) {
        if (spec.grouping() instanceof Grouping.ByPrefix byPrefix) {
            return ofPrefixes(spec.id(), byPrefix, before);
        }
        final var switches = switches(spec.grouping(), before
            .filter(made -> made.grouping().equals(spec.grouping())).flatMap(MadeNetworkMap::switches), sameSwitches);
        final var pids = switches.map(of -> HostPids.of(of, hosts.switches))
            .orElseGet(() -> HostPids.of(List.of(), snapshot.hosts().hosts(), vlanPids()));
        return ofHosts(spec, before, switches, pids);
    }

    private MadeNetworkMap ofPrefixes(final ResourceId id, final Grouping.ByPrefix grouping,
            final Optional<MadeNetworkMap> before) {
        final var groups = groups(grouping);
        final var gone = before.map(made -> new HashSet<>(made.versioned().map().pids().keySet()))
            .orElseGet(HashSet::new);
        gone.removeAll(groups.keySet());
        final var versioned = versioned(id, groups, gone, before);
        final var pids = HostPids.of(groups.keySet(), snapshot.hosts().hosts(),
            host -> versioned.map().pidOf(host.addresses().first()).orElse(null));
        return new MadeNetworkMap(grouping, versioned, Optional.empty(), pids);
    }

    private Optional<SwitchPids> switches(final Grouping grouping, final Optional<SwitchPids> known,
            final boolean same) {
        final var before = known.orElse(SwitchPids.NONE);
        return switch (grouping) {
            case Grouping.ByPrefix byPrefix -> Optional.empty();
            case Grouping.ByVlan byVlan -> Optional.empty();
            case Grouping.BySwitch bySwitch -> Optional.of(SwitchGroupings.bySwitch(snapshot.topology(),
                hosts.switches.switches(), before));
            case Grouping.Nearest nearest -> known.filter(pids -> same).or(() -> Optional.of(
                SwitchGroupings.nearest(distances.apply(nearest.metric()), nearest.anchors())));
            case Grouping.ByComponent byComponent -> known.filter(pids -> same).or(() -> Optional.of(
                SwitchGroupings.byComponent(snapshot.topology(), before)));
            case Grouping.KCentre centre -> known.filter(pids -> same).or(() -> Optional.of(
                SwitchGroupings.byCentre(distances.apply(centre.metric()), centre.count(), before)));
            case Grouping.Hierarchical cluster -> known.filter(pids -> same).or(() -> Optional.of(
                SwitchGroupings.byCluster(distances.apply(cluster.metric()), cluster.count(), before)));
        };
    }

    /** A PID for each VLAN in which a host with an address is, and one for hosts without a VLAN. */
    private static Function<Host, @Nullable Pid> vlanPids() {
        final var untagged = new Pid("untagged");
        final var ofVlan = new HashMap<Integer, Pid>();
        return host -> host.vlan()
            .map(vlan -> ofVlan.computeIfAbsent(vlan.value(), number -> new Pid("vlan-" + number))).orElse(untagged);
    }

    private static Map<Pid, EndpointAddrGroup> groups(final Grouping.ByPrefix given) {
        final var taken = new HashSet<IpPrefix>();
        final var groups = new TreeMap<Pid, EndpointAddrGroup>();
        given.prefixes().forEach((pid, prefixes) ->
            groups.put(pid, EndpointAddrGroup.of(prefixes.stream().filter(taken::add).toList())));
        final var rest = new ArrayList<IpPrefix>();
        for (var everything : List.of(IpPrefix.ALL_IPV4, IpPrefix.ALL_IPV6)) {
            if (taken.add(everything)) {
                rest.add(everything);
            }
        }
        rest.addAll(groups.getOrDefault(HostPids.DEFAULT, EndpointAddrGroup.EMPTY).prefixes());
        groups.put(HostPids.DEFAULT, EndpointAddrGroup.of(rest));
        return groups;
    }

    private MadeNetworkMap ofHosts(final NetworkMapSpec spec, final Optional<MadeNetworkMap> before,
            final Optional<SwitchPids> switches, final HostPids pids) {
        final var known = before.filter(made -> !(made.grouping() instanceof Grouping.ByPrefix))
            .map(MadeNetworkMap::hosts);
        final boolean samePids = known.map(HostPids::pids).equals(Optional.of(pids.pids()));
        final var groups = new TreeMap<Pid, EndpointAddrGroup>();
        if (known.isEmpty()) {
            groups.put(HostPids.DEFAULT, EndpointAddrGroup.of(List.of(IpPrefix.ALL_IPV4, IpPrefix.ALL_IPV6)));
        }
        for (int pid = 0; pid < pids.pids().size(); pid++) {
            final var name = pids.pids().get(pid);
            final int place = pid;
            if (known.filter(then -> pids.hasSameHosts(place, then,
                    samePids ? place : Collections.binarySearch(then.pids(), name), hosts.places)).isEmpty()) {
                groups.put(name, AddressBlocks.of(addresses(pids, pid)));
            }
        }
        final var gone = before.filter(made -> !samePids)
            .map(made -> new HashSet<>(made.versioned().map().pids().keySet())).orElseGet(HashSet::new);
        gone.remove(HostPids.DEFAULT);
        gone.removeAll(new HashSet<>(pids.pids()));
        return new MadeNetworkMap(spec.grouping(), versioned(spec.id(), groups, gone, before), switches, pids);
    }

    private List<IpAddr> addresses(final HostPids pids, final int pid) {
        final var addresses = new ArrayList<IpAddr>();
        for (int i = 0; i < pids.size(pid); i++) {
            addresses.addAll(snapshot.hosts().hosts().get(pids.host(pid, i)).addresses());
        }
        return addresses;
    }

    private static Versioned<NetworkMap> versioned(final ResourceId id, final Map<Pid, EndpointAddrGroup> changed,
            final Set<Pid> gone, final Optional<MadeNetworkMap> before) {
        if (before.isEmpty()) {
            return versioned(id, NetworkMap.ofGroups(changed));
        }
        final var last = before.orElseThrow().versioned();
        final var map = last.map().with(changed, gone);
        return map == last.map() ? last : versioned(id, map);
    }

    private static Versioned<NetworkMap> versioned(final ResourceId id, final NetworkMap map) {
        return new Versioned<>(new VersionTag(id, ContentTag.of(map)), map);
    }
}
