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

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * An immutable sorted map of which a changed copy is made in O(log size), as both share what did not change: an AVL
 * tree.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class PersistentMap<K, V> {
    private final Comparator<? super K> order;
    private final @Nullable Node<K, V> root;

    private PersistentMap(final Comparator<? super K> order, final @Nullable Node<K, V> root) {
        this.order = order;
        this.root = root;
    }

    /** A key with its value, between smaller and larger keys. The heights of both sides differ by one at most. */
    private record Node<K, V>(K key, V value, @Nullable Node<K, V> smaller, @Nullable Node<K, V> larger, int height,
            int size) {
        Node(final K key, final V value, final @Nullable Node<K, V> smaller, final @Nullable Node<K, V> larger) {
            this(key, value, smaller, larger, 1 + Math.max(heightOf(smaller), heightOf(larger)),
                1 + sizeOf(smaller) + sizeOf(larger));
        }

        static int heightOf(final @Nullable Node<?, ?> node) {
            return node == null ? 0 : node.height;
        }

        static int sizeOf(final @Nullable Node<?, ?> node) {
            return node == null ? 0 : node.size;
        }
    }

    static <K, V> PersistentMap<K, V> empty(final Comparator<? super K> order) {
        return new PersistentMap<>(order, null);
    }

    Optional<V> get(final K key) {
        var node = root;
        while (node != null) {
            final int comparison = order.compare(key, node.key);
            if (comparison == 0) {
                return Optional.of(node.value);
            }
            node = comparison < 0 ? node.smaller : node.larger;
        }
        return Optional.empty();
    }

    /** Returns all values in the order of their keys. Runs in O(size). */
    ImmutableList<V> values() {
        final var values = ImmutableList.<V>builderWithExpectedSize(size());
        addAll(root, values);
        return values.build();
    }

    private static <V> void addAll(final @Nullable Node<?, V> node, final ImmutableList.Builder<V> values) {
        if (node != null) {
            addAll(node.smaller, values);
            values.add(node.value);
            addAll(node.larger, values);
        }
    }

    int size() {
        return Node.sizeOf(root);
    }

    /** Returns how many keys are compared at most to find one. */
    int height() {
        return Node.heightOf(root);
    }

    /** Returns this map with a value in the place of the one that the key has, if it has one. */
    PersistentMap<K, V> with(final K key, final V value) {
        return new PersistentMap<>(order, put(root, key, value));
    }

    /** Returns this map without a key, which it may or may not have. */
    PersistentMap<K, V> without(final K key) {
        return new PersistentMap<>(order, remove(root, key));
    }

    private Node<K, V> put(final @Nullable Node<K, V> node, final K key, final V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        final int comparison = order.compare(key, node.key);
        if (comparison == 0) {
            return new Node<>(key, value, node.smaller, node.larger);
        }
        return comparison < 0 ? balanced(node, put(node.smaller, key, value), node.larger)
            : balanced(node, node.smaller, put(node.larger, key, value));
    }

    private @Nullable Node<K, V> remove(final @Nullable Node<K, V> node, final K key) {
        if (node == null) {
            return null;
        }
        final int comparison = order.compare(key, node.key);
        if (comparison < 0) {
            return balanced(node, remove(node.smaller, key), node.larger);
        }
        if (comparison > 0) {
            return balanced(node, node.smaller, remove(node.larger, key));
        }
        if (node.larger == null) {
            return node.smaller;
        }
        var successor = node.larger;
        while (successor.smaller != null) {
            successor = successor.smaller;
        }
        return balanced(successor, node.smaller, remove(node.larger, successor.key));
    }

    /** Joins a middle with sides whose heights differ by two at most. */
    private static <K, V> Node<K, V> balanced(final Node<K, V> middle, final @Nullable Node<K, V> smaller,
            final @Nullable Node<K, V> larger) {
        final int excess = Node.heightOf(smaller) - Node.heightOf(larger);
        if (excess > 1 && smaller != null) {
            final var inner = smaller.larger;
            return inner == null || Node.heightOf(smaller.smaller) >= inner.height
                ? node(smaller, smaller.smaller, node(middle, inner, larger))
                : node(inner, node(smaller, smaller.smaller, inner.smaller), node(middle, inner.larger, larger));
        }
        if (excess < -1 && larger != null) {
            final var inner = larger.smaller;
            return inner == null || Node.heightOf(larger.larger) >= inner.height
                ? node(larger, node(middle, smaller, inner), larger.larger)
                : node(inner, node(middle, smaller, inner.smaller), node(larger, inner.larger, larger.larger));
        }
        return node(middle, smaller, larger);
    }

    private static <K, V> Node<K, V> node(final Node<K, V> middle, final @Nullable Node<K, V> smaller,
            final @Nullable Node<K, V> larger) {
        return new Node<>(middle.key, middle.value, smaller, larger);
    }
}
