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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opendaylight.mdsal.common.api.TransactionCommitFailedException;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeWriteTransaction;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;

/**
 * A real broker whose write transactions of resources are noted, and whose commits of them fail if the test says so,
 * unless they only delete.
 */
final class RecordingBroker {
    private final DOMDataBroker broker;
    private final List<Set<String>> commits = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    RecordingBroker(final DOMDataBroker real) {
        broker = mock(DOMDataBroker.class);
        doAnswer(any -> real.newReadOnlyTransaction()).when(broker).newReadOnlyTransaction();
        doAnswer(any -> record(real.newWriteOnlyTransaction())).when(broker).newWriteOnlyTransaction();
    }

    DOMDataBroker broker() {
        return broker;
    }

    void failNext(final int count) {
        failures.set(count);
    }

    /** What each commit does, such as {@code put default-network-map} or {@code delete default-network-map/pid1}. */
    List<Set<String>> commits() {
        return commits;
    }

    private DOMDataTreeWriteTransaction record(final DOMDataTreeWriteTransaction real) {
        final var steps = new TreeSet<String>();
        final var others = new AtomicBoolean();
        return mock(DOMDataTreeWriteTransaction.class, invocation -> {
            final var name = invocation.getMethod().getName();
            if (!name.equals("commit")) {
                final YangInstanceIdentifier path = invocation.getArgument(1);
                final var id = id(path);
                if (id.isEmpty()) {
                    others.set(true);
                } else {
                    steps.add(name + " " + id);
                }
                return invocation.getMethod().invoke(real, invocation.getArguments());
            }
            if (steps.isEmpty() && others.get()) {
                return real.commit();
            }
            commits.add(steps);
            if (!steps.stream().allMatch(step -> step.startsWith("delete "))
                    && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                real.cancel();
                return FluentFuture.from(Futures.immediateFailedFuture(
                    new TransactionCommitFailedException("on purpose")));
            }
            return real.commit();
        });
    }

    /** The keys of the lists on the way, which are a map, maybe one of its PIDs, and maybe one of its prefixes. */
    private static String id(final YangInstanceIdentifier path) {
        return path.getPathArguments().stream().flatMap(step -> switch (step) {
            case NodeIdentifierWithPredicates entry -> Stream.of(entry.values().iterator().next());
            case NodeWithValue<?> entry -> Stream.of(entry.getValue());
            default -> Stream.<Object>empty();
        }).map(Object::toString).collect(Collectors.joining("/"));
    }
}
