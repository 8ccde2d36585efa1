/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.Pid;

/**
 * Writes definitions of maps. All fields of figures 6 and 7 are there, others only if they are not as they are by
 * default; switches are named as the controller does.
 */
public final class DefinitionWriter {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build();
    private static final ObjectWriter INDENTED = MAPPER.writer(
        new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DefinitionWriter() {
    }

    /**
     * Writes a definition.
     *
     * @param definition the definition
     * @return a JSON object, indented, without a line end
     */
    public static String write(final MapDefinition definition) {
        final var json = switch (definition) {
            case MapDefinition.OfNetworkMap network -> networkMap(network.spec());
            case MapDefinition.OfCostMap costs -> costMap(costs.spec());
        };
        try {
            return INDENTED.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON has no text", e);
        }
    }

    /**
     * Says in a few words what is computed and how.
     *
     * @param definition the definition
     * @return such as {@code nearest-alg by hopcount, 3 PIDs}, or {@code hopcount on my-map, avg of 10000 random pairs}
     */
    public static String summary(final MapDefinition definition) {
        return switch (definition) {
            case MapDefinition.OfNetworkMap network -> summary(network.spec().grouping());
            case MapDefinition.OfCostMap costs -> costs.spec().type().metric() + " on " + costs.spec().networkMap()
                + ", " + FoldNames.nameOf(costs.spec().fold()) + " of " + switch (costs.spec().pairs()) {
                    case HostPairs.All all -> "all pairs";
                    case HostPairs.Sample sample -> sample.count() + " random pairs";
                };
        };
    }

    private static String summary(final Grouping grouping) {
        return Algorithm.of(grouping) + switch (grouping) {
            case Grouping.Nearest nearest -> " by " + nearest.metric() + pids(nearest.anchors().size());
            case Grouping.ByPrefix prefix -> pids(prefix.prefixes().size());
            case Grouping.KCentre centre -> " by " + centre.metric() + pids(centre.count());
            case Grouping.Hierarchical cluster -> " by " + cluster.metric() + pids(cluster.count());
            case Grouping.BySwitch none -> "";
            case Grouping.ByComponent none -> "";
            case Grouping.ByVlan none -> "";
        };
    }

    private static String pids(final int count) {
        return ", " + count + (count == 1 ? " PID" : " PIDs");
    }

    private static ObjectNode networkMap(final NetworkMapSpec spec) {
        final var json = NODES.objectNode();
        json.put(DefinitionReader.NETWORK_MAP, spec.id().value());
        json.put(GroupingReader.ALGORITHM, Algorithm.of(spec.grouping()).toString());
        parameters(spec.grouping()).ifPresent(parameters -> json.set(GroupingReader.PARAMETERS, parameters));
        return json;
    }

    private static Optional<JsonNode> parameters(final Grouping grouping) {
        final var json = NODES.objectNode();
        switch (grouping) {
            case Grouping.Nearest nearest -> {
                json.put(GroupingReader.METRIC, nearest.metric().value());
                json.set(GroupingReader.ANCHORS, groups(nearest.anchors()));
            }
            case Grouping.ByPrefix prefix -> json.set(GroupingReader.PREFIXES, groups(prefix.prefixes()));
            case Grouping.KCentre centre -> {
                json.put(GroupingReader.METRIC, centre.metric().value());
                json.put(GroupingReader.COUNT, centre.count());
            }
            case Grouping.Hierarchical cluster -> {
                json.put(GroupingReader.METRIC, cluster.metric().value());
                json.put(GroupingReader.COUNT, cluster.count());
            }
            case Grouping.BySwitch none -> { }
            case Grouping.ByComponent none -> { }
            case Grouping.ByVlan none -> { }
        }
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    private static ObjectNode groups(final Map<Pid, ? extends Iterable<?>> groups) {
        final var json = NODES.objectNode();
        groups.forEach((pid, members) -> {
            final var array = json.putArray(pid.value());
            members.forEach(member -> array.add(member.toString()));
        });
        return json;
    }

    private static ObjectNode costMap(final CostMapSpec spec) {
        final var json = NODES.objectNode();
        json.put(DefinitionReader.COST_MAP, spec.id().value());
        json.putArray(DefinitionReader.USES).add(spec.networkMap().value());
        json.putObject(DefinitionReader.COST_TYPE)
            .put(DefinitionReader.COST_MODE, spec.type().mode().value())
            .put(DefinitionReader.COST_METRIC, spec.type().metric().value());
        json.put(DefinitionReader.GROUP_METRIC, FoldNames.nameOf(spec.fold()));
        final var algorithm = json.putObject(DefinitionReader.GROUP_ALGORITHM);
        switch (spec.pairs()) {
            case HostPairs.All all -> algorithm.put(DefinitionReader.ALGORITHM, DefinitionReader.ALL);
            case HostPairs.Sample sample -> {
                algorithm.put(DefinitionReader.ALGORITHM, DefinitionReader.SAMPLE);
                algorithm.put(DefinitionReader.COUNT, sample.count());
                if (sample.seed() != 0) {
                    algorithm.put(DefinitionReader.SEED, sample.seed());
                }
            }
        }
        if (Double.compare(spec.stepPercent(), Defaults.stepPercent(spec.type().metric())) != 0) {
            json.put(DefinitionReader.STEP, BigDecimal.valueOf(spec.stepPercent()).stripTrailingZeros());
        }
        return json;
    }
}
