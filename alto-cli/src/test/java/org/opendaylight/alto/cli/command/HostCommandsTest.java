/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;

/** The commands that filter, pin, probe and inspect hosts, as the shell runs them. */
class HostCommandsTest {
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:2:1", "10.0.0.2");

    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final FakeHostPins pins = new FakeHostPins();
    private final FakeHostInspection inspection = new FakeHostInspection();
    private final Shell shell = new Shell(Path.of(""));

    private void installEverything() {
        shell.install(hosts, pins, inspection);
        hosts.set(A, B);
    }

    @Test
    void missingTrackerIsTold() {
        final var missing = "The host tracker is not running; if this lasts, try: feature:install odl-alto-openflow";
        for (var line : List.of("alto:host-pin", "alto:host-probe 10.0.0.1", "alto:host-conflicts")) {
            assertEquals(missing, shell.error(line));
        }
        shell.install(pins);
        assertEquals(missing, shell.error("alto:host-pin 00:00:00:00:00:0a"));
    }

    @Test
    void hostsAreFiltered() throws Exception {
        installEverything();
        final var mapper = new ObjectMapper();
        for (var options : List.of("--ip 10.0.0.2", "--mac 00:00:00:00:00:0B", "--switch openflow:2",
                "--ip 10.0.0.0/24 --switch openflow:2:1")) {
            final var json = mapper.readTree(shell.run("alto:hosts --json " + options));
            assertEquals(1, json.size(), options);
            assertEquals("00:00:00:00:00:0b", json.get(0).get("mac").textValue(), options);
        }
    }

    @Test
    void numberOfAllHostsIsToldIfNoneMatches() throws Exception {
        installEverything();
        assertEquals(Shell.lines("No host matches; 2 hosts are known in all."),
            shell.run("alto:hosts --ip 10.0.0.1 --switch openflow:2"));
        assertEquals("[]", shell.run("alto:hosts --json --ip 10.9.9.9").strip());
        hosts.set(A);
        assertEquals(Shell.lines("No host matches; 1 host is known in all."), shell.run("alto:hosts --ip 10.9.9.9"));
        assertEquals("--ip 'h1' is neither an IP address nor a prefix, like 10.0.0.1 or 10.0.0.0/24.",
            shell.error("alto:hosts --ip h1"));
    }

    @Test
    void pinsAreListed() throws Exception {
        installEverything();
        assertEquals(Shell.lines("No host is pinned."), shell.run("alto:host-pin"));
        assertEquals("[]", shell.run("alto:host-pin --json").strip());
        pins.pins.add(new HostPin(B.key(), B.addresses(), Optional.empty()));
        assertEquals(Shell.lines(
            "MAC               | VLAN | Addresses | Attachment",
            "------------------+------+-----------+-----------",
            "00:00:00:00:00:0b | -    | 10.0.0.2  | -"), shell.run("alto:host-pin"));
        assertEquals("10.0.0.2", new ObjectMapper().readTree(shell.run("alto:host-pin --json"))
            .at("/0/addresses/0").textValue());
    }

    @Test
    void hostIsPinnedAsItIsKnown() throws Exception {
        installEverything();
        assertEquals(Shell.lines("Pinned 00:00:00:00:00:0a: 10.0.0.1 2001:db8::1 at openflow:1:1"),
            shell.run("alto:host-pin 00:00:00:00:00:0A"));
        assertEquals(List.of(new HostPin(A.key(), A.addresses(), Optional.of(A.attachment()))), pins.pins);
        assertEquals("No host 00:00:00:00:00:0c is known; give --address or --port to pin it nevertheless.",
            shell.error("alto:host-pin 00:00:00:00:00:0c"));
        assertEquals(1, pins.pins.size());
    }

    @Test
    void pinSaysWhatItReplacesAndContradicts() throws Exception {
        installEverything();
        assertEquals(Shell.lines("Pinned 00:00:00:00:00:0a: 10.0.0.1 10.0.0.2 at openflow:1:2",
            "10.0.0.2 is now of 00:00:00:00:00:0b; the pin takes it away.",
            "00:00:00:00:00:0a is now at openflow:1:1; the pin believes it only at openflow:1:2."), shell.run(
            "alto:host-pin --address 10.0.0.1 --address 10.0.0.2 --port openflow:1:2 00:00:00:00:00:0a"));
        assertEquals(Shell.lines(
            "Pinned 00:00:00:00:00:0a: 10.0.0.1 (before: 10.0.0.1 10.0.0.2 at openflow:1:2)"),
            shell.run("alto:host-pin --address 10.0.0.1 00:00:00:00:00:0a"));
        assertEquals(Shell.lines("Pinned 00:00:00:00:00:0a: 10.0.0.1"),
            shell.run("alto:host-pin --address 10.0.0.1 00:00:00:00:00:0a"));
        assertEquals("10.0.0.1 is pinned to 00:00:00:00:00:0a",
            shell.error("alto:host-pin --address 10.0.0.1 00:00:00:00:00:0b"));
    }

    @Test
    void hostOfAVlanIsPinnedAndUnpinned() throws Exception {
        installEverything();
        assertEquals(Shell.lines("Pinned 00:00:00:00:00:0c in VLAN 7: at openflow:1:2"),
            shell.run("alto:host-pin --vlan 7 --port openflow:1:2 00:00:00:00:00:0c"));
        assertEquals(Optional.of(new VlanId(7)), pins.pins.getFirst().host().vlan());
        assertEquals("Host 00:00:00:00:00:0c is not pinned; alto:host-pin shows which are.",
            shell.error("alto:host-pin --delete 00:00:00:00:00:0c"));
        assertEquals(Shell.lines("Deleted the pin of 00:00:00:00:00:0c in VLAN 7"),
            shell.run("alto:host-pin --vlan 7 --delete 00:00:00:00:00:0c"));
        assertEquals(List.of(), pins.pins);
    }

    @Test
    void pinThatFailsIsOneSentence() {
        installEverything();
        pins.failure = new IOException("the datastore refuses");
        assertEquals("Nothing was pinned: the datastore refuses", shell.error("alto:host-pin 00:00:00:00:00:0a"));
        assertEquals("", shell.written());
        assertEquals("The pin was not deleted: the datastore refuses",
            shell.error("alto:host-pin --delete 00:00:00:00:00:0a"));
        assertEquals("MAC is missing: --vlan, --address, --port and --delete are about one host.",
            shell.error("alto:host-pin --delete"));
        assertEquals("--json is for the list of pins, so it takes no MAC.",
            shell.error("alto:host-pin --json 00:00:00:00:00:0a"));
    }

    @Test
    void hostThatAnswersIsShown() throws Exception {
        installEverything();
        final var asked = new ArrayList<IpAddr>();
        final var tagged = new Host(B.mac(), Optional.of(new VlanId(7)), B.addresses(), B.attachment(),
            B.firstSeen(), B.lastSeen());
        inspection.answer = address -> {
            asked.add(address);
            return CompletableFuture.completedFuture(Optional.of(asked.size() > 1 ? tagged : B));
        };
        assertEquals(Shell.lines("10.0.0.2 is 00:00:00:00:00:0b at openflow:2:1"),
            shell.run("alto:host-probe 10.0.0.2"));
        assertEquals(Shell.lines("10.0.0.2 is 00:00:00:00:00:0b in VLAN 7 at openflow:2:1"),
            shell.run("alto:host-probe 10.0.0.2"));
        final var json = new ObjectMapper().readTree(shell.run("alto:host-probe --json 10.0.0.2"));
        assertEquals("00:00:00:00:00:0b", json.get("mac").textValue());
        assertEquals(7, json.get("vlan").intValue());
        assertEquals(List.of(IpAddr.parse("10.0.0.2"), IpAddr.parse("10.0.0.2"), IpAddr.parse("10.0.0.2")), asked);
    }

    @Test
    void probeWithoutAnswerFails() {
        installEverything();
        assertEquals("Nobody answered for 10.0.0.9.", shell.error("alto:host-probe 10.0.0.9"));
        assertEquals("Nobody answered for 10.0.0.9.", shell.error("alto:host-probe --json 10.0.0.9"));
        inspection.answer = address ->
            CompletableFuture.failedFuture(new IllegalStateException("the host tracker does not run"));
        assertEquals("10.0.0.9 was not asked for: the host tracker does not run",
            shell.error("alto:host-probe 10.0.0.9"));
        assertEquals("ADDRESS 'h1' is not an IP address, like 10.0.0.1 or 2001:db8::1.",
            shell.error("alto:host-probe h1"));
    }

    @Test
    void probeIsNotWaitedForForEver() {
        installEverything();
        inspection.answer = address -> new CompletableFuture<>() {
            @Override
            public Optional<Host> get(final long timeout, final TimeUnit unit) throws TimeoutException {
                assertEquals(15, unit.toSeconds(timeout));
                throw new TimeoutException();
            }
        };
        assertEquals("The host tracker did not say within 15 s who has 10.0.0.9.",
            shell.error("alto:host-probe 10.0.0.9"));
    }

    @Test
    void probeCanBeInterrupted() {
        installEverything();
        inspection.answer = address -> new CompletableFuture<>();
        Thread.currentThread().interrupt();
        try {
            assertThrows(InterruptedException.class, () -> shell.run("alto:host-probe 10.0.0.9"));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void conflictsAreShown() throws Exception {
        installEverything();
        assertEquals(Shell.lines("No conflict was noticed."), shell.run("alto:host-conflicts"));
        assertEquals("[]", shell.run("alto:host-conflicts --json").strip());
        inspection.conflicts = List.of(new HostConflict(HostConflict.Kind.TWO_PORTS, A.key(), Optional.empty(),
            Optional.of(A.attachment()), A.key(), SwitchPort.parse("openflow:1:2"), Instant.EPOCH, Instant.EPOCH, 3));
        final var shown = shell.run("alto:host-conflicts");
        assertTrue(shown.matches("(?s)Last +\\| First +\\| Count \\| What +\\| Address \\| Host +\\| Rival.*ago"
            + " \\| \\d+d \\d+h ago \\| 3 +\\| at two ports \\| - +\\| 00:00:00:00:00:0a at openflow:1:1"
            + " \\| 00:00:00:00:00:0a at openflow:1:2.*"), shown);
        assertEquals("two-ports", new ObjectMapper().readTree(shell.run("alto:host-conflicts --json"))
            .at("/0/kind").textValue());
    }

    @Test
    void countersAreShown() throws Exception {
        installEverything();
        assertEquals(Shell.lines("No packet was refused."), shell.run("alto:host-conflicts --counters"));
        inspection.refusals.put("spoofed", 12_345L);
        inspection.refusals.put("malformed", 2L);
        assertEquals(Shell.lines(
            "Reason    | Packets",
            "----------+--------",
            "malformed | 2",
            "spoofed   | 12345"), shell.run("alto:host-conflicts --counters"));
        assertEquals(new ObjectMapper().readTree("{\"malformed\": 2, \"spoofed\": 12345}"),
            new ObjectMapper().readTree(shell.run("alto:host-conflicts --json --counters")));
    }

    @Test
    void optionsAndArgumentsAreCompleted() {
        installEverything();
        pins.pins.add(new HostPin(host("00:00:00:00:00:0c", "openflow:3:1").key(), A.addresses(), Optional.empty()));
        assertEquals(List.of("10.0.0.1", "10.0.0.2"), shell.completeLine("alto:hosts --ip 10"));
        assertEquals(List.of("00:00:00:00:00:0a", "00:00:00:00:00:0b"), shell.completeLine("alto:hosts --mac 0"));
        assertEquals(List.of("openflow:2", "openflow:2:1"), shell.completeLine("alto:hosts --switch openflow:2"));
        assertEquals(List.of("00:00:00:00:00:0a", "00:00:00:00:00:0b", "00:00:00:00:00:0c"),
            shell.completeLine("alto:host-pin 0"));
        assertEquals(List.of("openflow:1:1", "openflow:2:1"), shell.completeLine("alto:host-pin --port o"));
        assertEquals(List.of("2001:db8::1"),
            shell.completeLine("alto:host-pin --address 10.0.0.1 --address 2"));
        assertEquals(List.of("10.0.0.1", "10.0.0.2"), shell.completeLine("alto:host-probe 10"));
    }
}
