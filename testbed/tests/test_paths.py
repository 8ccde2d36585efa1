# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Paths explained, and paths of which no rule is on a switch: intended, predicted, and installed because they were asked for."""

import json

import pytest

import bundles
from alto_testbed.ovs import command
from alto_testbed.wait import wait_for
from observed import await_endpoint_cost, endpoint_cost, observed_hops

_H1, _H3, _H7 = "10.0.0.1", "10.0.0.3", "10.0.0.7"


def _shell_trace(world, arguments):
    return json.loads(world.controller.shell(f"alto:trace --json {arguments}"))


def _as_the_shell_says(path):
    """Return a path of trace-path in the words of alto:trace --json."""
    def enum(word):
        return word.upper().replace("-", "_")

    def rule(entry):
        return {name: entry[name] for name in ("table", "priority", "match", "cookie")} | {"flow": entry["flow-id"]}

    def meter(entry):
        return {"id": entry["id"]} | ({"bytes-per-second": int(entry["rate"])} if "rate" in entry else {})

    hops = [{name: value for name, value in hop.items() if name not in ("rule", "meter", "rewrite")}
            | {"rules": [rule(entry) for entry in hop.get("rule", [])],
               "meters": [meter(entry) for entry in hop.get("meter", [])],
               "rewrites": [entry["action"] for entry in hop.get("rewrite", [])]} for hop in path.get("hop", [])]
    return {name: value for name, value in path.items() if name != "hop"} | {
        "outcome": enum(path["outcome"]), "origin": enum(path["origin"]), "share": float(path["share"]), "hops": hops}


def _origins(world, source, target):
    return [(path["origin"], path["outcome"]) for path in world.restconf.trace_path(source, target).get("path", [])]


def _await_origin(world, source, target, origin, timeout=120):
    wait_for(f"the path to {target} to be {origin}",
             lambda: _origins(world, source, target) == [(origin, "delivered")], timeout,
             describe=lambda: world.restconf.trace_path(source, target))


@pytest.mark.parametrize("options, fields", [
    ("", {}), ("--protocol tcp --dport 22 ", {"protocol": 6, "destination_port": 22}),
    ("--protocol udp --sport 5 --dport 53 ", {"protocol": 17, "source_port": 5, "destination_port": 53})])
def test_restconf_and_the_shell_explain_the_same(world, options, fields):
    told, shown = world.restconf.trace_path(_H1, _H3, **fields), _shell_trace(world, f"{options}{_H1} {_H3}")
    assert [_as_the_shell_says(path) for path in told["path"]] == shown["paths"]
    assert len(told["path"]) == (1 if fields else 2)
    assert (told["hop-count"], told["truncated"]) == (shown["hop-count"], shown["truncated"])
    assert int(told["age"]) >= 0


def test_a_question_that_contradicts_itself_is_refused(world):
    with pytest.raises(Exception, match="gave 400.*A port needs protocol"):
        world.restconf.trace_path(_H1, _H3, destination_port=22)


def test_an_unknown_host_is_an_outcome(world):
    paths = world.restconf.trace_path(_H1, "10.9.9.9")["path"]
    assert [(path["outcome"], path["reason"]) for path in paths] == [("unknown-host", "10.9.9.9")]


def test_where_no_rule_leads_on_the_shortest_path_is_predicted_and_says_so(world, rules):
    rules.unroute(world.network.plan.host("h7"), at=3)
    _await_origin(world, _H1, _H7, "predicted")
    told, shown = world.restconf.trace_path(_H1, _H7), _shell_trace(world, f"{_H1} {_H7}")
    assert [_as_the_shell_says(path) for path in told["path"]] == shown["paths"]
    path, = told["path"]
    assert path["predicted-by"] == "shortest-path"
    assert path["reason"] == "no rule matches of table 1 of openflow:3; predicted from openflow:3 on"
    assert [hop["switch"] for hop in path["hop"]] == ["openflow:1", "openflow:3", "openflow:4"]
    assert endpoint_cost(world, "h1", "h7") == 3
    assert observed_hops(world, "h1", "h7") is None     # it is a prediction
    assert "Origin: predicted by shortest-path" in world.controller.shell(f"alto:trace {_H1} {_H7}")


def test_a_rule_that_its_switch_lost_is_intended(world, rules):
    target = world.network.plan.host("h7")
    command("ovs-ofctl", "-O", "OpenFlow13", "--strict", "del-flows", "s3", f"table=1,priority=10,ip,nw_dst={target.ip}")
    _await_origin(world, _H1, _H7, "intended")
    assert endpoint_cost(world, "h1", "h7") == 3
    assert observed_hops(world, "h1", "h7") is None
    # what is configured already is not sent again
    rules.unroute(target, at=3)
    rules.install_shortest_paths()
    _await_origin(world, _H1, _H7, "installed")


def test_the_operator_chooses_what_one_cost_stands_for(world, path_service):
    assert endpoint_cost(world, "h1", "h3") == 3
    for aggregation, cost in (("best", 2), ("weighted", 2.5), ("worst", 3)):
        path_service({"aggregation": aggregation})
        await_endpoint_cost(world, "h1", "h3", cost, timeout=10)


def test_a_predicted_path_is_installed_if_the_operator_wants_it(world, rules, path_service):
    target = world.network.plan.host("h7")
    rules.unroute(target, at=3)
    _await_origin(world, _H1, _H7, "predicted")
    assert world.network.ping("h1", "h7") == 0
    path_service({"force-compute": {"enabled": True, "priority": 300}})

    def state():
        world.restconf.trace_path(_H1, _H7)
        return world.restconf.forced_paths().get((_H1, _H7), {})
    wait_for("the path to be verified", lambda: state().get("state") == "verified", 90, describe=state)
    assert state()["by"] == "shortest-path"
    path, = world.restconf.trace_path(_H1, _H7)["path"]
    assert path["origin"] == "installed"
    # the last switch could already deliver, so its new rule may come a moment later
    assert path["hop"][1]["rule"][0]["flow-id"] == f"alto-path:{_H1}-{_H7}"
    assert world.network.ping("h1", "h7") == 1
    assert observed_hops(world, "h1", "h7") == 3
    path_service({})
    wait_for("the rules to go", lambda: not [flow for _, _, flow in world.restconf.rules() if "alto-path" in flow], 60,
             describe=world.restconf.rules)
    assert not world.restconf.forced_paths()
    assert world.network.ping("h1", "h7") == 0


def test_a_bundle_of_others_predicts_paths(world, rules, path_service):
    path_service({"predictor": ["sample"]})
    rules.unroute(world.network.plan.host("h2"), at=1)
    gap = [("installed", "no-rule")]
    wait_for("the rule to go", lambda: _origins(world, _H1, "10.0.0.2") == gap, 60,
             describe=lambda: _origins(world, _H1, "10.0.0.2"))
    with bundles.sample(world):
        _await_origin(world, _H1, "10.0.0.2", "predicted")
        path, = world.restconf.trace_path(_H1, "10.0.0.2")["path"]
        assert path["predicted-by"] == "sample"
    wait_for("the predictor to go", lambda: _origins(world, _H1, "10.0.0.2") == gap, 60,
             describe=lambda: _origins(world, _H1, "10.0.0.2"))
