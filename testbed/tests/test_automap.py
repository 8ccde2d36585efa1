# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Maps that an operator wants computed: by file, RESTCONF and shell they come, renew, say what is wrong, and go."""

import ipaddress
import json
import pathlib
import statistics

import pytest

import operators
from alto_testbed import TestbedError, alto_client
from alto_testbed.speaker import Arp, Speaker
from alto_testbed.wait import wait_for
from observed import endpoint_cost
from operators import COMPUTED
from speaking import speak_until

_FIGURES = pathlib.Path(__file__).parents[2] / "alto-automap" / "src" / "test" / "resources" / "figures"
#: Figures 6 and 7 of draft-zhang-alto-opendaylight-impl-01, as printed, and the names of their maps.
FIGURE_6 = (_FIGURES / "nearest-network-map-config.json").read_text(encoding="utf-8")
FIGURE_7 = (_FIGURES / "cost-map-config.json").read_text(encoding="utf-8")
NEAREST, COSTS = "nearest-network-map", "cmap1"
#: Figure 7, on the map of figure 6.
FIGURE_7_ON_6 = FIGURE_7.replace("my-nn-auto-network-map", NEAREST)
#: Which switches are in the PIDs of figure 6; its fifth one is not there.
SWITCHES = {"pid1": (1, 2), "pid2": (3,), "pid3": (4,)}
#: Figure 6 as RESTCONF has it.
NEAREST_ENTRY = {"resource-id": NEAREST, "nearest": {"metric": "hopcount", "anchor": [
    {"pid": "pid1", "switch": ["openflow:1", "openflow:2"]}, {"pid": "pid2", "switch": ["openflow:3"]},
    {"pid": "pid3", "switch": ["openflow:4", "openflow:5"]}]}}
_STRANGERS = 25


@pytest.fixture
def wanted(world):
    """The world, in which a test may want maps; after it, those are wanted that were before."""
    with operators.left_as_found(world):
        wish = Wanted(world)
        try:
            yield wish
        finally:
            wish.remove_files()


class Wanted:
    """What an operator does to have maps computed."""

    def __init__(self, world):
        self.world, self._files = world, set()

    def file(self, name, definition):
        """Define a map by a file, or replace the file."""
        self._files.add(name)
        self.world.controller.define_map(name, definition)

    def remove_files(self):
        """Take all these files away."""
        while self._files:
            self.world.controller.undefine_map(self._files.pop())

    def put(self, kind, entry):
        """Define a map by RESTCONF, which must take it."""
        answer = operators.want(self.world, kind, entry)
        assert answer.status_code in (201, 204), answer.text

    def await_groups(self, expected):
        """Wait until the map of figure 6 has these prefixes."""
        wait_for(f"{NEAREST} to be computed", lambda: _groups(self.world) == expected, 30,
                 describe=lambda: (_groups(self.world), self.world.restconf.auto_maps()))

    def await_costs(self, expected):
        """Wait until the map of figure 7 has these costs."""
        wait_for(f"{COSTS} to be computed", lambda: _costs(self.world) == pytest.approx(expected, abs=1e-6), 30,
                 describe=lambda: (_costs(self.world), expected, self.world.restconf.auto_maps()))

    def await_gone(self, *names):
        """Wait until maps are served no longer, and nobody says anything of them."""
        def gone():
            listed = operators.directory(self.world).keys() | self.world.restconf.auto_maps()[0].keys()
            return listed.isdisjoint(names)

        wait_for(f"{names} to be gone", gone, 30, describe=lambda: self.world.restconf.auto_maps())


def _groups(world):
    """Return the prefixes of each PID of figure 6's map; None if it is not served."""
    message = operators.message(world, NEAREST)
    return message and operators.content(message["network-map"])


def _costs(world):
    """Return the costs of figure 7's map by their two PIDs; none if it is not served."""
    message = operators.message(world, COSTS)
    return {(source, target): cost for source, row in (message["cost-map"] if message else {}).items()
            for target, cost in row.items()}


def _hosts(world):
    """Return the hosts of each PID of figure 6."""
    return {pid: [host for switch in switches for host in world.network.plan.hosts_at(switch)]
            for pid, switches in SWITCHES.items()}


def _blocks(hosts):
    """Return the fewest prefixes that have the addresses of some hosts and no other ones."""
    return {str(block) for block in ipaddress.collapse_addresses(ipaddress.ip_network(host.ip) for host in hosts)}


def _expected_groups(world):
    return {"default": {"0.0.0.0/0", "::/0"}, **{pid: _blocks(hosts) for pid, hosts in _hosts(world).items()}}


def _expected_costs(world):
    """Return the mean of the hop counts between the hosts of each two PIDs, each pair asked for by itself."""
    groups = _hosts(world)
    return {(one, other): statistics.mean(
        endpoint_cost(world, source.name, target.name) for source in groups[one] for target in groups[other]
        if source != target) for one in groups for other in groups}


def _unordered(value):
    """Return JSON in which the order of lists does not count."""
    if isinstance(value, dict):
        return {name: _unordered(member) for name, member in value.items()}
    if isinstance(value, list):
        return sorted(map(_unordered, value), key=lambda member: json.dumps(member, sort_keys=True))
    return value


# --- by file ----------------------------------------------------------------------------------------------------------

def test_figure_6_is_a_network_map_as_long_as_its_file_is_there(wanted):
    world = wanted.world
    wanted.file("figure-6", FIGURE_6)
    wanted.await_groups(_expected_groups(world))
    wait_for("its state", lambda: NEAREST in world.restconf.auto_maps()[0], 10)
    state = world.restconf.auto_maps()[0][NEAREST]
    assert state["origin"] == "figure-6.json" and "problem" not in state
    wanted.remove_files()
    wanted.await_gone(NEAREST)


def test_figure_7_waits_for_its_network_map_and_is_the_mean_of_endpoint_costs(wanted):
    world = wanted.world
    wanted.file("figure-6", FIGURE_6)
    wanted.file("figure-7", FIGURE_7)
    problem = "uses: no network map my-nn-auto-network-map is defined"

    def told():
        return world.restconf.auto_maps()[0].get(COSTS, {}).get("problem", "")

    wait_for("the problem to be told", lambda: told().startswith(problem), 30, describe=told)
    assert f"  {COSTS} (figure-7.json): {problem}" in world.controller.shell("alto:automap-status")
    assert COSTS not in operators.directory(world)
    wanted.file("figure-7", FIGURE_7_ON_6)
    wanted.await_costs(_expected_costs(world))
    network_map, cost_map = operators.message(world, NEAREST), operators.message(world, COSTS)
    assert cost_map["meta"]["dependent-vtags"] == [network_map["meta"]["vtag"]]
    wait_for("the problem to be gone", lambda: not told(), 10, describe=told)
    # there are fewer pairs than the figure wants to draw, so all count
    wait_for("its state", lambda: "reason" in world.restconf.auto_maps()[0][COSTS], 10)
    state = world.restconf.auto_maps()[0][COSTS]
    assert "error-bound" not in state and state["sampled-pairs"] == "0"
    wanted.remove_files()
    wanted.await_gone(NEAREST, COSTS)


def test_a_mistake_in_a_file_is_named_and_the_last_good_map_stays(wanted):
    world = wanted.world
    wanted.file("figure-6", FIGURE_6)
    wanted.await_groups(_expected_groups(world))
    before = operators.message(world, NEAREST)
    wanted.file("figure-6", FIGURE_6.replace('"sw3"', '"sw3", "sw1"'))
    wanted.file("ranks", FIGURE_7_ON_6.replace("numerical", "ordinal"))
    twice = "net-map-grp-para/anchors/pid2/1: openflow:1 is in PID pid1 already"
    mode = "cost-type/cost-mode: 'ordinal' is not a mode in which costs can be computed"

    def told():
        maps, others = world.restconf.auto_maps()
        return maps[NEAREST].get("problem", "").startswith(twice) and others.get("ranks.json", "").startswith(mode)

    wait_for("both mistakes to be named", told, 30, describe=world.restconf.auto_maps)
    assert world.restconf.auto_maps()[0][NEAREST]["problem"].endswith("its last good state is in use")
    listed = world.controller.shell("alto:automap-list")
    assert f"  {NEAREST} (figure-6.json): {twice}" in listed and f"  ranks.json: {mode}" in listed
    assert operators.message(world, NEAREST) == before
    assert COSTS not in operators.directory(world)
    wanted.file("figure-6", FIGURE_6)
    wanted.file("ranks", FIGURE_7_ON_6)
    wanted.await_costs(_expected_costs(world))
    wait_for("nothing to be wrong any more", lambda: not world.restconf.auto_maps()[1] and not any(
        "problem" in entry for entry in world.restconf.auto_maps()[0].values()), 30,
        describe=world.restconf.auto_maps)


# --- by RESTCONF and by shell -----------------------------------------------------------------------------------------

def test_restconf_and_the_shell_say_the_same_as_a_file(wanted, tmp_path):
    world = wanted.world
    wanted.put("network-map", NEAREST_ENTRY)
    wanted.await_groups(_expected_groups(world))
    before = operators.tag(world, NEAREST)
    stored = world.restconf.get(f"{COMPUTED}/network-map={NEAREST}?content=config")
    said = world.controller.shell(f"alto:automap-remove {NEAREST}")
    assert f"Removed the definition of network map {NEAREST}" in said
    wanted.await_gone(NEAREST)
    for name, text in (("6", FIGURE_6), ("7", FIGURE_7_ON_6)):
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    said = world.controller.shell(f"alto:automap-load {tmp_path}/6.json; alto:automap-load {tmp_path}/7.json")
    assert f"Stored the definition of network map {NEAREST} (new)" in said
    assert f"Stored the definition of cost map {COSTS} (new)" in said
    loaded = world.restconf.get(f"{COMPUTED}/network-map={NEAREST}?content=config")
    assert _unordered(loaded) == _unordered(stored)
    wanted.await_groups(_expected_groups(world))
    wanted.await_costs(_expected_costs(world))
    # the tag is a hash of the content, whoever asked for it
    assert operators.tag(world, NEAREST) == before
    world.controller.shell(f"alto:automap-remove {COSTS}; alto:automap-remove {NEAREST}")
    wanted.await_gone(NEAREST, COSTS)


def test_the_datastore_goes_before_a_file_and_leaves_its_place_to_it(wanted):
    world = wanted.world
    wanted.file("figure-6", FIGURE_6)
    wanted.await_groups(_expected_groups(world))
    wanted.put("network-map", {"resource-id": NEAREST, "component": {}})
    everybody = {"default": {"0.0.0.0/0", "::/0"}, "openflow:1": _blocks(world.network.plan.hosts)}
    wanted.await_groups(everybody)
    why = f"it has no effect, as auto-map/network-map={NEAREST} defines a map {NEAREST}, too"
    wait_for("the file to be named", lambda: why in world.restconf.auto_maps()[1].get("figure-6.json", ""), 10,
             describe=world.restconf.auto_maps)
    world.restconf.delete(f"{COMPUTED}/network-map={NEAREST}")
    wanted.await_groups(_expected_groups(world))
    with pytest.raises(TestbedError, match=f"The file figure-6.json defines map {NEAREST}; delete that file"):
        world.controller.shell(f"alto:automap-remove {NEAREST}")


#: Ways to group, and how many PIDs they make of the demo network, the default one among them.
_GROUPINGS = {
    "of-nearest": ({"nearest": {"anchor": [{"pid": "one", "switch": ["openflow:1"]}]}}, 2),
    "of-switches": ({"switch": {}}, 5),
    "of-components": ({"component": {}}, 2),
    "of-prefixes": ({"prefix": {"group": [{"pid": "low", "prefix": ["10.0.0.0/30", "2001:db8::/32"]}]}}, 2),
    "of-vlans": ({"vlan": {}}, 2),
    "of-centres": ({"k-centre": {"count": 2}}, 3),
    "of-clusters": ({"hierarchical": {"metric": "delay-ow", "count": 3}}, 4)}


def test_restconf_takes_every_way_to_group(wanted):
    world = wanted.world
    for name, (grouping, _) in _GROUPINGS.items():
        wanted.put("network-map", {"resource-id": name, **grouping})

    def sizes():
        messages = {name: operators.message(world, name) for name in _GROUPINGS}
        return {name: len(message["network-map"]) for name, message in messages.items() if message}

    wait_for("the maps", lambda: sizes() == {name: size for name, (_, size) in _GROUPINGS.items()}, 60,
             describe=lambda: (sizes(), world.restconf.auto_maps()))


#: What may be said of cost maps, for each metric something else.
_COST_MAPS = {
    "hopcount": {},
    "routingcost": {"group-metric": "median"},
    "delay-ow": {"group-metric": "95-percentile"},
    "delay-rt": {"group-metric": "max"},
    "delay-variation": {"group-metric": "99.9-percentile"},
    "lossrate": {"renewal-step": "2.5"},
    "bw-residual": {"group-metric": "min", "random-sampling": {"count": 1, "seed": "-7"}},
    "bw-available": {"group-metric": "avg", "random-sampling": {"count": 1000}, "renewal-step": "0"}}


def test_restconf_takes_every_metric_every_fold_and_every_choice_of_pairs(wanted):
    world = wanted.world
    wanted.put("network-map", {"resource-id": "of-switches", "switch": {}})
    for metric, settings in _COST_MAPS.items():
        wanted.put("cost-map", {"resource-id": f"in-{metric}", "network-map": "of-switches",
                                "cost-type": {"cost-metric": metric, "cost-mode": "numerical"}, **settings})
    names = {f"in-{metric}" for metric in _COST_MAPS}

    def served():
        # those who take a filter use the network map, too
        return {name for name, entry in operators.directory(world).items()
                if entry.get("uses") == ["of-switches"] and "accepts" not in entry}

    def computed():
        maps = world.restconf.auto_maps()[0]
        return {name for name in names if "reason" in maps.get(name, {}) and "problem" not in maps[name]}

    wait_for("the maps", lambda: served() == computed() == names, 60, describe=world.restconf.auto_maps)
    state = world.restconf.auto_maps()[0]
    assert {name: state[name]["sampled-pairs"] for name in ("in-bw-residual", "in-bw-available", "in-delay-ow")} == {
        "in-bw-residual": "1", "in-bw-available": "0", "in-delay-ow": "0"}


def test_restconf_refuses_what_makes_no_map_and_names_its_place(wanted):
    world = wanted.world
    answer = operators.want(world, "network-map", {"resource-id": "twice", "nearest": {"anchor": [
        {"pid": "one", "switch": ["openflow:1"]}, {"pid": "two", "switch": ["openflow:1"]}]}})
    assert answer.status_code == 500
    assert "auto-map/network-map=twice: " in answer.text and "openflow:1 is in PID one already" in answer.text
    assert "twice" not in world.restconf.auto_maps()[0]


# --- while the network changes ----------------------------------------------------------------------------------------

def test_costs_and_the_network_map_of_the_same_moment_are_served_while_hosts_come_and_go(wanted, no_strangers_stay):
    """RFC 7285, section 11.2.3.6: the costs are those of the version in dependent-vtags. Changes come one by one."""
    del no_strangers_stay
    world = wanted.world
    wanted.put("network-map", NEAREST_ENTRY)
    wanted.put("cost-map", {"resource-id": COSTS, "network-map": NEAREST,
                            "cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"}})
    wanted.await_costs(_expected_costs(world))
    pairs = [(alto_client.NETWORK_MAP, alto_client.HOPCOUNT_MAP),
             (operators.path_of(world, NEAREST), operators.path_of(world, COSTS))]
    versions = [set() for _ in pairs]

    def look():
        """Get each cost map between two looks at its network map; return the prefixes that both network maps have."""
        known = []
        for (network_path, cost_path), seen in zip(pairs, versions):
            before = world.alto.resource(network_path)["meta"]["vtag"]
            used, = world.alto.resource(cost_path)["meta"]["dependent-vtags"]
            after = world.alto.resource(network_path)
            assert used in (before, after["meta"]["vtag"])
            seen.add(used["tag"])
            known.append(set().union(*operators.content(after["network-map"]).values()))
        return set.intersection(*known)

    def expect(prefixes, there=True):
        return lambda: prefixes <= look() if there else prefixes.isdisjoint(look())

    # odd addresses, so that no two make a block
    strangers = [f"10.0.77.{number}" for number in range(1, 2 * _STRANGERS, 2)]
    try:
        with Speaker(world.network, "h8") as speaker:
            for number, address in enumerate(strangers):
                claim = Arp.gratuitous(f"02:00:00:00:77:{number:02x}", address)
                speak_until(speaker, [claim], f"{address} to be in the maps", expect({f"{address}/32"}), every=0)
        world.network.unplug("h8")
        wait_for("all to be gone from the maps", expect({f"{address}/32" for address in strangers}, there=False), 20,
                 every=0, describe=look)
    finally:
        world.network.plug_in("h8")
        world.await_learnt()
    look()
    assert all(len(seen) > _STRANGERS for seen in versions)
