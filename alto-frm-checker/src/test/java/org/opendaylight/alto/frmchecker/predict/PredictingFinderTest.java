/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.frmchecker.predict.Triangle.H1_TO_H2;
import static org.opendaylight.alto.frmchecker.predict.Triangle.HOSTS;
import static org.opendaylight.alto.frmchecker.predict.Triangle.hop;
import static org.opendaylight.alto.frmchecker.predict.Triangle.rule;
import static org.opendaylight.alto.frmchecker.predict.Triangle.topology;
import static org.opendaylight.alto.frmchecker.predict.Triangle.way;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.topology.Topology;

/** Z10: where the tables have no answer, others are asked, and the answer says so. */
class PredictingFinderTest {
    private static final Supplement SHORTEST = prediction(new ShortestPathPredictor());
    private static final RuleRef PENDING = rule(2, "pending");
    private static final PathTrace SSH = PathTrace.installed("tcp_dst=22",
        List.of(hop(1, 1, 3, rule(1, "ssh")), hop(3, 2, 3), hop(2, 2, 1)), Outcome.DELIVERED, "");
    private static final PathTrace GAP = PathTrace.installed("not tcp_dst=22",
        List.of(hop(1, 1, 2, rule(1, "rest")), hop(2, 3, 0, rule(2, "goto"))), Outcome.NO_RULE,
        "of table 1 of openflow:2");

    private static Supplement prediction(final PathPredictor predictor) {
        return new Prediction(predictor, topology(), HOSTS);
    }

    private static PathAnswer answer(final PathTrace... traces) {
        return new PathAnswer(List.of(traces), false, Instant.EPOCH);
    }

    private static List<PathTrace> filled(final PathAnswer installed, final Supplement... supplements) {
        return new PredictingFinder(query -> installed, List.of(supplements)).paths(H1_TO_H2).traces();
    }

    /** Expects what a test says. */
    private record Says(String name, Hop... hops) implements PathPredictor {
        @Override
        public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
                final Topology topology) {
            return hops.length == 0 ? Optional.empty() : Optional.of(List.of(hops));
        }
    }

    @Test
    void packetsGoByTheRulesAsFarAsTheseLeadAndFromThereAsPredicted() {
        final var traces = filled(answer(SSH, GAP), SHORTEST);
        assertSame(SSH, traces.getFirst());
        final var rest = traces.getLast();
        assertEquals(new PathTrace("not tcp_dst=22",
            List.of(hop(1, 1, 2, rule(1, "rest")), hop(2, 3, 1, rule(2, "goto"))), Outcome.DELIVERED,
            "no rule matches of table 1 of openflow:2; predicted from openflow:2 on",
            Origin.predicted("shortest-path"), 1), rest);
    }

    @Test
    void switchWithoutTablesIsPredictedFromWherePacketsComeIn() {
        final var unknown = PathTrace.installed("", List.of(hop(1, 1, 3)), Outcome.NO_DATA, "of openflow:3");
        final var atOnce = PathTrace.installed("", List.of(), Outcome.NO_DATA, "of openflow:1");
        final var traces = filled(answer(unknown, atOnce), SHORTEST);
        assertEquals("1:1>3 3:2>3 2:2>1", way(traces.getFirst()));
        assertEquals("flow tables are not known of openflow:3; predicted from openflow:3 on",
            traces.getFirst().reason());
        assertEquals("1:1>2 2:3>1", way(traces.getLast()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NO_RULE", "TO_CONTROLLER", "NO_DATA"})
    void whatTheTablesAnswerIsNotAskedOfOthers(final Outcome outcome) {
        final var trace = PathTrace.installed("", List.of(hop(1, 1, 0)), outcome, "");
        assertEquals(List.of(trace), filled(answer(trace), SHORTEST, (query, answer) -> {
            throw new AssertionError("was asked");
        }));
    }

    @Test
    void theFirstWhoExpectsSomethingWins() {
        final var nobody = prediction(new Says("nobody"));
        final var longWay = prediction(new Says("long-way", hop(2, 3, 2), hop(3, 3, 2), hop(2, 3, 1)));
        assertEquals(Origin.predicted("long-way"), filled(answer(GAP), nobody, longWay, SHORTEST).getFirst().origin());
        assertEquals(List.of(GAP), filled(answer(GAP), nobody));
        assertEquals(List.of(GAP), filled(answer(GAP)));
    }

    @Test
    void predictionThatDoesNotLeadThereIsNotTaken() {
        final var gap = PathTrace.installed("", List.of(hop(1, 1, 3), hop(3, 2, 0)), Outcome.TO_CONTROLLER, "");
        final Hop[][] wrong = {
            {hop(3, 1, 3), hop(2, 2, 1)},                   // begins elsewhere
            {hop(3, 2, 3), hop(2, 2, 3)},                   // ends elsewhere
            {hop(3, 2, 0), hop(2, 2, 1)},                   // stops on the way
            {hop(3, 2, 2), hop(1, 3, 2), hop(2, 3, 1)}};    // comes back to a switch whose rules sent it here
        for (final var hops : wrong) {
            assertEquals(List.of(gap), filled(answer(gap), prediction(new Says("wrong", hops))), () -> way(
                List.of(hops)));
        }
        assertEquals("1:1>3 3:2>3 2:2>1", way(filled(answer(gap), SHORTEST).getFirst()));
    }

    @Test
    void unknownHostIsNotPredicted() {
        final var query = PathQuery.between(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.9"));
        assertEquals(answer(GAP), SHORTEST.fill(query, answer(GAP)));
    }

    @Test
    @DisplayName("Z6: rules that are configured and not on their switch yet")
    void intendedRulesFillTheGapAndSaySo() {
        final var meant = PathTrace.installed("not tcp_dst=22",
            List.of(hop(1, 1, 2, rule(1, "rest")), hop(2, 3, 1, rule(2, "goto"), PENDING)), Outcome.DELIVERED, "");
        final var traces = filled(answer(SSH, GAP), new Intention(query -> answer(SSH, meant), Set.of(PENDING)),
            SHORTEST);
        assertEquals(List.of(Origin.INSTALLED, Origin.INTENDED), traces.stream().map(PathTrace::origin).toList());
        assertEquals(meant.hops(), traces.getLast().hops());
    }

    @Test
    void intendedRulesMayAnswerForSomeOfThePackets() {
        final var web = PathTrace.installed("tcp_dst=80",
            List.of(hop(1, 1, 2), hop(2, 3, 1, PENDING)), Outcome.DELIVERED, "");
        final var rest = PathTrace.installed("not (tcp_dst=22 or tcp_dst=80)", GAP.hops(), GAP.outcome(), GAP.reason());
        final var traces = filled(answer(SSH, GAP), new Intention(query -> answer(SSH, web, rest), Set.of(PENDING)),
            SHORTEST);
        assertEquals(List.of(Origin.INSTALLED, Origin.INTENDED, Origin.predicted("shortest-path")),
            traces.stream().map(PathTrace::origin).toList());
        assertEquals("not (tcp_dst=22 or tcp_dst=80)", traces.getLast().condition());
    }

    @Test
    void intendedRulesThatWouldChangeWhatIsInstalledAreNotTaken() {
        final var other = PathTrace.installed("", List.of(hop(1, 1, 2), hop(2, 3, 1, PENDING)), Outcome.DELIVERED, "");
        final var intention = new Intention(query -> answer(other), Set.of(PENDING));
        assertEquals(List.of(SSH, GAP), filled(answer(SSH, GAP), intention));
        assertTrue(filled(answer(GAP), intention).getFirst().isDelivered());
    }

    @Test
    void withoutPendingRulesNothingIsWalkedAgain() {
        assertEquals(List.of(GAP), filled(answer(GAP), new Intention(query -> {
            throw new AssertionError("walked again");
        }, Set.of())));
    }
}
