/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.ChannelEndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;

/** A real server answers over real sockets, of which the reads are counted. */
class DrainAwareConnectorsTest {
    private static final int DEADLINE_MILLIS = 30_000;

    /** Looks at a request before it is answered. */
    @FunctionalInterface
    private interface BeforeAnswer {
        /** Tells whether the body of a request for some path is read. */
        boolean reads(String target) throws InterruptedException;
    }

    /** Answers with what it is sent. Counts reads from sockets, and those that find nothing. */
    private static final class EchoServer implements AutoCloseable {
        final Server server = new Server();
        final AtomicInteger reads = new AtomicInteger();
        final AtomicInteger emptyReads = new AtomicInteger();
        final CountDownLatch closed = new CountDownLatch(1);
        volatile BeforeAnswer beforeAnswer = target -> true;
        final ServerConnector connector = new ServerConnector(server) {
            @Override
            protected ChannelEndPoint newEndPoint(final SocketChannel channel, final ManagedSelector selector,
                    final SelectionKey key) {
                return new SocketChannelEndPoint(channel, selector, key, getScheduler()) {
                    @Override
                    public int fill(final ByteBuffer buffer) throws IOException {
                        final int filled = super.fill(buffer);
                        reads.incrementAndGet();
                        if (filled == 0) {
                            emptyReads.incrementAndGet();
                        }
                        return filled;
                    }

                    @Override
                    public void onClose() {
                        super.onClose();
                        closed.countDown();
                    }
                };
            }
        };

        EchoServer(final boolean drainAware) throws Exception {
            server.addConnector(connector);
            server.setHandler(new AbstractHandler() {
                @Override
                public void handle(final String target, final Request base, final HttpServletRequest request,
                        final HttpServletResponse response) throws IOException {
                    base.setHandled(true);
                    final var body = isRead(target) ? request.getInputStream().readAllBytes() : new byte[0];
                    response.setContentLength(body.length);
                    response.getOutputStream().write(body);
                }
            });
            if (drainAware) {
                server.addBean(new DrainAwareConnectors());
            }
            server.start();
        }

        private boolean isRead(final String target) throws IOException {
            try {
                return beforeAnswer.reads(target);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        Socket connect() throws IOException {
            final var socket = new Socket("127.0.0.1", connector.getLocalPort());
            socket.setSoTimeout(DEADLINE_MILLIS);
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }

    private static byte[] request(final byte[] body) {
        final var head = "POST / HTTP/1.1\r\nHost: echo\r\nContent-Length: " + body.length + "\r\n\r\n";
        return concat(head.getBytes(ISO_8859_1), body);
    }

    private static byte[] concat(final byte[] first, final byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    /** Reads one answer and returns its body. */
    private static byte[] answer(final Socket socket) throws IOException {
        final var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            final int read = socket.getInputStream().read();
            assertTrue(read >= 0, () -> "the server closed after: " + head);
            head.append((char) read);
        }
        assertTrue(head.toString().startsWith("HTTP/1.1 200 "), head.toString());
        final var length = head.toString().replaceAll("(?s).*Content-Length: (\\d+)\r\n.*", "$1");
        return socket.getInputStream().readNBytes(Integer.parseInt(length));
    }

    private static int emptyReads(final boolean drainAware) throws Exception {
        try (var echo = new EchoServer(drainAware); var socket = echo.connect()) {
            for (int i = 0; i < 50; i++) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: echo\r\n\r\n".getBytes(ISO_8859_1));
                assertEquals(0, answer(socket).length);
                socket.getOutputStream().write(request(new byte[8]));
                assertEquals(8, answer(socket).length);
            }
            assertTrue(echo.reads.get() >= 100, "all reads are counted");
            return echo.emptyReads.get();
        }
    }

    @Test
    void readsThatFindNothingAreSpared() throws Exception {
        // the connection may be told that it is new before the first bytes are there
        final int spared = emptyReads(true);
        assertTrue(spared <= 2, "empty reads: " + spared);
        final int plain = emptyReads(false);
        assertTrue(plain >= 100, "Jetty by itself has no more empty reads than " + plain + ": this is needless");
    }

    @Test
    void nothingIsLostInWhateverPiecesRequestsCome() throws Exception {
        final long seed = new Random().nextLong();
        final var random = new Random(seed);
        try (var echo = new EchoServer(true)) {
            for (int connection = 0; connection < 50; connection++) {
                try (var socket = echo.connect()) {
                    final byte[][] bodies = new byte[1 + random.nextInt(8)][];
                    byte[] all = new byte[0];
                    for (int i = 0; i < bodies.length; i++) {
                        // around and beyond the sizes of Jetty's buffers
                        bodies[i] = new byte[random.nextInt(random.nextBoolean() ? 100 : 70_000)];
                        random.nextBytes(bodies[i]);
                        all = concat(all, request(bodies[i]));
                    }
                    final byte[] sent = all;
                    final long pieces = random.nextLong();
                    final var writer = Thread.ofVirtual().start(() -> writeInPieces(socket, sent, pieces));
                    for (byte[] body : bodies) {
                        assertArrayEquals(body, answer(socket), "seed " + seed + ", connection " + connection);
                    }
                    writer.join();
                }
            }
        }
    }

    private static void writeInPieces(final Socket socket, final byte[] bytes, final long seed) {
        final var random = new Random(seed);
        try {
            for (int at = 0; at < bytes.length;) {
                final int most = random.nextInt(4) == 0 ? 40 : 20_000;
                final int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
                socket.getOutputStream().write(bytes, at, length);
                at += length;
                if (random.nextBoolean()) {
                    Thread.yield();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rest of the body comes when the answer is being made, which does without it. */
    @Test
    void aBodyThatNobodyReadsDoesNotEndTheConnection() throws Exception {
        final var entered = new CountDownLatch(1);
        final var sent = new CountDownLatch(1);
        try (var echo = new EchoServer(true)) {
            echo.beforeAnswer = target -> {
                if (!target.equals("/unread")) {
                    return true;
                }
                entered.countDown();
                assertTrue(sent.await(DEADLINE_MILLIS, TimeUnit.MILLISECONDS), "the client has sent the body");
                return false;
            };
            try (var socket = echo.connect()) {
                final var head = "POST /unread HTTP/1.1\r\nHost: echo\r\nContent-Length: 5\r\n\r\n";
                socket.getOutputStream().write(concat(head.getBytes(ISO_8859_1), new byte[1]));
                assertTrue(entered.await(DEADLINE_MILLIS, TimeUnit.MILLISECONDS), "the server has the head");
                socket.getOutputStream().write(new byte[4]);
                sent.countDown();
                assertEquals(0, answer(socket).length);
                socket.getOutputStream().write(request(new byte[3]));
                assertEquals(3, answer(socket).length);
            }
        }
    }

    @Test
    void aClientThatClosesIsNoticed() throws Exception {
        try (var echo = new EchoServer(true)) {
            try (var socket = echo.connect()) {
                socket.getOutputStream().write(request(new byte[10]));
                assertEquals(10, answer(socket).length);
            }
            assertTrue(echo.closed.await(DEADLINE_MILLIS, TimeUnit.MILLISECONDS), "the server closes too");
        }
    }

    @Test
    void settingsOfAConnectorAreKept() {
        final var server = new Server();
        final var settings = new HttpConfiguration();
        final var http = new HttpConnectionFactory(settings, HttpCompliance.LEGACY);
        http.setInputBufferSize(12_345);
        http.setRecordHttpComplianceViolations(true);
        final var connector = new ServerConnector(server, http);
        server.addBean(new DrainAwareConnectors());
        server.addConnector(connector);

        final var now = assertInstanceOf(DrainAwareHttpConnectionFactory.class,
            connector.getDefaultConnectionFactory());
        assertSame(settings, now.getHttpConfiguration());
        assertSame(HttpCompliance.LEGACY, now.getHttpCompliance());
        assertEquals(12_345, now.getInputBufferSize());
        assertTrue(now.isRecordHttpComplianceViolations());
        // as Pax Web looks for it
        assertSame(now, connector.getConnectionFactory(HttpConnectionFactory.class));
    }

    @Test
    void connectionsOfAnotherKindStayAsTheyAre() {
        final var server = new Server();
        final var own = new HttpConnectionFactory() { };
        final var connector = new ServerConnector(server, own);
        server.addConnector(connector);
        server.addBean(new DrainAwareConnectors());
        assertSame(own, connector.getDefaultConnectionFactory());
    }

    @Test
    void theDefaultStaysTheDefault() {
        final var server = new Server();
        final var connector = new ServerConnector(server, new HttpConnectionFactory() { }, new SslConnectionFactory());
        connector.setDefaultProtocol("ssl");
        server.addConnector(connector);
        server.addBean(new DrainAwareConnectors());
        assertEquals("ssl", connector.getDefaultProtocol());
    }

    @Test
    void aConnectorThatRunsIsLeftAlone() throws Exception {
        try (var echo = new EchoServer(false)) {
            final var before = echo.connector.getDefaultConnectionFactory();
            echo.server.addBean(new DrainAwareConnectors());
            assertSame(before, echo.connector.getDefaultConnectionFactory());
        }
    }

    @Test
    void whatTlsDecryptsIsReadAsEver() {
        final var server = new Server();
        final var factory = new DrainAwareHttpConnectionFactory(new HttpConnectionFactory());
        final var decrypted = new ByteArrayEndPoint();
        assertSame(decrypted, factory.newConnection(new ServerConnector(server), decrypted).getEndPoint());
    }

    @Test
    void anEndPointThatIsClosedSaysSo() throws Exception {
        final var socket = new ByteArrayEndPoint();
        final var endPoint = new DrainAwareEndPoint(socket);
        assertEquals(0, endPoint.fill(BufferUtil.allocate(10)));
        socket.close();
        assertThrows(EofException.class, () -> endPoint.fill(BufferUtil.allocate(10)));
    }

    @Test
    void theFileInTheBundleHasItAllDone() throws Exception {
        final var server = new Server();
        final ConnectionFactory http = new HttpConnectionFactory();
        final var before = new ServerConnector(server, http);
        server.addConnector(before);
        final var file = new XmlConfiguration(Resource.newResource(
            DrainAwareConnectors.class.getResource("/jetty.xml")));
        file.getIdMap().put("Server", server);
        assertSame(server, file.configure());
        final var after = new ServerConnector(server, new HttpConnectionFactory());
        server.addConnector(after);
        for (var connector : server.getConnectors()) {
            assertInstanceOf(DrainAwareHttpConnectionFactory.class, connector.getDefaultConnectionFactory());
        }
    }
}
