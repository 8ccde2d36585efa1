/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.mesh.Members.Known;

/** The classes of receivers that have a host. A change costs the number of hosts that changed. For one thread. */
final class ReceiverClasses {
    // in the order in which they came: packets of hosts that are near are looked up in the same parts of tables
    private final Map<Alike, Hosts> classes = new LinkedHashMap<>();

    /** The hosts of a class. */
    private static final class Hosts {
        private int count;
        /** The last one. It is there now: what rules see of one that is gone may be something else by now. */
        private Known one;

        Hosts(final Known one) {
            this.one = one;
        }

        void add(final Known host) {
            count++;
            one = host;
        }
    }

    private static void forEach(final Known host, final Consumer<Alike> action) {
        for (final var alike : host.member().receivers()) {
            if (alike != null) {
                action.accept(alike);
            }
        }
    }

    /**
     * Exchanges hosts for others.
     *
     * @param before the hosts of the last call; none at first
     * @param now the hosts now
     * @param places for each of them, its place before; -1 if it is another object
     */
    void exchange(final Known[] before, final Known[] now, final int[] places) {
        final var gone = new BitSet();
        gone.set(0, before.length);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                gone.clear(places[i]);
            } else {
                final var host = now[i];
                forEach(host, alike -> classes.computeIfAbsent(alike, key -> new Hosts(host)).add(host));
            }
        }
        final var without = new HashSet<Alike>();
        gone.stream().forEach(place -> forEach(before[place], alike -> remove(alike, before[place], without)));
        for (int i = 0; i < now.length && !without.isEmpty(); i++) {
            final var host = now[i];
            forEach(host, alike -> {
                if (without.remove(alike)) {
                    requireNonNull(classes.get(alike)).one = host;
                }
            });
        }
    }

    private void remove(final Alike alike, final Known host, final Set<Alike> without) {
        final var hosts = requireNonNull(classes.get(alike));
        hosts.count--;
        if (hosts.count == 0) {
            classes.remove(alike);
            without.remove(alike);
        } else if (hosts.one == host) {
            without.add(alike);
        }
    }

    /** Returns the classes in the order in which they came, and the own packets of one host of each. */
    Map<Alike, Cube> packets() {
        final var packets = new LinkedHashMap<Alike, Cube>();
        classes.forEach((alike, hosts) -> packets.put(alike, hosts.one.own()[alike.family().ordinal()]));
        return packets;
    }
}
