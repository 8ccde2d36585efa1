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

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.spi.Reader;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.json.StreamRequest;
import org.opendaylight.alto.sse.json.SubstreamRequest;
import org.opendaylight.alto.sse.stream.UpdateStream.Addition;
import org.opendaylight.alto.sse.version.Follower;
import org.opendaylight.alto.sse.version.FullException;
import org.opendaylight.alto.sse.version.Inputs;
import org.opendaylight.alto.sse.version.RandomName;
import org.opendaylight.alto.sse.version.VersionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All update streams. May be used from any thread. */
public final class StreamRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRegistry.class);
    /** How many ids a stream may have in its life, as a multiple of its substreams at a time: they are remembered. */
    private static final int MOST_IDS = 100;

    private final VersionStore store;
    private final StreamLimits limits;
    private final Clock clock;
    private final Map<String, Open> streams = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final LongAdder opened = new LongAdder();
    private final LongAdder stalled = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final Map<IpAddr, Integer> perClient = new ConcurrentHashMap<>();
    private final Map<Request, Set<Open>> listeners = new ConcurrentHashMap<>();

    /** Sends a stream to its client. */
    public interface Output {
        /** Tells that there may be a next event. Does not block. */
        void wake();

        /**
         * Tells that some time has passed. Does not block.
         *
         * @param now the time, by the clock of {@link System#nanoTime()}
         */
        void tick(long now);

        /** Ends the answer, as something is wrong with this stream. */
        void end();

        /**
         * Returns how much was sent.
         *
         * @return a number of bytes
         */
        long sent();
    }

    /**
     * A stream with its client.
     *
     * @param stream what is sent
     * @param output who sends it
     */
    public record Open(UpdateStream stream, Output output) {
        @Override
        public boolean equals(final @Nullable Object obj) {
            return this == obj;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * Starts without streams.
     *
     * @param store the versions
     * @param limits how much streams may take
     * @param clock tells when streams were opened
     */
    public StreamRegistry(final VersionStore store, final StreamLimits limits, final Clock clock) {
        this.store = requireNonNull(store);
        this.limits = requireNonNull(limits);
        this.clock = requireNonNull(clock);
    }

    /**
     * Returns the limits.
     *
     * @return how much streams may take
     */
    public StreamLimits limits() {
        return limits;
    }

    /**
     * Returns all streams.
     *
     * @return those that are open now
     */
    public Collection<Open> streams() {
        return List.copyOf(streams.values());
    }

    /**
     * Returns how many streams were opened.
     *
     * @return a number since the start
     */
    public long opened() {
        return opened.sum();
    }

    /**
     * Returns how many streams were ended because their clients took nothing.
     *
     * @return a number since the start
     */
    public long stalled() {
        return stalled.sum();
    }

    /**
     * Returns how many events were made for all streams, also for those that have ended.
     *
     * @return a number since the start
     */
    public long events() {
        return events.sum();
    }

    /**
     * Returns how much was sent on all streams, also on those that have ended.
     *
     * @return a number of bytes since the start
     */
    public long sent() {
        return sent.sum();
    }

    /** Counts an event of any stream. */
    public void countEvent() {
        events.increment();
    }

    /**
     * Counts what is sent on any stream.
     *
     * @param bytes a number of bytes
     */
    public void countSent(final int bytes) {
        sent.add(bytes);
    }

    /** Counts a stream that is ended because its client took nothing. */
    public void countStalled() {
        stalled.increment();
    }

    /**
     * Opens a stream.
     *
     * @param request what the client wants
     * @param client who it is
     * @param controlUri makes the URI of a stream out of its name
     * @param admission is asked before much is computed
     * @return the stream, which nobody sends yet: {@link #start} or {@link #abandon} comes next
     * @throws AltoRequestException if the request is not right
     * @throws FullException if there are too many streams
     */
    public UpdateStream open(final StreamRequest request, final Follower client,
            final Function<String, String> controlUri, final Admission admission) throws FullException {
        reserve(client.address());
        boolean complete = false;
        try {
            final var additions = follow(request.add(), client, client.reader(), 0, admission);
            final var id = RandomName.next();
            complete = true;
            return new UpdateStream(id, client, clock.instant(), controlUri.apply(id), limits.patience(), additions);
        } finally {
            if (!complete) {
                release(client.address());
            }
        }
    }

    /**
     * Begins to send a stream.
     *
     * @param stream what {@link #open} returned
     * @param output who sends it; is told at once that there is something, and to {@link #close} it in the end
     */
    public void start(final UpdateStream stream, final Output output) {
        final var open = new Open(stream, output);
        streams.put(stream.id(), open);
        opened.increment();
        stream.requests().forEach(request -> listen(request, open));
        guarded(open, Output::wake);
    }

    /**
     * Changes what a stream follows (RFC 8895, section 7).
     *
     * @param id its name
     * @param request what the client wants
     * @param reader who wants it; may be another one than who opened the stream
     * @param admission is asked before much is computed
     * @return false if there is no such stream, or none any more
     * @throws AltoRequestException if the request is not right; then nothing has changed
     * @throws FullException if there are too many
     */
    public boolean control(final String id, final StreamRequest request, final Reader reader,
            final Admission admission) throws FullException {
        final var open = streams.get(id);
        if (open == null) {
            return false;
        }
        final var stream = open.stream;
        // one change after the other; events go on meanwhile
        synchronized (open) {
            stream.check(request.add().keySet(), request.remove().orElseGet(List::of));
            if (stream.usedIds() + request.add().size() > limits.substreams() * MOST_IDS) {
                throw new FullException("This stream had too many substreams; open another one");
            }
            final var additions =
                follow(request.add(), stream.client(), reader, stream.substreams().size(), admission);
            if (!change(open, additions, request.remove())) {
                additions.values().forEach(addition -> store.unfollow(addition.request()));
                return false;
            }
        }
        guarded(open, Output::wake);
        return true;
    }

    /** Nobody settles in between, who would take what is added for what was followed before and is not any more. */
    private boolean change(final Open open, final Map<String, Addition> add, final Optional<List<String>> remove) {
        synchronized (open.stream) {
            final boolean changed = open.stream.change(add, remove);
            if (changed) {
                add.values().forEach(addition -> listen(addition.request(), open));
            }
            return changed;
        }
    }

    /**
     * Ends a stream, of which nobody hears any more.
     *
     * @param stream which; it may have ended before
     */
    public void close(final UpdateStream stream) {
        final var open = streams.remove(stream.id());
        if (open != null) {
            final var followed = stream.abandon();
            forget(followed, open);
            followed.forEach(store::unfollow);
            release(stream.client().address());
        }
    }

    /**
     * Gives up a stream that {@link #start} did not start.
     *
     * @param stream what {@link #open} returned
     */
    public void abandon(final UpdateStream stream) {
        stream.abandon().forEach(store::unfollow);
        release(stream.client().address());
    }

    /**
     * Takes what a stream does not follow any more from what is followed at all.
     *
     * @param stream which
     */
    public void settle(final UpdateStream stream) {
        final List<Request> ended;
        synchronized (stream) {
            ended = stream.takeEnded();
            final var open = streams.get(stream.id());
            if (open != null && !ended.isEmpty()) {
                final var left = stream.requests();
                forget(ended.stream().filter(request -> !left.contains(request)).toList(), open);
            }
        }
        ended.forEach(store::unfollow);
    }

    /**
     * Tells the streams of what changed.
     *
     * @param changed what has a new version
     */
    public void changed(final Set<Request> changed) {
        final var woken = new LinkedHashSet<Open>();
        changed.forEach(request -> woken.addAll(listeners.getOrDefault(request, Set.of())));
        woken.forEach(open -> guarded(open, Output::wake));
    }

    /**
     * Tells all streams that some time has passed.
     *
     * @param now the time, by the clock of {@link System#nanoTime()}
     */
    public void tick(final long now) {
        streams.values().forEach(open -> guarded(open, output -> output.tick(now)));
    }

    /**
     * Ends all streams, after their clients were told as far as they take it at once.
     *
     * @param description why, for developers
     */
    public void endAll(final String description) {
        streams().forEach(open -> {
            open.stream.end(description);
            guarded(open, Output::wake);
        });
    }

    /** Ends a stream that fails, so that all others hear of what there is. */
    // a mistake may be anywhere, also in the web server
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static void guarded(final Open open, final Consumer<Output> task) {
        try {
            task.accept(open.output);
        } catch (RuntimeException e) {
            LOG.warn("The {} fails, so it is ended", open.stream, e);
            open.output.end();
        }
    }

    /** Follows all of them, or none. */
    private Map<String, Addition> follow(final Map<String, SubstreamRequest> wanted, final Follower client,
            final Reader reader, final int already, final Admission admission) throws FullException {
        if (already + wanted.size() > limits.substreams()) {
            throw new FullException("An update stream has " + limits.substreams() + " substreams at most");
        }
        final var additions = new LinkedHashMap<String, Addition>();
        boolean complete = false;
        try {
            for (var entry : wanted.entrySet()) {
                final var substream = entry.getValue();
                additions.put(entry.getKey(), new Addition(
                    follow(Optional.of(entry.getKey()), substream, client, reader, admission), substream.tag(),
                    substream.incremental()));
            }
            complete = true;
            return additions;
        } finally {
            if (!complete) {
                additions.values().forEach(addition -> store.unfollow(addition.request()));
            }
        }
    }

    /** Lets nobody have something told to others that one of the two may not read. */
    private Request follow(final Optional<String> name, final SubstreamRequest wanted, final Follower client,
            final Reader reader, final Admission admission) throws FullException {
        final var source = store.state().source().sources().get(wanted.resource());
        if (source == null) {
            throw PushCodec.unknownResource(name, wanted.resource());
        }
        reader.require(source.path());
        client.reader().require(source.path());
        final var request = Inputs.request(wanted.resource(), source, wanted.input(), client.address());
        if (!store.follow(request, admission)) {
            throw PushCodec.unknownResource(name, wanted.resource());
        }
        return request;
    }

    private void listen(final Request request, final Open open) {
        listeners.compute(request, (key, set) -> {
            final var all = set == null ? ConcurrentHashMap.<Open>newKeySet() : set;
            all.add(open);
            return all;
        });
    }

    private void forget(final Collection<Request> requests, final Open open) {
        requests.forEach(request ->
            listeners.computeIfPresent(request, (key, all) -> all.remove(open) && all.isEmpty() ? null : all));
    }

    private void reserve(final IpAddr client) throws FullException {
        final boolean full = total.incrementAndGet() > limits.streams();
        final boolean fullForClient = perClient.merge(client, 1, Integer::sum) > limits.streamsPerClient();
        if (full || fullForClient) {
            release(client);
        }
        if (full) {
            throw new FullException("There are " + limits.streams() + " update streams already");
        }
        if (fullForClient) {
            throw new FullException(client + " has " + limits.streamsPerClient() + " update streams already");
        }
    }

    private void release(final IpAddr client) {
        total.decrementAndGet();
        perClient.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }
}
