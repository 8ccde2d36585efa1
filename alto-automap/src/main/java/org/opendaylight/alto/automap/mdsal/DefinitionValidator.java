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

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.common.api.DataValidationFailedException;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.common.api.PostCanCommitStep;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCandidate;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohort;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMap;
import org.opendaylight.yangtools.binding.data.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses transactions after which the configuration datastore would have a definition that makes no map, before they
 * are committed: whoever writes, over RESTCONF or otherwise, is told the field, and nothing of the transaction happens.
 * May be called from any thread.
 */
@Component(service = { })
public final class DefinitionValidator implements DOMDataTreeCommitCohort, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionValidator.class);
    private static final YangInstanceIdentifier PATH = YangInstanceIdentifier.of(AutoMap.QNAME);

    private final BindingNormalizedNodeSerializer serializer;
    private final Optional<Registration> registration;

    /**
     * Starts checking.
     *
     * @param broker the datastore
     * @param serializer knows the model's classes
     */
    @Activate
    public DefinitionValidator(@Reference final DOMDataBroker broker,
            @Reference final BindingNormalizedNodeSerializer serializer) {
        this.serializer = serializer;
        registration = Optional.ofNullable(broker.extension(DOMDataBroker.CommitCohortExtension.class))
            .map(extension -> extension.registerCommitCohort(
                DOMDataTreeIdentifier.of(LogicalDatastoreType.CONFIGURATION, PATH), this));
        if (registration.isEmpty()) {
            LOG.warn("This datastore does not let transactions be checked; what is wrong makes no map after them");
        }
    }

    @Override
    public FluentFuture<PostCanCommitStep> canCommit(final Object transaction, final EffectiveModelContext context,
            final Collection<DOMDataTreeCandidate> candidates) {
        final var problems = new TreeSet<String>();
        for (final var candidate : candidates) {
            problems.addAll(problemsOf(candidate.getRootNode().dataAfter()));
            // what is wrong already does not forbid other changes
            problems.removeAll(problemsOf(candidate.getRootNode().dataBefore()));
        }
        return FluentFuture.from(problems.isEmpty() ? Futures.immediateFuture(PostCanCommitStep.NOOP)
            : Futures.immediateFailedFuture(new DataValidationFailedException(YangInstanceIdentifier.class, PATH,
                String.join("; ", problems))));
    }

    private Collection<String> problemsOf(final @Nullable NormalizedNode node) {
        final var problems = new TreeSet<String>();
        final var entry = node == null ? null : serializer.fromNormalizedNode(PATH, node);
        if (entry != null && entry.getValue() instanceof AutoMap data) {
            final var stored = new StoredDefinitions();
            stored.set(data);
            stored.candidates().forEach(candidate ->
                candidate.problem().ifPresent(why -> problems.add(candidate.place() + ": " + why)));
        }
        return problems;
    }

    @Deactivate
    @Override
    public void close() {
        registration.ifPresent(Registration::close);
    }
}
