/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * An information resource directory (RFC 7285, section 9.2).
 *
 * @param defaultNetworkMap the network map for clients that use only one; empty if there is none
 * @param entries every resource
 */
public record Directory(Optional<ResourceId> defaultNetworkMap, SortedMap<ResourceId, Entry> entries) {
    public Directory {
        entries = ImmutableSortedMap.copyOf(entries);
    }

    /**
     * One resource.
     *
     * @param uri where it is: a path from the root of the server, so that it resolves in the same way against
     *     {@code /alto} and {@code /alto/}; or the whole URI if it is at another server
     * @param mediaType what it answers
     * @param accepts what it wants to be sent; empty if it is requested by GET
     * @param capabilities what it can do
     * @param uses the resources without which it cannot be understood
     */
    public record Entry(String uri, String mediaType, Optional<String> accepts, Capabilities capabilities,
            SortedSet<ResourceId> uses) {
        public Entry {
            uses = ImmutableSortedSet.copyOf(uses);
        }
    }

    /**
     * What a resource can do.
     *
     * @param costTypes the cost types that it knows; may be empty
     * @param contexts how the values of some of the metrics are obtained
     * @param costConstraints whether a request may have constraints
     * @param propertyTypes the endpoint properties that it knows; may be empty
     * @param others what else it can do: the text of a JSON object that
     *     {@link DirectoryCodec#requireCapabilities(String)} accepts
     */
    public record Capabilities(SortedSet<CostType> costTypes, SortedMap<CostMetric, CostContext> contexts,
            boolean costConstraints, SortedSet<String> propertyTypes, String others) {
        /** No capability. */
        public static final Capabilities NONE =
            new Capabilities(ImmutableSortedSet.of(), ImmutableSortedMap.of(), false, ImmutableSortedSet.of(), "{}");

        public Capabilities {
            costTypes = ImmutableSortedSet.copyOf(costTypes);
            contexts = ImmutableSortedMap.copyOf(contexts);
            propertyTypes = ImmutableSortedSet.copyOf(propertyTypes);
        }

        /**
         * Returns the capabilities of a resource of costs.
         *
         * @param types the cost types that it knows
         * @param constraints whether a request may have constraints
         * @return the capabilities
         */
        public static Capabilities ofCosts(final SortedSet<CostType> types, final boolean constraints) {
            return new Capabilities(types, ImmutableSortedMap.of(), constraints, ImmutableSortedSet.of(), "{}");
        }

        /**
         * Returns the capabilities of a resource of parts of cost maps.
         *
         * @param types the cost types that it knows
         * @return the capabilities
         */
        public static Capabilities ofFilteredCosts(final SortedSet<CostType> types) {
            return new Capabilities(types, ImmutableSortedMap.of(), true, ImmutableSortedSet.of(),
                "{" + CostChoiceCodec.capability(types.size()) + "}");
        }

        /**
         * Returns the capabilities of a resource of endpoint costs, which can also be asked for flows.
         *
         * @param types the cost types that it knows
         * @param contexts how the values of some of the metrics are obtained
         * @param constraints whether a request may have constraints
         * @return the capabilities
         */
        public static Capabilities ofEndpointCosts(final SortedSet<CostType> types,
                final SortedMap<CostMetric, CostContext> contexts, final boolean constraints) {
            return new Capabilities(types, contexts, constraints, ImmutableSortedSet.of(),
                "{" + CostChoiceCodec.capability(types.size()) + "," + EndpointCostCodec.FLOW_CAPABILITIES + "}");
        }

        /**
         * Returns the capabilities of a resource of endpoint properties.
         *
         * @param types the endpoint properties that it knows
         * @return the capabilities
         */
        public static Capabilities ofProperties(final SortedSet<String> types) {
            return new Capabilities(ImmutableSortedSet.of(), ImmutableSortedMap.of(), false, types, "{}");
        }
    }
}
