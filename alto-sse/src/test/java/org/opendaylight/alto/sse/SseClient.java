/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events, as their standard says. */
public final class SseClient implements AutoCloseable {
    private static final long SECONDS = 30;

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reader;

    /**
     * An event; one with the name "end" stands for the end of the stream, one with the name ":" for a comment.
     *
     * @param name the field event
     * @param data the fields data, joined by line feeds
     */
    public record Event(String name, String data) {
        public String mediaType() {
            return name.replaceFirst(",.*", "");
        }

        public String substream() {
            return name.replaceFirst(".*,", "");
        }
    }

    public SseClient(final HttpClient client, final HttpRequest.Builder request)
            throws IOException, InterruptedException {
        response = client.send(request.build(), BodyHandlers.ofInputStream());
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "message";
            final var data = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, String.join("\n", data)));
                    }
                    name = "message";
                    data.clear();
                } else if (line.startsWith(":")) {
                    events.add(new Event(":", line));
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.add(line.substring("data: ".length()));
                } else {
                    events.add(new Event("unknown line", line));
                }
            }
        } catch (IOException e) {
            // the stream is closed
        }
        events.add(new Event("end", ""));
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    public Event next() throws InterruptedException {
        final var event = events.poll(SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event for " + SECONDS + " s");
        }
        return event;
    }

    public Optional<Event> nextIfAny() {
        return Optional.ofNullable(events.poll());
    }

    @Override
    public void close() throws IOException {
        response.body().close();
        reader.interrupt();
    }
}
