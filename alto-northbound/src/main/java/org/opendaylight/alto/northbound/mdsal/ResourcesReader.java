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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.EndpointProperties;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.PropertyName;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.EndpointCostOffer;
import org.opendaylight.alto.northbound.json.CostRowCodec;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.CostMapOffer;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.EndpointCosts;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.NetworkMapOffer;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.Offer;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.OtherDirectory;
import org.opendaylight.alto.northbound.mdsal.DatastoreResources.Unreadable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Reads the resources out of one datastore's tree, again and again as the tree changes.
 *
 * <p>A tree shares with the tree before it every node that did not change. So what was read from a node is kept, under
 * the identity of the node, until a tree comes without it; a change costs what its nodes cost. And a part that was
 * written again with equal content keeps its object, so that nobody encodes it anew. There is nothing to go out of
 * step: the result depends on the tree alone.
 *
 * <p>May be called from any thread; calls wait for each other.
 */
final class ResourcesReader {
    private static final NodeIdentifier RESOURCE_ID = Nodes.id("resource-id");
    private static final NodeIdentifier PUBLISHER = Nodes.id("publisher");
    private static final NodeIdentifier NETWORK_MAP = Nodes.id("network-map");
    private static final NodeIdentifier COST_TYPE = Nodes.id("cost-type");
    private static final NodeIdentifier PID = Nodes.id("pid");
    private static final NodeIdentifier NAME = Nodes.id("name");
    private static final NodeIdentifier PREFIX = Nodes.id("prefix");
    private static final NodeIdentifier URI = Nodes.id("uri");
    private static final NodeIdentifier ENDPOINT = Nodes.id("endpoint");

    private final Optional<String> fixedPublisher;
    private Map<NormalizedNode, Read> known = new IdentityHashMap<>();
    private Map<NormalizedNode, Read> seen = new IdentityHashMap<>();
    private Map<ResourceId, Offer> before = Map.of();
    // one object for each name, because a map has a million references to some thousand PIDs
    private final Map<String, Pid> pids = new ConcurrentHashMap<>();

    private int lastReads;

    /** What was read from a node, and from which nodes in it: these stay known as long as the node itself does. */
    private record Read(Object value, Map<NormalizedNode, Read> parts) {
    }

    /**
     * Makes a reader.
     *
     * @param fixedPublisher who publishes everything in this datastore; if empty, each resource says it itself
     */
    ResourcesReader(final Optional<String> fixedPublisher) {
        this.fixedPublisher = fixedPublisher;
    }

    /**
     * Reads a tree.
     *
     * @param resources the container {@code resources}; null if the datastore has none
     * @return what it holds
     */
    synchronized DatastoreResources read(final @Nullable ContainerNode resources) {
        seen = new IdentityHashMap<>();
        lastReads = 0;
        final var offers = new ArrayList<Offer>();
        final var problems = new ArrayList<String>();
        var properties = EndpointProperties.EMPTY;
        Optional<ResourceId> defaultMap = Optional.empty();
        if (resources != null) {
            defaultMap = Nodes.text(resources, Nodes.id("default-network-map")).map(ResourceId::new);
            for (var entry : Nodes.entries(resources, NETWORK_MAP)) {
                offers.add(offer(entry, MediaTypes.NETWORK_MAP, this::networkMap));
            }
            for (var entry : Nodes.entries(resources, Nodes.id("cost-map"))) {
                offers.add(offer(entry, MediaTypes.COST_MAP, this::costMap));
            }
            for (var entry : Nodes.entries(resources, Nodes.id("endpoint-cost"))) {
                offers.add(offer(entry, MediaTypes.ENDPOINT_COST, this::endpointCost));
            }
            for (var entry : Nodes.entries(resources, Nodes.id("directory"))) {
                offers.add(offer(entry, MediaTypes.DIRECTORY, node ->
                    new OtherDirectory(idOf(node), publisherOf(node), Nodes.required(node, URI))));
            }
            try {
                if (resources.childByArg(ENDPOINT) instanceof MapNode endpoints) {
                    properties = once(endpoints, ResourcesReader::properties);
                }
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        final var next = new HashMap<ResourceId, Offer>();
        offers.forEach(offer -> {
            switch (offer) {
                case NetworkMapOffer map -> next.put(map.id(), map);
                case CostMapOffer map -> next.put(map.id(), map);
                case EndpointCosts costs -> { }
                case OtherDirectory directory -> { }
                case Unreadable nothing -> { }
            }
        });
        before = next;
        known = seen;
        seen = new IdentityHashMap<>();
        if (next.isEmpty()) {
            pids.clear();
        }
        return new DatastoreResources(defaultMap, List.copyOf(offers), properties, List.copyOf(problems));
    }

    @SuppressWarnings("unchecked")
    private <N extends NormalizedNode, T> T once(final N node, final Function<N, T> reader) {
        final var read = known.get(node);
        if (read != null) {
            seen.put(node, read);
            seen.putAll(read.parts);
            return (T) read.value;
        }
        final var outer = seen;
        seen = new IdentityHashMap<>();
        try {
            final var value = reader.apply(node);
            lastReads++;
            outer.put(node, new Read(value, seen.isEmpty() ? Map.of() : seen));
            return value;
        } finally {
            outer.putAll(seen);
            seen = outer;
        }
    }

    /** Returns how many nodes were not known when the last tree was read. */
    synchronized int lastReads() {
        return lastReads;
    }

    private Offer offer(final MapEntryNode entry, final String mediaType, final Function<MapEntryNode, Offer> reader) {
        return once(entry, node -> {
            try {
                return reader.apply(node);
            } catch (IllegalArgumentException e) {
                return new Unreadable(idOf(node), publisherOf(node), mediaType, e.getMessage());
            }
        });
    }

    private static ResourceId idOf(final MapEntryNode entry) {
        return new ResourceId(Nodes.required(entry, RESOURCE_ID));
    }

    private String publisherOf(final MapEntryNode entry) {
        return fixedPublisher.or(() -> Nodes.text(entry, PUBLISHER)).orElse("unknown");
    }

    private Pid pid(final String name) {
        return pids.computeIfAbsent(name, Pid::new);
    }

    private Offer networkMap(final MapEntryNode entry) {
        final var id = idOf(entry);
        final var groups = new TreeMap<Pid, EndpointAddrGroup>();
        for (var node : Nodes.entries(entry, PID)) {
            groups.put(pid(Nodes.required(node, NAME)), once(node, ResourcesReader::addrGroup));
        }
        if (before.get(id) instanceof NetworkMapOffer old) {
            final var gone = new HashSet<>(old.map().pids().keySet());
            gone.removeAll(groups.keySet());
            return new NetworkMapOffer(id, publisherOf(entry), old.map().with(groups, gone));
        }
        return new NetworkMapOffer(id, publisherOf(entry), NetworkMap.ofGroups(groups));
    }

    private static EndpointAddrGroup addrGroup(final MapEntryNode pid) {
        final var prefixes = new ArrayList<IpPrefix>();
        for (var prefix : Nodes.values(pid, PREFIX)) {
            prefixes.add(prefix(prefix.body().toString(), "network-map/" + Nodes.required(pid, NAME)));
        }
        return EndpointAddrGroup.of(prefixes);
    }

    private static IpPrefix prefix(final String text, final String place) {
        final var prefix = IpPrefix.parse(text);
        // most are written as this writes them
        if (!prefix.toString().equals(text)
                && !IpAddr.parse(text.substring(0, text.indexOf('/'))).equals(prefix.network())) {
            throw new InvalidMapException(place, text + " has host bits set; the prefix is " + prefix);
        }
        return prefix;
    }

    private Offer costMap(final MapEntryNode entry) {
        final var id = idOf(entry);
        final var type = Nodes.container(entry, COST_TYPE);
        if (type == null) {
            throw new IllegalArgumentException("it has no cost-type");
        }
        final var old = before.get(id) instanceof CostMapOffer offer ? offer.rows() : new TreeMap<Pid, CostRow>();
        final SortedMap<Pid, CostRow> rows = new TreeMap<>();
        for (var node : Nodes.entries(entry, Nodes.id("source"))) {
            final var source = pid(Nodes.required(node, PID));
            final var read = once(node, row -> costRow(source, row));
            final var same = old.get(source);
            rows.put(source, read.equals(same) ? same : read);
        }
        return new CostMapOffer(id, publisherOf(entry), new ResourceId(Nodes.required(entry, NETWORK_MAP)),
            Nodes.text(entry, Nodes.id("network-map-tag")), costType(type), rows);
    }

    private static CostType costType(final DataContainerNode type) {
        return new CostType(new CostMetric(Nodes.required(type, Nodes.id("cost-metric"))),
            new CostMode(Nodes.required(type, Nodes.id("cost-mode"))));
    }

    private CostRow costRow(final Pid source, final MapEntryNode node) {
        final var place = "cost-map/" + source;
        final var form = Nodes.choice(node, Nodes.id("form"));
        final var row = form == null ? Optional.<String>empty() : Nodes.text(form, Nodes.id("row"));
        if (row.isPresent()) {
            return CostRowCodec.parse(place, row.orElseThrow(), this::pid);
        }
        final var costs = new TreeMap<Pid, CostValue>();
        if (form != null) {
            for (var cost : Nodes.entries(form, Nodes.id("destination"))) {
                final var destination = pid(Nodes.required(cost, PID));
                final var value = Nodes.choice(cost, Nodes.id("value"));
                if (value == null) {
                    throw new InvalidMapException(place + "/" + destination, "it has no cost");
                }
                costs.put(destination, costValue(place + "/" + destination, value));
            }
        }
        return CostRow.of(costs);
    }

    private static CostValue costValue(final String place, final ChoiceNode value) {
        return Nodes.text(value, Nodes.id("json-cost"))
            .map(json -> jsonCost(place, json))
            .or(() -> Nodes.text(value, Nodes.id("numerical-cost"))
                .or(() -> Nodes.text(value, Nodes.id("ordinal-cost")))
                .map(number -> new CostValue.Number(Double.parseDouble(number))))
            .orElseThrow(() -> new InvalidMapException(place, "it has no cost"));
    }

    private static CostValue jsonCost(final String place, final String json) {
        final var row = CostRowCodec.parse(place, "{\"json-cost\":" + json + "}", Pid::new);
        if (row.size() != 1) {
            throw new InvalidMapException(place, "json-cost is more than one JSON value");
        }
        return row.value(0);
    }

    private Offer endpointCost(final MapEntryNode entry) {
        final var types = new TreeSet<CostType>();
        Nodes.entries(entry, COST_TYPE).forEach(type -> types.add(costType(type)));
        final var constraints = new ArrayList<String>();
        Nodes.values(entry, Nodes.id("constraint")).forEach(text -> constraints.add(text.body().toString()));
        return new EndpointCosts(idOf(entry), publisherOf(entry), EndpointCostOffer.parse(types,
            Nodes.text(entry, Nodes.id("cost-constraints")).map(Boolean::valueOf).orElse(true), constraints));
    }

    private static EndpointProperties properties(final MapNode endpoints) {
        final var values = new HashMap<IpPrefix, Map<PropertyName, String>>();
        for (var endpoint : endpoints.body()) {
            final var text = Nodes.required(endpoint, PREFIX);
            final var properties = new HashMap<PropertyName, String>();
            for (var property : Nodes.entries(endpoint, Nodes.id("property"))) {
                properties.put(new PropertyName(Nodes.required(property, NAME)),
                    Nodes.required(property, Nodes.id("value")));
            }
            // one block may be written in two ways
            if (values.put(prefix(text, "endpoint/" + text), properties) != null) {
                throw new InvalidMapException("endpoint/" + text, "the same prefix is there twice");
            }
        }
        return EndpointProperties.of(values);
    }
}
