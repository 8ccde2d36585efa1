# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Hosts that speak until the controller has made of it what it should."""

import time

from alto_testbed.wait import wait_for

#: A host may repeat itself after that many seconds; sooner it may be taken for its own echo.
_AGAIN = 0.8


def place(world, name):
    """Return a host of the plan and its port."""
    host = world.network.plan.host(name)
    return host, world.network.plan.attachment_point(host)


def ports_of(world):
    """Return the ports behind which the controller knows hosts."""
    return {host.port for host in world.restconf.tracked().values()}


def speak_until(speaker, frames, what, condition, timeout=20, every=0.25, describe=None):
    """Repeat frames, as hosts do, until something is so."""
    spoken = None

    def look():
        nonlocal spoken
        if spoken is None or time.monotonic() - spoken > _AGAIN:
            spoken = time.monotonic()
            speaker.send(*frames)
        return condition()

    return wait_for(what, look, timeout, every, describe=describe)


def await_at(world, speaker, frames, mac, port, vlan=0):
    """Repeat frames until the controller has a host at a port, and return it."""
    def found():
        host = world.restconf.tracked().get((mac, vlan))
        return host if host and host.port == port else None

    return speak_until(speaker, frames, f"{mac} to be at {port}", found, describe=world.restconf.tracked)
