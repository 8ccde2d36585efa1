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

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.CharMatcher;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;

/**
 * Reads the messages of network maps and cost maps (RFC 7285, sections 11.2.1.6 and 11.2.3.6), of any size, in one
 * pass. Which of the two a message is, its members tell; they may be in any order, and those that RFC 7285 does not
 * name are passed over.
 */
public final class MapFileReader {
    private static final String NETWORK_MAP = "network-map";
    private static final String COST_MAP = "cost-map";
    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

    private final MapFileReaderSource source;
    private final JsonParser json;
    /** One object for each name, however often the file has it. */
    private final Map<String, Pid> pids = new HashMap<>();

    private Optional<Map<Pid, EndpointAddrGroup>> networkMap = Optional.empty();
    private Optional<SortedMap<Pid, CostRow>> costMap = Optional.empty();
    private Optional<ResourceId> resourceId = Optional.empty();
    private Optional<CostType> costType = Optional.empty();
    private Optional<VersionTag> dependency = Optional.empty();

    private MapFileReader(final MapFileReaderSource source) {
        this.source = source;
        json = source.json();
    }

    /**
     * Reads a message.
     *
     * @param file its bytes in one of the encodings of JSON; read to the end and not closed
     * @return the map
     * @throws InvalidMapException if it is not such a message, or its map is not one; names the place
     * @throws IOException if the file cannot be read
     */
    public static MapFile read(final InputStream file) throws IOException {
        try (var source = new MapFileReaderSource(file)) {
            try {
                return new MapFileReader(source).message();
            } catch (JsonProcessingException e) {
                throw source.syntaxFault(e);
            } catch (CharConversionException e) {
                throw MapFileReaderSource.caused(source.fault("not text in UTF-8: " + e.getMessage()), e);
            }
        }
    }

    private MapFile message() throws IOException {
        source.start("the file");
        source.object(member -> {
            switch (member) {
                case "meta" -> meta();
                case NETWORK_MAP -> networkMap = Optional.of(networkMap());
                case COST_MAP -> costMap = Optional.of(costMap());
                default -> json.skipChildren();
            }
        });
        source.end("the map");
        if (networkMap.isPresent() && costMap.isPresent()) {
            throw new InvalidMapException("", "the file has both 'network-map' and 'cost-map'; a file is one map");
        }
        if (networkMap.isPresent()) {
            return new MapFile.OfNetwork(resourceId, NetworkMap.ofGroups(networkMap.orElseThrow()));
        }
        final var rows = costMap.orElseThrow(
            () -> new InvalidMapException("", "the file has neither 'network-map' nor 'cost-map'"));
        return new MapFile.OfCosts(new CostMap(
            required(dependency, "dependent-vtags", "it names the version of the cost map's network map"),
            required(costType, "cost-type", "it says what the costs mean"), rows));
    }

    private static <T> T required(final Optional<T> value, final String member, final String why) {
        return value.orElseThrow(() -> new InvalidMapException("meta", "'" + member + "' is missing; " + why));
    }

    private void meta() throws IOException {
        source.object(member -> {
            switch (member) {
                case "vtag" -> source.object(part -> {
                    if (part.equals("resource-id")) {
                        resourceId = Optional.of(source.text(ResourceId::new));
                    } else {
                        json.skipChildren();
                    }
                });
                case "cost-type" -> costType = Optional.of(costType());
                case "dependent-vtags" -> dependency = Optional.of(dependency());
                default -> json.skipChildren();
            }
        });
    }

    private CostType costType() throws IOException {
        final var metric = new ArrayList<CostMetric>(1);
        final var mode = new ArrayList<CostMode>(1);
        source.object(part -> {
            switch (part) {
                case "cost-metric" -> metric.add(source.text(CostMetric::new));
                case "cost-mode" -> mode.add(source.text(CostMode::new));
                default -> json.skipChildren();
            }
        });
        return new CostType(only(metric, "cost-metric"), only(mode, "cost-mode"));
    }

    private VersionTag dependency() throws IOException {
        source.require(JsonToken.START_ARRAY);
        final var vtags = new ArrayList<VersionTag>(1);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            final var id = new ArrayList<ResourceId>(1);
            final var tag = new ArrayList<String>(1);
            source.object(part -> {
                switch (part) {
                    case "resource-id" -> id.add(source.text(ResourceId::new));
                    case "tag" -> tag.add(source.text(text -> text));
                    default -> json.skipChildren();
                }
            });
            final var network = only(id, "resource-id");
            vtags.add(source.make(only(tag, "tag"), text -> new VersionTag(network, text)));
        }
        if (vtags.size() != 1) {
            throw source.fault("there are " + vtags.size()
                + " version tags; a cost map has exactly one, that of its network map");
        }
        return vtags.getFirst();
    }

    private <T> T only(final List<T> values, final String member) {
        if (values.isEmpty()) {
            throw source.fault("'" + member + "' is missing");
        }
        return values.getFirst();
    }

    private Map<Pid, EndpointAddrGroup> networkMap() throws IOException {
        final var groups = new HashMap<Pid, EndpointAddrGroup>();
        source.object(name -> groups.put(source.make(name, this::pid), group()));
        return groups;
    }

    private EndpointAddrGroup group() throws IOException {
        final var prefixes = new ArrayList<IpPrefix>();
        source.object(type -> {
            final var family = source.make(type, MapFileReader::family);
            source.require(JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                final var prefix = source.text(MapFileReader::prefix);
                if (prefix.family() != family) {
                    throw source.fault(prefix + " is not an " + family.wireName() + " prefix");
                }
                prefixes.add(prefix);
            }
        });
        final var group = EndpointAddrGroup.of(prefixes);
        if (group.size() < prefixes.size()) {
            final var seen = new HashSet<IpPrefix>();
            final var twice = prefixes.stream().filter(prefix -> !seen.add(prefix)).findFirst().orElseThrow();
            throw source.fault(twice + " is there twice");
        }
        return group;
    }

    private SortedMap<Pid, CostRow> costMap() throws IOException {
        final var rows = new TreeMap<Pid, CostRow>();
        source.object(name -> rows.put(source.make(name, this::pid), CostRowCodec.read(source, this::pid)));
        return rows;
    }

    private Pid pid(final String name) {
        return pids.computeIfAbsent(name, Pid::new);
    }

    private static AddressFamily family(final String type) {
        return Arrays.stream(AddressFamily.values()).filter(family -> family.wireName().equals(type)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + type + "' is not an address type that is known; "
                + Arrays.stream(AddressFamily.values()).map(AddressFamily::wireName)
                    .collect(Collectors.joining(" and ")) + " are"));
    }

    private static IpPrefix prefix(final String text) {
        final int slash = text.indexOf('/');
        final var digits = text.substring(slash + 1);
        if (slash < 0 || digits.isEmpty() || digits.length() > 3 || !DIGIT.matchesAllOf(digits)) {
            // says what is wrong with it
            return IpPrefix.parse(text);
        }
        final var address = IpAddr.parse(text.substring(0, slash));
        final var prefix = new IpPrefix(address, Integer.parseInt(digits));
        if (!address.equals(prefix.network())) {
            throw new IllegalArgumentException(text + " has host bits set; the prefix is " + prefix);
        }
        return prefix;
    }
}
