# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What ALTO says of delay, bandwidth and loss is so: the replica demo's network beside the demo network, and iperf."""

import json
import os
import random
import time

import pytest

import operators
from alto_testbed.network import Network
from alto_testbed.ovs import command
from alto_testbed.plot import lines
from alto_testbed.replica import CHOICES, Scene
from alto_testbed.rules import FORWARDING_TABLE, Rules
from alto_testbed.wait import wait_for

SCENE = Scene(first=21)
FAST, FAR, SLOW = "h24", "h25", "h21"
_CONFIG = "alto-links:link-metrics"
_FRAME = 1400 + 8 + 20 + 14      # what a datagram of 1400 bytes is on the wire
_LOAD = 2_000_000 * _FRAME / 1400 / 8


class _Part:
    """The scene's network with the controller of the whole world."""

    def __init__(self, world, network):
        self.network, self.restconf, self.alto = network, world.restconf, world.alto
        self.rules = Rules(world.restconf, SCENE.plan)

    def window(self, seconds):
        """Have values made of what was observed so long."""
        whole = self.restconf.get(f"{_CONFIG}?content=config")
        whole[_CONFIG]["window"] = seconds
        self.restconf.put(_CONFIG, whole)

    def load(self, source, seconds):
        """Have a host send 2 Mbit/s to the client for so long, without waiting for it."""
        self.network.run(SCENE.client, "pgrep -f 'iperf3 -s' >/dev/null || iperf3 -s -D")
        target = SCENE.plan.host(SCENE.client).ip
        self.network.run(source, f"iperf3 -u -b 2M -l 1400 -t {seconds} -c {target} >/dev/null 2>&1 &")

    def watch(self, name, metric, unit, expected, right, seconds):
        """Wait until the cost from the fast replica is right, and draw how it came there."""
        start, points = time.monotonic(), []

        def look():
            value = SCENE.costs(self, metric).get(FAST)
            if value is not None:
                points.append((time.monotonic() - start, value))
            return value is not None and right(value)

        try:
            wait_for(f"{metric} to be about {expected}", look, seconds, every=1, describe=lambda: points[-5:])
        finally:
            folder = os.path.join(os.environ["ALTO_WORK"], "report")
            os.makedirs(folder, exist_ok=True)
            lines(os.path.join(folder, f"{name}.png"), {f"ALTO's {metric}": points}, f"{metric} after a change", unit,
                  [("what it is", expected)])


@pytest.fixture(scope="module")
def part(world):
    """The scene, with all its costs measured."""
    before = world.restconf.topology()
    running = _Part(world, Network(SCENE.plan, shaped=SCENE.plan.cables))
    try:
        running.network.start()
        wait_for("the switches to connect", lambda: len(world.restconf.topology()[0]) == len(before[0]) + 5, 120)
        running.rules.install_shortest_paths()
        SCENE.prepare(running)
        wait_for("the links", lambda: len(world.restconf.topology()[1]) == len(before[1]) + 8, 120)
        running.network.announce()
        SCENE.await_measured(running)
        yield running
    finally:
        running.network.stop()
        for switch, table, flow_id in sorted(running.rules.wanted):
            running.rules.delete(switch, flow_id, table)
        world.restconf.delete(_CONFIG)
        wait_for("the scene to be forgotten", lambda: world.restconf.topology() == before, 60)
        wait_for("its hosts to be forgotten", lambda: not {host.ip for host in SCENE.plan.hosts}
                 & set(world.restconf.hosts()), 60)


@pytest.fixture
def cost_map(world, part):
    """Has a cost map on the default network map computed, of costs as they are measured; after the test it is gone."""
    del part        # is first there and last to go

    def want(metric, fold="avg"):
        name = f"measured-{metric}"
        answer = operators.want(world, "cost-map", {
            "resource-id": name, "network-map": "default-network-map", "group-metric": fold,
            "cost-type": {"cost-metric": metric, "cost-mode": "numerical"}})
        assert answer.status_code == 201, answer.text
        return name

    with operators.left_as_found(world):
        yield want


def _mapped(world, name):
    """Return the costs of a map between the scene's hosts: (source, destination) -> cost. Each is alone in its PID."""
    message = operators.message(world, name)
    rows = message["cost-map"] if message else {}
    pids = {host.ip: f"openflow:{host.switch}" for host in SCENE.plan.hosts}
    return {(source, target): rows[here][there] for source, here in pids.items() for target, there in pids.items()
            if source != target and there in rows.get(here, {})}


def _about(expected, relative, least=0.0):
    return lambda value: abs(value - expected) <= max(relative * expected, least)


def test_delays_of_paths_are_those_of_their_links(part):
    """Within 15 % or 0.5 ms (RFC 9439, section 4.1: microseconds)."""
    expected = {SLOW: 25_000, "h22": 25_000, FAST: 25_000, FAR: 75_000}
    wait_for("the delays", lambda: all(_about(expected[name], 0.15, 500)(delay) for name, delay in SCENE.costs(
        part, "delay-ow").items()), 40, describe=lambda: SCENE.costs(part, "delay-ow"))
    there_and_back = SCENE.costs(part, "delay-rt")
    assert all(_about(2 * expected[name], 0.15, 1000)(delay) for name, delay in there_and_back.items()), there_and_back


def test_idle_paths_have_the_bandwidth_of_their_narrowest_link(part):
    """RFC 9439, section 5.3: bytes per second."""
    expected = {SLOW: 125_000, "h22": 125_000, FAST: 625_000, FAR: 250_000}
    wait_for("the bandwidths", lambda: all(_about(expected[name], 0.15)(left) for name, left in SCENE.costs(
        part, "bw-available").items()), 40, describe=lambda: SCENE.costs(part, "bw-available"))
    assert SCENE.costs(part, "bw-residual") == expected


def test_a_meter_bounds_the_bandwidth_of_the_path_that_passes_it(part, world):
    """1 Mbit/s at the switch of the fast replica; with the meter goes the rule that names it (OpenFlow 1.3)."""
    source, client = SCENE.plan.host(FAST), SCENE.plan.host(SCENE.client)
    switch, port = source.switch, SCENE.plan.ports_to(source.switch)[client.switch]
    before = SCENE.costs(part, "bw-residual")
    assert before[FAST] == 625_000
    ofctl = ("ovs-ofctl", "-O", "OpenFlow13")
    command(*ofctl, "add-meter", f"s{switch}", "meter=7,kbps,band=type=drop,rate=1000")
    try:
        command(*ofctl, "add-flow", f"s{switch}",
                f"table={FORWARDING_TABLE},priority=20,ip,nw_dst={client.ip},actions=meter:7,output:{port}")
        wait_for("the meter to count", lambda: SCENE.costs(part, "bw-residual").get(FAST) == 125_000, 60,
                 describe=lambda: world.restconf.trace_path(source.ip, client.ip))
        assert SCENE.costs(part, "bw-available")[FAST] <= 125_000
        assert SCENE.costs(part, "hopcount")[FAST] == 2
        path, = world.restconf.trace_path(source.ip, client.ip)["path"]
        assert [hop.get("meter", []) for hop in path["hop"]] == [[{"id": 7, "rate": "125000"}], []]
        assert "meter 7: at most 125000 bytes per second" in world.controller.shell(
            f"alto:trace {source.ip} {client.ip}")
    finally:
        command(*ofctl, "del-meter", f"s{switch}", "meter=7")
    wait_for("the meter to be forgotten", lambda: SCENE.costs(part, "bw-residual") == before, 60,
             describe=lambda: world.restconf.trace_path(source.ip, client.ip))


def test_statistics_can_be_asked_for(part):
    least, mean, most = (SCENE.costs(part, f"delay-ow:{statistic}") for statistic in ("min", "mean", "max"))
    for name in SCENE.replicas:
        assert 0 < least[name] <= mean[name] <= most[name]


def test_the_choice_by_bandwidth_is_the_fastest_download(part):
    by_bandwidth = next(choice for choice in CHOICES if choice.metric == "bw-available")
    assert SCENE.choose(part, by_bandwidth, random.Random(1)) == FAST
    assert SCENE.download(part, FAST) * 2 < SCENE.download(part, SLOW)


def test_a_change_of_delay_is_in_the_answer_within_two_windows(part):
    (a, b), shape = (23, 24), {"rate": 5e6}
    part.network.shape(a, b, delay=0.060, **shape)
    try:
        part.watch("delay", "delay-ow", "microseconds", 60_000, _about(60_000, 0.15), 20 + 5)
    finally:
        part.network.shape(a, b, delay=0.025, **shape)
    wait_for("the old delay", lambda: _about(25_000, 0.15)(SCENE.costs(part, "delay-ow")[FAST]), 60)


@pytest.mark.parametrize(("metric", "fold", "least"), [("delay-ow", "avg", 500), ("bw-available", "min", 0)])
def test_a_cost_map_says_what_the_endpoint_cost_service_says(part, world, cost_map, metric, fold, least):
    """Within 15 %: the map stays while no cost differs by more than 5 %, and the two are of different moments."""
    name = cost_map(metric, fold)
    addresses = [host.ip for host in SCENE.plan.hosts]

    def asked():
        return {pair: cost for pair, cost in part.alto.endpoint_costs(addresses, addresses, metric).items()
                if pair[0] != pair[1]}

    def same():
        mapped, costs = _mapped(world, name), asked()
        return len(costs) == len(addresses) * (len(addresses) - 1) and mapped.keys() == costs.keys() and all(
            _about(cost, 0.15, least)(mapped[pair]) for pair, cost in costs.items())

    wait_for("the costs to be the same", same, 30, describe=lambda: (_mapped(world, name), asked()))


def test_a_cost_map_is_renewed_when_a_delay_changes_and_says_why(part, world, cost_map):
    name = cost_map("delay-ow")
    pair = SCENE.plan.host(FAST).ip, SCENE.plan.host(SCENE.client).ip
    (a, b), shape = (23, 24), {"rate": 5e6}

    def reason():
        shown, = json.loads(world.controller.shell(f"alto:automap-status --json {name}"))["maps"]
        return shown.get("reason", "")

    def await_delay(microseconds):
        wait_for(f"a delay of {microseconds}", lambda: _about(microseconds, 0.15)(_mapped(world, name).get(pair, 0)),
                 30, describe=lambda: (_mapped(world, name), world.restconf.auto_maps()))

    await_delay(25_000)
    part.network.shape(a, b, delay=0.060, **shape)
    try:
        await_delay(60_000)
        # what it was computed for first was its definition
        wait_for("the reason", lambda: "metrics" in reason(), 20, describe=world.restconf.auto_maps)
    finally:
        part.network.shape(a, b, delay=0.025, **shape)


def test_bandwidth_left_is_capacity_without_the_load(part):
    part.load(FAST, 40)
    left = 625_000 - _LOAD
    part.watch("bandwidth", "bw-available", "bytes per second", left, _about(left, 0.15), 35)


def test_loss_is_seen_within_one_point(part):
    part.window(60)
    part.network.shape(23, 24, delay=0.025, rate=5e6, loss=0.05)
    try:
        part.load(FAST, 110)
        time_of_window = time.monotonic() + 60
        part.watch("loss", "lossrate", "percent", 5,
                   lambda value: time.monotonic() > time_of_window and abs(value - 5) <= 1, 100)
    finally:
        part.network.shape(23, 24, delay=0.025, rate=5e6)
        part.window(10)


def test_routingcost_can_be_the_inverse_of_bandwidth(part, path_service):
    """The hackathon's example: the operator's formula over other metrics."""
    path_service({"routingcost": "1e9 / bw_available"})
    wait_for("the formula to count", lambda: SCENE.costs(part, "routingcost").get(SLOW, 0) > 1000, 30)
    routing, left = SCENE.costs(part, "routingcost"), SCENE.costs(part, "bw-residual")
    assert min(routing, key=routing.get) == max(left, key=left.get) == FAST
