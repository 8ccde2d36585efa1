/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rule that sends probes to the controller on every switch. It goes straight to the switch and not to the
 * configuration datastore, where an operator who replaces a flow table would delete it; and it is sent again now and
 * then, for the same reason and in case a switch did not take it.
 *
 * <p>All methods are called on the worker.
 */
final class ProbeRules {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeRules.class);

    private final Set<SwitchId> switches = new HashSet<>();
    private final Set<SwitchId> failing = new HashSet<>();
    private final AddFlow addFlow;
    private final RemoveFlow removeFlow;
    private final Worker worker;
    private Optional<RuleSettings> rule = Optional.empty();

    ProbeRules(final RpcService rpcs, final Worker worker) {
        addFlow = rpcs.getRpc(AddFlow.class);
        removeFlow = rpcs.getRpc(RemoveFlow.class);
        this.worker = worker;
    }

    /** Sets which switches there are and what rule they are to have; those that do not have it get it. */
    void set(final Set<SwitchId> present, final Optional<RuleSettings> wanted) {
        if (!wanted.equals(rule)) {
            withdraw();
            rule = wanted;
        }
        switches.retainAll(present);
        failing.retainAll(present);
        present.stream().filter(switches::add).forEach(this::install);
    }

    /** Sends the rule to all switches again. */
    void refresh() {
        switches.forEach(this::install);
    }

    private void install(final SwitchId id) {
        rule.ifPresent(settings -> Futures.addCallback(addFlow.invoke(ProbeFlows.add(id, settings)),
            new RpcCallback<AddFlowOutput>() {
                @Override
                void succeeded() {
                    failing.remove(id);
                    LOG.debug("Switch {} sends probes to the controller: {}", id, settings);
                }

                @Override
                void failed(final Object why, final @Nullable Throwable cause) {
                    if (switches.contains(id) && failing.add(id)) {
                        LOG.warn("Switch {} did not take the rule that sends probes to the controller: {}; trying "
                            + "again. Until then no delay is measured on links to it", id, why, cause);
                    }
                }
            }, worker));
    }

    /** Takes the rule off all switches. */
    ListenableFuture<?> withdraw() {
        final var removals = rule.map(settings -> switches.stream()
            .map(id -> removeFlow.invoke(ProbeFlows.remove(id, settings))).toList()).orElse(List.of());
        switches.clear();
        return Futures.successfulAsList(removals);
    }
}
