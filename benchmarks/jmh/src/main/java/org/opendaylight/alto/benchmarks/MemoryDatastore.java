/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;

/** MD-SAL's datastore in memory, with a thread of its own for the calls of listeners. */
final class MemoryDatastore extends AbstractConcurrentDataBrokerTest {
    MemoryDatastore() throws Exception {
        super(true);
        setup();
    }

    /** Writes, and returns when it is committed. */
    void write(final Consumer<WriteTransaction> writes) throws InterruptedException, ExecutionException {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        writes.accept(tx);
        tx.commit().get();
    }
}
