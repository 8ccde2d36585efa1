# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What an operator can set of the host tracker, in its file in etc/, and what is then different on the wire."""

import contextlib
import json
import os
import re
import threading
import time

import pytest

from alto_testbed import TestbedError
from alto_testbed.network import HostPlan
from alto_testbed.ovs import command
from alto_testbed.probe import UDP, frame
from alto_testbed.rules import FORWARDING_TABLE, output
from alto_testbed.speaker import (
    DHCP_ACK, DHCP_OFFER, ETHERTYPE_ARP, ETHERTYPE_LLDP, Arp, Speaker, dhcp_reply, ethertype)
from alto_testbed.wait import wait_for
from alto_testbed.world import Learning
from speaking import await_at, place, speak_until

pytestmark = pytest.mark.usefixtures("as_before")

#: The cookie of the tracker's own rules, as Open vSwitch writes it.
_OURS = "cookie=0x616c746f,"


@contextlib.contextmanager
def _restarted(world):
    """Wait, at the end, until the tracker has started anew."""
    with open(world.controller.log, encoding="utf-8", errors="replace") as log:
        log.seek(0, os.SEEK_END)
        yield
        said = []

        def started():
            said.append(log.read())
            return "Host tracker started" in "".join(said)

        wait_for("the host tracker to start anew", started, 60)


@contextlib.contextmanager
def _tracker(world, **settings):
    """Have the tracker do something else for a while. Names have _ in place of -."""
    with _restarted(world):
        world.controller.configure("hosttracker", {key.replace("_", "-"): value for key, value in settings.items()})
    try:
        yield
    finally:
        with _restarted(world):
            world.controller.unconfigure("hosttracker")


def _flows(world):
    """Return the rules that are in the switches, as Open vSwitch writes them without what it counts."""
    return {(switch, re.sub(r"\b(duration|n_packets|n_bytes)=[^,]+, ", "", line.strip()))
            for switch in world.network.plan.switches
            for line in command("ovs-ofctl", "-O", "OpenFlow13", "dump-flows", f"s{switch}").splitlines()
            if "priority=" in line}


def _await_flows(world, what, wanted):
    wait_for(what, lambda: _flows(world) == wanted, 30, describe=lambda: sorted(_flows(world) ^ wanted))


@contextlib.contextmanager
def _sent_to_controller(world, name, match, switches, table, priority):
    """Have a rule of the operator, on some switches, send packets to the controller."""
    before = _flows(world)
    try:
        for switch in switches:
            world.rules.put(switch, name, match, output("CONTROLLER"), table, priority)
        wait_for(f"the rules {name}", lambda: len(_flows(world) - before) == len(switches), 30,
                 describe=lambda: _flows(world))
        yield
    finally:
        for switch in switches:
            world.rules.delete(switch, name, table)
        _await_flows(world, f"the rules {name} to go", before)


def test_observing_changes_nothing_in_the_network(world):
    host, home = place(world, "h1")
    others = [other for other in world.network.plan.hosts if other != host]
    questions = [Arp.request(host.mac, host.ip, ip) for ip in ["10.0.99.1", *(other.ip for other in others)]]
    unheard = {other.name: [] for other in others}
    with contextlib.ExitStack() as stack:
        for name, number in (("see-arp", ETHERTYPE_ARP), ("see-lldp", ETHERTYPE_LLDP)):
            match = {"ethernet-match": {"ethernet-type": {"type": number}}}
            stack.enter_context(_sent_to_controller(world, name, match, world.network.plan.switches, 0, priority=5))
        listeners = {other.name: stack.enter_context(Speaker(world.network, other.name)) for other in others}
        speaker = stack.enter_context(Speaker(world.network, "h1"))

        def heard():
            return {name: [packet for packet in listener.heard() if ethertype(packet) != ETHERTYPE_LLDP]
                    for name, listener in listeners.items()}

        before = _flows(world)
        with _tracker(world, observe_only="true"):
            _await_flows(world, "our rules to go, and no other", {flow for flow in before if _OURS not in flow[1]})
            mac, later = "02:00:00:00:0c:01", "02:00:00:00:0c:02"
            # once one host is learnt the ports are no longer held, so that another tracker would pass on what follows
            guest = await_at(world, speaker, [Arp.gratuitous(mac, "10.0.12.1")], mac, home)
            assert guest.addresses == {"10.0.12.1"}
            heard()
            speaker.send(*questions)
            await_at(world, speaker, [Arp.gratuitous(later, "10.0.12.2")], later, home)
            assert heard() == unheard
            with pytest.raises(TestbedError, match="only observes"):
                world.restconf.probe_host(host.ip)
            assert heard() == unheard
            learning = Learning(world)
            assert learning.expected_hosts.items() <= world.restconf.hosts().items()
            assert world.restconf.topology()[1] == learning.expected_links
        _await_flows(world, "our rules to come back", before)
        expected = questions[0].frame()
        speak_until(speaker, questions[:1], "a question to be heard again",
                    lambda: any(expected in packets for packets in heard().values()))


def test_a_lease_binds_the_address_to_the_client_where_it_is(world):
    (server, _), (_, there) = place(world, "h3"), place(world, "h8")
    mac, offered, leased = "02:00:00:00:0d:01", "10.0.13.1", "10.0.13.2"
    offer, lease = (dhcp_reply(kind, server.mac, server.ip, mac, ip)
                    for kind, ip in ((DHCP_OFFER, offered), (DHCP_ACK, leased)))
    before = _flows(world)
    with Speaker(world.network, "h3") as serving, Speaker(world.network, "h8") as client:
        with _tracker(world, learn_from_dhcp="true"):
            wait_for("a rule for DHCP on each switch", lambda: sorted(
                switch for switch, flow in _flows(world) - before if "udp,tp_src=67,tp_dst=68" in flow
            ) == list(world.network.plan.switches), 30, describe=lambda: _flows(world) - before)
            # most clients say nothing that comes to the controller before they have an address
            speak_until(serving, [offer], "an offer to reach a client that is not known",
                        lambda: offer in client.heard())
            # and then ask whether it is free, which shows where they are, but none of their addresses
            probe = Arp.request(mac, "0.0.0.0", leased)
            assert await_at(world, client, [probe], mac, there).addresses == frozenset()
            received = []

            def bound():
                received.extend(client.heard())
                return {offer, lease} <= set(received) and world.restconf.tracked()[mac, 0].addresses == {leased}

            speak_until(serving, [offer, lease], "the lease to be delivered and known", bound,
                        describe=world.restconf.tracked)
            assert world.restconf.tracked()[mac, 0].port == there
        _await_flows(world, "the rule for DHCP to go", before)


def test_packets_that_come_anyway_show_hosts_only_where_the_operator_says(world):
    (target, _), (_, there) = place(world, "h1"), place(world, "h8")
    switch = world.network.plan.host("h8").switch
    nobody = HostPlan("nobody", target.switch, "10.0.99.1", target.mac)
    inside, outside = (HostPlan("guest", switch, ip, mac) for ip, mac in (
        ("10.0.14.1", "02:00:00:00:0e:01"), ("10.0.15.1", "02:00:00:00:0e:02")))
    packets = [frame(guest, nobody, UDP, 9, b"hello") for guest in (inside, outside)]

    def unknown(speaker, later, *guests):
        """Whoever speaks later from the same port is known, and these are not."""
        speaker.send(*packets)
        await_at(world, speaker, [Arp.request(later, "0.0.0.0", "10.0.14.9")], later, there)
        assert {(guest.mac, 0) for guest in guests}.isdisjoint(world.restconf.tracked())

    with _sent_to_controller(world, "miss", {}, [switch], FORWARDING_TABLE, priority=0), \
            Speaker(world.network, "h8") as speaker:
        unknown(speaker, "02:00:00:00:0e:03", inside, outside)
        with _tracker(world, learn_from_ip="10.0.14.0/24"):
            learnt = await_at(world, speaker, packets, inside.mac, there)
            assert learnt.addresses == {inside.ip}
            unknown(speaker, "02:00:00:00:0e:04", outside)


@contextlib.contextmanager
def _flood(speaker, frames, per_second):
    """Send frames all the time. Yields how many were sent so far, as a list of one number."""
    over, sent = threading.Event(), [0]

    def work():
        # evenly: between bursts a limit that all ports share would let others through
        while not over.wait(1 / per_second):
            speaker.send(frames[sent[0] % len(frames)])
            sent[0] += 1

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield sent
    finally:
        over.set()
        thread.join()


def test_a_flood_is_cut_at_its_port_and_harms_no_other(world):
    (host, flooded), (_, other), (listener, _) = (place(world, name) for name in ("h8", "h7", "h1"))
    network, restconf, limit = world.network, world.restconf, 50
    questions = [Arp.request(host.mac, host.ip, f"10.9.{number >> 8}.{number & 255}") for number in range(1, 5000)]
    mac, later = "02:00:00:00:0f:01", "02:00:00:00:0f:02"

    def passed():
        return network.sent_packets()[listener.switch, network.plan.host_port(listener)]

    def settled():
        nonlocal counters
        previous, counters = counters, (restconf.rate_limited(), restconf.refusals().get("rate-limited"))
        return previous == counters == ({flooded: counters[1]}, counters[1])

    counters = None
    with Speaker(network, "h8") as noisy, Speaker(network, "h7") as neighbour, \
            _tracker(world, max_packets_per_second_per_port=limit):
        # once one host is learnt the ports are no longer held, and packets of all are passed on
        await_at(world, neighbour, [Arp.gratuitous(mac, "10.0.15.1")], mac, other)
        network.forget_neighbours()
        before, begin = passed(), time.monotonic()
        with _flood(noisy, questions, 20 * limit) as sent:
            wait_for("the port to be limited", lambda: flooded in restconf.rate_limited(), 20,
                     describe=restconf.rate_limited)
            for pair in (("h7", "h1"), ("h2", "h5")):
                wait_for(f"{pair} to reach each other", lambda pair=pair: network.ping(*pair), 10)
            await_at(world, neighbour, [Arp.gratuitous(later, "10.0.15.2")], later, other)
            wait_for("a flood worth its name", lambda: sent[0] > 20 * limit, 20)
        # the counters are written once a second
        wait_for("the counters to agree and to rest", settled, 20, every=1.5, describe=lambda: counters)
        few = 50        # what else goes by: LLDP, the questions and packets of others
        arrived, dropped = passed() - before, restconf.rate_limited()[flooded]
        assert limit <= arrived <= limit * (1 + time.monotonic() - begin) + few
        assert limit < dropped < sent[0]
        shell = world.controller.shell
        assert re.search(rf"^rate-limited +\| {dropped}\b", shell("alto:host-conflicts --counters"), re.MULTILINE)
        assert json.loads(shell("alto:host-conflicts --counters --json"))["rate-limited"] == dropped


def test_a_start_that_only_observes_takes_away_the_rules_of_before(world):
    before = _flows(world)
    world.controller.kill()
    world.controller.configure("hosttracker", {"observe-only": "true"})
    try:
        assert _flows(world) == before
        world.controller.start()
        world.controller.await_ready()
        _await_flows(world, "our rules to go, and no other", {flow for flow in before if _OURS not in flow[1]})
    finally:
        with _restarted(world):
            world.controller.unconfigure("hosttracker")
    _await_flows(world, "our rules to come back", before)
