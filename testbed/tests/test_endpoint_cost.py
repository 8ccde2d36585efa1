# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""An endpoint cost is what packets pay: compared with the counters of the switches they pass."""

from alto_testbed import alto_client
from alto_testbed.probe import TCP, probe
from observed import all_pairs, await_endpoint_cost, endpoint_cost, observed_hops


def test_every_pair_costs_the_number_of_switches_that_its_packets_pass(world):
    addresses = [host.ip for host in world.network.plan.hosts]
    answer = world.alto.endpoint_costs(addresses, addresses)
    pairs = all_pairs(world.network.plan)
    observed = {(a.ip, b.ip): observed_hops(world, a.name, b.name) for a, b in pairs}
    assert {(a.ip, b.ip): answer.get((a.ip, b.ip)) for a, b in pairs} == observed


def test_the_longest_way_of_a_pair_counts(world):
    assert probe(world.network, "h1", "h3").switches == {1, 2}
    assert probe(world.network, "h1", "h3", TCP, 22).switches == {1, 3, 2}
    assert endpoint_cost(world, "h1", "h3") == 3


def test_a_flow_costs_what_its_own_packets_pay(world):
    """Figure 3 of the founding draft: TCP port 22 takes another path than the rest (M-FCS-03)."""
    source = "ipv4:10.0.0.1"
    flows = {(source, "tcp:10.0.0.3:22"): probe(world.network, "h1", "h3", TCP, 22).hops,
             (source, "tcp:10.0.0.3:80"): probe(world.network, "h1", "h3", TCP, 80).hops,
             (source, "tcp:10.0.0.2:22"): probe(world.network, "h1", "h2", TCP, 22).hops}
    assert list(flows.values()) == [3, 2, 1]
    assert world.alto.flow_costs(flows) == flows
    whole_host = {(source, "ipv4:10.0.0.3"): 3}         # both ports are among its packets, and the longest way counts
    assert world.alto.flow_costs(flows | whole_host) == flows | whole_host
    assert endpoint_cost(world, "h1", "h3") == 3
    # UDP port 22 is not TCP port 22, and neither is what comes from port 22
    others = {("ipv4:10.0.0.1", "udp:10.0.0.3:22"): 2, ("tcp:10.0.0.1:22", "tcp:10.0.0.3:80"): 2,
              ("tcp:10.0.0.1:22", "ipv4:10.0.0.3"): 3}
    assert world.alto.flow_costs(others) == others


def test_ranks_order_flows_as_their_costs_do(world):
    """Equal costs have equal ranks (M-7285-42)."""
    ranks = {("ipv4:10.0.0.1", "tcp:10.0.0.3:22"): 3, ("ipv4:10.0.0.1", "ipv4:10.0.0.2"): 1,
             ("ipv4:10.0.0.1", "tcp:10.0.0.3:80"): 2, ("ipv4:10.0.0.5", "ipv4:10.0.0.1"): 2}
    assert world.alto.flow_costs(ranks, mode="ordinal") == ranks


def test_the_cost_follows_a_changed_rule(world, rules):
    plan = world.network.plan
    await_endpoint_cost(world, "h1", "h5", 2)
    rules.route(plan.host("h5"), at=1, towards=2)       # s1-s2-s3 now
    await_endpoint_cost(world, "h1", "h5", 3)
    assert observed_hops(world, "h1", "h5") == 3
    rules.route(plan.host("h5"), at=1, towards=3)
    await_endpoint_cost(world, "h1", "h5", 2)
    assert observed_hops(world, "h1", "h5") == 2


def test_without_a_rule_and_a_predictor_there_is_no_cost_and_no_packet_arrives(world, rules, path_service):
    path_service({"predictor": ["none"]})
    await_endpoint_cost(world, "h1", "h7", 3)
    rules.unroute(world.network.plan.host("h7"), at=3)
    await_endpoint_cost(world, "h1", "h7", None)
    assert observed_hops(world, "h1", "h7") is None
    assert world.network.ping("h1", "h7") == 0
    assert endpoint_cost(world, "h7", "h1") == 3        # the way back is another matter
    rules.install_shortest_paths()
    await_endpoint_cost(world, "h1", "h7", 3)
    assert observed_hops(world, "h1", "h7") == 3


def test_an_unknown_host_has_no_cost(world):
    costs = world.alto.endpoint_costs(["10.0.0.1", "10.9.9.9"], ["10.0.0.2", "10.9.9.8"])
    assert costs == {("10.0.0.1", "10.0.0.2"): 1}


def test_malformed_json_is_a_syntax_error(world):
    response = world.alto.post(alto_client.ENDPOINT_COST, b'{"cost-type": ', alto_client.ENDPOINT_COST_PARAMS)
    assert response.status_code == 400
    assert response.headers["Content-Type"].split(";")[0] == "application/alto-error+json"
    assert response.json()["meta"]["code"] == "E_SYNTAX"


def test_the_trace_explains_both_ways(world):
    trace = world.controller.shell("alto:trace 10.0.0.1 10.0.0.3")
    for switch in ("openflow:1", "openflow:2", "openflow:3"):
        assert switch in trace
