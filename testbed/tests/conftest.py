# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""One controller and one network for all system tests, inside a sealed world (./alto test system makes it)."""

import os
import signal

import pytest

from alto_testbed.network import DEMO
from alto_testbed.wait import wait_for
from alto_testbed.world import Learning, World
from speaking import ports_of


def _interrupt(_number, _frame):
    raise KeyboardInterrupt


def pytest_configure(config):
    """End in order when asked to: fixtures are torn down then."""
    del config
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)


def pytest_collection_modifyitems(items):
    """Order the tests: those with a controller of their own while the ports are free, the look at the log at the end."""
    items.sort(key=lambda item: ("world" in item.fixturenames, item.get_closest_marker("last") is not None))


@pytest.fixture(scope="session")
def world():
    """The demo network with all its rules, learnt by a fresh controller."""
    for name in ("ALTO_ASSEMBLY", "ALTO_WORK"):
        assert name in os.environ, f"{name} is not set: run these tests with ./alto test system"
    running = World(DEMO)
    try:
        running.start_controller()
        running.start_network()
        for host in DEMO.hosts_at(2):
            running.rules.install_detour(1, 3, host)
        running.await_learnt()
        yield running
    finally:
        running.stop()


@pytest.fixture
def rules(world):
    """The rules of the network; what a test changes is put back after it."""
    yield world.rules
    world.rules.install_shortest_paths()


@pytest.fixture(scope="module")
def no_strangers_stay(world):
    """Have the controller forget, after the tests of a file, whoever is not in the plan."""
    yield
    network, plan = world.network, world.network.plan
    known = {(host.mac, 0): frozenset({host.ip}) for host in plan.hosts}
    strange = {host.port for key, host in world.restconf.tracked().items() if host.addresses != known.get(key)}
    names = [host.name for host in plan.hosts if plan.attachment_point(host) in strange]
    for name in names:
        network.unplug(name)
    wait_for("hosts to be forgotten", lambda: strange.isdisjoint(ports_of(world)), 30, describe=lambda: ports_of(world))
    for name in names:
        network.plug_in(name)
    world.await_learnt()
    assert world.restconf.hosts() == Learning(world).expected_hosts


@pytest.fixture
def as_before(world, no_strangers_stay):
    """After a test all hosts are at their ports, none believes what was claimed, and each can find the next one."""
    del no_strangers_stay
    yield
    world.network.forget_neighbours()
    world.await_learnt()
    names = [host.name for host in world.network.plan.hosts]
    # a port that came back is watched for a while before questions are sent there
    wait_for("all hosts to answer", lambda: all(
        world.network.ping(name, names[index - 1]) for index, name in enumerate(names)), 30)


@pytest.fixture
def path_service(world):
    """Sets what an operator says of paths; after the test nothing is said."""
    path = "alto-paths:path-service"
    yield lambda settings: world.restconf.put(path, {path: settings})
    if world.restconf.get(f"{path}?content=config") is not None:
        world.restconf.delete(path)
