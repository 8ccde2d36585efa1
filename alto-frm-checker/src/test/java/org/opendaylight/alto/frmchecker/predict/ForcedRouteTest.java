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
import static org.opendaylight.alto.frmchecker.predict.Triangle.H1_TO_H2;
import static org.opendaylight.alto.frmchecker.predict.Triangle.HOSTS;
import static org.opendaylight.alto.frmchecker.predict.Triangle.hop;
import static org.opendaylight.alto.frmchecker.predict.Triangle.rule;
import static org.opendaylight.alto.frmchecker.predict.Triangle.topology;
import static org.opendaylight.alto.frmchecker.predict.Triangle.way;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;

/** Figure 2 of draft-zhang-alto-opendaylight-impl-01: which path is installed, and when it is taken. */
@DisplayName("Z7: forceComputeRoutingPath")
class ForcedRouteTest {
    private static final PathTrace GAP = PathTrace.installed("",
        List.of(hop(1, 1, 3, rule(1, "rest")), hop(3, 2, 0)), Outcome.NO_RULE, "of table 0 of openflow:3");

    private static PathAnswer answer(final PathTrace... traces) {
        return new PathAnswer(List.of(traces), false, Instant.EPOCH);
    }

    private static Optional<ForcedRoute> plan(final PathAnswer installed) {
        return ForcedRoute.plan(installed,
            new Prediction(new ShortestPathPredictor(), topology(), HOSTS).fill(H1_TO_H2, installed));
    }

    @Test
    void onlySwitchesFromTheGapOnNeedARule() {
        final var route = plan(answer(GAP)).orElseThrow();
        assertEquals("1:1>3 3:2>3 2:2>1", way(route.hops()));
        assertEquals("3:2>3 2:2>1", way(route.missing()));
        assertEquals("shortest-path", route.by());
    }

    @Test
    void whatSomePacketsHaveRulesForIsNotForcedOnAll() {
        final var ssh = PathTrace.installed("tcp_dst=22", List.of(hop(1, 1, 2), hop(2, 3, 1)), Outcome.DELIVERED, "");
        assertEquals(Optional.empty(), plan(answer(ssh, GAP)));
        final var elsewhere = PathTrace.installed("tcp_dst=80", List.of(hop(1, 1, 0)), Outcome.NO_RULE, "");
        assertEquals(Optional.empty(), plan(answer(elsewhere, GAP)));
        assertEquals(Optional.empty(), plan(answer(ssh)));
    }

    @Test
    void ruleIsNotPutOverOneThatRewrites() {
        final var rewriting = PathTrace.installed("", List.of(new Hop(new SwitchId(1), 1, OptionalLong.empty(),
            List.of(rule(1, "nat")), List.of("ipv4_dst=10.0.0.9"))), Outcome.TO_CONTROLLER, "");
        assertEquals(Optional.empty(), plan(answer(rewriting)));
    }

    @Test
    void ruleIsNotPutOverOneThatMeters() {
        final var metered = PathTrace.installed("", List.of(new Hop(new SwitchId(1), 1, OptionalLong.empty(),
            List.of(rule(1, "slow")), List.of(), "", List.of(new MeterRef(5, OptionalLong.of(125))))),
            Outcome.NO_RULE, "");
        assertEquals(Optional.empty(), plan(answer(metered)));
    }

    @Test
    void pathIsTakenOnceAllPacketsTakeIt() {
        final var route = plan(answer(GAP)).orElseThrow();
        final var taken = PathTrace.installed("", route.hops(), Outcome.DELIVERED, "");
        final var discovery = PathTrace.installed("icmpv6_type=135", List.of(hop(1, 1, 0)), Outcome.TO_CONTROLLER, "");
        final var other = PathTrace.installed("tcp_dst=22", List.of(hop(1, 1, 2), hop(2, 3, 1)), Outcome.DELIVERED, "");
        assertEquals(Optional.empty(), route.contradiction(answer(taken)));
        assertEquals(Optional.empty(), route.contradiction(answer(discovery, taken)));
        assertEquals(Optional.of("no rule matches of table 0 of openflow:3"), route.contradiction(answer(GAP)));
        assertEquals(Optional.of("tcp_dst=22: packets take another path"), route.contradiction(answer(other, taken)));
    }
}
