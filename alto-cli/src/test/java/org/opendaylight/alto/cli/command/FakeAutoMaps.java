/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps;

/** Writes down what it is asked to do. */
final class FakeAutoMaps implements AutoMaps {
    /** What is wanted. */
    final List<Wanted> maps = new ArrayList<>();
    /** What is wrong. */
    final SortedMap<String, String> problems = new TreeMap<>();
    /** What was asked for. */
    final List<String> calls = new ArrayList<>();
    /** What to answer to storing. */
    Stored stored = new Stored(new ResourceId("n"), Kind.NETWORK_MAP, false, true, List.of());
    /** How to fail; an IOException or IllegalArgumentException. */
    @Nullable Exception failure = null;

    /** Adds a map that is wanted. */
    void add(final String id, final String origin, final Optional<String> problem, final Optional<Status> status) {
        maps.add(new Wanted(new ResourceId(id), id.startsWith("c") ? Kind.COST_MAP : Kind.NETWORK_MAP, "so of " + id,
            "{" + id + "}", origin, problem, status));
    }

    private void call(final String what) throws IOException {
        calls.add(what);
        switch (failure) {
            case null -> { }
            case IOException e -> throw e;
            case IllegalArgumentException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public List<Wanted> maps() {
        return List.copyOf(maps);
    }

    @Override
    public SortedMap<String, String> problems() {
        return problems;
    }

    @Override
    public Stored put(final String json, final boolean checkOnly) throws IOException {
        call("put " + json + " " + checkOnly);
        return stored;
    }

    @Override
    public Kind remove(final ResourceId id) throws IOException {
        call("remove " + id);
        return Kind.COST_MAP;
    }
}
