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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.json.SubstreamRequest;
import org.opendaylight.alto.sse.version.Follower;
import org.opendaylight.alto.sse.version.FullException;
import org.opendaylight.alto.sse.version.Inputs;
import org.opendaylight.alto.sse.version.RandomName;
import org.opendaylight.alto.sse.version.VersionGraph;
import org.opendaylight.alto.sse.version.VersionStore;

/** All views of TIPS. May be used from any thread. */
public final class TipsViews {
    private final VersionStore store;
    private final TipsLimits limits;
    private final Map<String, TipsView> views = new ConcurrentHashMap<>();
    // guarded by this
    private final Map<Request, TipsView> byRequest = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Starts without views.
     *
     * @param store the versions
     * @param limits how much views may take
     */
    public TipsViews(final VersionStore store, final TipsLimits limits) {
        this.store = requireNonNull(store);
        this.limits = requireNonNull(limits);
    }

    /**
     * Returns the limits.
     *
     * @return how much views may take
     */
    public TipsLimits limits() {
        return limits;
    }

    /**
     * Returns how many requests wait for changes.
     *
     * @return a number of requests, of all views
     */
    public int waiting() {
        return waiting.get();
    }

    /**
     * Returns all views.
     *
     * @return those that are open now
     */
    public Collection<TipsView> views() {
        return List.copyOf(views.values());
    }

    /**
     * Finds the view that a client wants, or makes it.
     *
     * @param wanted what the client wants
     * @param client who it is
     * @param admission is asked before much is computed
     * @param now the time, by the clock of {@link System#nanoTime()}
     * @return the view, of which there is one for each different request
     * @throws AltoRequestException if the request is not right
     * @throws FullException if there are too many views
     */
    public TipsView open(final SubstreamRequest wanted, final Follower client, final Admission admission,
            final long now) throws FullException {
        final var source = store.state().source().sources().get(wanted.resource());
        if (source == null) {
            throw PushCodec.unknownResource(Optional.empty(), wanted.resource());
        }
        client.reader().require(source.path());
        final var request = Inputs.request(wanted.resource(), source, wanted.input(), client.address());
        synchronized (this) {
            final var known = byRequest.get(request);
            if (known != null && known.use(now)) {
                return known;
            }
            if (views.size() >= limits.views()) {
                throw new FullException("There are " + limits.views() + " views already");
            }
        }
        if (!store.follow(request, admission)) {
            throw PushCodec.unknownResource(Optional.empty(), wanted.resource());
        }
        synchronized (this) {
            final var known = byRequest.get(request);
            if (known != null && known.use(now)) {
                store.unfollow(request);
                return known;
            }
            final var view = new TipsView(RandomName.next(), request, now);
            byRequest.put(request, view);
            views.put(view.id(), view);
            return view;
        }
    }

    /**
     * Finds a view that a client uses.
     *
     * @param id its name
     * @param now the time, by the clock of {@link System#nanoTime()}
     * @return the view; empty if there is none, or none any more
     */
    public Optional<TipsView> use(final String id, final long now) {
        return Optional.ofNullable(views.get(id)).filter(view -> view.use(now));
    }

    /**
     * Returns the versions of a view.
     *
     * @param view a view
     * @return its versions; empty if the view is closed
     */
    public Optional<VersionGraph> versions(final TipsView view) {
        final var followed = store.state().find(view.request());
        return followed == null ? Optional.empty() : Optional.of(followed.versions());
    }

    /**
     * Has somebody wait for the next change of a view.
     *
     * @param view a view
     * @param who is told once, if {@link #giveUp} is not called before
     * @return whether it waits; false if too many wait already, or the view is closed
     */
    public boolean await(final TipsView view, final TipsView.Waiting who) {
        final boolean fits = waiting.incrementAndGet() <= limits.waiting() && view.await(who);
        if (!fits) {
            waiting.decrementAndGet();
        }
        return fits;
    }

    /**
     * Ends the waiting.
     *
     * @param view a view
     * @param who who waits; it may have been told already
     */
    public void giveUp(final TipsView view, final TipsView.Waiting who) {
        if (view.giveUp(who)) {
            waiting.decrementAndGet();
        }
    }

    /**
     * Tells those who wait of what changed.
     *
     * @param changed what has a new version, or a problem
     */
    public void changed(final Set<Request> changed) {
        changed.forEach(request -> {
            final TipsView view;
            synchronized (this) {
                view = byRequest.get(request);
            }
            if (view != null) {
                wake(view);
            }
        });
    }

    private void wake(final TipsView view) {
        final var woken = view.takeWaiting();
        waiting.addAndGet(-woken.size());
        woken.forEach(TipsView.Waiting::look);
    }

    /**
     * Closes views that nobody used for a while, and those whose resource is gone for as long.
     *
     * @param now the time, by the clock of {@link System#nanoTime()}
     */
    public void tick(final long now) {
        final long patience = limits.patience().toNanos();
        views.values().forEach(view -> {
            final var followed = store.state().find(view.request());
            final boolean gone = followed != null && followed.problem().isPresent()
                && now - followed.goneSince() > patience;
            if (gone) {
                view.close();
            }
            if (gone || view.closeIfIdle(now, patience)) {
                remove(view);
            }
        });
    }

    /** Closes all views; who waits is told. */
    public void closeAll() {
        views.values().forEach(view -> {
            view.close();
            remove(view);
        });
    }

    private void remove(final TipsView view) {
        synchronized (this) {
            views.remove(view.id());
            byRequest.remove(view.request(), view);
        }
        store.unfollow(view.request());
        wake(view);
    }
}
