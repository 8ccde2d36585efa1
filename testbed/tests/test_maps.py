# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Maps of an operator, by shell and by RESTCONF: they come, change, go, and nothing wrong gets in by half."""

import json
import re

import pytest
import requests

import bundles
import operators
from alto_testbed import TestbedError, alto_client
from alto_testbed.wait import wait_for
from operators import COSTS, NETWORK, PREFIXES, RESOURCES, ROWS, cost_entry, cost_file, network_entry, network_file

_YANG_PATCH = "application/yang-patch+json"


@pytest.fixture
def office(world, tmp_path):
    """The world, in which a test may set what an operator can set, and a folder for files."""
    with operators.left_as_found(world):
        yield Office(world, tmp_path)


class Office:
    """What an operator does, by shell."""

    def __init__(self, world, folder):
        self.world, self._folder = world, folder

    def file(self, what, name="map.json"):
        """Write a file, of JSON or of text as it is, and return its name."""
        path = self._folder / name
        path.write_text(what if isinstance(what, str) else json.dumps(what), encoding="utf-8")
        return str(path)

    def shell(self, command):
        """Run a command of ours and return what it prints."""
        return self.world.controller.shell(f"alto:{command}")

    def refusal(self, command):
        """Run a command of ours that must fail, and return what it prints: nothing of the command itself."""
        with pytest.raises(TestbedError) as refused:
            self.shell(command)
        return str(refused.value).partition(f"'alto:{command}': ")[2]

    def load(self, name=NETWORK, what=None):
        """Load a network map, or the cost map on it."""
        if name == COSTS:
            return self.shell(f"cost-map-load --id {name} {self.file(what or cost_file())}")
        return self.shell(f"network-map-load --id {name} {self.file(what or network_file())}")

    def state(self):
        """Return all that the operator has set, and all that is served."""
        return (self.world.restconf.get(f"{RESOURCES}?content=config"),
                self.world.alto.resource(alto_client.DIRECTORY),
                {name: operators.tag(self.world, name) for name, entry in operators.directory(self.world).items()
                 if "accepts" not in entry})


def _refused(answer, *places):
    """Require that RESTCONF refuses, and says where the fault is."""
    # what the datastore refuses is for RESTCONF an operation that failed, with status 500 (RFC 8040, section 7)
    assert answer.status_code >= 400, answer.text
    for place in places:
        assert place in answer.text


def _patch(world, *edits):
    """Ask RESTCONF for several changes at once (RFC 8072)."""
    return world.restconf.write("PATCH", RESOURCES, {
        "ietf-yang-patch:yang-patch": {"patch-id": "patch", "edit": edits}}, _YANG_PATCH)


def _prefixes(world, pid):
    return operators.content(operators.message(world, NETWORK)["network-map"])[pid]


# --- by shell ---------------------------------------------------------------------------------------------------------

def test_loaded_maps_are_served_and_shown(office):
    assert re.search(r"network map office.*3 PIDs, 5 prefixes \(new\)", office.load())
    assert re.search(r"cost map office-routingcost.*2 source PIDs, 4 costs \(new\)", office.load(COSTS))
    served = operators.message(office.world, NETWORK)
    assert operators.content(served["network-map"]) == {pid: set(prefixes) for pid, prefixes in PREFIXES.items()}
    costs = operators.message(office.world, COSTS)
    assert costs["cost-map"] == ROWS
    assert costs["meta"]["dependent-vtags"] == [served["meta"]["vtag"]]
    assert json.loads(office.shell(f"map-show --json {COSTS}")) == costs
    shown = office.shell(f"map-show {NETWORK} desks")
    assert "10.1.0.0/16" in shown and "10.1.9.0/24" not in shown
    listed = {entry["resource-id"]: entry for entry in json.loads(office.shell("map-list --json"))}
    assert {NETWORK, COSTS} <= set(listed)
    assert {listed[name]["publisher"] for name in (NETWORK, COSTS)} == {"operator"}
    assert listed[NETWORK]["tag"] == served["meta"]["vtag"]["tag"]


def test_the_directory_lists_a_map_by_itself_and_forgets_it_when_it_is_deleted(office):
    before = operators.directory(office.world)
    office.load()
    office.load(COSTS)
    entries = operators.directory(office.world)
    assert entries[NETWORK]["media-type"] == "application/alto-networkmap+json"
    assert entries[COSTS]["media-type"] == "application/alto-costmap+json"
    assert entries[COSTS]["uses"] == [NETWORK]
    pool = office.world.restconf.get("alto-resources:resource-pool?content=nonconfig")["alto-resources:resource-pool"]
    assert {NETWORK, COSTS} <= {resource["resource-id"] for resource in pool["resource"]}
    path = entries[NETWORK]["uri"]
    office.shell(f"map-delete {NETWORK} {COSTS}")
    wait_for("the maps to be gone", lambda: operators.directory(office.world) == before, 30)
    assert office.world.alto.get(path).status_code == 404


def test_what_is_exported_loads_again_and_changes_nothing(office, tmp_path):
    office.load()
    office.load(COSTS)
    before = office.state()
    for name, command in ((NETWORK, "network-map-load"), (COSTS, "cost-map-load")):
        exported = tmp_path / f"{name}.json"
        office.shell(f"map-export {name} {exported}")
        assert exported.read_bytes() == office.world.alto.get(operators.path_of(office.world, name)).content
        assert "--force" in office.refusal(f"map-export {name} {exported}")
        assert "(unchanged" in office.shell(f"{command} {exported}")
    assert office.state() == before


def test_a_computed_map_can_be_exported_and_loaded_under_another_name(office, tmp_path):
    exported = tmp_path / "copy.json"
    office.shell(f"map-export default-network-map {exported}")
    office.shell(f"network-map-load --id {NETWORK} {exported}")
    served = operators.message(office.world, NETWORK)
    original = office.world.alto.resource(alto_client.NETWORK_MAP)
    assert served["network-map"] == original["network-map"]
    assert served["meta"]["vtag"]["tag"] == original["meta"]["vtag"]["tag"]
    assert json.loads(office.shell(f"map-diff --json default-network-map {NETWORK}"))["equal"] is True


def test_a_change_has_a_new_tag_and_its_undoing_the_old_one(office):
    office.load()
    office.load(COSTS)
    tags = [operators.tag(office.world, name) for name in (NETWORK, COSTS)]
    moved = {**PREFIXES, "printers": [], "desks": [*PREFIXES["desks"], *PREFIXES["printers"]]}
    assert "(replaced)" in office.load(what=network_file(moved))
    changed = [operators.tag(office.world, name) for name in (NETWORK, COSTS)]
    assert not set(changed) & set(tags)
    office.load()
    assert [operators.tag(office.world, name) for name in (NETWORK, COSTS)] == tags


def test_the_difference_of_a_map_and_a_file(office):
    office.load()
    moved = {**PREFIXES, "printers": [], "desks": [*PREFIXES["desks"], *PREFIXES["printers"]]}
    diff = json.loads(office.shell(f"map-diff --json {NETWORK} {office.file(network_file(moved))}"))
    assert diff["equal"] is False and diff["pids"] == []
    assert diff["prefixes"] == [{"prefix": "10.1.9.0/24", "before": "printers", "after": "desks"}]


def test_a_check_changes_nothing(office):
    before = office.state()
    checked = office.shell(f"network-map-load --check --id {NETWORK} {office.file(network_file())}")
    assert "loading would add it" in checked
    assert office.state() == before
    office.load()
    before = office.state()
    office.shell(f"map-delete --check {NETWORK}")
    assert office.state() == before


def test_the_addresses_without_a_pid_get_one_if_the_operator_wants_it(office):
    command = f"--id {NETWORK} {office.file(network_file({'desks': ['10.1.0.0/16', '2001:db8::/32']}))}"
    assert re.search("0.0.0.0 has no PID.*--add-default-pid", office.refusal(f"network-map-load {command}"))
    office.shell(f"network-map-load --add-default-pid {command}")
    groups = operators.content(operators.message(office.world, NETWORK)["network-map"])
    assert groups == {"default": {"0.0.0.0/0", "::/0"}, "desks": {"10.1.0.0/16", "2001:db8::/32"}}


_BAD_NETWORK_MAPS = {
    "a prefix in two PIDs": ({**PREFIXES, "visitors": ["10.1.9.0/24"]}, "network-map/visitors/ipv4", "10.1.9.0/24"),
    "host bits": ({**PREFIXES, "visitors": ["10.2.0.1/16"]}, "network-map/visitors", "10.2.0.1/16"),
    "no prefix": ({**PREFIXES, "visitors": ["10.2.0.0"]}, "network-map/visitors", "10.2.0.0"),
    "an illegal PID": ({**PREFIXES, "the visitors": ["10.2.0.0/16"]}, "network-map", "the visitors"),
    "a gap": ({"desks": PREFIXES["desks"]}, "network-map", "0.0.0.0")}


@pytest.mark.parametrize(("pids", "place", "what"), _BAD_NETWORK_MAPS.values(), ids=_BAD_NETWORK_MAPS)
def test_a_wrong_network_map_is_refused_with_its_place(office, pids, place, what):
    office.load()
    before = office.state()
    refusal = office.refusal(f"network-map-load --id {NETWORK} {office.file(network_file(pids))}")
    assert place in refusal and what in refusal
    assert office.state() == before


@pytest.mark.parametrize(("text", "place"), [
    ("", "the file is empty"), ("[]", "an object"), ("{}", "network-map"), ('{"network-map": 1}', "network-map"),
    ('{"network-map": {"desks": {"ipv4": [1]}}}', "network-map/desks/ipv4/0"),
    ('{"network-map": {"desks": {"ipv5": []}}}', "network-map/desks/ipv5"),
    ('{"network-map": {"desks": {"ipv4": ["10.0.0.0/8"', "network-map/desks/ipv4"),
    ('{"network-map": {}, "network-map": {}}', "network-map")])
def test_what_is_not_the_message_of_a_map_is_refused(office, text, place):
    before = office.state()
    assert place in office.refusal(f"network-map-load --id {NETWORK} {office.file(text)}")
    assert office.state() == before


_BAD_COST_MAPS = {
    "an unknown source": (cost_file({"cellar": {"desks": 1}}), "cost-map/cellar"),
    "an unknown destination": (cost_file({"desks": {"cellar": 1}}), "cost-map/desks/cellar"),
    "a cost below zero": (cost_file({"desks": {"rest": -1}}), "cost-map/desks/rest"),
    "a cost that is no number": (cost_file({"desks": {"rest": "far"}}), "cost-map/desks/rest"),
    "a rank with a fraction": (cost_file({"desks": {"rest": 1.5}}, metric="hopcount", mode="ordinal"),
                               "cost-map/desks/rest"),
    "no network map": (cost_file(network="nowhere"), "nowhere"),
    "a network map that is itself": (cost_file(network="more-costs"), "more-costs"),
    "a cost type that is there": (cost_file(), "cost-type")}


@pytest.mark.parametrize(("message", "place"), _BAD_COST_MAPS.values(), ids=_BAD_COST_MAPS)
def test_a_wrong_cost_map_is_refused_with_its_place(office, message, place):
    operators.put_office(office.world)
    before = office.state()
    assert place in office.refusal(f"cost-map-load --id more-costs {office.file(message)}")
    assert office.state() == before


@pytest.mark.parametrize("name", ["default-network-map", "default-hopcount-map", "endpoint-cost"])
def test_an_operator_cannot_take_the_name_of_another_resource(office, name):
    before = office.state()
    assert name in office.refusal(f"network-map-load --id {name} {office.file(network_file())}")
    assert office.state() == before


def test_a_map_that_another_uses_is_not_deleted(office):
    operators.put_office(office.world)
    before = office.state()
    for names, named in ((NETWORK, COSTS), (f"{COSTS} default-network-map", "default-network-map"),
                         (f"{COSTS} nothing", "nothing")):
        assert named in office.refusal(f"map-delete {names}")
        assert named in office.refusal(f"map-delete --check {names}")
    # RESTCONF says why in its answer to a patch only
    _refused(office.world.restconf.write("DELETE", f"{RESOURCES}/network-map={NETWORK}"))
    _refused(_patch(office.world, {"edit-id": "1", "operation": "remove", "target": f"/network-map={NETWORK}"}),
             COSTS, NETWORK)
    assert office.state() == before


def test_a_pid_with_costs_stays(office):
    operators.put_office(office.world)
    before = office.state()
    without = {"desks": [*PREFIXES["desks"], *PREFIXES["printers"]], "rest": PREFIXES["rest"]}
    assert "printers" in office.refusal(f"network-map-load --id {NETWORK} {office.file(network_file(without))}")
    _refused(office.world.restconf.write("DELETE", f"{RESOURCES}/network-map={NETWORK}/pid=printers"))
    assert office.state() == before


# --- by RESTCONF ------------------------------------------------------------------------------------------------------

def test_a_directory_sends_clients_to_another_one(office):
    """RFC 7285, section 9.2.4; the other one is ours here, which a client that follows the URI does not know."""
    uri = alto_client.ROOT + "/alto/"
    office.world.restconf.put(f"{RESOURCES}/directory=other",
                              {"alto-resources:directory": [{"resource-id": "other", "uri": uri}]})
    entry = wait_for("the directory to list the other", lambda: operators.directory(office.world).get("other"), 20)
    assert entry == {"uri": uri, "media-type": "application/alto-directory+json"}
    other = requests.get(entry["uri"], headers={"Accept": entry["media-type"]}, timeout=20)
    assert other.headers["Content-Type"] == entry["media-type"]
    assert "endpoint-cost" in other.json()["resources"]
    # RFC 7285, section 9.2.4: it has no other field
    _refused(office.world.restconf.write("PUT", f"{RESOURCES}/directory=wrong", {
        "alto-resources:directory": [{"resource-id": "wrong", "uri": "ftp://alto.example.net/"}]}))
    office.world.restconf.delete(f"{RESOURCES}/directory=other")
    wait_for("it to be gone", lambda: "other" not in operators.directory(office.world), 20)


@pytest.mark.parametrize("whole_rows", [False, True], ids=["a cost each", "whole rows"])
def test_maps_written_by_restconf_are_served(office, whole_rows):
    operators.put_office(office.world, whole_rows)
    served = operators.message(office.world, NETWORK)["network-map"]
    assert operators.content(served) == {pid: set(prefixes) for pid, prefixes in PREFIXES.items()}
    assert operators.message(office.world, COSTS)["cost-map"] == ROWS


def test_both_forms_of_costs_and_both_tools_have_the_same_tags(office):
    office.load()
    office.load(COSTS)
    tags = {name: operators.tag(office.world, name) for name in (NETWORK, COSTS)}
    for whole_rows in (False, True):
        operators.put_office(office.world, whole_rows)
        wait_for("the same tags", lambda: tags == {name: operators.tag(office.world, name) for name in tags}, 30)


def test_a_map_is_changed_in_part_and_the_change_undone(office):
    world = office.world
    operators.put_office(world)
    before = operators.tag(world, NETWORK)
    answer = world.restconf.write("PATCH", f"{RESOURCES}/network-map={NETWORK}/pid=printers", {
        "alto-resources:pid": [{"name": "printers", "prefix": ["10.1.8.0/24"]}]})
    assert answer.status_code in (200, 204), answer.text
    wait_for("the new prefix", lambda: "10.1.8.0/24" in _prefixes(world, "printers"), 30)
    assert operators.tag(world, NETWORK) != before
    world.restconf.delete(f"{RESOURCES}/network-map={NETWORK}/pid=printers/prefix=10.1.8.0%2F24")
    wait_for("the old tag", lambda: operators.tag(world, NETWORK) == before, 30)


def test_a_map_deleted_by_restconf_is_gone(office):
    operators.put_office(office.world)
    office.world.restconf.delete(f"{RESOURCES}/cost-map={COSTS}")
    office.world.restconf.delete(f"{RESOURCES}/network-map={NETWORK}")
    wait_for("the maps to be gone", lambda: not {NETWORK, COSTS} & set(operators.directory(office.world)), 30)


_BAD_ENTRIES = {
    "a prefix in two PIDs": ("network-map", network_entry({**PREFIXES, "visitors": ["10.1.9.0/24"]}, "more"),
                             ("more", "network-map/visitors/ipv4", "10.1.9.0/24")),
    "host bits": ("network-map", network_entry({**PREFIXES, "visitors": ["10.2.0.1/16"]}, "more"),
                  ("more", "network-map/visitors", "10.2.0.1/16")),
    "a gap": ("network-map", network_entry({"desks": PREFIXES["desks"]}, "more"), ("more", "0.0.0.0")),
    # the model forbids it, so RESTCONF answers before we see it, and does not say where
    "an illegal PID": ("network-map", network_entry({**PREFIXES, "the visitors": []}, "more"), ()),
    "an unknown PID": ("cost-map", cost_entry({"desks": {"cellar": 1}}, "more", metric="hopcount"),
                       ("more", "cost-map/desks/cellar")),
    "an unknown PID in a row": ("cost-map", cost_entry({"desks": {"cellar": 1}}, "more", metric="hopcount",
                                                       whole_rows=True), ("more", "cost-map/desks/cellar")),
    "a wrong cost in a row": ("cost-map", cost_entry({"desks": {"rest": -1}}, "more", metric="hopcount",
                                                     whole_rows=True), ("more", "cost-map/desks/rest")),
    "no network map": ("cost-map", cost_entry(name="more", network="nowhere"), ("more", "nowhere")),
    "a network map that is itself": ("cost-map", cost_entry(name="more", network="more"), ("more",)),
    "a cost type that is there": ("cost-map", cost_entry(name="more"), ("more", COSTS))}


@pytest.mark.parametrize(("kind", "entry", "places"), _BAD_ENTRIES.values(), ids=_BAD_ENTRIES)
def test_what_is_wrong_is_refused_by_restconf_with_its_place(office, kind, entry, places):
    operators.put_office(office.world)
    before = office.state()
    name = entry[f"alto-resources:{kind}"][0]["resource-id"]
    _refused(office.world.restconf.write("PUT", f"{RESOURCES}/{kind}={name}", entry), *places)
    assert office.state() == before


def test_of_several_changes_at_once_all_happen_or_none(office):
    world = office.world
    operators.put_office(world)
    before = office.state()

    def patch(target):
        return _patch(world, *({"edit-id": pid, "operation": "replace", "target": f"/network-map={NETWORK}/pid={pid}",
                                "value": {"alto-resources:pid": [{"name": pid, "prefix": prefixes}]}}
                               for pid, prefixes in target.items()))

    # the prefix would be in two PIDs
    _refused(patch({"rest": [*PREFIXES["rest"], "10.3.0.0/16"], "desks": ["10.3.0.0/16"]}), "10.3.0.0/16")
    assert office.state() == before
    moved = patch({"desks": [*PREFIXES["desks"], *PREFIXES["printers"]], "printers": ["10.3.0.0/16"]})
    assert moved.status_code == 200, moved.text
    wait_for("the moved prefix", lambda: "10.1.9.0/24" in _prefixes(world, "desks"), 30)


def test_the_operator_names_the_default_network_map(office):
    world = office.world
    operators.put_office(world)
    world.restconf.put(f"{RESOURCES}/default-network-map", {"alto-resources:default-network-map": NETWORK})
    wait_for("the default network map", lambda: world.alto.resource(alto_client.DIRECTORY)["meta"][
        "default-alto-network-map"] == NETWORK, 30)


# --- endpoint properties ----------------------------------------------------------------------------------------------

def test_every_network_map_gives_a_pid_to_each_endpoint(office):
    operators.put_office(office.world)
    names = ["default-network-map.pid", f"{NETWORK}.pid"]
    assert office.world.alto.endpoint_properties(
        names, ["ipv4:10.0.0.1", "ipv4:10.1.2.3", "ipv4:10.1.9.1", "ipv6:2001:db8:1::5", "ipv6:2001:db8:2::5"]) == {
            "ipv4:10.0.0.1": dict(zip(names, ("openflow:1", "rest"))),
            "ipv4:10.1.2.3": dict(zip(names, ("default", "desks"))),
            "ipv4:10.1.9.1": dict(zip(names, ("default", "printers"))),
            "ipv6:2001:db8:1::5": dict(zip(names, ("default", "desks"))),
            "ipv6:2001:db8:2::5": dict(zip(names, ("default", "rest")))}


def test_an_endpoint_has_the_properties_of_the_longest_prefixes_that_have_them(office):
    world = office.world

    def put(prefix, **properties):
        world.restconf.put(f"{RESOURCES}/endpoint={prefix.replace('/', '%2F').replace(':', '%3A')}", {
            "alto-resources:endpoint": [{"prefix": prefix, "property": [
                {"name": f"priv:{name}", "value": value} for name, value in properties.items()]}]})

    put("10.1.0.0/16", building="north", floor="1")
    put("10.1.9.0/24", floor="2")
    put("10.1.9.7/32", building="south")
    put("2001:db8:1::/48", building="north")
    names = ["priv:building", "priv:floor"]

    def look():
        return world.alto.endpoint_properties(names, [
            "ipv4:10.1.2.3", "ipv4:10.1.9.1", "ipv4:10.1.9.7", "ipv4:10.2.0.1", "ipv6:2001:db8:1::1"])

    def known():
        # as long as no endpoint has a property, the server does not know it
        answer = world.alto.post(alto_client.ENDPOINT_PROPERTIES, {
            "properties": names, "endpoints": ["ipv6:2001:db8:1::1"]}, alto_client.ENDPOINT_PROPERTY_PARAMS)
        return answer.status_code == 200 and "north" in answer.text

    wait_for("the properties", known, 30)
    answer = {endpoint: properties for endpoint, properties in look().items() if properties}
    assert answer == {
        "ipv4:10.1.2.3": {"priv:building": "north", "priv:floor": "1"},
        "ipv4:10.1.9.1": {"priv:building": "north", "priv:floor": "2"},
        "ipv4:10.1.9.7": {"priv:building": "south", "priv:floor": "2"},
        "ipv6:2001:db8:1::1": {"priv:building": "north"}}
    offered = {name for entry in operators.directory(world).values() if "endpointprop+" in entry["media-type"]
               for name in entry["capabilities"]["prop-types"]}
    assert {"default-network-map.pid", *names} <= offered


def test_an_unknown_property_and_a_wrong_endpoint_are_the_fault_of_the_client(office):
    def ask(**body):
        answer = office.world.alto.post(alto_client.ENDPOINT_PROPERTIES, body, alto_client.ENDPOINT_PROPERTY_PARAMS)
        return answer.status_code, answer.json()["meta"]["code"]

    assert ask(properties=["nothing.pid"], endpoints=["ipv4:10.0.0.1"]) == (400, "E_INVALID_FIELD_VALUE")
    assert ask(properties=["default-network-map.pid"], endpoints=["10.0.0.1"]) == (400, "E_INVALID_FIELD_VALUE")
    assert ask(endpoints=["ipv4:10.0.0.1"]) == (400, "E_MISSING_FIELD")


# --- bundles of others ------------------------------------------------------------------------------------------------

def test_a_bundle_of_others_adds_resources_and_takes_them_away(office):
    world = office.world
    before = operators.directory(world)
    with bundles.sample(world):
        added = wait_for("the resources of the bundle", lambda: set(operators.directory(world)) - set(before), 60)
        entries = {name: operators.directory(world)[name] for name in added}
        for entry in entries.values():
            if "accepts" not in entry:
                assert world.alto.get(entry["uri"]).headers["Content-Type"] == entry["media-type"]
        assert "application/alto-networkmap+json" in {entry["media-type"] for entry in entries.values()}
        publishers = {entry["publisher"] for entry in json.loads(office.shell("resource-list --json"))
                      if entry["resource-id"] in added}
        assert publishers and not publishers & {"operator", "auto-map"}
    wait_for("the resources to be gone", lambda: operators.directory(world) == before, 60,
             describe=lambda: set(operators.directory(world)) - set(before))
