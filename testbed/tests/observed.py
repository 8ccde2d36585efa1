# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What packets do and what ALTO says, in the same terms."""

from alto_testbed.probe import TCP, probe
from alto_testbed.wait import wait_for


def observed_hops(world, source, target):
    """Return how many switches the packets of a pair pass, on the longest way they take; None if none arrives.

    The rules of the demo network tell TCP port 22 from everything else, so those two kinds are sent.
    """
    passages = [probe(world.network, source, target), probe(world.network, source, target, TCP, 22)]
    return max((passage.hops for passage in passages if passage.delivered), default=None)


def all_pairs(plan):
    """Return every ordered pair of different hosts."""
    return [(source, target) for source in plan.hosts for target in plan.hosts if source != target]


def endpoint_cost(world, source, target):
    """Return the hop count that ALTO gives for a pair, None if it gives none."""
    addresses = world.network.plan.host(source).ip, world.network.plan.host(target).ip
    return world.alto.endpoint_costs([addresses[0]], [addresses[1]]).get(addresses)


def await_endpoint_cost(world, source, target, wanted, timeout=120):
    """Wait until ALTO gives a hop count for a pair, or with None: gives none any more."""
    wait_for(f"the cost from {source} to {target} to be {wanted}",
             lambda: endpoint_cost(world, source, target) == wanted, timeout,
             describe=lambda: endpoint_cost(world, source, target))
