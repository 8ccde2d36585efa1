/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.TransactionCommitFailedException;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.Source;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.Pid;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

/**
 * A real broker whose write transactions of resources are noted, and whose commits of them fail if the test says so.
 */
final class RecordingBroker {
    private final DataBroker broker;
    private final List<Set<String>> commits = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    RecordingBroker(final DataBroker real) {
        broker = mock(DataBroker.class);
        doAnswer(any -> real.newReadOnlyTransaction()).when(broker).newReadOnlyTransaction();
        doAnswer(any -> record(real.newWriteOnlyTransaction())).when(broker).newWriteOnlyTransaction();
    }

    DataBroker broker() {
        return broker;
    }

    void failNext(final int count) {
        failures.set(count);
    }

    /** What each commit does, such as {@code put default-network-map} or {@code delete default-network-map/pid1}. */
    List<Set<String>> commits() {
        return commits;
    }

    private WriteTransaction record(final WriteTransaction real) {
        final var steps = new TreeSet<String>();
        final var others = new AtomicBoolean();
        return mock(WriteTransaction.class, invocation -> {
            final var name = invocation.getMethod().getName();
            if (!name.equals("commit")) {
                final DataObjectIdentifier<?> path = invocation.getArgument(1);
                if (path.firstKeyOf(NetworkMap.class) == null && path.firstKeyOf(CostMap.class) == null) {
                    others.set(true);
                } else {
                    steps.add(name + " " + id(path));
                }
                return invocation.getMethod().invoke(real, invocation.getArguments());
            }
            if (steps.isEmpty() && others.get()) {
                return real.commit();
            }
            commits.add(steps);
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                real.cancel();
                return FluentFuture.from(Futures.immediateFailedFuture(
                    new TransactionCommitFailedException("on purpose")));
            }
            return real.commit();
        });
    }

    private static String id(final DataObjectIdentifier<?> path) {
        final var networkMap = path.firstKeyOf(NetworkMap.class);
        if (networkMap != null) {
            final var pid = path.firstKeyOf(Pid.class);
            return networkMap.getResourceId().getValue() + (pid == null ? "" : "/" + pid.getName().getValue());
        }
        final var source = path.firstKeyOf(Source.class);
        return path.firstKeyOf(CostMap.class).getResourceId().getValue()
            + (source == null ? "" : "/" + source.getPid().getValue());
    }
}
