/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.stream;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.northbound.spi.ResourceFeed.State;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.patch.Patch;
import org.opendaylight.alto.sse.version.Followed;
import org.opendaylight.alto.sse.version.Follower;
import org.opendaylight.alto.sse.version.Version;
import org.opendaylight.alto.sse.version.VersionState;

/**
 * What one client is told (RFC 8895): which events come next, given all versions. Knows neither time nor connections.
 *
 * <p>It has no queue of events: it knows which version of each substream the client was told last, and makes the events
 * to the newest one when the client can take more. So a client that is slow gets fewer and larger patches, or a whole
 * version where that is shorter, and takes no memory for what it missed. May be used from any thread.
 */
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
public final class UpdateStream {
    private final String id;
    private final Follower client;
    private final Instant since;
    private final Duration patience;
    // all that follows is guarded by this
    private final Map<String, Substream> active = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Deque<StreamEvent> announcements = new ArrayDeque<>();
    private final Deque<StreamEvent> round = new ArrayDeque<>();
    private final List<Request> ended = new ArrayList<>();
    private boolean closing;
    private long events;

    /** What is followed under one id. */
    private static final class Substream {
        private final Request request;
        private final boolean incremental;
        private Optional<String> has;
        private long told;

        Substream(final Addition addition) {
            request = addition.request;
            incremental = addition.incremental;
            has = addition.tag;
        }
    }

    /**
     * What is to be followed.
     *
     * @param request what is followed, which the version store follows already
     * @param tag the version that the client has
     * @param incremental whether it takes patches
     */
    public record Addition(Request request, Optional<String> tag, boolean incremental) {
    }

    /**
     * What there is to know of a substream.
     *
     * @param id its id
     * @param request what it follows
     * @param version the number of the version that the client was told last; 0 if it was told none
     */
    public record Status(String id, Request request, long version) {
    }

    /**
     * Starts a stream.
     *
     * @param id its name, which nobody can guess
     * @param client who opened it
     * @param since when
     * @param controlUri where it can be controlled
     * @param patience how long a resource may be gone before its substreams end
     * @param first what it follows at first; not empty
     */
    public UpdateStream(final String id, final Follower client, final Instant since, final String controlUri,
            final Duration patience, final Map<String, Addition> first) {
        this.id = requireNonNull(id);
        this.client = requireNonNull(client);
        this.since = requireNonNull(since);
        this.patience = requireNonNull(patience);
        // RFC 8895, section 6.7.1: before all others, and once
        announcements.add(StreamEvent.control(PushCodec.encodeControlUri(controlUri)));
        first.forEach((name, addition) -> active.put(name, new Substream(addition)));
        used.addAll(first.keySet());
    }

    /**
     * Returns its name.
     *
     * @return a name that nobody can guess
     */
    public String id() {
        return id;
    }

    /**
     * Returns who opened it.
     *
     * @return the client
     */
    public Follower client() {
        return client;
    }

    /**
     * Returns when it was opened.
     *
     * @return a time
     */
    public Instant since() {
        return since;
    }

    /**
     * Returns how many events were made.
     *
     * @return a number of events, with those about the stream itself
     */
    public synchronized long events() {
        return events;
    }

    /**
     * Returns what it follows.
     *
     * @return a status of each substream
     */
    public synchronized List<Status> substreams() {
        return active.entrySet().stream().map(entry ->
            new Status(entry.getKey(), entry.getValue().request, entry.getValue().told)).toList();
    }

    /**
     * Returns what the version store follows for it.
     *
     * @return each once
     */
    public synchronized Set<Request> requests() {
        return active.values().stream().map(substream -> substream.request).collect(Collectors.toSet());
    }

    /**
     * Returns how many ids its substreams had, with those that have ended.
     *
     * @return a number of ids
     */
    public synchronized int usedIds() {
        return used.size();
    }

    /**
     * Checks a change (RFC 8895, section 7.6).
     *
     * @param add the ids to add
     * @param remove the ids to remove
     * @throws org.opendaylight.alto.northbound.error.AltoRequestException if an id to add was used before, or one to
     *     remove was not
     */
    public synchronized void check(final Collection<String> add, final Collection<String> remove) {
        final var again = add.stream().filter(used::contains).toList();
        if (!again.isEmpty()) {
            throw PushCodec.usedBefore(again);
        }
        final var unknown = remove.stream().filter(name -> !used.contains(name)).distinct().toList();
        if (!unknown.isEmpty()) {
            throw PushCodec.neverAdded(unknown);
        }
    }

    /**
     * Changes what it follows.
     *
     * @param add what it follows from now on, checked; it is ignored after the end
     * @param remove the ids to remove; empty for none, a list without elements for all of them
     * @return false if the stream has ended before
     */
    public synchronized boolean change(final Map<String, Addition> add, final Optional<List<String>> remove) {
        if (closing) {
            return false;
        }
        if (!add.isEmpty()) {
            add.forEach((name, addition) -> active.put(name, new Substream(addition)));
            used.addAll(add.keySet());
            announcements.add(StreamEvent.control(PushCodec.encodeStarted(add.keySet())));
        }
        remove.map(names -> names.isEmpty() ? List.copyOf(active.keySet()) : names).ifPresent(names -> {
            // RFC 8895, section 7.6: it is legal to remove one twice
            final var gone = new LinkedHashSet<>(names);
            gone.retainAll(active.keySet());
            stop(gone, "The client asked for it");
        });
        return true;
    }

    /**
     * Ends the stream, after the events that tell the client.
     *
     * @param description why, for a developer
     */
    public synchronized void end(final String description) {
        if (!closing) {
            stop(List.copyOf(active.keySet()), description);
            closing = true;
        }
    }

    private void stop(final Collection<String> names, final String description) {
        if (!names.isEmpty()) {
            names.forEach(name -> ended.add(requireNonNull(active.remove(name)).request));
            announcements.add(StreamEvent.control(PushCodec.encodeStopped(names, description)));
            // RFC 8895, section 7.6: there is no stream without a resource
            closing |= active.isEmpty();
        }
    }

    /**
     * Returns what is not followed any more since the last call.
     *
     * @return what the version store does not have to follow for this stream any more, each once for each substream
     */
    public synchronized List<Request> takeEnded() {
        final var taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    /**
     * Ends all substreams, as nobody hears of them any more.
     *
     * @return what the version store does not have to follow for this stream any more
     */
    public synchronized List<Request> abandon() {
        closing = true;
        final var all = new ArrayList<>(takeEnded());
        active.values().forEach(substream -> all.add(substream.request));
        active.clear();
        announcements.clear();
        round.clear();
        return all;
    }

    /**
     * Tells whether it has ended.
     *
     * @return whether there will never be an event any more
     */
    public synchronized boolean isOver() {
        return closing && announcements.isEmpty() && round.isEmpty();
    }

    /**
     * Makes the next event. Events between two states of the server are in one piece: before the next state is looked
     * at, all that belongs to one is told, each resource after those on which it depends.
     *
     * @param state all versions
     * @param now the time, by the clock of {@link System#nanoTime()}
     * @return the event; empty if there is nothing to tell
     */
    public synchronized Optional<StreamEvent> next(final VersionState state, final long now) {
        if (round.isEmpty()) {
            final var toStop = new LinkedHashMap<String, List<String>>();
            active.forEach((name, substream) -> reasonToStop(substream, state, now).ifPresent(description ->
                toStop.computeIfAbsent(description, key -> new ArrayList<>()).add(name)));
            toStop.forEach((description, names) -> stop(names, description));
            round.addAll(announcements);
            announcements.clear();
            active.entrySet().stream().sorted(Comparator.comparingInt(entry ->
                depth(entry.getValue().request.resource(), state.source()))).forEach(entry ->
                    tell(entry.getKey(), entry.getValue(), state.find(entry.getValue().request)));
        }
        final var event = Optional.ofNullable(round.poll());
        event.ifPresent(made -> events++);
        return event;
    }

    private Optional<String> reasonToStop(final Substream substream, final VersionState state, final long now) {
        if (!mayRead(substream)) {
            return Optional.of("The client may not read this resource any more");
        }
        final @Nullable Followed followed = state.find(substream.request);
        return followed == null || now - followed.goneSince() < patience.toNanos() ? Optional.empty()
            : followed.problem();
    }

    /** Asked at each state that is told, as rules and roles may change while the stream is open. */
    private boolean mayRead(final Substream substream) {
        return client.reader().mayRead(substream.request.path());
    }

    /**
     * Tells whether a substream may have to stop: its resource is gone, or the client may not read it any more.
     *
     * @param state all versions
     * @return whether {@link #next} may have something to tell without a change of versions
     */
    public synchronized boolean mayHaveToStop(final VersionState state) {
        return active.values().stream().anyMatch(substream -> {
            final @Nullable Followed followed = state.find(substream.request);
            return followed != null && followed.problem().isPresent() || !mayRead(substream);
        });
    }

    /** Counts on how many others in a row a resource depends (RFC 8895, section 6.7.1: those come before). */
    private static int depth(final ResourceId resource, final State source) {
        final var known = source.sources().get(resource);
        return known == null ? 0
            : known.uses().stream().mapToInt(used -> 1 + depth(used, source)).max().orElse(0);
    }

    private void tell(final String name, final Substream substream, final @Nullable Followed followed) {
        if (followed == null || followed.versions().last().number() == substream.told) {
            return;
        }
        final var versions = followed.versions();
        final Version last = versions.last();
        final boolean current = substream.told == 0
            && substream.has.filter(last.tag()::equals).isPresent();
        final var patches = substream.incremental && substream.told > 0 ? versions.patchesFrom(substream.told)
            : Optional.<List<Patch>>empty();
        if (patches.isPresent()) {
            patches.orElseThrow().forEach(patch -> round.add(StreamEvent.patch(name, patch)));
        } else if (!current) {
            // RFC 8895, section 6.7.1: before all patches, and allowed at any time
            round.add(StreamEvent.whole(name, last));
        }
        substream.told = last.number();
        substream.has = Optional.empty();
    }

    @Override
    public String toString() {
        return "update stream of " + client.address();
    }
}
