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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.HostInspection;

/** Says what a test tells it to. */
final class FakeHostInspection implements HostInspection {
    /** The conflicts. */
    List<HostConflict> conflicts = List.of();
    /** Reason to number. */
    final Map<String, Long> refusals = new TreeMap<>();
    /** What is answered to a probe. */
    Function<IpAddr, CompletionStage<Optional<Host>>> answer =
        address -> CompletableFuture.completedFuture(Optional.empty());

    @Override
    public List<HostConflict> conflicts() {
        return conflicts;
    }

    @Override
    public Map<String, Long> refusals() {
        return refusals;
    }

    @Override
    public CompletionStage<Optional<Host>> probe(final IpAddr address) {
        return answer.apply(address);
    }
}
