# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Parts of maps (RFC 7285, section 11.3; RFC 8189) are what the whole maps say."""

import pytest

import operators
from alto_testbed import alto_client

_FILTER = "application/alto-networkmapfilter+json"
_COST_FILTER = "application/alto-costmapfilter+json"
_HOPCOUNT = {"cost-metric": "hopcount", "cost-mode": "numerical"}
_ROUTINGCOST = {"cost-metric": "routingcost", "cost-mode": "numerical"}
_PIDS = ["openflow:1", "openflow:3"]


def _filter(world, accepts, body):
    """Ask the resource that the directory has for parts of the default network map or of its costs."""
    path = next(entry["uri"] for entry in operators.directory(world).values()
                if entry.get("accepts") == accepts and entry["uses"] == ["default-network-map"])
    return world.alto.post(path, body, accepts)


def _answer(world, accepts, body):
    response = _filter(world, accepts, body)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_part_of_the_network_map_has_the_tag_of_the_whole(world):
    whole = world.alto.resource(alto_client.NETWORK_MAP)
    part = _answer(world, _FILTER, {"pids": _PIDS + ["nobody"], "address-types": ["ipv4"]})
    assert part == {"meta": whole["meta"], "network-map": {pid: whole["network-map"][pid] for pid in _PIDS}}
    assert _answer(world, _FILTER, {"pids": []}) == whole


def test_a_part_of_a_cost_map_is_as_in_the_whole(world):
    whole = world.alto.resource(alto_client.HOPCOUNT_MAP)
    part = _answer(world, _COST_FILTER, {"cost-type": _HOPCOUNT, "pids": {"srcs": _PIDS, "dsts": ["openflow:4"]}})
    assert part == {"meta": whole["meta"], "cost-map": {
        pid: {"openflow:4": whole["cost-map"][pid]["openflow:4"]} for pid in _PIDS}}
    assert _answer(world, _COST_FILTER, {"cost-type": _HOPCOUNT}) == whole


def test_constraints_leave_out_what_is_too_far(world):
    whole = world.alto.resource(alto_client.HOPCOUNT_MAP)["cost-map"]
    near = {source: {target: cost for target, cost in row.items() if cost <= 2} for source, row in whole.items()}
    assert _answer(world, _COST_FILTER, {"cost-type": _HOPCOUNT, "constraints": ["le 2"]})["cost-map"] == near


def test_several_costs_and_alternatives_of_constraints(world):
    types = [_ROUTINGCOST, _HOPCOUNT]
    maps = [world.alto.resource(path)["cost-map"] for path in (alto_client.ROUTINGCOST_MAP, alto_client.HOPCOUNT_MAP)]
    answer = _answer(world, _COST_FILTER, {"multi-cost-types": types,
                                           "or-constraints": [["[0] ge 3", "[1] ge 3"], ["[1] eq 1"]]})
    assert answer["meta"]["cost-type"] == {} and answer["meta"]["multi-cost-types"] == types
    pairs = {(source, target): [costs[source][target] for costs in maps]
             for source, row in maps[0].items() for target in row}
    wanted = {pair: costs for pair, costs in pairs.items() if min(costs) >= 3 or costs[1] == 1}
    assert 0 < len(wanted) < len(pairs)
    assert {(source, target): costs for source, row in answer["cost-map"].items()
            for target, costs in row.items()} == wanted


def test_several_endpoint_costs_are_those_of_one_after_the_other(world):
    query = alto_client.endpoint_cost_query(["10.0.0.1"], ["10.0.0.3", "10.0.0.5"])
    del query["cost-type"]
    answer = world.alto.post(alto_client.ENDPOINT_COST, query | {"multi-cost-types": [_HOPCOUNT, _ROUTINGCOST]},
                             alto_client.ENDPOINT_COST_PARAMS).json()["endpoint-cost-map"]["ipv4:10.0.0.1"]
    each = [world.alto.endpoint_costs(["10.0.0.1"], ["10.0.0.3", "10.0.0.5"], cost_type["cost-metric"])
            for cost_type in (_HOPCOUNT, _ROUTINGCOST)]
    assert answer == {f"ipv4:{target}": [costs["10.0.0.1", target] for costs in each]
                      for target in ("10.0.0.3", "10.0.0.5")}


@pytest.mark.parametrize("accepts, body, error", [
    (_FILTER, {}, {"code": "E_MISSING_FIELD", "field": "pids"}),
    (_COST_FILTER, {}, {"code": "E_MISSING_FIELD", "field": "cost-type"}),
    (_COST_FILTER, {"cost-type": _HOPCOUNT, "constraints": ["near"]},
     {"code": "E_INVALID_FIELD_VALUE", "field": "constraints", "value": "near"})])
def test_a_wrong_filter_is_the_fault_of_the_client(world, accepts, body, error):
    response = _filter(world, accepts, body)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/alto-error+json"
    assert response.json()["meta"] == error
