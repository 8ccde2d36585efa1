/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMultiset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.verification.Comparison.Verdict;

class NetworkTest {
    private static final Walker WALKER = new LookupWalker();

    private static List<List<String>> bundles(final Network network) {
        return network.switches().stream().map(OvsSyntax::replacing).toList();
    }

    @Test
    void seedMakesTheSameNetworkAndPackets() {
        for (long seed = 0; seed < Wiring.COUNT; seed++) {
            assertEquals(bundles(Network.of(seed)), bundles(Network.of(seed)));
            assertEquals(Network.of(seed).probe(17), Network.of(seed).probe(17));
        }
    }

    @Test
    void noTwoPortsShareALink() {
        IntStream.range(0, Wiring.COUNT).mapToObj(Wiring::of).forEach(wiring -> wiring.links().forEach((from, to) -> {
            assertEquals(from, wiring.links().get(to));
            assertTrue(!wiring.edge().containsKey(from) && !from.switchId().equals(to.switchId()), wiring.toString());
        }));
    }

    /** The comparison has to be able to fail: a walk that loses copies is found out. */
    @Test
    void lostCopyIsADifference() {
        final var network = Network.of(4);
        final var honest = new Comparison(network, WALKER);
        final var lossy = new Comparison(network, (state, from, sent) -> WALKER.walk(state, from, sent).stream()
            .map(each -> new WalkedClass(each.base(), each.members(), each.choices(),
                packet -> ImmutableMultiset.of(), each.marks(), each.hops())).toList());
        int found = 0;
        for (int number = 0; number < 100; number++) {
            final var probe = network.probe(number);
            final var walked = WALKER.walk(honest.state(), probe.from(), probe.packet().header());
            if (walked.size() == 1 && Set.of(WalkedClass.Mark.DROP).containsAll(walked.getFirst().marks())) {
                final var answer = new TraceAnswer(walked.getFirst().copies(), 0, false, false, false);
                assertEquals(Verdict.SAME, honest.compare(probe, honest.walk(probe), answer).verdict());
                if (!answer.copies().isEmpty()) {
                    assertEquals(Verdict.DIFFERENT, lossy.compare(probe, lossy.walk(probe), answer).verdict());
                    found++;
                }
            }
        }
        assertTrue(found > 5, "copies in " + found + " answers");
    }

    /** And so has the check of classes. */
    @Test
    void classThatTakesTooMuchIsADifference() {
        int found = 0;
        for (long seed = 0; seed < 20; seed++) {
            final var network = Network.of(seed);
            final var state = network.state();
            final var greedy = new SymbolicCheck(network, state, (in, from, sent) -> WALKER.walk(in, from, sent)
                .stream().map(each -> new WalkedClass(each.base(), packet -> true, each.choices(),
                    each.copiesOf(), each.marks(), each.hops())).toList());
            final var honest = new SymbolicCheck(network, state, WALKER);
            for (int number = 0; number < 20; number++) {
                assertTrue(honest.check(network.probe(number), new Random(number)).isEmpty());
                found += greedy.check(network.probe(number), new Random(number)).isPresent() ? 1 : 0;
            }
        }
        assertTrue(found > 5, "found " + found);
    }
}
