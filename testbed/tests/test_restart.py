# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""After a crash the controller comes back to what it knew, while no host says anything by itself."""

import operators
from alto_testbed import alto_client
from alto_testbed.wait import wait_for
from observed import endpoint_cost, observed_hops

_MAPS = (alto_client.NETWORK_MAP, alto_client.HOPCOUNT_MAP, alto_client.ROUTINGCOST_MAP)


def _maps(world):
    """Return the computed maps, with their tags, as far as they are there."""
    answers = [world.alto.get(path) for path in _MAPS]
    return [answer.json() for answer in answers if answer.status_code == 200]


def _office(world):
    """Return the operator's maps."""
    return [operators.message(world, name) for name in (operators.NETWORK, operators.COSTS)]


def test_a_killed_controller_comes_back_to_the_same_maps_and_tags(world):
    world.await_learnt()
    before = _maps(world)
    assert len(before) == len(_MAPS)
    with operators.left_as_found(world):
        operators.put_office(world)
        office = _office(world)
        world.controller.kill()
        world.controller.start()
        world.controller.await_ready()
        wait_for("the operator's maps", lambda: _office(world) == office, 60, describe=lambda: _office(world))
        wait_for("the maps from before the crash", lambda: _maps(world) == before, 300, describe=lambda: _maps(world))
    wait_for("the cost from before the crash", lambda: endpoint_cost(world, "h1", "h8") == 3, 300)
    assert observed_hops(world, "h1", "h8") == 3
