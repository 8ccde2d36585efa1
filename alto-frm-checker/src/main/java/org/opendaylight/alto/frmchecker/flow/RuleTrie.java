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
    /** The words of the key in ascending order, each followed by the mask of its bits. */
    private final long[] key;
    private final Object root;
    private final int maxPriority;

    private RuleTrie(final int stage, final long[] key, final Object root) {
        this.stage = stage;
        this.key = key;
        this.root = root;
        maxPriority = maxPriority(root);
    }

    /**
     * Children by five bits of their hash. Below the last of these bits, all that have one hash.
     *
     * @param hashes the hash of each child that is a leaf, so that most leaves that are not sought need not be looked
     *     at
     */
    private record Branch(int bitmap, Object[] children, int[] hashes, int maxPriority) {
        static Branch of(final int bitmap, final Object[] children, final int[] hashes) {
            int max = -1;
            for (final var child : children) {
                max = Math.max(max, RuleTrie.maxPriority(child));
            }
            return new Branch(bitmap, children, hashes, max);
        }
    }

    /** Starts a trie with a rule: the key is what the rule asks of the words of a stage. */
    static RuleTrie of(final Rule rule, final int stage) {
        final var match = rule.match();
        int count = 0;
        for (int i = 0; i < match.wordCount(); i++) {
            count += TupleSpace.isOfStage(match.word(i), stage) ? 1 : 0;
        }
        final var key = new long[2 * count];
        int at = 0;
        for (int i = 0; i < match.wordCount(); i++) {
            if (TupleSpace.isOfStage(match.word(i), stage)) {
                key[at++] = match.word(i);
                key[at++] = match.mask(i);
            }
        }
        return new RuleTrie(stage, key, rule);
    }

    static long mix(final long hash, final long word) {
        final long mixed = (hash ^ word) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 29;
    }

    static int finish(final long hash) {
        final long mixed = hash * 0xD6E8_FEB8_6659_FD93L;
        return (int) (mixed >>> 32);
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

    /** Tells whether the rules of this trie ask the words of its stage for the same bits as a rule does. */
    boolean hasMaskOf(final Rule rule) {
        final var match = rule.match();
        int at = 0;
        for (int i = 0; i < match.wordCount(); i++) {
            if (TupleSpace.isOfStage(match.word(i), stage)) {
                if (at == key.length || key[at] != match.word(i) || key[at + 1] != match.mask(i)) {
                    return false;
                }
                at += 2;
            }
        }
        return at == key.length;
    }

    /** The value that a rule asks of a word of the key. */
    private static long valueOf(final Rule rule, final long word) {
        final var match = rule.match();
        int index = 0;
        while (match.word(index) != word) {
            index++;
        }
        return match.value(index);
    }

    private int hashOf(final Rule rule) {
        long hash = 0;
        for (int i = 0; i < key.length; i += 2) {
            hash = mix(hash, valueOf(rule, key[i]));
        }
        return finish(hash);
    }

    private boolean sameKey(final Rule first, final Rule second) {
        for (int i = 0; i < key.length; i += 2) {
            if (valueOf(first, key[i]) != valueOf(second, key[i])) {
                return false;
            }
        }
        return true;
    }

    /** Lets candidates come forward. */
    void collect(final Candidates candidates) {
        final var headers = candidates.headers();
        long mixed = 0;
        boolean known = true;
        for (int i = 0; i < key.length; i += 2) {
            final int word = (int) key[i];
            final long mask = key[i + 1];
            candidates.ask(word, mask);
            known &= (mask & ~headers.mask(word)) == 0;
            mixed = mix(mixed, headers.value(word) & mask);
        }
        if (known) {
            probe(finish(mixed), candidates);
        } else {
            collectAll(root, candidates);
        }
    }

    private void probe(final int hash, final Candidates candidates) {
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
            final int index = Integer.bitCount(branch.bitmap() & bit - 1);
            node = branch.children()[index];
            if (branch.hashes()[index] != hash && !(node instanceof Branch)) {
                return;
            }
            shift += BITS;
        }
        collectAll(node, candidates);
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

    private static int bitOf(final int hash, final int shift) {
        return 1 << (hash >>> shift & (1 << BITS) - 1);
    }

    RuleTrie with(final Rule rule) {
        return new RuleTrie(stage, key, with(root, rule, hashOf(rule), 0));
    }

    private Object with(final Object node, final Rule rule, final int hash, final int shift) {
        if (!(node instanceof Branch branch)) {
            final var other = anyRule(node);
            return sameKey(other, rule) ? leafWith(node, rule) : split(node, hashOf(other), rule, hash, shift);
        }
        if (shift > LAST_SHIFT) {
            for (int i = 0; i < branch.children().length; i++) {
                if (sameKey(anyRule(branch.children()[i]), rule)) {
                    return replaced(branch, i, leafWith(branch.children()[i], rule));
                }
            }
            return inserted(branch, 0, branch.children().length, rule, hash);
        }
        final int bit = bitOf(hash, shift);
        final int index = Integer.bitCount(branch.bitmap() & bit - 1);
        return (branch.bitmap() & bit) == 0 ? inserted(branch, bit, index, rule, hash)
            : replaced(branch, index, with(branch.children()[index], rule, hash, shift + BITS));
    }

    private Object split(final Object leaf, final int leafHash, final Rule rule, final int hash,
            final int shift) {
        if (shift > LAST_SHIFT) {
            return Branch.of(0, new Object[] { leaf, rule }, new int[] { leafHash, hash });
        }
        final int leafBit = bitOf(leafHash, shift);
        final int bit = bitOf(hash, shift);
        if (leafBit == bit) {
            return Branch.of(bit, new Object[] { split(leaf, leafHash, rule, hash, shift + BITS) }, new int[1]);
        }
        return Integer.compareUnsigned(leafBit, bit) < 0
            ? Branch.of(leafBit | bit, new Object[] { leaf, rule }, new int[] { leafHash, hash })
            : Branch.of(leafBit | bit, new Object[] { rule, leaf }, new int[] { hash, leafHash });
    }

    private Branch replaced(final Branch branch, final int index, final Object child) {
        final var children = branch.children().clone();
        children[index] = child;
        if (child instanceof Branch || !(branch.children()[index] instanceof Branch)) {
            return Branch.of(branch.bitmap(), children, branch.hashes());
        }
        final var hashes = branch.hashes().clone();
        hashes[index] = hashOf(anyRule(child));
        return Branch.of(branch.bitmap(), children, hashes);
    }

    private static Branch inserted(final Branch branch, final int bit, final int index, final Object child,
            final int hash) {
        final var old = branch.children();
        final var children = new Object[old.length + 1];
        System.arraycopy(old, 0, children, 0, index);
        children[index] = child;
        System.arraycopy(old, index, children, index + 1, old.length - index);
        final var hashes = new int[children.length];
        System.arraycopy(branch.hashes(), 0, hashes, 0, index);
        hashes[index] = hash;
        System.arraycopy(branch.hashes(), index, hashes, index + 1, old.length - index);
        return Branch.of(branch.bitmap() | bit, children, hashes);
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
        final var rest = without(root, rule, hashOf(rule), 0);
        return rest == root ? this : rest == null ? null : new RuleTrie(stage, key, rest);
    }

    private @Nullable Object without(final Object node, final Rule rule, final int hash, final int shift) {
        if (!(node instanceof Branch branch)) {
            return sameKey(anyRule(node), rule) ? leafWithout(node, rule) : node;
        }
        if (shift > LAST_SHIFT) {
            for (int i = 0; i < branch.children().length; i++) {
                if (sameKey(anyRule(branch.children()[i]), rule)) {
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

    private @Nullable Object afterRemoval(final Branch branch, final int bit, final int index,
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
        final var hashes = new int[children.length];
        System.arraycopy(branch.hashes(), 0, hashes, 0, index);
        System.arraycopy(branch.hashes(), index + 1, hashes, index, children.length - index);
        return Branch.of(branch.bitmap() & ~bit, children, hashes);
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
