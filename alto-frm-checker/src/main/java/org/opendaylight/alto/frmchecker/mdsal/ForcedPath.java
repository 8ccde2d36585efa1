/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import java.time.Instant;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.frmchecker.predict.ForcedRoute;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4AddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6AddressNoZone;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PredictorName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPath.State;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPathBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPathKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.forced.path.HopBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.forced.path.HopKey;
import org.opendaylight.yangtools.yang.common.Uint32;

/**
 * A predicted path that was installed, and what became of it.
 *
 * @param pair for whose packets
 * @param route the path
 * @param settings how its rules are
 * @param state how far it is
 * @param reason what a person should know of the state; may be empty
 * @param since when it came into this state
 */
record ForcedPath(PathQuery pair, ForcedRoute route, ForceSettings settings, State state, String reason,
        Instant since) {
    ForcedPath in(final State newState, final String newReason, final Instant now) {
        return new ForcedPath(pair, route, settings, newState, newReason, now);
    }

    boolean hasRules() {
        return state != State.Failed;
    }

    static ForcedPathKey key(final PathQuery pair) {
        // in the order of the names of the leaves
        return new ForcedPathKey(address(pair.destination()), address(pair.source()));
    }

    private static IpAddressNoZone address(final IpAddr address) {
        return address.family() == AddressFamily.IPV4 ? new IpAddressNoZone(new Ipv4AddressNoZone(address.toString()))
            : new IpAddressNoZone(new Ipv6AddressNoZone(address.toString()));
    }

    org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPath toData() {
        return new ForcedPathBuilder()
            .withKey(key(pair))
            .setState(state)
            .setReason(reason.isEmpty() ? null : reason)
            .setBy(new PredictorName(route.by()))
            .setSince(PathTranslator.time(since))
            .setHop(route.hops().stream().map(ForcedPath::toData).toList())
            .build();
    }

    private static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.forced.path.Hop
            toData(final Hop hop) {
        return new HopBuilder()
            .withKey(new HopKey(PathTranslator.switchId(hop.switchId())))
            .setInPort(Uint32.valueOf(hop.inPort()))
            .setOutPort(PathTranslator.outPort(hop.outPort()))
            .build();
    }
}
