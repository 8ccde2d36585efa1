/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.tips;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterators;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.sse.patch.Patch;
import org.opendaylight.alto.sse.patch.PatchType;
import org.opendaylight.alto.sse.version.Version;
import org.opendaylight.alto.sse.version.VersionGraph;

/**
 * A view of TIPS (RFC 9569): the versions of one request, under one URI, for all clients that ask for the same. May be
 * used from any thread.
 */
public final class TipsView {
    private static final byte[] WHOLE_BEFORE =
        "[{\"op\":\"replace\",\"path\":\"\",\"value\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WHOLE_AFTER = "}]".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final Request request;
    // all that follows is guarded by this
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long lastUsed;
    private boolean closed;

    /** Who waits for the next version. */
    @FunctionalInterface
    public interface Waiting {
        /**
         * Tells that there is something to look at. Does not block.
         */
        void look();
    }

    /**
     * An edge that the recommendation names (StartEdgeRec of RFC 9569, section 6.2).
     *
     * @param from where it starts; 0 for a whole version
     * @param to where it ends
     */
    public record Edge(long from, long to) {
    }

    /** What there is to say of an edge. */
    public sealed interface Answer {
        /**
         * It is there.
         *
         * @param mediaType what it is
         * @param length how many bytes
         * @param tag names the version where it ends
         * @param content its bytes
         */
        record Found(String mediaType, long length, String tag, Content content) implements Answer {
        }

        /** It is the next one, and comes when there is a change. */
        record Next() implements Answer {
        }

        /** It ends at a version that is far from now. */
        record TooEarly() implements Answer {
        }

        /** It starts at a version that is not there any more. */
        record Gone() implements Answer {
        }

        /** There is no such edge. */
        record None() implements Answer {
        }
    }

    /** Bytes in pieces. */
    @FunctionalInterface
    public interface Content {
        /**
         * Goes through the bytes.
         *
         * @return pieces that are not to be changed
         */
        Iterator<byte[]> pieces();
    }

    TipsView(final String id, final Request request, final long now) {
        this.id = requireNonNull(id);
        this.request = requireNonNull(request);
        lastUsed = now;
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
     * Returns what it is about.
     *
     * @return what the version store follows for it
     */
    public Request request() {
        return request;
    }

    /**
     * Returns how many clients wait for a change.
     *
     * @return a number of requests
     */
    public synchronized int waiting() {
        return waiting.size();
    }

    /**
     * Has somebody wait for the next change.
     *
     * @param who is told once
     * @return false if the view is closed
     */
    synchronized boolean await(final Waiting who) {
        return !closed && waiting.add(who);
    }

    synchronized boolean giveUp(final Waiting who) {
        return waiting.remove(who);
    }

    synchronized Deque<Waiting> takeWaiting() {
        final var taken = new ArrayDeque<>(waiting);
        waiting.clear();
        return taken;
    }

    synchronized boolean use(final long now) {
        lastUsed = now;
        return !closed;
    }

    /** Closes it, if nobody has used it for a while and nobody waits. */
    synchronized boolean closeIfIdle(final long now, final long patience) {
        closed = waiting.isEmpty() && now - lastUsed > patience;
        return closed;
    }

    synchronized void close() {
        closed = true;
    }

    /**
     * Says what a client should fetch first (RFC 9569, sections 6.2 and 7.4).
     *
     * @param versions the versions
     * @param tag the version that the client has
     * @return the first edge of the way to the last version that is shorter: by patches, or as a whole
     */
    public static Edge recommend(final VersionGraph versions, final Optional<String> tag) {
        return tag.flatMap(versions::tagged)
            .filter(version -> versions.patchesFrom(version.number()).isPresent())
            .map(version -> new Edge(version.number(), version.number() + 1))
            .orElseGet(() -> new Edge(0, versions.last().number()));
    }

    /**
     * Looks for an edge (RFC 9569, section 7.2).
     *
     * @param versions the versions
     * @param from where it starts; 0 for a whole version
     * @param to where it ends
     * @return the edge, or why it is not there
     */
    public static Answer answer(final VersionGraph versions, final long from, final long to) {
        final long last = versions.last().number();
        if (from < 0 || to <= from) {
            return new Answer.None();
        }
        if (from != 0 && from < versions.first().number() || to < versions.first().number()) {
            return new Answer.Gone();
        }
        if (to > last + 1 || from == 0 && to > last) {
            return new Answer.TooEarly();
        }
        if (from == 0) {
            return versions.version(to).<Answer>map(version -> new Answer.Found(version.mediaType(),
                version.body().length(), version.tag(), () -> version.body().pieces())).orElseGet(Answer.None::new);
        }
        if (to != from + 1) {
            return new Answer.None();
        }
        if (from == last) {
            return new Answer.Next();
        }
        final var target = versions.version(to).orElseThrow();
        return versions.patchFrom(from).map(patch -> found(patch, target)).orElseGet(() -> whole(target));
    }

    private static Answer found(final Patch patch, final Version target) {
        return new Answer.Found(patch.type().mediaType(), patch.text().length(), target.tag(),
            () -> Iterators.singletonIterator(patch.text().bytes()));
    }

    /** Each edge between two versions is a patch, though this one is not shorter than the version. */
    private static Answer whole(final Version target) {
        return new Answer.Found(PatchType.JSON.mediaType(),
            WHOLE_BEFORE.length + target.body().length() + WHOLE_AFTER.length, target.tag(),
            () -> Iterators.concat(Iterators.singletonIterator(WHOLE_BEFORE), target.body().pieces(),
                Iterators.singletonIterator(WHOLE_AFTER)));
    }
}
