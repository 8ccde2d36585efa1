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

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.sse.patch.MessageDiff;
import org.opendaylight.alto.sse.patch.Patch;

/**
 * The last versions of what a resource answers to one request, and the patch from each to the next (RFC 9569, section
 * 4). Never empty. Immutable; may be used from any thread.
 *
 * <p>Each version can be had as a whole, too. What it shares with the next one is there once.
 */
public final class VersionGraph {
    private final ImmutableList<Version> versions;
    /** From each version but the last to the next one; empty where a patch would not be shorter than the version. */
    private final ImmutableList<Optional<Patch>> patches;

    private VersionGraph(final List<Version> versions, final List<Optional<Patch>> patches) {
        this.versions = ImmutableList.copyOf(versions);
        this.patches = ImmutableList.copyOf(patches);
    }

    /**
     * Starts with a first version.
     *
     * @param first its number may be any
     * @return the graph
     */
    static VersionGraph of(final Version first) {
        return new VersionGraph(List.of(first), List.of());
    }

    /**
     * Adds a version. Old ones are forgotten when there are too many, or when all patches to the new one together are
     * longer than it is, as nobody would take that way.
     *
     * @param next the version, with the number after the last one
     * @param most how many versions are kept, at least 2
     * @return the graph
     */
    VersionGraph with(final Version next, final int most) {
        final var patch = MessageDiff.between(last().body(), next.body());
        int from = Math.max(0, versions.size() + 1 - most);
        long bytes = sizeOf(patch, next);
        for (int i = patches.size() - 1; i >= from; i--) {
            bytes += sizeOf(patches.get(i), versions.get(i + 1));
            if (bytes > next.body().length()) {
                from = i + 1;
            }
        }
        return new VersionGraph(
            ImmutableList.<Version>builder().addAll(versions.subList(from, versions.size())).add(next).build(),
            ImmutableList.<Optional<Patch>>builder().addAll(patches.subList(from, patches.size())).add(patch).build());
    }

    private static long sizeOf(final Optional<Patch> patch, final Version to) {
        return patch.map(found -> (long) found.text().length()).orElseGet(() -> to.body().length());
    }

    /**
     * Returns the oldest version.
     *
     * @return a version
     */
    public Version first() {
        return versions.getFirst();
    }

    /**
     * Returns the newest version.
     *
     * @return a version
     */
    public Version last() {
        return versions.getLast();
    }

    /**
     * Finds a version.
     *
     * @param number its number
     * @return the version; empty if there is none, or none any more
     */
    public Optional<Version> version(final long number) {
        final long index = number - first().number();
        return index >= 0 && index < versions.size() ? Optional.of(versions.get((int) index)) : Optional.empty();
    }

    /**
     * Finds a version by its tag.
     *
     * @param tag a tag
     * @return the newest version that has it; empty if none has
     */
    public Optional<Version> tagged(final String tag) {
        return versions.reverse().stream().filter(version -> version.tag().equals(tag)).findFirst();
    }

    /**
     * Finds the patch from a version to the next.
     *
     * @param number the number of the version
     * @return the patch; empty if there is none, since it would be longer than the next version or one of the two
     *     versions is not there
     */
    public Optional<Patch> patchFrom(final long number) {
        final long index = number - first().number();
        return index >= 0 && index < patches.size() ? patches.get((int) index) : Optional.empty();
    }

    /**
     * Finds the patches from a version to the last one.
     *
     * @param number the number of the version
     * @return the patches in order; empty if some patch is missing, the version is not there, or all of them together
     *     are longer than the last version
     */
    public Optional<List<Patch>> patchesFrom(final long number) {
        final long start = number - first().number();
        if (start < 0 || start > patches.size()) {
            return Optional.empty();
        }
        final var way = patches.subList((int) start, patches.size());
        final long bytes = way.stream().flatMap(Optional::stream).mapToLong(patch -> patch.text().length()).sum();
        return way.stream().allMatch(Optional::isPresent) && (way.isEmpty() || bytes < last().body().length())
            ? Optional.of(way.stream().flatMap(Optional::stream).toList()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "versions " + first().number() + " to " + last().number();
    }
}
