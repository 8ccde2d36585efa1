# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""One controller and one network for all system tests, inside a sealed world (./alto test system makes it)."""

import os
import signal

import pytest

from alto_testbed.network import DEMO
from alto_testbed.world import World


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
