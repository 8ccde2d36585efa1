/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.spi.ResourceFeed;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Content;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.northbound.spi.ResourceFeed.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the versions of what somebody follows, of each request once, whoever and however many follow it. A change is
 * computed and encoded once.
 *
 * <p>{@link #renew()} is for one thread at a time; all else may be called from any thread.
 */
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
public final class VersionStore {
    private static final Logger LOG = LoggerFactory.getLogger(VersionStore.class);

    private final ResourceFeed feed;
    private final int mostVersions;
    private final int mostFollowed;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    // guarded by this
    private final Map<Request, Integer> followers = new HashMap<>();
    private final LongAdder versions = new LongAdder();
    private volatile VersionState state;
    /** What failed when all was renewed last. */
    private volatile Set<ResourceId> failing = Set.of();

    /** Hears of changes. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Tells that some of what is followed changed. Called on the thread that renews, and must not block.
         *
         * @param changed what has a new version, or has a problem or no problem any more
         */
        void changed(Set<Request> changed);
    }

    /**
     * Starts without anything to follow.
     *
     * @param feed what the server answers
     * @param mostVersions how many versions of each resource are kept, at least 2
     * @param mostFollowed how many different requests may be followed
     */
    public VersionStore(final ResourceFeed feed, final int mostVersions, final int mostFollowed) {
        this.feed = requireNonNull(feed);
        this.mostVersions = mostVersions;
        this.mostFollowed = mostFollowed;
        state = new VersionState(feed.now(), Map.of());
    }

    /**
     * Returns all versions. Never blocks.
     *
     * @return the state of this moment
     */
    public VersionState state() {
        return state;
    }

    /**
     * Returns how many versions were made.
     *
     * @return a number since the start
     */
    public long versions() {
        return versions.sum();
    }

    /**
     * Has somebody hear of changes.
     *
     * @param listener who
     * @return ends it
     */
    public Registration onChange(final Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Starts following what a resource answers. Computes the answer if nobody follows it yet.
     *
     * @param request what to follow
     * @param admission is asked before much is computed
     * @return whether the resource is there; if not, nothing is followed
     * @throws AltoRequestException if the input is not right, as the resource itself would say
     * @throws FullException if too many different requests are followed already
     */
    public boolean follow(final Request request, final Admission admission) throws FullException {
        while (true) {
            final State source;
            synchronized (this) {
                if (join(request)) {
                    return true;
                }
                if (followers.size() >= mostFollowed) {
                    throw new FullException("Clients follow " + mostFollowed + " different requests already");
                }
                source = state.source();
            }
            // outside of the lock, since it may take some time
            final var content = source.answer(request, admission);
            if (content.isEmpty()) {
                return false;
            }
            final var first = version(1, content.orElseThrow());
            synchronized (this) {
                if (join(request)) {
                    return true;
                }
                if (state.source() == source) {
                    followers.put(request, 1);
                    versions.increment();
                    final var followed = new LinkedHashMap<>(state.followed());
                    followed.put(request, new Followed(VersionGraph.of(first)));
                    state = new VersionState(source, followed);
                    return true;
                }
            }
        }
    }

    private boolean join(final Request request) {
        return followers.computeIfPresent(request, (key, count) -> count + 1) != null;
    }

    /**
     * Stops following. After the last one stopped, the versions are forgotten.
     *
     * @param request what {@link #follow} took
     */
    public synchronized void unfollow(final Request request) {
        if (followers.computeIfPresent(request, (key, count) -> count == 1 ? null : count - 1) == null) {
            final var followed = new LinkedHashMap<>(state.followed());
            followed.remove(request);
            state = new VersionState(state.source(), followed);
        }
    }

    /** Takes the server's state of this moment, makes new versions of what changed, and tells of them. */
    public void renew() {
        final var source = feed.now();
        final var before = new HashMap<Request, Followed>();
        final var after = new HashMap<Request, Followed>();
        final var failures = new LinkedHashMap<ResourceId, RuntimeException>();
        boolean complete = false;
        while (!complete) {
            inOrder(state, source).forEach((request, followed) -> {
                if (before.put(request, followed) != followed) {
                    after.put(request, next(request, followed, source, failures));
                }
            });
            synchronized (this) {
                // those who came meanwhile follow the state before, so they have to be looked at as well
                final var now = state.followed();
                complete = now.entrySet().stream().allMatch(entry -> before.get(entry.getKey()) == entry.getValue());
                if (complete) {
                    after.keySet().retainAll(now.keySet());
                    state = new VersionState(source, after);
                }
            }
        }
        tell(failures);
        final var changed = new LinkedHashSet<Request>();
        inOrder(state, source).forEach((request, followed) -> {
            if (followed == after.get(request) && followed != before.get(request)) {
                changed.add(request);
            }
        });
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.changed(changed));
        }
    }

    /** Puts first what others depend on, so that the order of what changed is right for everybody. */
    private static Map<Request, Followed> inOrder(final VersionState state, final State source) {
        final var ordered = new LinkedHashMap<Request, Followed>();
        final var byId = new TreeMap<ResourceId, Map<Request, Followed>>();
        state.followed().forEach((request, followed) ->
            byId.computeIfAbsent(request.resource(), id -> new LinkedHashMap<>()).put(request, followed));
        final var done = new HashSet<ResourceId>();
        byId.keySet().forEach(id -> addInOrder(id, source, byId, done, ordered));
        return ordered;
    }

    private static void addInOrder(final ResourceId id, final State source,
            final Map<ResourceId, Map<Request, Followed>> byId, final Set<ResourceId> done,
            final Map<Request, Followed> ordered) {
        if (done.add(id)) {
            final var known = source.sources().get(id);
            if (known != null) {
                known.uses().forEach(used -> addInOrder(used, source, byId, done, ordered));
            }
            ordered.putAll(byId.getOrDefault(id, Map.of()));
        }
    }

    /** Whatever is wrong with one resource, all others are renewed. */
    // we do not know what a resource throws that has a mistake
    @SuppressWarnings("checkstyle:IllegalCatch")
    private Followed next(final Request request, final Followed before, final State source,
            final Map<ResourceId, RuntimeException> failures) {
        try {
            return renewed(request, before, source);
        } catch (RuntimeException e) {
            failures.putIfAbsent(request.resource(), e);
            return gone(before, "The server fails to compute it");
        }
    }

    /** Tells once of each resource, however many inputs of it fail, and for how long. */
    private void tell(final Map<ResourceId, RuntimeException> failures) {
        final var known = failing;
        failures.forEach((resource, failure) -> {
            if (!known.contains(resource)) {
                LOG.warn("There is no new version of {} for those who follow it, as it fails; others are renewed",
                    resource, failure);
            }
        });
        failing = Set.copyOf(failures.keySet());
    }

    private Followed renewed(final Request request, final Followed before, final State source) {
        final @Nullable Content content;
        try {
            content = source.answer(request, Admission.ALL).orElse(null);
        } catch (AltoRequestException | IllegalArgumentException e) {
            // the latter if what the input asks for went away while it was computed
            return gone(before, "The resource does not take this input any more: " + e.getMessage());
        }
        if (content == null) {
            return gone(before, "The resource is not there any more");
        }
        final var last = before.versions().last();
        final var newest = version(last.number() + 1, content);
        if (newest.tag().equals(last.tag()) && newest.mediaType().equals(last.mediaType())) {
            return before.problem().isEmpty() ? before : new Followed(before.versions());
        }
        final var graph = before.versions().with(newest, mostVersions);
        versions.increment();
        return new Followed(graph);
    }

    private static Followed gone(final Followed before, final String problem) {
        return before.problem().isPresent() ? before
            : new Followed(before.versions(), Optional.of(problem), System.nanoTime());
    }

    private static Version version(final long number, final Content content) {
        return new Version(number, content.tag().orElseGet(() -> content.body().contentTag()), content.mediaType(),
            content.body());
    }
}
