# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What the controller learns of the network, and the maps it makes of it."""

import json
import re

import pytest

from alto_testbed import TestbedError, alto_client
from alto_testbed.world import Learning


def test_every_host_is_known_with_its_mac_and_its_port(world):
    assert world.restconf.hosts() == Learning(world).expected_hosts


def test_every_cable_is_seen_in_both_directions(world):
    _, links = world.restconf.topology()
    assert links == Learning(world).expected_links


def test_the_network_map_has_a_pid_per_switch_and_one_for_the_rest(world):
    groups = world.alto.resource(alto_client.NETWORK_MAP)["network-map"]
    found = {frozenset(group.get("ipv4", [])) for group in groups.values()}
    plan = world.network.plan
    per_switch = {frozenset(f"{host.ip}/32" for host in plan.hosts_at(switch)) for switch in plan.switches}
    assert found == per_switch | {frozenset({"0.0.0.0/0"})}
    assert [group for group in groups.values() if "::/0" in group.get("ipv6", [])] == [
        group for group in groups.values() if "0.0.0.0/0" in group.get("ipv4", [])]


def test_the_cost_maps_depend_on_the_network_map_as_it_is(world):
    tag = world.alto.resource(alto_client.NETWORK_MAP)["meta"]["vtag"]
    for path in (alto_client.HOPCOUNT_MAP, alto_client.ROUTINGCOST_MAP):
        assert world.alto.resource(path)["meta"]["dependent-vtags"] == [tag]


def test_the_directory_names_the_resources(world):
    uris = {entry["uri"] for entry in world.alto.resource(alto_client.DIRECTORY)["resources"].values()}
    for path in (alto_client.NETWORK_MAP, alto_client.HOPCOUNT_MAP, alto_client.ROUTINGCOST_MAP,
                 alto_client.ENDPOINT_COST):
        assert any(uri.endswith(path) for uri in uris), f"{path} is not in {uris}"


def test_the_shell_lists_the_hosts(world):
    listed = world.controller.shell("alto:hosts")
    for host in world.network.plan.hosts:
        assert host.ip in listed and host.mac in listed


@pytest.mark.parametrize("options, names", [
    ("", ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"]),
    ("--switch openflow:2", ["h3", "h4"]),
    ("--switch openflow:4:2", ["h8"]),
    ("--switch openflow:1:3", []),
    ("--ip 10.0.0.5", ["h5"]),
    ("--ip 10.0.0.4/30", ["h4", "h5", "h6", "h7"]),
    ("--mac 00:00:00:00:00:06", ["h6"]),
    ("--switch openflow:2 --ip 10.0.0.4/30", ["h4"])])
def test_the_shell_finds_hosts_for_people_and_for_programs(world, options, names):
    hosts = [world.network.plan.host(name) for name in names]
    # both in one session, which takes longer than all else
    said = world.controller.shell(f"alto:hosts --json {options}; alto:hosts {options}").lstrip()
    listed, end = json.JSONDecoder().raw_decode(said)
    assert [(host["mac"], host["addresses"], host["attachment-point"]) for host in listed] == [
        (host.mac, [host.ip], world.network.plan.attachment_point(host)) for host in hosts]
    table = said[end:].strip()
    if hosts:
        assert [line.split()[0] for line in table.splitlines()[2:]] == [host.mac for host in hosts]
    else:
        assert table == "No host matches; 8 hosts are known in all."


@pytest.mark.parametrize("option, value", [("--switch", "1"), ("--ip", "10.0.0"), ("--mac", "h1")])
def test_the_shell_says_what_is_wrong_with_a_choice_of_hosts(world, option, value):
    with pytest.raises(TestbedError, match=rf"{option} '{re.escape(value)}' is (not|neither) "):
        world.controller.shell(f"alto:hosts {option} {value}")
