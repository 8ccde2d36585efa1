/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.mdsal.common.api.DataValidationFailedException;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.common.api.PostCanCommitStep;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCandidate;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohort;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses transactions after which a resource of the operator could not be served, before they are committed: whoever
 * writes, over RESTCONF or otherwise, is told the place of the fault, and nothing of the transaction happens. The rules
 * are those of the catalogue, because it is the catalogue that is tried.
 *
 * <p>The datastore waits 5 s for an answer, and would fail the transaction then. A map whose check takes longer is let
 * through; the catalogue leaves it out if it is wrong.
 */
@Component(service = { })
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
public final class CommitValidator implements DOMDataTreeCommitCohort, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitValidator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final MdsalResourcePool pool;
    private final @Nullable Registration registration;
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, new ThreadFactoryBuilder()
        .setNameFormat("alto-commit-%d")
        .setDaemon(true)
        .build());

    /**
     * Starts checking.
     *
     * @param broker the datastore
     * @param pool what is served
     */
    @Activate
    public CommitValidator(@Reference final DOMDataBroker broker, @Reference final MdsalResourcePool pool) {
        this.pool = pool;
        final var extension = broker.extension(DOMDataBroker.CommitCohortExtension.class);
        if (extension == null) {
            LOG.warn("This datastore does not let transactions be checked; what is wrong is left out after them");
            registration = null;
        } else {
            registration = extension.registerCommitCohort(
                DOMDataTreeIdentifier.of(LogicalDatastoreType.CONFIGURATION, MdsalResourcePool.PATH), this);
        }
    }

    @Override
    public FluentFuture<PostCanCommitStep> canCommit(final Object transaction, final EffectiveModelContext context,
            final Collection<DOMDataTreeCandidate> candidates) {
        final var check = Futures.submit(() -> {
            for (var candidate : candidates) {
                require((ContainerNode) candidate.getRootNode().dataAfter());
            }
            return PostCanCommitStep.NOOP;
        }, executor);
        return FluentFuture.from(Futures.withTimeout(check, PATIENCE, executor))
            .catching(TimeoutException.class, late -> {
                LOG.warn("A change of the resources takes more than {} s to check, and is let through",
                    PATIENCE.toSeconds());
                return PostCanCommitStep.NOOP;
            }, MoreExecutors.directExecutor());
    }

    private void require(final @Nullable ContainerNode after) throws DataValidationFailedException {
        final var problems = new HashSet<String>();
        try {
            problems.addAll(problemsOf(pool.catalogWith(after)));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        // what is wrong already, for example since a computed map went, does not forbid other changes
        problems.removeAll(problemsOf(pool.catalog()));
        if (!problems.isEmpty()) {
            throw new DataValidationFailedException(YangInstanceIdentifier.class, MdsalResourcePool.PATH,
                problems.stream().sorted().collect(Collectors.joining("; ")));
        }
    }

    private static Collection<String> problemsOf(final ResourceCatalog catalog) {
        return catalog.leftOut().stream()
            .filter(resource -> resource.publisher().equals(ResourceCatalog.OPERATOR))
            .map(CommitValidator::describe)
            .collect(Collectors.toSet());
    }

    private static String describe(final ResourceInfo resource) {
        return resource.id() + ": " + resource.problem().orElseThrow();
    }

    @Deactivate
    @Override
    public void close() {
        if (registration != null) {
            registration.close();
        }
        executor.shutdownNow();
    }
}
