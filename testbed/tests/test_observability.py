# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What the server counts, to whom it tells it, its access log, its health, and its description of itself."""

import os
import re
from collections import Counter

import pytest
import requests
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics_families
from prometheus_client.parser import text_string_to_metric_families

from alto_testbed.alto_client import DIRECTORY, ENDPOINT_COST, ENDPOINT_COST_PARAMS, NETWORK_MAP, ROOT
from alto_testbed.controller import PASSWORD, USER
from alto_testbed.wait import wait_for

METRICS = "/alto-management/metrics"
_MAP = NETWORK_MAP.rpartition("/")[2]
_PREFIX = "alto_"


def _get(path, auth=None, **headers):
    return requests.get(ROOT + path, auth=auth, timeout=20, allow_redirects=False,
                        headers={name.replace("_", "-"): value for name, value in headers.items()})


def _metrics():
    """Return all samples of ours: (name, labels) -> value."""
    answer = _get(METRICS, (USER, PASSWORD))
    assert answer.status_code == 200
    return {(sample.name, frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(answer.text) for sample in family.samples
            if sample.name.startswith(_PREFIX)}


def _grown(before, names):
    """Return by how much counters grew, those that did: (name, resource, status, error) -> difference."""
    grown = Counter()
    for (name, labels), value in _metrics().items():
        difference = value - before.get((name, labels), 0)
        if name in names and difference:
            labels = dict(labels)
            grown[name, labels["resource"], labels.get("status"), labels.get("error")] += difference
    return grown


def test_counters_grow_by_exactly_what_was_asked(world):
    del world
    before = _metrics()
    first = _get(NETWORK_MAP)
    assert _get(NETWORK_MAP, If_None_Match=first.headers["ETag"]).status_code == 304
    assert _get(NETWORK_MAP, Accept="text/html").status_code == 406
    assert _get(DIRECTORY).status_code == 200
    assert _get("/alto/networkmap/none").status_code == _get("/alto/none").status_code == 404
    for body in (b"{", b"{}"):
        answer = requests.post(ROOT + ENDPOINT_COST, body, headers={"Content-Type": ENDPOINT_COST_PARAMS}, timeout=20)
        assert answer.status_code == 400
    expected = {
        ("alto_requests_total", _MAP, None, None): 3,
        ("alto_responses_total", _MAP, "200", ""): 1,
        ("alto_responses_total", _MAP, "304", ""): 1,
        ("alto_responses_total", _MAP, "406", ""): 1,
        ("alto_requests_total", "(directory)", None, None): 1,
        ("alto_responses_total", "(directory)", "200", ""): 1,
        ("alto_requests_total", "(unknown)", None, None): 2,
        ("alto_responses_total", "(unknown)", "404", ""): 2,
        ("alto_requests_total", "endpoint-cost", None, None): 2,
        ("alto_responses_total", "endpoint-cost", "400", "E_SYNTAX"): 1,
        ("alto_responses_total", "endpoint-cost", "400", "E_MISSING_FIELD"): 1,
        ("alto_received_bytes_total", "endpoint-cost", None, None): 3}
    names = {name for name, *_ in expected}
    # a client may have the answer before it is counted
    wait_for("the answers to be counted", lambda: _grown(before, names) == expected, 10,
             describe=lambda: _grown(before, names))


def test_bytes_and_times_are_those_of_the_answers(world):
    del world
    before = _metrics()
    size = len(_get(NETWORK_MAP, Accept_Encoding="identity").content)
    names = {"alto_sent_bytes_total", "alto_request_duration_seconds_count"}
    expected = {("alto_sent_bytes_total", _MAP, None, None): size,
                ("alto_request_duration_seconds_count", _MAP, None, None): 1}
    wait_for("the answer to be counted", lambda: _grown(before, names) == expected, 10,
             describe=lambda: _grown(before, names))


def test_each_version_is_encoded_once_however_many_ask(world):
    del world
    for _ in range(20):
        assert _get(NETWORK_MAP).status_code == 200
    metrics = _metrics()
    labels = frozenset({"resource": _MAP, "service": "network-map"}.items())
    assert metrics["alto_versions_total", labels] >= metrics["alto_encodings_total", labels] >= 1
    assert metrics["alto_pids", labels] >= 1 and metrics["alto_entries", labels] >= 1


def test_the_metrics_are_what_prometheus_reads(world):
    del world
    plain = _get(METRICS, (USER, PASSWORD))
    assert plain.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    families = {family.name for family in text_string_to_metric_families(plain.text)}
    accept = "application/openmetrics-text; version=1.0.0; charset=utf-8"
    openmetrics = _get(METRICS, (USER, PASSWORD), Accept=accept)
    assert openmetrics.headers["Content-Type"] == accept
    # this parser refuses whatever the format does not allow
    strict = {family.name for family in openmetrics_families(openmetrics.text)}
    assert {name.removesuffix("_total") for name in families} == strict
    assert {"alto_requests", "alto_request_duration_seconds", "process_cpu_seconds"} <= strict


@pytest.mark.parametrize("credentials", [None, (USER, "wrong"), ("nobody", PASSWORD)])
def test_the_metrics_want_the_password(world, credentials):
    del world
    assert _get(METRICS, credentials).status_code == 401


def test_the_shell_and_the_datastore_tell_the_same(world):
    _get(NETWORK_MAP)

    def shown():
        # as people see it: what a shell by SSH prints at once has a limit of 64 KiB, which all of it in JSON may exceed
        rows = [[cell.strip() for cell in line.split("|")] for line in world.controller.shell("alto:stats").splitlines()]
        return {(row[1], row[0], int(row[2].replace(",", ""))) for row in rows
                if len(row) > 3 and row[2].replace(",", "").isdigit() and row[2] != "0"}

    def stored():
        server, = world.restconf.get("alto-statistics:statistics?content=nonconfig")[
            "alto-statistics:statistics"]["server"]
        assert server["name"] == "member-1"
        return {(each["service"], each["resource"], int(each["requests"])) for each in server["resource"]
                if each["requests"] != "0"}

    def agree():
        seen = shown()
        return len(seen) > 1 and seen == stored()
    wait_for("the datastore to have the counts", agree, 60,
             describe=lambda: shown() ^ stored())
    assert _MAP in world.controller.shell("alto:stats")


def test_the_access_log_is_written_while_it_is_wanted(world):
    path = os.path.join(world.controller.directory, "data", "log", "alto-access.log")

    def lines():
        with open(path, encoding="ascii") as log:
            return log.read().splitlines()

    def logged(target):
        _get(target, User_Agent='x" 200 0\\')
        return any(f"GET {target} " in line for line in lines())
    assert not lines(), "it is off by itself"
    world.controller.configure("observe", {"access-log": "true"})
    try:
        wait_for("the access log to begin", lambda: logged("/alto?on"), 30, every=1)
    finally:
        world.controller.unconfigure("observe")
    assert re.fullmatch(r'127\.0\.0\.1 - - \[[^]]+\] "GET /alto\?on HTTP/1\.1" 200 \d+ "-" "x\\" 200 0\\\\" \d+',
                        lines()[-1])

    def ended():
        before = len(lines())
        assert _get("/alto?off").status_code == 200
        return len(lines()) == before
    wait_for("the access log to end", ended, 30, every=1)
    with open(world.controller.log, encoding="utf-8") as log:
        assert "GET /alto?on" not in log.read()


def test_the_server_is_alive_and_ready_for_everybody(world):
    del world
    for path in ("/alto-health/live", "/alto-health/ready"):
        answer = _get(path)
        assert (answer.status_code, answer.headers["Content-Type"], answer.json()) == (
            200, "application/json", {"status": "up"})
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_server_describes_itself(world):
    del world
    answer = _get("/alto-openapi.json")
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("application/json")
    assert answer.json()["openapi"].startswith("3.") and "/alto/networkmap/{id}" in answer.json()["paths"]
