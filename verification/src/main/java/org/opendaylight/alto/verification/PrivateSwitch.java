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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.verification.TraceAnswer.Recirculation;

/**
 * An Open vSwitch of our own, with its own database, control sockets and log in a directory. Its datapath is the dummy
 * one of Open vSwitch's own tests: it needs no root, has no network interfaces, and not one packet can leave it.
 *
 * <p>One thread may use it.
 */
final class PrivateSwitch implements AutoCloseable {
    private static final Path SCHEMA = Path.of("/usr/share/openvswitch/vswitch.ovsschema");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How often a packet is taken apart anew at most; only those that go round in a loop get there. */
    private static final int MOST_ROUNDS = 16;
    private static final int LINES_OF_LOG = 20;

    private final Path directory;
    private final Path database;
    private final List<Process> daemons = new ArrayList<>();
    private final UnixControl control;

    /**
     * Starts it.
     *
     * @param directory an empty directory with a short name, since names of sockets have at most 107 characters
     */
    PrivateSwitch(final Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        database = directory.resolve("db.sock");
        boolean started = false;
        try {
            run("ovsdb-tool", "create", directory.resolve("conf.db").toString(), SCHEMA.toString());
            daemon("ovsdb-server", directory.resolve("conf.db").toString(), "--remote=punix:" + database);
            await(database);
            vsctl(List.of("--no-wait", "init", "--", "set", "Open_vSwitch", ".", "other_config:vlan-limit=2"));
            daemon("ovs-vswitchd", "unix:" + database, "--enable-dummy=override", "--disable-system",
                "--disable-system-route");
            await(socketOf("ovs-vswitchd"));
            control = new UnixControl(socketOf("ovs-vswitchd"));
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private Path socketOf(final String daemon) {
        return directory.resolve(daemon + ".ctl");
    }

    /** Starts a daemon that ends with this process, however that ends. */
    private void daemon(final String program, final String... arguments) throws IOException {
        final var command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "TERM", "--", program));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--unixctl=" + socketOf(program), "--log-file=" + directory.resolve(program + ".log"),
            "-vconsole:off"));
        daemons.add(start(command));
    }

    private Process start(final List<String> command) throws IOException {
        final var builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("output.log").toFile()));
        builder.environment().put("OVS_RUNDIR", directory.toString());
        builder.environment().put("OVS_LOGDIR", directory.toString());
        builder.environment().put("OVS_DBDIR", directory.toString());
        builder.environment().put("OVS_SYSCONFDIR", directory.toString());
        return builder.start();
    }

    private void await(final Path socket) throws IOException, InterruptedException {
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(socket)) {
            for (final var daemon : daemons) {
                if (!daemon.isAlive()) {
                    throw new IOException("Open vSwitch has not started:\n" + output());
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("Open vSwitch did not start within " + PATIENCE.toSeconds() + " s:\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output.log"));
    }

    private void run(final String... command) throws IOException, InterruptedException {
        finish(List.of(command), start(List.of(command)));
    }

    private void finish(final List<String> command, final Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("No end after " + PATIENCE.toSeconds() + " s: " + String.join(" ", command));
        }
        if (process.exitValue() != 0) {
            throw new IOException("Failed: " + String.join(" ", command) + "\n" + output());
        }
    }

    private void vsctl(final List<String> arguments) throws IOException, InterruptedException {
        final var command = new ArrayList<>(List.of("ovs-vsctl", "--db=unix:" + database));
        command.addAll(arguments);
        run(command.toArray(String[]::new));
    }

    /** Makes the bridges, ports and links of some wirings. */
    void wire(final Collection<Wiring> wirings) throws IOException, InterruptedException {
        final var arguments = new ArrayList<String>();
        wirings.forEach(wiring -> addTo(arguments, wiring));
        vsctl(arguments);
        for (final var wiring : wirings) {
            for (final var port : wiring.edge().entrySet()) {
                if (!port.getValue()) {
                    control.call("netdev-dummy/set-admin-state", List.of(wiring.interfaceName(port.getKey()), "down"));
                }
            }
        }
    }

    private static void addTo(final List<String> arguments, final Wiring wiring) {
        for (final var id : wiring.switches()) {
            final var bridge = wiring.bridge(id);
            arguments.addAll(List.of("--", "add-br", bridge, "--", "set", "bridge", bridge, "datapath_type=dummy",
                "fail_mode=secure", "protocols=OpenFlow13,OpenFlow15"));
            wiring.edgePorts(id).forEach(port -> {
                final var name = wiring.interfaceName(new SwitchPort(id, port));
                arguments.addAll(List.of("--", "add-port", bridge, name, "--", "set", "interface", name, "type=dummy",
                    "ofport_request=" + port));
            });
            wiring.linkPorts(id).forEach(port -> {
                final var name = wiring.interfaceName(port);
                arguments.addAll(List.of("--", "add-port", bridge, name, "--", "set", "interface", name, "type=patch",
                    "options:peer=" + wiring.interfaceName(wiring.links().get(port)), "ofport_request=" + port.port()));
            });
        }
    }

    /**
     * Stops the clock of the switch. It would else forget soon where to go on with packets that it takes apart anew.
     */
    void stopTime() throws IOException {
        control.call("time/stop", List.of());
    }

    /** Replaces all rules and groups of a network's switches. */
    void load(final Network network) throws IOException, InterruptedException {
        final var running = new ArrayList<Process>();
        final var commands = new ArrayList<List<String>>();
        for (final var each : network.switches()) {
            final var bridge = network.wiring().bridge(each.id());
            final var file = directory.resolve(bridge + ".bundle");
            Files.write(file, OvsSyntax.replacing(each));
            final var command = List.of("ovs-ofctl", "-O", "OpenFlow15", "bundle",
                "unix:" + directory.resolve(bridge + ".mgmt"), file.toString());
            commands.add(command);
            running.add(start(command));
        }
        for (int i = 0; i < running.size(); i++) {
            finish(commands.get(i), running.get(i));
        }
    }

    /**
     * Traces packets through a network that is loaded, to the end. A packet that is taken apart anew on its way is
     * traced again from there.
     *
     * @return for each probe what {@code ofproto/trace} prints
     */
    List<Traced> trace(final Wiring wiring, final List<Probe> probes) throws IOException {
        final var traced = new ArrayList<>(Collections.nCopies(probes.size(), new Traced(List.of(), false)));
        List<Step> open = IntStream.range(0, probes.size())
            .mapToObj(i -> new Step(i, new Recirculation(0, probes.get(i).packet()))).toList();
        for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
            final var texts = trace(open.stream()
                .map(step -> traceArguments(wiring, probes.get(step.probe()), step.from())).toList());
            final var next = new ArrayList<Step>();
            for (int i = 0; i < texts.size(); i++) {
                final var step = open.get(i);
                final var packet = step.from().packet();
                traced.set(step.probe(), traced.get(step.probe()).with(new Traced.Part(packet, texts.get(i))));
                TraceAnswer.recirculations(texts.get(i), packet)
                    .forEach(from -> next.add(new Step(step.probe(), from)));
            }
            open = next;
        }
        open.forEach(step -> traced.set(step.probe(), traced.get(step.probe()).cutOff()));
        return traced;
    }

    private List<String> trace(final List<List<String>> calls) throws IOException {
        try {
            return control.callAll("ofproto/trace", calls);
        } catch (IOException e) {
            final var log = Files.readAllLines(directory.resolve("ovs-vswitchd.log"));
            throw new IOException("Open vSwitch " + (daemons.getLast().isAlive() ? "does not answer" : "has ended with "
                + daemons.getLast().exitValue()) + "; its log ends with\n" + String.join("\n",
                    log.subList(Math.max(0, log.size() - LINES_OF_LOG), log.size())), e);
        }
    }

    /** What is to be traced of a probe. */
    private record Step(int probe, Recirculation from) {
    }

    static List<String> traceArguments(final Wiring wiring, final Probe probe, final Recirculation from) {
        return List.of("--names", wiring.bridge(probe.from().switchId()), "in_port=" + probe.from().port()
            + (from.id() == 0 ? "" : ",recirc_id=" + from.id()), Frame.hex(from.packet()));
    }

    @Override
    public void close() {
        daemons.reversed().forEach(Process::destroy);
        for (final var daemon : daemons) {
            try {
                if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
                    daemon.destroyForcibly();
                }
            } catch (InterruptedException e) {
                daemon.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        try {
            deleteDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteDirectory() throws IOException {
        try (var files = Files.list(directory)) {
            for (final var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
