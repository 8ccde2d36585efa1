/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.HostInspection;
import org.opendaylight.alto.hosttracker.table.ConflictLog;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostTracker;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHostInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHostOutput;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What the tracker has noticed, read from the datastore, and its RPC, on whichever cluster member it runs. */
@Component(service = HostInspection.class)
public final class MdsalHostInspection implements HostInspection, DataTreeChangeListener<HostTracker>, AutoCloseable {
    private final RpcService rpcs;
    private final Registration reg;

    private volatile TrackerReport report = TrackerReport.EMPTY;

    /**
     * Starts to follow the datastore.
     *
     * @param broker the datastore
     * @param rpcs way to the tracker
     */
    @Activate
    public MdsalHostInspection(@Reference final DataBroker broker, @Reference final RpcService rpcs) {
        this.rpcs = rpcs;
        reg = broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectReference.builder(HostTracker.class).build(), this);
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<HostTracker>> changes) {
        final var after = changes.getLast().getRootNode().dataAfter();
        report = after == null ? TrackerReport.EMPTY : TrackerReport.fromData(after);
    }

    @Override
    public List<HostConflict> conflicts() {
        return report.conflicts().stream().map(ConflictLog.Numbered::conflict).toList();
    }

    @Override
    public Map<String, Long> refusals() {
        return report.refusals();
    }

    @Override
    public CompletionStage<Optional<Host>> probe(final IpAddr address) {
        final var answer = new CompletableFuture<Optional<Host>>();
        Futures.addCallback(rpcs.getRpc(ProbeHost.class).invoke(
            new ProbeHostInputBuilder().setAddress(HostTranslator.address(address)).build()),
            new FutureCallback<RpcResult<ProbeHostOutput>>() {
                @Override
                public void onSuccess(final @Nullable RpcResult<ProbeHostOutput> result) {
                    if (result == null || !result.isSuccessful()) {
                        answer.completeExceptionally(new IllegalStateException(result == null ? "no result"
                            : result.getErrors().iterator().next().getMessage()));
                        return;
                    }
                    answer.complete(Optional.ofNullable(result.getResult().getHost())
                        .flatMap(HostTranslator::fromData));
                }

                @Override
                public void onFailure(final Throwable cause) {
                    answer.completeExceptionally(new IllegalStateException(
                        "The host tracker does not run on any member of the cluster", cause));
                }
            }, MoreExecutors.directExecutor());
        return answer;
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}
