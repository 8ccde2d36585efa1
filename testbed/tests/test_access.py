# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Who may do what, what the shell says, and what becomes of requests that are wrong."""

import json

import pytest
import requests

from alto_testbed import TestbedError, alto_client
from alto_testbed.alto_client import ENDPOINT_COST, ENDPOINT_COST_PARAMS, HOPCOUNT_MAP, NETWORK_MAP, ROOT
from alto_testbed.controller import PASSWORD, USER
from observed import all_pairs

_TOPOLOGY = "/rests/data/network-topology:network-topology?content=nonconfig&depth=2"
_PATHS = {path.rpartition("/")[2]: path for path in (NETWORK_MAP, HOPCOUNT_MAP, alto_client.ROUTINGCOST_MAP)}


def _ask(method, path, data=None, auth=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(method, ROOT + path, data=data, auth=auth, headers=headers, timeout=20,
                            allow_redirects=False)


def _shell_json(world, *commands):
    """Return the JSON that each of some commands prints, all in one session of the shell."""
    text, values = world.controller.shell("; ".join(commands)), []
    while text := text.lstrip():
        value, end = json.JSONDecoder().raw_decode(text)
        values.append(value)
        text = text[end:]
    assert len(values) == len(commands)
    return values


def test_the_shell_wants_the_password(world):
    assert "hopcount" in world.controller.shell("alto:map-list")
    with pytest.raises(TestbedError, match="refused"):
        world.controller.shell("alto:map-list", password="wrong")


@pytest.mark.parametrize(("credentials", "status"), [
    (None, 401), ((USER, "wrong"), 401), (("nobody", PASSWORD), 401), ((USER, PASSWORD), 200)])
def test_restconf_wants_the_password(world, credentials, status):
    del world
    assert _ask("GET", _TOPOLOGY, auth=credentials).status_code == status


@pytest.mark.parametrize("path", [alto_client.DIRECTORY, *_PATHS.values()])
def test_alto_is_read_without_a_password_and_without_a_redirect(world, path):
    del world
    assert _ask("GET", path).status_code == 200


def test_the_shell_and_restconf_agree_on_the_hosts(world):
    hosts, = _shell_json(world, "alto:hosts --json")
    assert world.restconf.hosts() == {
        address: (host["mac"], host["attachment-point"]) for host in hosts for address in host["addresses"]}


def test_the_shell_and_alto_agree_on_the_maps(world):
    listed, *maps = _shell_json(world, "alto:map-list --json", *(f"alto:map-show --json {name}" for name in _PATHS))
    assert maps == [world.alto.resource(path) for path in _PATHS.values()]
    assert {entry["resource-id"]: entry["tag"] for entry in listed} == {
        name: _ask("GET", path).headers["ETag"].removeprefix("W/").strip('"') for name, path in _PATHS.items()}


def test_the_shell_and_alto_agree_on_the_ways(world):
    pairs = [(a.ip, b.ip) for a, b in all_pairs(world.network.plan)[:7]]
    traces = _shell_json(world, *(f"alto:trace --json {source} {target}" for source, target in pairs))
    costs = world.alto.endpoint_costs([pairs[0][0]], [target for _, target in pairs])
    assert [trace["hop-count"] for trace in traces] == [costs[pair] for pair in pairs]
    assert len(set(costs.values())) > 1
    for trace in traces:
        assert trace["hop-count"] == max(len(path["hops"]) for path in trace["paths"])
        assert {path["outcome"] for path in trace["paths"]} == {"DELIVERED"}


def test_the_shell_names_a_host_that_it_does_not_know(world):
    with pytest.raises(TestbedError, match="No host with address 10.9.9.9 is known"):
        world.controller.shell("alto:trace 10.9.9.9 10.0.0.1")


@pytest.mark.parametrize(("method", "path", "allowed"), [
    ("POST", alto_client.DIRECTORY, "GET"), ("DELETE", NETWORK_MAP, "GET"), ("PUT", HOPCOUNT_MAP, "GET"),
    ("PATCH", NETWORK_MAP, "GET"), ("GET", ENDPOINT_COST, "POST"), ("DELETE", ENDPOINT_COST, "POST")])
def test_another_method_is_refused_with_those_allowed(world, method, path, allowed):
    del world
    answer = _ask(method, path)
    assert answer.status_code == 405
    methods = answer.headers["Allow"].replace(" ", "").split(",")
    assert allowed in methods and method not in methods


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "application/alto-costmapfilter+json"])
def test_another_content_type_is_refused(world, content_type):
    del world
    assert _ask("POST", ENDPOINT_COST, b"{}", Content_Type=content_type).status_code == 415


@pytest.mark.parametrize("accept", ["text/html", "application/alto-costmap+json", "*/*;q=0"])
def test_another_wanted_type_is_refused(world, accept):
    del world
    assert _ask("GET", NETWORK_MAP, Accept=accept).status_code == 406
    assert _ask("POST", ENDPOINT_COST, b"{}", Accept=accept, Content_Type=ENDPOINT_COST_PARAMS).status_code == 406


@pytest.mark.parametrize("path", [
    "/alto/nothing", "/alto/networkmap", "/alto/networkmap/none", "/alto/costmap/none", NETWORK_MAP + "/more",
    "/alto/costmap/default-network-map"])
def test_what_is_not_there_is_not_found(world, path):
    del world
    answer = _ask("GET", path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json" and answer.json()["status"] == 404


@pytest.mark.parametrize("body", [
    b"", b"null", b"[]", b'"text"', b"{}", b"\xff\xfe\x00", b"[" * 100_000, b'{"cost-type": 1}', b'{"cost-type": {}}',
    b'{"cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"}}',
    b'{"cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"}, "endpoints": {"srcs": 1e999999}}',
    b'{"cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"}, "endpoints": {"srcs": ["ipv4:10.0.0.256"]}}',
    b'{"cost-type": {"cost-metric": "weight", "cost-mode": "numerical"}, "endpoints": {"srcs": ["ipv4:10.0.0.1"]}}'],
    ids=lambda body: repr(body[:20]))
def test_a_malformed_query_is_the_fault_of_the_client(world, body):
    del world
    answer = _ask("POST", ENDPOINT_COST, body, Content_Type=ENDPOINT_COST_PARAMS)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/alto-error+json"
    assert answer.json()["meta"]["code"].startswith("E_")


@pytest.mark.parametrize("headers", [
    {"Accept": "/"}, {"Accept": "\x01"}, {"Accept": "a" * 6000}, {"Content-Type": "/"}, {"If-None-Match": "no quotes"},
    {"If-Modified-Since": "yesterday"}, {"Range": "bytes=9-1"}, {"Accept-Encoding": ";;"}, {"Accept-Language": "-"},
    {"Authorization": "Basic !"}, {"Cookie": "=;="}])
def test_no_header_makes_the_server_fail(world, headers):
    del world
    assert _ask("GET", NETWORK_MAP, **headers).status_code < 500
    assert _ask("POST", ENDPOINT_COST, b"{}", **{"Content-Type": ENDPOINT_COST_PARAMS, **headers}).status_code < 500
