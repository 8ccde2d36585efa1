/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to the control socket of an Open vSwitch daemon, over which {@code ovs-appctl} talks JSON-RPC 1.0 as
 * well. One thread may use it.
 */
final class UnixControl implements AutoCloseable {
    /** How many requests are under way at once; more do not make it faster. */
    private static final int WINDOW = 16;

    /** The trace of a packet that goes round in a loop has many megabytes. */
    private final JsonFactory json = JsonFactory.builder().streamReadConstraints(
        StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build();
    private final SocketChannel channel;
    private final JsonParser replies;

    UnixControl(final Path socket) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        // from bytes, the parser would wait for some to find out their encoding
        replies = json.createParser(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /**
     * Makes a call.
     *
     * @return the result
     * @throws IOException if the connection fails or the daemon answers with an error
     */
    String call(final String method, final List<String> parameters) throws IOException {
        return callAll(method, List.of(parameters)).getFirst();
    }

    /**
     * Makes many calls, several of which are under way at once.
     *
     * @return the results, in the order of the calls
     * @throws IOException if the connection fails or the daemon answers with an error
     */
    List<String> callAll(final String method, final List<List<String>> calls) throws IOException {
        final var results = new ArrayList<String>(calls.size());
        int sent = 0;
        while (results.size() < calls.size()) {
            while (sent < calls.size() && sent < results.size() + WINDOW) {
                send(sent, method, calls.get(sent));
                sent++;
            }
            results.add(receive());
        }
        return results;
    }

    private void send(final int id, final String method, final List<String> parameters) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var request = json.createGenerator(bytes)) {
            request.writeStartObject();
            request.writeNumberField("id", id);
            request.writeStringField("method", method);
            request.writeArrayFieldStart("params");
            for (final var parameter : parameters) {
                request.writeString(parameter);
            }
            request.writeEndArray();
            request.writeEndObject();
        }
        final var buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private String receive() throws IOException {
        String result = "";
        String error = "";
        if (replies.nextToken() != JsonToken.START_OBJECT) {
            throw new EOFException("Open vSwitch has closed its control socket");
        }
        while (replies.nextToken() != JsonToken.END_OBJECT) {
            final var name = replies.currentName();
            if (replies.nextToken() == JsonToken.VALUE_STRING) {
                result = name.equals("result") ? replies.getText() : result;
                error = name.equals("error") ? replies.getText() : error;
            }
        }
        if (!error.isEmpty()) {
            throw new IOException("Open vSwitch says: " + error);
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
