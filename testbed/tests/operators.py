# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Maps of an operator: small examples, as files and as RESTCONF has them, and how they come into the server and go."""

import contextlib
import json

from alto_testbed import alto_client
from alto_testbed.wait import wait_for

RESOURCES = "alto-resources:resources"
COMPUTED = "alto-automap:auto-map"
NETWORK, COSTS = "office", "office-routingcost"
PREFIXES = {"desks": ["10.1.0.0/16", "2001:db8:1::/48"], "printers": ["10.1.9.0/24"],
            "rest": ["0.0.0.0/0", "::/0"]}
ROWS = {"desks": {"desks": 1, "printers": 2.5, "rest": 40}, "rest": {"desks": 40}}


def network_file(pids=None, name=NETWORK):
    """Return the message of a network map (RFC 7285, section 11.2.1.6)."""
    return {"meta": {"vtag": {"resource-id": name, "tag": "any"}}, "network-map": {
        pid: {family: [prefix for prefix in prefixes if (":" in prefix) == (family == "ipv6")]
              for family in ("ipv4", "ipv6")} for pid, prefixes in (pids or PREFIXES).items()}}


def cost_file(rows=None, network=NETWORK, metric="routingcost", mode="numerical"):
    """Return the message of a cost map (RFC 7285, section 11.2.3.6)."""
    return {"meta": {"dependent-vtags": [{"resource-id": network, "tag": "any"}],
                     "cost-type": {"cost-metric": metric, "cost-mode": mode}},
            "cost-map": ROWS if rows is None else rows}


def network_entry(pids=None, name=NETWORK):
    """Return a network map as RESTCONF takes it."""
    return {"alto-resources:network-map": [{"resource-id": name, "pid": [
        {"name": pid, "prefix": prefixes} for pid, prefixes in (pids or PREFIXES).items()]}]}


def cost_entry(rows=None, name=COSTS, network=NETWORK, metric="routingcost", whole_rows=False):
    """Return a cost map as RESTCONF takes it, in one of the two forms of costs."""
    def source(pid, row):
        if whole_rows:
            return {"pid": pid, "row": json.dumps(row)}
        return {"pid": pid, "destination": [{"pid": other, "numerical-cost": str(cost)} for other, cost in row.items()]}
    return {"alto-resources:cost-map": [{
        "resource-id": name, "network-map": network, "cost-type": {"cost-metric": metric, "cost-mode": "numerical"},
        "source": [source(*row) for row in (ROWS if rows is None else rows).items()]}]}


def want(world, kind, entry):
    """Ask RESTCONF for a map to be computed, network-map or cost-map, and return the response."""
    return world.restconf.write("PUT", f"{COMPUTED}/{kind}={entry['resource-id']}", {f"alto-automap:{kind}": [entry]})


def directory(world):
    """Return the resources of the directory: id -> entry."""
    return world.alto.resource(alto_client.DIRECTORY)["resources"]


def path_of(world, name):
    """Return where a resource is, as the directory says; None if it is not there."""
    entry = directory(world).get(name)
    return entry and entry["uri"]


def message(world, name):
    """Return the message of a map that the directory lists; None if it does not."""
    path = path_of(world, name)
    return path and world.alto.resource(path)


def tag(world, name):
    """Return the entity tag of a map; None if it is not served."""
    path = path_of(world, name)
    return path and world.alto.get(path).headers["ETag"].removeprefix("W/").strip('"')


def content(groups):
    """Return the prefixes of each PID of a network map's message, in any order."""
    return {pid: set(group.get("ipv4", []) + group.get("ipv6", [])) for pid, group in groups.items()}


def put_office(world, whole_rows=False):
    """Write both maps by RESTCONF, and wait until they are served."""
    world.restconf.put(f"{RESOURCES}/network-map={NETWORK}", network_entry())
    world.restconf.put(f"{RESOURCES}/cost-map={COSTS}", cost_entry(whole_rows=whole_rows))
    wait_for("the office's maps", lambda: {NETWORK, COSTS} <= set(directory(world)), 30)


@contextlib.contextmanager
def left_as_found(world):
    """Take away, in the end, all that an operator has set, and wait until the server is as it was."""
    before = world.alto.resource(alto_client.DIRECTORY)
    try:
        yield
    finally:
        for settings in (RESOURCES, COMPUTED):
            if world.restconf.get(f"{settings}?content=config") is not None:
                world.restconf.delete(settings)
        wait_for("the directory to be as it was", lambda: world.alto.resource(alto_client.DIRECTORY) == before, 60,
                 describe=lambda: world.alto.resource(alto_client.DIRECTORY))
