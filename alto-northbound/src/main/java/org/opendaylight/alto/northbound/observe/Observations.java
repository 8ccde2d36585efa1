/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.observe;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.core.service.ServerStatistics;
import org.opendaylight.alto.core.statistics.Outcome;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.core.statistics.ServerCounts;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.alto.northbound.json.EncodingListener;
import org.opendaylight.alto.northbound.json.MediaTypes;

/**
 * All counters of the server. May be used from any thread. The number of counters is bounded: whatever clients ask for,
 * only resources that the server has or had get counters of their own, and only the first {@value #MAX_RESOURCES} of
 * them.
 */
public final class Observations implements ServerStatistics, EncodingListener {
    /** Stands for the directory, which is no resource of its own. */
    public static final String DIRECTORY = "(directory)";
    /** Stands for all that the server does not have. */
    public static final String UNKNOWN = "(unknown)";
    /** Stands for resources beyond those that have counters of their own. */
    public static final String OTHERS = "(others)";

    static final int MAX_RESOURCES = 1000;

    /** RFC 7285, section 14.1. */
    private static final Map<String, String> SERVICES = Map.of(
        MediaTypes.NETWORK_MAP, "network-map",
        MediaTypes.COST_MAP, "cost-map",
        MediaTypes.ENDPOINT_COST, "endpoint-cost",
        MediaTypes.ENDPOINT_PROP, "endpoint-property");

    private final Instant since;
    private final String directoryPath;
    private final LongAdder inProgress = new LongAdder();
    private final Map<Key, ResourceCounters> counters = new ConcurrentHashMap<>();
    private final ResourceCounters directory = new ResourceCounters(DIRECTORY, "directory");
    private final ResourceCounters unknown = new ResourceCounters(UNKNOWN, "unknown");
    private final ResourceCounters others = new ResourceCounters(OTHERS, "others");

    private volatile Map<String, ResourceCounters> byPath = Map.of();
    private volatile int endpointsWithProperties;

    /** An id may be used for something else one day. */
    private record Key(ResourceId id, String service) {
    }

    /**
     * Starts with all counters at zero.
     *
     * @param since the time now
     * @param directoryPath where the directory is, without a slash at the end
     */
    public Observations(final Instant since, final String directoryPath) {
        this.since = since;
        this.directoryPath = directoryPath;
    }

    /**
     * Tells what the server serves from now on. Not for several threads at a time.
     *
     * @param resources all resources; an id may be there more than once, and its first entry counts
     * @param pids says how many PIDs a network map has
     * @param endpoints prefixes to which an operator gave properties
     */
    public void published(final Collection<ResourceInfo> resources, final ToIntFunction<ResourceId> pids,
            final int endpoints) {
        final var paths = new HashMap<String, ResourceCounters>();
        final var seen = new HashSet<ResourceId>();
        final var named = new HashSet<ResourceCounters>();
        paths.put(directoryPath, directory);
        for (var info : resources) {
            if (!seen.add(info.id())) {
                continue;
            }
            final var found = countersOf(info.id(), serviceOf(info));
            paths.putIfAbsent(info.path(), found);
            named.add(found);
            if (found != others) {
                found.hold(info, pids.applyAsInt(info.id()));
            }
        }
        counters.values().stream().filter(each -> !named.contains(each)).forEach(ResourceCounters::drop);
        byPath = Map.copyOf(paths);
        endpointsWithProperties = endpoints;
    }

    private static String serviceOf(final ResourceInfo info) {
        final boolean filter = info.accepts().isPresent()
            && (info.mediaType().equals(MediaTypes.NETWORK_MAP) || info.mediaType().equals(MediaTypes.COST_MAP));
        return filter ? "filtered-" + serviceOf(info.mediaType()) : serviceOf(info.mediaType());
    }

    private static String serviceOf(final String mediaType) {
        return SERVICES.getOrDefault(mediaType, "other");
    }

    private ResourceCounters countersOf(final ResourceId id, final String service) {
        final var key = new Key(id, service);
        final var known = counters.get(key);
        if (known != null || counters.size() >= MAX_RESOURCES) {
            return known != null ? known : others;
        }
        return counters.computeIfAbsent(key, absent -> new ResourceCounters(id.value(), service));
    }

    /**
     * A request came.
     *
     * @param path the path of its URI, decoded
     * @return where to count its answer
     */
    public ResourceCounters begin(final String path) {
        final int end = path.length() - 1;
        final var resource = byPath.getOrDefault(
            end > 0 && path.charAt(end) == '/' ? path.substring(0, end) : path, unknown);
        inProgress.increment();
        resource.begin();
        return resource;
    }

    /**
     * A request is answered.
     *
     * @param resource what {@link #begin} returned
     * @param status the HTTP status code
     * @param errorCode the error code, if the answer has one
     * @param received bytes of the body of the request
     * @param sent bytes of the body of the answer
     * @param nanoseconds how long it took
     */
    public void end(final ResourceCounters resource, final int status, final Optional<AltoErrorCode> errorCode,
            final long received, final long sent, final long nanoseconds) {
        inProgress.decrement();
        resource.end(new Outcome(status, errorCode.map(AltoErrorCode::name)), received, sent, nanoseconds);
    }

    @Override
    public void encodedPart(final ResourceId id, final String mediaType) {
        countersOf(id, serviceOf(mediaType)).encodedPart();
    }

    @Override
    public void encodedMessage(final ResourceId id, final String mediaType) {
        countersOf(id, serviceOf(mediaType)).encodedMessage();
    }

    @Override
    public ServerCounts counts() {
        return new ServerCounts(since, inProgress.sum(), endpointsWithProperties, Optional.empty(),
            Stream.concat(Stream.of(directory, unknown, others), counters.values().stream())
                .map(ResourceCounters::read)
                .sorted(Comparator.comparing(ResourceCounts::resource).thenComparing(ResourceCounts::service))
                .toList());
    }
}
