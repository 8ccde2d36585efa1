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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.DataValidationFailedException;
import org.opendaylight.mdsal.common.api.PostCanCommitStep;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCandidate;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yangtools.binding.data.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.yangtools.binding.data.codec.api.BindingNormalizedNodeSerializer.NodeResult;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;

/** The broker of this test has no commit cohorts, so the check is asked by hand. */
class DefinitionValidatorTest extends AbstractConcurrentDataBrokerTest {
    private static final String FAULT =
        "auto-map/cost-map=c: cost-type/cost-mode: 'ordinal' is not a mode in which costs can be computed; "
            + "expected numerical";

    private BindingNormalizedNodeSerializer serializer;

    @BeforeEach
    void before() throws Exception {
        setup();
        serializer = getDataBrokerTestCustomizer().getAdapterContext().currentSerializer();
    }

    private static CostMap costs(final String id, final String mode) {
        return new CostMapBuilder().setResourceId(new ResourceId(id)).setNetworkMap(new ResourceId("n"))
            .setCostType(new CostTypeBuilder().setCostMetric(new CostMetric("hopcount"))
                .setCostMode(new CostMode(mode)).build()).build();
    }

    private @Nullable NormalizedNode node(final CostMap... maps) {
        return maps.length == 0 ? null
            : ((NodeResult) serializer.toNormalizedDataObject(AutoMapPaths.WANTED, new AutoMapBuilder()
                .setCostMap(List.of(maps).stream().collect(BindingMap.<CostMapKey, CostMap>toMap())).build())).node();
    }

    private DOMDataTreeCandidate change(final @Nullable NormalizedNode before, final @Nullable NormalizedNode after) {
        final var root = mock(DataTreeCandidateNode.class);
        doReturn(before).when(root).dataBefore();
        doReturn(after).when(root).dataAfter();
        final var candidate = mock(DOMDataTreeCandidate.class);
        doReturn(root).when(candidate).getRootNode();
        return candidate;
    }

    private PostCanCommitStep check(final @Nullable NormalizedNode before, final @Nullable NormalizedNode after)
            throws InterruptedException, ExecutionException {
        try (var validator = new DefinitionValidator(getDomBroker(), serializer)) {
            return validator.canCommit("tx", getDataBrokerTestCustomizer().getSchemaService().getGlobalContext(),
                List.of(change(before, after))).get();
        }
    }

    @Test
    void definitionThatMakesNoMapIsRefusedAndItsFieldNamed() {
        final var refusal = assertThrows(ExecutionException.class, () -> check(null, node(costs("c", "ordinal"))));
        assertEquals(DataValidationFailedException.class, refusal.getCause().getClass());
        assertEquals(FAULT, refusal.getCause().getMessage());
        final var change = assertThrows(ExecutionException.class,
            () -> check(node(costs("c", "numerical")), node(costs("c", "ordinal"))));
        assertTrue(change.getCause().getMessage().contains(FAULT), change.toString());
    }

    @Test
    void definitionThatMakesAMapAndRemovalAreLetThrough() throws Exception {
        assertEquals(PostCanCommitStep.NOOP, check(null, node(costs("c", "numerical"))));
        assertEquals(PostCanCommitStep.NOOP, check(node(costs("c", "ordinal")), null));
    }

    @Test
    void whatIsWrongAlreadyForbidsNothingElse() throws Exception {
        final var bad = costs("bad", "ordinal");
        assertEquals(PostCanCommitStep.NOOP, check(node(bad), node(bad, costs("c", "numerical"))));
        assertThrows(ExecutionException.class, () -> check(node(bad), node(bad, costs("c", "ordinal"))));
    }
}
