# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What is measured on links is what the links are: a chain of three switches beside the demo network, with known delays."""

import json
import re

import pytest

from alto_testbed.network import HostPlan, Network, Plan
from alto_testbed.wait import wait_for

#: The hosts and switches have names and addresses that the demo network does not have.
CHAIN = Plan(switches=(11, 12, 13), cables=((11, 12), (12, 13)), hosts=tuple(
    HostPlan(f"g{switch}", switch, f"10.9.0.{switch}", f"00:00:00:00:09:{switch}") for switch in (11, 12, 13)))
LINKS = {("openflow:11:2", "openflow:12:2"), ("openflow:12:2", "openflow:11:2"),
         ("openflow:12:3", "openflow:13:2"), ("openflow:13:2", "openflow:12:3")}
_WINDOW = 20
_CONFIG = "alto-links:link-metrics"


def _links(world):
    """Return what the operational datastore has of the chain: the port that sends -> metrics."""
    answer = world.restconf.get("alto-links:links?content=nonconfig") or {}
    return {link["from"]: link for link in answer.get("alto-links:links", {}).get("link", [])
            if (link["from"], link.get("to")) in LINKS}


def _configure(world, **settings):
    world.restconf.put(_CONFIG, {_CONFIG: {"window": _WINDOW, **settings}})


@pytest.fixture(scope="module")
def chain(world):
    """The chain, beside the demo network, all of it known and measured."""
    network = Network(CHAIN, shaped=CHAIN.cables)
    before = world.restconf.topology()
    _configure(world)
    try:
        network.start()
        wait_for("the chain's links", lambda: world.restconf.topology()[1] >= LINKS, 120)
        wait_for("delays", lambda: len(_links(world)) == 4 and all("delay-ow" in link for link in _links(world).values()),
                 60, describe=lambda: _links(world))
        yield network
    finally:
        network.stop()
        world.restconf.delete(_CONFIG)
        wait_for("the chain to be forgotten", lambda: world.restconf.topology() == before, 60)


def _is_delay(measured, seconds):
    """Tell whether a delay in microseconds is right: within 15 % or 0.5 ms, whichever is larger."""
    return abs(measured - seconds * 1e6) <= max(0.15 * seconds * 1e6, 500)


def test_delays_are_those_of_the_links(world, chain):
    chain.shape(11, 12, delay=0.020)
    chain.shape(12, 13, delay=0.040)
    expected = {"openflow:11:2": 0.020, "openflow:12:2": 0.020, "openflow:12:3": 0.040, "openflow:13:2": 0.040}

    def right():
        links = _links(world)
        return links if all(_is_delay(float(links[port]["delay-ow"]), delay)
                            and _is_delay(float(links[port]["delay-rt"]), 2 * delay)
                            for port, delay in expected.items()) else None

    links = wait_for("the delays", right, 2 * _WINDOW, describe=lambda: _links(world))
    shown = json.loads(world.controller.shell("alto:links --json"))
    assert {(link["from"], link["to"]) for link in shown["links"]} >= LINKS
    for link in shown["links"]:
        if link["from"] in expected:
            # the shell's newer value is of nearly the same window
            assert link["delay-ow"] == pytest.approx(float(links[link["from"]]["delay-ow"]), rel=0.2), link
    assert shown["probes"]["rate"] > 7 and shown["probes"]["sent"] > 0


def test_loss_of_probes_is_the_loss_of_an_idle_link(world, chain):
    chain.shape(11, 12, loss=1)
    wait_for("all to be lost", lambda: float(_links(world)["openflow:11:2"].get("lossrate", 0)) == 100, 3 * _WINDOW,
             describe=lambda: _links(world))
    chain.shape(11, 12)
    wait_for("nothing to be lost", lambda: float(_links(world)["openflow:11:2"]["lossrate"]) == 0, 4 * _WINDOW,
             describe=lambda: _links(world))


def test_what_the_operator_says_wins(world, chain):
    del chain
    _configure(world, link=[{"port": "openflow:11:2", "bits-per-second": "8000000", "delay-ow": "123.0",
                             "lossrate": "1.5"}])
    try:
        wait_for("the operator's values", lambda: [float(_links(world)["openflow:11:2"].get(name, -1)) for name in (
            "capacity", "bw-residual", "delay-ow", "lossrate")] == [1e6, 1e6, 123, 1.5], 30,
            describe=lambda: _links(world))
    finally:
        _configure(world)


def test_people_see_every_link_and_what_measuring_costs(world, chain):
    del chain
    shown = world.controller.shell("alto:links --switch openflow:12")
    rows = re.findall(r"^(openflow:\S+) +\| (openflow:\S+) .*\| \S* *ms", shown, re.MULTILINE)
    assert set(rows) == LINKS
    assert re.search(r"^Probes: [0-9.]+ a second; ", shown, re.MULTILINE), shown
