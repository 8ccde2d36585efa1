/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    private static final PersistentMap<Integer, String> EMPTY = PersistentMap.empty(Comparator.naturalOrder());

    @Test
    void isWhatASortedMapIsAfterAnyChanges() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            final int keys = 1 + random.nextInt(300);
            final var expected = new TreeMap<Integer, String>();
            var map = EMPTY;
            for (int change = 0; change < 1000; change++) {
                final int key = random.nextInt(keys);
                // at first it mostly grows, in the end it mostly shrinks
                if (random.nextInt(1000) > change) {
                    expected.put(key, "value " + change);
                    map = map.with(key, "value " + change);
                } else {
                    expected.remove(key);
                    map = map.without(key);
                }
                final int other = random.nextInt(keys);
                assertEquals(Optional.ofNullable(expected.get(other)), map.get(other), "seed " + seed);
            }
            assertEquals(List.copyOf(expected.values()), map.values(), "seed " + seed);
            assertEquals(expected.size(), map.size(), "seed " + seed);
            for (int key = 0; key < keys; key++) {
                map = map.without(key);
            }
            assertEquals(List.of(), map.values(), "seed " + seed);
        }
    }

    @Test
    void changesLeaveOlderVersionsAsTheyWere() {
        final var versions = new ArrayList<PersistentMap<Integer, String>>();
        versions.add(EMPTY);
        for (int key = 0; key < 100; key++) {
            versions.add(versions.getLast().with(key, "value " + key));
        }
        var map = versions.getLast();
        for (int key = 0; key < 100; key += 3) {
            map = map.without(key).with(key + 1, "other");
        }
        for (int size = 0; size <= 100; size++) {
            assertEquals(size, versions.get(size).values().size());
        }
        assertEquals("value 1", versions.getLast().get(1).orElseThrow());
    }

    @Test
    void staysShallowInAnyOrderOfChanges() {
        // an AVL tree with 100,000 keys has 1.44 log2(100,000) levels at most
        var rising = EMPTY;
        var falling = EMPTY;
        for (int key = 0; key < 100_000; key++) {
            rising = rising.with(key, "");
            falling = falling.with(-key, "");
        }
        assertTrue(rising.height() <= 23, "levels: " + rising.height());
        assertTrue(falling.height() <= 23, "levels: " + falling.height());
        for (int key = 0; key < 99_000; key++) {
            rising = rising.without(key);
        }
        // of 1,000
        assertTrue(rising.height() <= 14, "levels: " + rising.height());
    }
}
