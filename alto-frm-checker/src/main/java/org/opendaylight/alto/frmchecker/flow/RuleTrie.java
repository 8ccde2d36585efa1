/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Rules that ask for the same bits of some words, by the values that they ask for: a hash trie. A change copies one
 * path, so it costs the same in a small table as in a large one, and readers keep what they have. Immutable.
 *
 * <p>A leaf is all rules with one key: a {@link Rule}; or a few of them in an array, those that win first; or many of
 * them in a
 * {@link TupleSpace} by the words of the last stage.
 */
final class RuleTrie {
    /** More rules with one key than this are searched by their other words. */
    private static final int MAX_LIST = 8;
    private static final int BITS = 5;
    private static final int LAST_SHIFT = 30;

    private final int stage;
    private final KeyMask mask;
    private final Object root;
    private final KeyFilter filter;
    private final int size;
    private final int maxPriority;

    /** With a filter that is made anew if it is worn. */
    private RuleTrie(final int stage, final KeyMask mask, final Object root, final KeyFilter filter, final int size) {
        this.stage = stage;
        this.mask = mask;
        this.root = root;
        this.size = size;
        this.filter = filter.isWorn() ? KeyFilter.of(leaves(root).mapToInt(leaf -> mask.hash(anyRule(leaf))), size)
            : filter;
        maxPriority = maxPriority(root);
    }

    /** Children by five bits of their hash. Below the last of these bits, all that have one hash. */
    private record Branch(int bitmap, Object[] children, int maxPriority) {
        static Branch of(final int bitmap, final Object... children) {
            int max = -1;
            for (final var child : children) {
                max = Math.max(max, RuleTrie.maxPriority(child));
            }
            return new Branch(bitmap, children, max);
        }
    }

    /** Starts a trie with a rule: the key is what the rule asks of the words of a stage. */
    static RuleTrie of(final Rule rule, final int stage) {
        final var mask = KeyMask.of(rule.match(), stage);
        return new RuleTrie(stage, mask, rule, KeyFilter.of(IntStream.of(mask.hash(rule)), 1), 1);
    }

    KeyMask mask() {
        return mask;
    }

    /** Returns what tells that no rule has a key with some hash. */
    KeyFilter filter() {
        return filter;
    }

    int maxPriority() {
        return maxPriority;
    }

    private static int maxPriority(final Object node) {
        return switch (node) {
            case Rule rule -> rule.priority();
            case Rule[] list -> list[0].priority();
            case TupleSpace space -> space.maxPriority();
            case Branch branch -> branch.maxPriority();
            default -> throw new IllegalStateException("Not a node: " + node);
        };
    }

    private static Rule anyRule(final Object leaf) {
        return switch (leaf) {
            case Rule rule -> rule;
            case Rule[] list -> list[0];
            case TupleSpace space -> space.anyRule();
            default -> throw new IllegalStateException("Not a leaf: " + leaf);
        };
    }

    Rule anyRule() {
        Object node = root;
        while (node instanceof Branch branch) {
            node = branch.children()[0];
        }
        return anyRule(node);
    }

    /** Lets the rules with keys of a hash, and maybe others, come forward. */
    void probe(final int hash, final Candidates candidates) {
        Object node = root;
        int shift = 0;
        while (node instanceof Branch branch) {
            if (shift > LAST_SHIFT) {
                break;
            }
            final int bit = bitOf(hash, shift);
            if ((branch.bitmap() & bit) == 0) {
                return;
            }
            node = branch.children()[Integer.bitCount(branch.bitmap() & bit - 1)];
            shift += BITS;
        }
        collectAll(node, candidates);
    }

    /** Lets the rules with any key come forward. */
    void collectAll(final Candidates candidates) {
        collectAll(root, candidates);
    }

    private static void collectAll(final Object node, final Candidates candidates) {
        switch (node) {
            case Rule rule -> candidates.offer(rule);
            case Rule[] list -> {
                for (final var rule : list) {
                    if (!candidates.wants(rule.priority())) {
                        return;
                    }
                    candidates.offer(rule);
                }
            }
            case TupleSpace space -> space.collect(candidates);
            case Branch branch -> {
                for (final var child : branch.children()) {
                    if (candidates.wants(maxPriority(child))) {
                        collectAll(child, candidates);
                    }
                }
            }
            default -> throw new IllegalStateException("Not a node: " + node);
        }
    }

    void forEach(final Consumer<Rule> action) {
        forEach(root, action);
    }

    private static void forEach(final Object node, final Consumer<Rule> action) {
        switch (node) {
            case Rule rule -> action.accept(rule);
            case Rule[] list -> Arrays.asList(list).forEach(action);
            case TupleSpace space -> space.forEach(action);
            case Branch branch -> {
                for (final var child : branch.children()) {
                    forEach(child, action);
                }
            }
            default -> throw new IllegalStateException("Not a node: " + node);
        }
    }

    /** The leaves below a node, each with all rules of one key. */
    private static Stream<Object> leaves(final Object node) {
        return node instanceof Branch branch ? Arrays.stream(branch.children()).flatMap(RuleTrie::leaves)
            : Stream.of(node);
    }

    private static int bitOf(final int hash, final int shift) {
        return 1 << (hash >>> shift & (1 << BITS) - 1);
    }

    RuleTrie with(final Rule rule) {
        final int hash = mask.hash(rule);
        return new RuleTrie(stage, mask, with(root, rule, hash, 0), filter.with(hash), size + 1);
    }

    private Object with(final Object node, final Rule rule, final int hash, final int shift) {
        if (!(node instanceof Branch branch)) {
            final var other = anyRule(node);
            return mask.isSame(other, rule) ? leafWith(node, rule) : split(node, mask.hash(other), rule, hash, shift);
        }
        if (shift > LAST_SHIFT) {
            for (int i = 0; i < branch.children().length; i++) {
                if (mask.isSame(anyRule(branch.children()[i]), rule)) {
                    return replaced(branch, i, leafWith(branch.children()[i], rule));
                }
            }
            return inserted(branch, 0, branch.children().length, rule);
        }
        final int bit = bitOf(hash, shift);
        final int index = Integer.bitCount(branch.bitmap() & bit - 1);
        return (branch.bitmap() & bit) == 0 ? inserted(branch, bit, index, rule)
            : replaced(branch, index, with(branch.children()[index], rule, hash, shift + BITS));
    }

    private Object split(final Object leaf, final int leafHash, final Rule rule, final int hash,
            final int shift) {
        if (shift > LAST_SHIFT) {
            return Branch.of(0, leaf, rule);
        }
        final int leafBit = bitOf(leafHash, shift);
        final int bit = bitOf(hash, shift);
        if (leafBit == bit) {
            return Branch.of(bit, split(leaf, leafHash, rule, hash, shift + BITS));
        }
        return Integer.compareUnsigned(leafBit, bit) < 0
            ? Branch.of(leafBit | bit, leaf, rule) : Branch.of(leafBit | bit, rule, leaf);
    }

    private static Branch replaced(final Branch branch, final int index, final Object child) {
        final var children = branch.children().clone();
        children[index] = child;
        return Branch.of(branch.bitmap(), children);
    }

    private static Branch inserted(final Branch branch, final int bit, final int index, final Object child) {
        final var old = branch.children();
        final var children = new Object[old.length + 1];
        System.arraycopy(old, 0, children, 0, index);
        children[index] = child;
        System.arraycopy(old, index, children, index + 1, old.length - index);
        return Branch.of(branch.bitmap() | bit, children);
    }

    private Object leafWith(final Object leaf, final Rule rule) {
        if (leaf instanceof TupleSpace space) {
            return space.with(rule);
        }
        final var list = leaf instanceof Rule[] many ? many : new Rule[] { (Rule) leaf };
        if (list.length == MAX_LIST && stage == TupleSpace.FIRST_STAGE) {
            var space = TupleSpace.empty(TupleSpace.LAST_STAGE);
            for (final var each : list) {
                space = space.with(each);
            }
            return space.with(rule);
        }
        final var longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = rule;
        Arrays.sort(longer, Rule.ORDER);
        return longer;
    }

    /** Returns this trie without a rule that it may have; null if nothing is left. */
    @Nullable RuleTrie without(final Rule rule) {
        final var rest = without(root, rule, mask.hash(rule), 0);
        return rest == root ? this : rest == null ? null
            : new RuleTrie(stage, mask, rest, filter.withoutOne(), size - 1);
    }

    private @Nullable Object without(final Object node, final Rule rule, final int hash, final int shift) {
        if (!(node instanceof Branch branch)) {
            return mask.isSame(anyRule(node), rule) ? leafWithout(node, rule) : node;
        }
        if (shift > LAST_SHIFT) {
            for (int i = 0; i < branch.children().length; i++) {
                if (mask.isSame(anyRule(branch.children()[i]), rule)) {
                    return afterRemoval(branch, 0, i, leafWithout(branch.children()[i], rule));
                }
            }
            return branch;
        }
        final int bit = bitOf(hash, shift);
        if ((branch.bitmap() & bit) == 0) {
            return branch;
        }
        final int index = Integer.bitCount(branch.bitmap() & bit - 1);
        return afterRemoval(branch, bit, index, without(branch.children()[index], rule, hash, shift + BITS));
    }

    private static @Nullable Object afterRemoval(final Branch branch, final int bit, final int index,
            final @Nullable Object child) {
        final var old = branch.children();
        if (child == old[index]) {
            return branch;
        }
        if (child != null) {
            // a leaf that is alone needs no branch
            return old.length == 1 && !(child instanceof Branch) ? child : replaced(branch, index, child);
        }
        if (old.length == 1) {
            return null;
        }
        if (old.length == 2 && !(old[1 - index] instanceof Branch)) {
            return old[1 - index];
        }
        final var children = new Object[old.length - 1];
        System.arraycopy(old, 0, children, 0, index);
        System.arraycopy(old, index + 1, children, index, children.length - index);
        return Branch.of(branch.bitmap() & ~bit, children);
    }

    private static @Nullable Object leafWithout(final Object leaf, final Rule rule) {
        return switch (leaf) {
            case Rule only -> only.isSameFlow(rule) ? null : only;
            case Rule[] list -> {
                final var rest = Arrays.stream(list).filter(each -> !each.isSameFlow(rule)).toArray(Rule[]::new);
                yield rest.length == list.length ? list : rest.length == 1 ? rest[0] : rest;
            }
            case TupleSpace space -> {
                final var rest = space.without(rule);
                yield rest == space ? space : rest.isEmpty() ? null : rest;
            }
            default -> throw new IllegalStateException("Not a leaf: " + leaf);
        };
    }
}
