/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.sse.Copy;
import org.opendaylight.alto.sse.SseClient;
import org.opendaylight.alto.sse.mdsal.PushServerUnderTest;

/** Clients that take less than there is for them. */
class SlowClientTest {
    private static final int PIDS = 500;
    private static final String BODY = "{\"add\":{\"1\":{\"resource-id\":\"costs\"}}}";

    private PushServerUnderTest server;

    private void start(final int stallSeconds) throws Exception {
        server = new PushServerUnderTest(catalog(ResourceCatalog.EMPTY, 1),
            Map.of("stall-seconds", stallSeconds, "keep-alive-seconds", 1));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Makes a cost map of about 3 MB, more than sockets hold, of which one cost is the number of the version. */
    private static ResourceCatalog catalog(final ResourceCatalog before, final int version) {
        final var builder = new CatalogBuilder(before);
        final var pids = new HashMap<Pid, List<IpPrefix>>();
        final var costs = new HashMap<Pid, Double>();
        for (int i = 0; i < PIDS; i++) {
            pids.put(new Pid("pid" + i), List.of(IpPrefix.parse(i == 0 ? "0.0.0.0/0" : "10." + i / 256 + "."
                + i % 256 + ".0/24")));
            costs.put(new Pid("pid" + i), i / 8.0);
        }
        builder.addNetworkMap(new ResourceId("net"), "test", NetworkMap.of(pids));
        final var rows = new TreeMap<Pid, CostRow>();
        pids.keySet().forEach(pid -> rows.put(pid, CostRow.ofNumbers(costs)));
        costs.put(new Pid("pid0"), (double) version);
        rows.put(new Pid("pid0"), CostRow.ofNumbers(costs));
        builder.addCostMap(new ResourceId("costs"), "test", new ResourceId("net"), Optional.empty(),
            CostType.numerical(CostMetric.ROUTINGCOST), rows);
        return builder.build();
    }

    private Socket openAndReadNothing() throws IOException {
        final var uri = URI.create(server.http.getBaseURL());
        final var socket = new Socket();
        // before it connects, so that the system holds little for it
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()));
        socket.getOutputStream().write(("POST /alto/updates HTTP/1.1\r\nHost: x\r\nContent-Type: "
            + "application/alto-updatestreamparams+json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoTakesNothingIsGivenUp() throws Exception {
        start(2);
        try (var socket = openAndReadNothing()) {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> server.push.counts().streamsOpened() == 1);
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> server.push.counts().streamsStalled() == 1);
            assertEquals(0, server.push.counts().streams());
            assertEquals(0, server.push.counts().followed());
            assertTrue(socket.isConnected());
        }
    }

    /** A slow client keeps nobody else waiting, and gets in the end what it missed, though not all versions of it. */
    @Test
    void whoIsSlowSkipsVersions() throws Exception {
        start(600);
        try (var slow = openAndReadNothing(); var client = HttpClient.newHttpClient();
                var quick = new SseClient(client, server.http.request("/alto/updates")
                    .header("Content-Type", "application/alto-updatestreamparams+json")
                    .POST(BodyPublishers.ofString(BODY)))) {
            final var copy = new Copy();
            quick.next();
            take(quick, copy);
            ResourceCatalog catalog = server.catalog();
            for (int version = 2; version <= 20; version++) {
                catalog = catalog(catalog, version);
                server.publish(catalog);
                take(quick, copy);
                assertEquals(version, copy.value().get("cost-map").get("pid0").get("pid0").intValue());
            }
            final var sent = read(slow);
            assertTrue(sent.contains("\"pid0\":{\"pid0\":20"), "the newest version comes in the end");
            assertTrue(sent.split("event: ", -1).length - 1 < 25);
        }
    }

    private static void take(final SseClient stream, final Copy copy) throws InterruptedException {
        var event = stream.next();
        while (event.name().equals(":")) {
            event = stream.next();
        }
        copy.take(event.mediaType(), event.data());
    }

    /** Reads until the newest version is there. */
    private static String read(final Socket socket) throws IOException {
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
        final var text = new StringBuilder();
        final var bytes = new byte[1 << 16];
        while (!text.substring(Math.max(0, text.length() - bytes.length - 1000)).contains("\"pid0\":{\"pid0\":20")) {
            final int count = socket.getInputStream().read(bytes);
            if (count < 0) {
                throw new IOException("The stream has ended after " + text.length() + " bytes");
            }
            text.append(new String(bytes, 0, count, StandardCharsets.US_ASCII));
        }
        return text.toString();
    }
}
