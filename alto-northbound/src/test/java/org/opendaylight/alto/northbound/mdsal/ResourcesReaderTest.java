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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.CostMapOffer;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.NetworkMapOffer;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.OtherDirectory;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcesBuilder;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;

/** What does not change keeps its object, so that nobody hashes or encodes it again. */
class ResourcesReaderTest extends AbstractConcurrentDataBrokerTest {
    private static final LogicalDatastoreType CONFIG = LogicalDatastoreType.CONFIGURATION;
    private static final Pid A = new Pid("a");
    private static final Pid B = new Pid("b");

    private final ResourcesReader reader = new ResourcesReader(Optional.of("operator"));

    @BeforeEach
    void start() throws Exception {
        setup();
    }

    private static Resources resources(final String prefixOfB, final String rowOfB) {
        return new ResourcesBuilder()
            .setNetworkMap(BindingMap.of(
                Model.networkMap("n", Model.pid("a", "0.0.0.0/0"), Model.pid("b", prefixOfB))))
            .setCostMap(BindingMap.of(
                Model.costMap("c", "n", Model.row("a", "{\"a\":1,\"b\":2}"), Model.row("b", rowOfB))))
            .build();
    }

    private DatastoreResources read(final @Nullable Resources written, final boolean whole) throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        if (written == null) {
            tx.delete(CONFIG, Model.RESOURCES);
        } else if (whole) {
            tx.put(CONFIG, Model.RESOURCES, written);
        } else {
            tx.merge(CONFIG, Model.RESOURCES, written);
        }
        tx.commit().get();
        return reader.read((ContainerNode) getDomBroker().newReadOnlyTransaction()
            .read(CONFIG, MdsalResourcePool.PATH).get().orElse(null));
    }

    private static NetworkMapOffer networkMap(final DatastoreResources resources) {
        return (NetworkMapOffer) resources.offers().get(0);
    }

    private static CostMapOffer costMap(final DatastoreResources resources) {
        return (CostMapOffer) resources.offers().get(1);
    }

    @Test
    void directoriesOfOtherServersAreRead() throws Exception {
        final var uri = "https://alto.example.com/directory";
        assertEquals(List.of(new OtherDirectory(new ResourceId("other"), ResourceCatalog.OPERATOR, uri)),
            read(new ResourcesBuilder().setDirectory(BindingMap.of(Model.directory("other", uri))).build(), true)
                .offers());
    }

    @Test
    void mapThatDoesNotChangeIsTheSameObject() throws Exception {
        final var before = read(resources("10.0.0.0/8", "{\"a\":3}"), true);
        final var after = read(new ResourcesBuilder()
            .setNetworkMap(BindingMap.of(Model.networkMap("other", Model.pid("x", "0.0.0.0/0")))).build(), false);
        assertSame(networkMap(before), after.offers().stream().filter(networkMap(before)::equals).findFirst()
            .orElseThrow());
        assertSame(costMap(before), after.offers().stream().filter(costMap(before)::equals).findFirst().orElseThrow());
    }

    @Test
    void partsThatDoNotChangeAreTheSameObjects() throws Exception {
        final var before = read(resources("10.0.0.0/8", "{\"a\":3}"), true);
        final var after = read(resources("11.0.0.0/8", "{\"a\":4}"), false);
        assertSame(networkMap(before).map().pids().get(A), networkMap(after).map().pids().get(A));
        assertNotSame(networkMap(before).map().pids().get(B), networkMap(after).map().pids().get(B));
        assertSame(costMap(before).rows().get(A), costMap(after).rows().get(A));
        assertNotSame(costMap(before).rows().get(B), costMap(after).rows().get(B));
    }

    @Test
    void onlyWhatChangesIsReadAlsoAfterOtherChanges() throws Exception {
        read(resources("10.0.0.0/8", "{\"a\":3}"), true);
        assertEquals(6, reader.lastReads(), "two maps of two parts");
        for (int i = 0; i < 3; i++) {
            read(new ResourcesBuilder().setNetworkMap(BindingMap.of(
                Model.networkMap("other", Model.pid("x", i + ".0.0.0/8")))).build(), false);
            assertEquals(2, reader.lastReads(), "one map of one part");
        }
        read(new ResourcesBuilder().setCostMap(BindingMap.of(
            Model.costMap("c", "n", Model.row("b", "{\"a\":4}")))).build(), false);
        assertEquals(2, reader.lastReads(), "one map, one of its parts");
    }

    @Test
    void partsThatAreWrittenAgainWithEqualContentAreTheSameObjects() throws Exception {
        final var before = read(resources("10.0.0.0/8", "{\"a\":3}"), true);
        final var after = read(resources("10.0.0.0/8", "{ \"a\": 3.0 }"), true);
        assertSame(networkMap(before).map(), networkMap(after).map());
        assertSame(costMap(before).rows().get(A), costMap(after).rows().get(A));
        assertSame(costMap(before).rows().get(B), costMap(after).rows().get(B));
    }

    @Test
    void nothingIsLeftOfWhatIsDeleted() throws Exception {
        read(resources("10.0.0.0/8", "{\"a\":3}"), true);
        assertEquals(DatastoreResources.EMPTY, read(null, true));
    }
}
