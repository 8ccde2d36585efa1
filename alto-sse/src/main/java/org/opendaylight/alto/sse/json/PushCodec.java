/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.json.JsonRequest;
import org.opendaylight.alto.sse.patch.EncodedText;
import org.opendaylight.alto.sse.patch.PatchType;

/** The messages of update streams (RFC 8895) and of TIPS (RFC 9569). */
public final class PushCodec {
    /** A stream of events. */
    public static final String EVENT_STREAM = "text/event-stream";
    /** A request for an update stream, or for a change of one. */
    public static final String STREAM_PARAMS = "application/alto-updatestreamparams+json";
    /** An event about the stream itself. */
    public static final String STREAM_CONTROL = "application/alto-updatestreamcontrol+json";
    /** A view of TIPS. */
    public static final String TIPS = "application/alto-tips+json";
    /** A request for a view of TIPS. */
    public static final String TIPS_PARAMS = "application/alto-tipsparams+json";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final String RESOURCE_ID = "resource-id";
    private static final String INPUT = "input";

    private PushCodec() {
    }

    /**
     * Decodes a request for a stream.
     *
     * @param body the body of the request
     * @return the request; something is added
     * @throws AltoRequestException if the request is not right
     */
    public static StreamRequest decodeOpening(final byte[] body) {
        final var request = JsonRequest.parse(body);
        final var add = additions(request);
        if (add.isEmpty()) {
            // RFC 8895, section 6.6: also if it is there and empty
            throw AltoRequestException.missing(ADD);
        }
        // RFC 8895, section 6.5: it is ignored here
        return new StreamRequest(add, Optional.empty());
    }

    /**
     * Decodes a request that changes a stream.
     *
     * @param body the body of the request
     * @return the request; it has something to do
     * @throws AltoRequestException if the request is not right
     */
    public static StreamRequest decodeControl(final byte[] body) {
        final var request = JsonRequest.parse(body);
        final var add = additions(request);
        final var remove = request.has(REMOVE) ? Optional.of(request.strings(REMOVE)) : Optional.<List<String>>empty();
        if (add.isEmpty() && remove.isEmpty()) {
            throw AltoRequestException.missing(ADD);
        }
        if (!add.isEmpty() && remove.isPresent() && remove.orElseThrow().isEmpty()) {
            // RFC 8895, section 7.6
            throw AltoRequestException.invalidValue(REMOVE, "[]");
        }
        return new StreamRequest(add, remove);
    }

    private static Map<String, SubstreamRequest> additions(final JsonRequest request) {
        final var add = new LinkedHashMap<String, SubstreamRequest>();
        if (request.has(ADD)) {
            request.object(ADD).members().forEach((id, substream) -> {
                requireSubstreamId(id);
                add.put(id, substream(substream));
            });
        }
        return add;
    }

    /** Checks that a substream id has the format of a resource id (RFC 8895, section 5.2): no line break, no comma. */
    private static void requireSubstreamId(final String id) {
        try {
            new ResourceId(id);
        } catch (IllegalArgumentException e) {
            throw AltoRequestException.invalidValue(ADD, NODES.arrayNode().add(id).toString(), e);
        }
    }

    private static SubstreamRequest substream(final JsonRequest request) {
        final var text = request.string(RESOURCE_ID);
        final ResourceId resource;
        try {
            resource = new ResourceId(text);
        } catch (IllegalArgumentException e) {
            throw AltoRequestException.invalidValue(request.pathOf(RESOURCE_ID), text, e);
        }
        return new SubstreamRequest(resource,
            request.has("tag") ? Optional.of(request.string("tag")) : Optional.empty(),
            request.optionalBoolean("incremental-changes").orElse(true),
            request.has(INPUT) ? Optional.of(request.object(INPUT).toString()) : Optional.empty());
    }

    /**
     * Decodes a request for a view of TIPS.
     *
     * @param body the body of the request
     * @return the request
     * @throws AltoRequestException if the request is not right
     */
    public static SubstreamRequest decodeTips(final byte[] body) {
        return substream(JsonRequest.parse(body));
    }

    /**
     * Says that a resource cannot be followed, in the words of RFC 8895, section 6.6, and RFC 9569, section 6.2.
     *
     * @param substream the substream id; empty in a request for TIPS
     * @param resource the resource
     * @return the exception to throw
     */
    public static AltoRequestException unknownResource(final Optional<String> substream, final ResourceId resource) {
        return AltoRequestException.invalidValue(substream.map(id -> ADD + "/" + id + "/").orElse("") + RESOURCE_ID,
            resource.value());
    }

    /**
     * Says that substream ids were used before.
     *
     * @param ids the ids
     * @return the exception to throw
     */
    public static AltoRequestException usedBefore(final Collection<String> ids) {
        return AltoRequestException.invalidValue(ADD, array(ids));
    }

    /**
     * Says that there are no such substreams.
     *
     * @param ids the ids
     * @return the exception to throw
     */
    public static AltoRequestException neverAdded(final Collection<String> ids) {
        return AltoRequestException.invalidValue(REMOVE, array(ids));
    }

    /** RFC 8895 asks for an array, and RFC 7285, section 8.5.2, for a string: it is the text of the array. */
    private static String array(final Collection<String> ids) {
        final var array = NODES.arrayNode();
        ids.forEach(array::add);
        return array.toString();
    }

    /**
     * Encodes the first event of a stream (RFC 8895, section 5.3).
     *
     * @param controlUri where the stream can be changed
     * @return the data of the event
     */
    public static EncodedText encodeControlUri(final String controlUri) {
        return EncodedText.of(NODES.objectNode().put("control-uri", controlUri).toString());
    }

    /**
     * Encodes that substreams begin.
     *
     * @param ids which; at least one
     * @return the data of the event
     */
    public static EncodedText encodeStarted(final Collection<String> ids) {
        final var event = NODES.objectNode();
        ids.forEach(event.putArray("started")::add);
        return EncodedText.of(event.toString());
    }

    /**
     * Encodes that substreams have ended.
     *
     * @param ids which; at least one
     * @param description why, for a developer
     * @return the data of the event
     */
    public static EncodedText encodeStopped(final Collection<String> ids, final String description) {
        final var event = NODES.objectNode();
        ids.forEach(event.putArray("stopped")::add);
        return EncodedText.of(event.put("description", description).toString());
    }

    /**
     * Encodes what can be done with a view of TIPS (RFC 9569, section 6.2).
     *
     * @param uri the absolute URI of the view; empty in an answer about a view that the client knows
     * @param start the oldest version
     * @param end the newest version
     * @param from where the edge starts that the client should take first
     * @param to where that edge ends
     * @return the answer
     */
    public static String encodeView(final Optional<String> uri, final long start, final long end, final long from,
            final long to) {
        final var view = NODES.objectNode();
        uri.ifPresent(there -> view.put("tips-view-uri", there));
        final var graph = view.putObject("tips-view-summary").putObject("updates-graph-summary");
        graph.put("start-seq", start).put("end-seq", end).putObject("start-edge-rec").put("seq-i", from)
            .put("seq-j", to);
        return view.toString();
    }

    /**
     * Encodes what an update stream or TIPS can do (RFC 8895, section 6.3; RFC 9569, section 5.2).
     *
     * @param resources what can be followed
     * @param control whether it is an update stream, which can be controlled
     * @return the capabilities, a JSON object
     */
    public static String encodeCapabilities(final SortedSet<ResourceId> resources, final boolean control) {
        final var capabilities = NODES.objectNode();
        final ObjectNode types = capabilities.putObject("incremental-change-media-types");
        resources.forEach(id -> types.put(id.value(),
            PatchType.MERGE.mediaType() + "," + PatchType.JSON.mediaType()));
        if (control) {
            capabilities.put("support-stream-control", true);
        }
        return capabilities.toString();
    }
}
