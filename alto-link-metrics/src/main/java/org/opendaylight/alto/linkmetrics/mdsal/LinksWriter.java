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

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.LinksBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.Link;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.LinkKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.Probes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of {@code links} in the operational datastore. Writes only what differs from what it wrote before, and
 * nothing while a commit is under way; after a failed one it writes everything.
 *
 * <p>All methods are called on the worker.
 */
final class LinksWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LinksWriter.class);

    private final Map<LinkKey, Link> written = new HashMap<>();
    private final DataBroker broker;
    private final Worker worker;
    private boolean everything = true;
    private boolean underWay;

    LinksWriter(final DataBroker broker, final Worker worker) {
        this.broker = broker;
        this.worker = worker;
    }

    void write(final List<LinkStatus> links, final ProbeCosts costs) {
        if (underWay) {
            return;
        }
        final var wanted = new HashMap<LinkKey, Link>();
        links.stream().map(LinkTranslator::toData).forEach(link -> wanted.put(link.key(), link));
        final var tx = broker.newWriteOnlyTransaction();
        if (everything) {
            tx.put(LogicalDatastoreType.OPERATIONAL, LinkTranslator.LINKS,
                new LinksBuilder().setProbes(LinkTranslator.toData(costs)).setLink(Map.copyOf(wanted)).build());
        } else {
            tx.put(LogicalDatastoreType.OPERATIONAL,
                LinkTranslator.LINKS.toBuilder().child(Probes.class).build(), LinkTranslator.toData(costs));
            wanted.forEach((key, link) -> {
                if (!link.equals(written.get(key))) {
                    tx.put(LogicalDatastoreType.OPERATIONAL,
                        LinkTranslator.LINKS.toBuilder().child(Link.class, key).build(), link);
                }
            });
            written.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(key ->
                tx.delete(LogicalDatastoreType.OPERATIONAL,
                    LinkTranslator.LINKS.toBuilder().child(Link.class, key).build()));
        }
        written.clear();
        written.putAll(wanted);
        everything = false;
        underWay = true;
        Futures.addCallback(tx.commit(), new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                underWay = false;
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("The links' metrics could not be written to alto-links:links; all are written again", cause);
                underWay = false;
                everything = true;
            }
        }, worker);
    }
}
