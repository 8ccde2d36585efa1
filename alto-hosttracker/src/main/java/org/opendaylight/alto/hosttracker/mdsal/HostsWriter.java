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
import com.google.common.util.concurrent.ListenableFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.hosttracker.table.HostEvent;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.RememberedHostsBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of {@code hosts} in the operational and of {@code remembered-hosts} in the configuration datastore.
 * While a commit is under way further changes gather for the next one. After a failed commit both are written anew from
 * the table, so that a lost change cannot last.
 *
 * <p>All methods are called on the executor.
 */
final class HostsWriter {
    private static final Logger LOG = LoggerFactory.getLogger(HostsWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataBroker broker;
    private final OrderedExecutor executor;
    private final Supplier<HostTable> table;
    private final Map<Host.Key, Change> changes = new LinkedHashMap<>();
    private boolean everything;
    private boolean underWay;
    private boolean closed;

    /** What became of a host, and whether that is worth remembering over a restart. */
    private record Change(@Nullable Host host, boolean remember) {
    }

    HostsWriter(final DataBroker broker, final OrderedExecutor executor, final Supplier<HostTable> table) {
        this.broker = broker;
        this.executor = executor;
        this.table = table;
    }

    /** Replaces all that is in the datastores by the table. */
    void writeAll() {
        everything = true;
        flush();
    }

    void write(final List<HostEvent> events) {
        for (var any : events) {
            if (!(any instanceof HostEvent.OfTable event)) {
                continue;
            }
            final var key = event.host().key();
            switch (event) {
                case HostEvent.Added added -> changes.put(key, new Change(added.host(), true));
                case HostEvent.Changed changed -> changes.put(key, new Change(changed.host(), true));
                case HostEvent.Removed removed -> changes.put(key, new Change(null, true));
                case HostEvent.Seen seen -> changes.merge(key, new Change(seen.host(), false),
                    (earlier, now) -> new Change(now.host, earlier.remember));
            }
        }
        flush();
    }

    /** Writes nothing from now on; what is under way ends. */
    void close() {
        closed = true;
    }

    private void flush() {
        if (closed || underWay || !everything && changes.isEmpty()) {
            return;
        }
        final var commits = everything ? commitAll() : commitChanges();
        final boolean all = everything;
        final int size = changes.size();
        everything = false;
        changes.clear();
        underWay = true;
        Futures.addCallback(Futures.allAsList(commits), new FutureCallback<List<Object>>() {
            @Override
            public void onSuccess(final @Nullable List<Object> result) {
                LOG.debug("Wrote {}", all ? "all hosts" : size + " changes of hosts");
                underWay = false;
                flush();
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("Hosts could not be written to alto-hosts:hosts or alto-hosts:remembered-hosts; "
                    + "all of them are written again in {}", RETRY, cause);
                underWay = false;
                everything = true;
                executor.schedule(HostsWriter.this::flush, RETRY);
            }
        }, executor);
    }

    private List<ListenableFuture<?>> commitAll() {
        final var hosts = table.get().hosts();
        final var operational = broker.newWriteOnlyTransaction();
        operational.put(LogicalDatastoreType.OPERATIONAL, HostTranslator.HOSTS,
            new HostsBuilder().setHost(HostTranslator.toData(hosts)).build());
        final var remembered = broker.newWriteOnlyTransaction();
        remembered.put(LogicalDatastoreType.CONFIGURATION, HostTranslator.REMEMBERED,
            new RememberedHostsBuilder().setHost(hosts.stream().map(HostTranslator::toRemembered).collect(
                Collectors.toMap(host -> host.key(), Function.identity()))).build());
        return List.of(operational.commit(), remembered.commit());
    }

    private List<ListenableFuture<?>> commitChanges() {
        final var commits = new ArrayList<ListenableFuture<?>>(2);
        final var operational = broker.newWriteOnlyTransaction();
        changes.forEach((key, change) -> {
            final var path = HostTranslator.HOSTS.toBuilder().child(
                org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.Host.class,
                HostTranslator.toKey(key)).build();
            if (change.host == null) {
                operational.delete(LogicalDatastoreType.OPERATIONAL, path);
            } else {
                operational.put(LogicalDatastoreType.OPERATIONAL, path, HostTranslator.toData(change.host));
            }
        });
        commits.add(operational.commit());

        if (changes.values().stream().anyMatch(Change::remember)) {
            final var remembered = broker.newWriteOnlyTransaction();
            changes.forEach((key, change) -> {
                final var path = HostTranslator.REMEMBERED.toBuilder().child(
                    org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.remembered.hosts.Host.class,
                    HostTranslator.toRememberedKey(key)).build();
                if (change.host == null) {
                    remembered.delete(LogicalDatastoreType.CONFIGURATION, path);
                } else if (change.remember) {
                    remembered.put(LogicalDatastoreType.CONFIGURATION, path, HostTranslator.toRemembered(change.host));
                }
            });
            commits.add(remembered.commit());
        }
        return commits;
    }
}
