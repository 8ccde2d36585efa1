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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.OperatorMaps;

/** Writes down what it is asked to do. What files are understood as is up to the test. */
final class FakeOperatorMaps implements OperatorMaps {
    /** What was asked for. */
    final List<String> calls = new ArrayList<>();
    /** What to answer to loading. */
    Loaded loaded = new Loaded(new ResourceId("isp"), false, true, 1, 1, List.of());
    /** How to fail; an IOException or IllegalArgumentException. */
    @Nullable Exception failure = null;
    /** What is in files of this content. */
    final Map<String, MapFile> files = new HashMap<>();
    /** What to write. */
    String exported = "{}";

    private void fail() throws IOException {
        switch (failure) {
            case null -> { }
            case IOException e -> throw e;
            case IllegalArgumentException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static String text(final InputStream json) throws IOException {
        return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }

    private Loaded load(final String call, final BiConsumer<String, Double> progress) throws IOException {
        calls.add(call);
        progress.accept("Reading", -1.0);
        progress.accept("Writing to the datastore", 0.5);
        progress.accept("Writing to the datastore", 0.501);
        fail();
        progress.accept("Done", 1.0);
        return loaded;
    }

    @Override
    public Loaded loadNetworkMap(final Optional<ResourceId> id, final InputStream json, final Set<LoadOption> options,
            final BiConsumer<String, Double> progress) throws IOException {
        return load("network map " + id.map(ResourceId::value).orElse("?") + " " + text(json) + " "
            + new TreeSet<>(options), progress);
    }

    @Override
    public Loaded loadCostMap(final ResourceId id, final InputStream json, final Set<LoadOption> options,
            final BiConsumer<String, Double> progress) throws IOException {
        return load("cost map " + id + " " + text(json) + " " + new TreeSet<>(options), progress);
    }

    @Override
    public MapFile read(final InputStream json) throws IOException {
        fail();
        return files.get(text(json));
    }

    @Override
    public void export(final ResourceId id, final OutputStream out) throws IOException {
        calls.add("export " + id);
        final var bytes = exported.getBytes(StandardCharsets.UTF_8);
        // fails half way
        out.write(bytes, 0, 1);
        fail();
        out.write(bytes, 1, bytes.length - 1);
    }

    @Override
    public void delete(final Collection<ResourceId> ids) throws IOException {
        fail();
        calls.add("delete " + ids);
    }
}
