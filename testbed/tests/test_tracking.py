# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Hosts that move, claim what is not theirs, or speak IPv6, in VLANs or nonsense; and what the tracker makes of them.

These tests leave hosts behind that are forgotten only when their port goes down; that is done once, at the end.
"""

import random

import pytest

from alto_testbed import alto_client
from alto_testbed.speaker import Arp, Speaker, advertisement, solicitation
from alto_testbed.wait import wait_for
from alto_testbed.world import Learning
from speaking import await_at, place, ports_of, speak_until

pytestmark = pytest.mark.usefixtures("as_before")


def _keeping_hosts(world, condition):
    """Return the condition, which then also fails as soon as a host of the plan is not where it is."""
    expected = Learning(world).expected_hosts.items()

    def look():
        assert expected <= world.restconf.hosts().items()
        return condition()

    return look


def _await_conflict(world, speaker, frames, conflict, condition=lambda: True):
    """Repeat frames until the controller lists a conflict. condition: must be so all the time."""
    def listed():
        assert condition()
        return world.restconf.conflicts().get(conflict, 0) >= 1

    speak_until(speaker, frames, f"{conflict}", listed, describe=world.restconf.conflicts)
    assert condition()


def test_a_host_that_moves_is_found_at_its_new_port_and_back(world):
    (host, home), (_, away) = place(world, "h1"), place(world, "h8")
    before = world.restconf.tracked()[host.mac, 0]
    assert before.port == home
    here = [Arp.gratuitous(host.mac, host.ip)]
    with Speaker(world.network, "h8") as there, Speaker(world.network, "h1") as back:
        moved = await_at(world, there, here, host.mac, away)
        assert (moved.moved_from, moved.moves) == (home, before.moves + 1)
        assert moved.addresses == before.addresses
        returned = await_at(world, back, here, host.mac, home)
        assert (returned.moved_from, returned.moves) == (away, before.moves + 2)
    # to come back so soon is what two hosts with one address would look like
    conflict = alto_client.Conflict("two-ports", (host.mac, 0, away), (host.mac, 0, home), None)
    wait_for("its return to be noted", lambda: conflict in world.restconf.conflicts(), 10,
             describe=world.restconf.conflicts)


def test_a_cable_that_is_cut_and_mended_costs_no_host(world):
    wanted = Learning(world).expected_links
    cut = {link for link in wanted if {end.split(":")[1] for end in link} == {"1", "2"}}
    network, restconf = world.network, world.restconf
    network.cut(1, 2)
    try:
        wait_for("the links to go", _keeping_hosts(world, lambda: restconf.topology()[1] == wanted - cut), 30)
    finally:
        network.mend(1, 2)
    network.announce()
    wait_for("the links to come back", _keeping_hosts(world, lambda: restconf.topology()[1] == wanted), 30)
    assert ports_of(world).isdisjoint({end for link in wanted for end in link})


def test_a_switch_that_reconnects_keeps_its_hosts(world):
    network, restconf = world.network, world.restconf
    everything = {f"openflow:{switch}" for switch in network.plan.switches}
    wanted = Learning(world).expected_links
    network.disconnect(1)
    try:
        wait_for("the switch to be gone",
                 _keeping_hosts(world, lambda: restconf.topology()[0] == everything - {"openflow:1"}), 30)
    finally:
        network.reconnect(1)
    wait_for("the switch and its links to be back",
             _keeping_hosts(world, lambda: restconf.topology() == (everything, wanted)), 60)


@pytest.fixture
def no_probes(world):
    """During the test no probes of links are among the packets."""
    path = "alto-links:link-metrics"
    world.restconf.put(path, {path: {"probe-interval": "0"}})
    yield
    world.restconf.delete(path)


def test_questions_for_nobody_reach_every_host_once_and_end(world, no_probes):
    del no_probes
    host, home = place(world, "h1")
    count, plan, network = 50, world.network.plan, world.network
    others = {(other.switch, plan.host_port(other)) for other in plan.hosts if other != host}

    def counted():
        return {"received": network.received_packets(), "sent": network.sent_packets()}

    def more():
        return {way: {port: last[way][port] - before[way][port] for port in last[way]} for way in last}

    def settled():
        nonlocal last
        previous, last = last, counted()
        return previous == last and all(more()["sent"][port] >= count for port in others)

    before = last = counted()
    with Speaker(network, "h1") as speaker:
        speaker.send(*(Arp.request(host.mac, host.ip, f"10.0.99.{number}") for number in range(1, count + 1)))
        wait_for("the questions to have been sent everywhere and to end", settled, 20, every=0.5,
                 describe=more)
    few = 10        # what else goes by: LLDP, a host's own questions
    received, sent = more().values()
    assert received.pop((host.switch, plan.host_port(host))) in range(count, count + few)
    assert max(received.values()) < few
    assert max(sent[port] for port in others) < count + few
    assert max(packets for port, packets in sent.items() if port not in others) < few
    assert world.restconf.tracked()[host.mac, 0].port == home


@pytest.mark.parametrize("claim", [Arp.gratuitous, lambda mac, ip: Arp.reply(mac, ip, "ff:ff:ff:ff:ff:ff", ip)],
                         ids=["announcement", "answer"])
def test_an_address_in_use_cannot_be_taken(world, claim):
    name, rival_name = ("h1", "h8") if claim is Arp.gratuitous else ("h2", "h7")
    (owner, home), (rival, away) = place(world, name), place(world, rival_name)
    conflict = alto_client.Conflict("address-in-use", (owner.mac, 0, home), (rival.mac, 0, away), owner.ip)
    with Speaker(world.network, rival_name) as speaker:
        _await_conflict(world, speaker, [claim(rival.mac, owner.ip)], conflict, _keeping_hosts(world, lambda: True))


def test_a_pinned_host_cannot_be_taken(world):
    (host, home), (rival, away) = place(world, "h1"), place(world, "h8")
    pinned, moves = (host.mac, 0, home), world.restconf.tracked()[host.mac, 0].moves
    kept = _keeping_hosts(world, lambda: world.restconf.tracked()[host.mac, 0].moves == moves)
    world.restconf.pin(host.mac, [host.ip], home)
    try:
        with Speaker(world.network, "h8") as speaker:
            # that the address is refused shows that the pin has come to the tracker
            for mac, address in ((rival.mac, host.ip), (host.mac, None)):
                conflict = alto_client.Conflict("pinned", pinned, (mac, 0, away), address)
                _await_conflict(world, speaker, [Arp.gratuitous(mac, host.ip)], conflict, kept)
    finally:
        world.restconf.unpin(host.mac)


def test_a_dual_stack_host_is_known_by_both_addresses(world):
    network = world.network
    addresses = {network.plan.host("h3"): "fd00::3", network.plan.host("h7"): "fd00::7"}
    one, other = addresses
    try:
        for host, address in addresses.items():
            network.start_ipv6(host.name, address)
        for asking, asked in ((one, other), (other, one)):
            # the rules forward no IPv6, so only the question for the other and its answer arrive
            network.run(asking.name, f"ping -6 -n -c 1 -W 1 {addresses[asked]}")
            neighbour = f"ip -6 neigh show {addresses[asked]} dev {asking.name}-eth0"
            wait_for(f"{asking.name} to be told of {asked.name}",
                     lambda: f"lladdr {asked.mac}" in network.run(asking.name, neighbour), 10,
                     describe=lambda: network.run(asking.name, "ip -6 neigh show"))
        wait_for("both addresses of both hosts", lambda: all(
            {host.ip, address} <= world.restconf.tracked()[host.mac, 0].addresses
            for host, address in addresses.items()), 10, describe=world.restconf.tracked)

        def mapped():
            groups = world.alto.resource(alto_client.NETWORK_MAP)["network-map"].values()
            return all(any({f"{host.ip}/32"} <= set(group.get("ipv4", []))
                           and {f"{address}/128"} <= set(group.get("ipv6", [])) for group in groups)
                       for host, address in addresses.items())

        wait_for("the map to have both", mapped, 60,
                 describe=lambda: world.alto.resource(alto_client.NETWORK_MAP)["network-map"])
    finally:
        for host in addresses:
            network.stop_ipv6(host.name)


def test_hosts_in_a_vlan_are_known_with_it_and_find_each_other(world):
    (_, here), (_, there) = place(world, "h8"), place(world, "h6")
    mac, ip, other_mac, other_ip = "02:00:00:00:07:01", "10.0.7.1", "02:00:00:00:07:02", "10.0.7.2"
    with Speaker(world.network, "h8") as one, Speaker(world.network, "h6") as other:
        host = await_at(world, one, [Arp.gratuitous(mac, ip, vlan=7)], mac, here, vlan=7)
        assert host.addresses == {ip}
        assert (mac, 0) not in world.restconf.tracked()
        question = Arp.request(other_mac, other_ip, ip, vlan=7)
        other.send(question)
        assert one.hear("the question", lambda heard: heard.target_ip == ip and heard.sender_ip == other_ip) == question
        # who asked is learnt before the question goes out
        answer = Arp.reply(mac, ip, other_mac, other_ip, vlan=7)
        one.send(answer)
        assert other.hear("the answer", lambda heard: heard.sender_ip == ip and heard.target_ip == other_ip) == answer
        assert await_at(world, other, [question], other_mac, there, vlan=7).addresses == {other_ip}


def test_a_host_without_an_address_is_known(world):
    mac, (_, port) = "02:00:00:00:09:01", place(world, "h8")
    with Speaker(world.network, "h8") as speaker:
        host = await_at(world, speaker, [Arp.request(mac, "0.0.0.0", "10.0.9.1")], mac, port)
    assert host.addresses == frozenset()


def test_a_question_finds_a_live_host_and_only_that(world):
    host, port = place(world, "h5")
    found = world.restconf.probe_host(host.ip)
    assert (found.mac, found.port) == (host.mac, port)
    assert host.ip in found.addresses
    assert world.restconf.probe_host("10.0.98.98") is None


def _damaged(frame, source):
    """Return a frame that is cut short or has wrong bits behind its addresses and its type."""
    head = 14
    if source.random() < 0.5:
        return frame[:source.randrange(head, len(frame))]
    bits = bytearray(frame)
    for _ in range(source.randint(1, 8)):
        bits[source.randrange(head, len(bits))] ^= 1 << source.randrange(8)
    return bytes(bits)


def test_nonsense_does_no_harm(world):
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    source = random.Random(seed)
    mac, ip, ip6 = "02:00:00:00:0b:01", "10.0.11.1", "fd00::b01"
    frames = [packet.frame() for packet in (Arp.request(mac, ip, "10.0.0.1"), Arp.gratuitous(mac, ip),
                                            Arp.reply(mac, ip, "00:00:00:00:00:01", "10.0.0.1"))]
    frames += [solicitation(mac, ip6, "fd00::1"), solicitation(mac, "::", ip6), advertisement(mac, ip6)]
    later, later_ip6, (_, port) = "02:00:00:00:0b:02", "fd00::b02", place(world, "h8")
    with Speaker(world.network, "h8") as speaker:
        for _ in range(200):
            speaker.send(_damaged(source.choice(frames), source))
        host = await_at(world, speaker, [Arp.gratuitous(later, "10.0.11.2")], later, port)
        assert host.addresses == {"10.0.11.2"}
        speak_until(speaker, [advertisement(later, later_ip6)], "the IPv6 address of a later host",
                     lambda: later_ip6 in world.restconf.tracked()[later, 0].addresses, describe=world.restconf.tracked)
    assert Learning(world).expected_hosts.items() <= world.restconf.hosts().items()
