# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The client that watches, against a small server over HTTP: what ./alto watch does."""

import argparse
import contextlib
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading

import pytest

from alto_testbed import TestbedError
from alto_testbed.watching import JSON_PATCH, MERGE_PATCH, STREAM, STREAM_CONTROL, STREAM_PARAMS, TIPS
from alto_testbed.watching.check import Checker, Different
from alto_testbed.watching.directory import find
from alto_testbed.watching.livecopy import LiveCopy, merge_patch
from alto_testbed.watching.session import ALIVE, Changed, Note, lasting, together
from alto_testbed.watching.stream import open_stream
from alto_testbed.watching.streaming import StreamSession
from alto_testbed.watching.tips import TipsSession
from alto_testbed.watching.web import Refused, Silent, Web
from updating import COST_MAP, DIRECTORY, ERROR, HERE, NETWORK_MAP, Clock, Server, encode

PIDS = ["P1", "P2", "P3", "P4"]
SEEDS = range(8)


@pytest.fixture
def server():
    """A server without resources."""
    with Server() as running:
        yield running


def network_map(tag, **pids):
    return {"meta": {"vtag": {"resource-id": "net", "tag": tag}},
            "network-map": pids or {"P1": {"ipv4": ["0.0.0.0/0"]}}}


def cost_map(tag, on="n0", **rows):
    return {"meta": {"vtag": {"resource-id": "cost", "tag": tag},
                     "dependent-vtags": [{"resource-id": "net", "tag": on}],
                     "cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"}},
            "cost-map": rows or {"P1": {"P1": 1}}}


def some_network_map(chance, tag):
    prefixes = [f"10.0.{n}.0/24" for n in range(20)]
    chance.shuffle(prefixes)
    cuts = sorted(chance.choices(range(21), k=len(PIDS) - 1))
    return network_map(tag, **{pid: {"ipv4": prefixes[a:b]}
                               for pid, a, b in zip(PIDS, [0, *cuts], [*cuts, 20]) if b > a})


def some_cost_map(chance, tag, on):
    return cost_map(tag, on, **{source: {target: chance.randrange(9) for target in PIDS if chance.random() < 0.8}
                                for source in PIDS if chance.random() < 0.9})


def options(**given):
    return argparse.Namespace(**{"full": False, "input": None} | given)


def sessions(server, names, copies, tips=False, **given):
    """Return the iterator over what comes of watching, without pauses."""
    web = Web(server.url)

    def choose(kind):
        return find(web, server.url).choose(kind, names, has_input=given.get("input") is not None)

    def no_pause(_seconds):
        pass

    if tips:
        return together([lasting(TipsSession(web, choose, name, copies, options(**given), no_pause).connect, no_pause)
                         for name in names])
    return lasting(StreamSession(web, choose, copies, options(**given)).connect, no_pause)


def take(iterator, count):
    """Return the next so many renewals, unless too much else comes."""
    with contextlib.closing(iterator):
        changes = list(itertools.islice((item for item in itertools.islice(iterator, 50) if isinstance(item, Changed)),
                                        count))
    assert len(changes) == count
    return changes


def publish_all(server, seed, count, cut=0.0):
    """Publish random versions of both maps from a thread of its own; return it."""
    chance = random.Random(seed)

    def run():
        for number in range(1, count + 1):
            server.publish("net", some_network_map(chance, f"n{number}"),
                           chance.choice([MERGE_PATCH, JSON_PATCH, NETWORK_MAP]))
            server.publish("cost", some_cost_map(chance, f"c{number}", f"n{number}"),
                           chance.choice([MERGE_PATCH, JSON_PATCH, COST_MAP]))
            if chance.random() < cut:
                server.cut_streams()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


# laws over random sequences of versions

@pytest.mark.parametrize("tips", [False, True], ids=["stream", "tips"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_is_what_the_server_had_at_every_version(server, seed, tips):
    chance = random.Random(seed)
    server.split, server.ending = chance, chance.choice([b"\n", b"\r\n", b"\r"])
    server.publish("net", some_network_map(chance, "n0"))
    server.publish("cost", some_cost_map(chance, "c0", "n0"))
    copies = {"net": LiveCopy(), "cost": LiveCopy()}
    iterator = sessions(server, list(copies), copies, tips)
    seen = {"net": [], "cost": []}
    publisher = None
    for item in iterator:
        if isinstance(item, Changed):
            assert item.before == (seen[item.resource.id][-1] if seen[item.resource.id] else None)
            seen[item.resource.id].append(item.after)
        if publisher is None and all(seen.values()):
            publisher = publish_all(server, seed, 25)
        if all(len(versions) == 26 for versions in seen.values()):
            break
    iterator.close()
    for name, versions in seen.items():
        assert versions == server.resources[name].contents, f"seed {seed}: {name}"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_is_right_again_after_lost_connections(server, seed):
    chance = random.Random(seed)
    server.publish("net", some_network_map(chance, "n0"))
    server.publish("cost", some_cost_map(chance, "c0", "n0"))
    copies = {"net": LiveCopy(), "cost": LiveCopy()}
    iterator = sessions(server, list(copies), copies)
    publisher = publish_all(server, seed, 30, cut=0.3)
    for item in iterator:
        if isinstance(item, Changed):
            assert item.after in server.resources[item.resource.id].contents, f"seed {seed}"
            if copies["net"].tag == "n30" and copies["cost"].tag == "c30":
                break
    publisher.join()
    iterator.close()
    for name, copy in copies.items():
        assert copy.content == server.resources[name].contents[-1], f"seed {seed}: {name}"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_by_tips_is_right_though_the_server_drops_old_versions(server, seed):
    chance = random.Random(seed)
    server.publish("net", some_network_map(chance, "n0"))
    copies = {"net": LiveCopy()}
    iterator = sessions(server, ["net"], copies, tips=True)
    for number in range(1, 20):
        item = next(item for item in iterator if isinstance(item, Changed))
        assert item.after in server.resources["net"].contents
        for burst in range(chance.randrange(1, 4)):
            server.publish("net", some_network_map(chance, f"n{number}.{burst}"),
                           chance.choice([MERGE_PATCH, JSON_PATCH]))
        if chance.random() < 0.5:
            server.first["net"] = len(server.resources["net"].contents)
    last = server.resources["net"].contents[-1]
    assert any(isinstance(item, Changed) and item.after == last for item in iterator), f"seed {seed}"
    iterator.close()


# what is asked

def test_the_stream_is_asked_for_what_needs_no_input_by_a_request_as_the_rfc_has_it(server):
    server.publish("net", network_map("n0"))
    server.publish("cost", cost_map("c0"))
    server.publish("filtered", cost_map("f0"))
    with contextlib.closing(lasting(StreamSession(
            Web(server.url), find(Web(server.url), server.url).choose, {"net": LiveCopy(), "cost": LiveCopy()},
            options()).connect)) as iterator:
        next(iterator)
    assert server.bodies("POST", "/alto/updates") == [
        {"add": {"net": {"resource-id": "net"}, "cost": {"resource-id": "cost"}}}]
    headers = next(headers for method, path, headers, _ in server.requests if path == "/alto/updates")
    assert headers["Accept"] == f"{STREAM},{ERROR}"
    assert headers["Content-Type"] == "application/alto-updatestreamparams+json"


def test_tag_input_and_full_are_sent(server):
    server.publish("net", network_map("n0"))
    server.publish("filtered", cost_map("f0"))
    copies = {"net": LiveCopy(network_map("n0")), "filtered": LiveCopy(cost_map("old"))}
    take(sessions(server, ["net", "filtered"], copies, full=True, input={"pids": {}}), 1)
    assert server.bodies("POST", "/alto/updates") == [{"add": {
        "net": {"resource-id": "net", "tag": "n0", "incremental-changes": False},
        "filtered": {"resource-id": "filtered", "input": {"pids": {}}, "incremental-changes": False}}}]
    server.requests.clear()
    take(sessions(server, ["filtered"], copies, tips=True, input={"pids": {}}), 1)
    assert server.bodies("POST", "/alto/tips") == [{"resource-id": "filtered", "input": {"pids": {}}}]


@pytest.mark.parametrize("tips", [False, True], ids=["stream", "tips"])
def test_what_is_current_is_not_sent_again(server, tips):
    server.publish("net", network_map("n0"))
    copies = {"net": LiveCopy(network_map("n0"))}
    iterator = sessions(server, ["net"], copies, tips)
    next(iterator)
    server.publish("net", network_map("n1", P2={"ipv4": ["10.0.0.0/8"]}))
    [changed] = take(iterator, 1)
    assert changed.media_type == MERGE_PATCH and changed.after == server.resources["net"].contents[-1]


@pytest.mark.parametrize("tips", [False, True], ids=["stream", "tips"])
def test_a_patch_that_does_not_fit_has_all_of_it_sent_again(server, tips):
    server.publish("net", network_map("n0"))
    copies = {"net": LiveCopy()}
    iterator = sessions(server, ["net"], copies, tips)
    next(item for item in iterator if isinstance(item, Changed))
    server.resources["net"].updates.append((JSON_PATCH, b'[{"op": "remove", "path": "/nowhere"}]'))
    with server.changed:
        server.resources["net"].contents.append(network_map("n1"))
        server.changed.notify_all()
    broken = next(item for item in iterator if isinstance(item, Note))
    assert "net cannot be applied" in broken.text and "nowhere" in broken.text
    [changed] = take(iterator, 1)
    assert changed.before is None and changed.after == network_map("n1")
    assert "tag" not in json.dumps(server.bodies("POST", "/alto/(updates|tips)"))


def test_other_events_are_ignored_with_a_note(server):
    server.publish("net", network_map("n0"))
    body = (encode(STREAM_CONTROL, b'{"control-uri": null}') + b": alive\n" + encode("application/x-news,net2", b"{}")
            + encode("ping", b"1") + encode(STREAM_CONTROL, b'{"stopped": ["net"], "description": "it is gone"}'))
    server.answers["POST", "/alto/updates"] = 200, STREAM, body
    iterator = sessions(server, ["net"], {"net": LiveCopy()})
    notes = [item.text for item in itertools.islice(iterator, 6) if isinstance(item, Note)]
    iterator.close()
    assert notes[1:] == ["an event that is none of ours was ignored: application/x-news,net2",
                         "an event that is none of ours was ignored: ping",
                         "the server no longer tells of net: it is gone", "the server has ended it; again in 1 s"]


def test_pauses_grow_while_the_server_does_not_come_back(server):
    server.publish("net", network_map("n0"))
    waited = []

    def pause(seconds):
        waited.append(seconds)
        server.answers["GET", "/alto"] = 503, "text/plain", b""
        if len(waited) == 8:
            del server.answers["GET", "/alto"]

    web = Web(server.url)
    session = StreamSession(web, lambda kind: find(web, server.url).choose(kind), {"net": LiveCopy()}, options())
    iterator = lasting(session.connect, pause)
    next(item for item in iterator if isinstance(item, Changed))
    server.cut_streams()
    # what was current is not sent again, so there is a note of the connection only
    texts = [next(iterator).text for _ in range(9)]
    iterator.close()
    assert waited == [1, 2, 4, 8, 16, 30, 30, 30]
    assert "was lost" in texts[0] and "again in 1 s" in texts[0] and "503" in texts[1] and "watching net" in texts[8]


def test_a_pause_is_as_long_as_the_server_asks():
    waited = []

    def connect():
        yield ALIVE
        raise Refused("busy", 503, retry_after=(7, 100_000)[len(waited)])

    iterator = lasting(connect, waited.append)
    assert [item.text for item in itertools.islice(iterator, 4) if item is not ALIVE] == [
        "busy; again in 7 s", "busy; again in 300 s"]
    iterator.close()
    assert waited == [7]


def test_a_first_connection_that_fails_is_an_error(server):
    server.publish("net", network_map("n0"))
    server.answers["POST", "/alto/updates"] = 400, ERROR, {
        "meta": {"code": "E_INVALID_FIELD_VALUE", "field": "add/net/resource-id", "value": "net"}}
    with pytest.raises(Refused, match="gave 400 .E_INVALID_FIELD_VALUE add/net/resource-id net"):
        next(sessions(server, ["net"], {"net": LiveCopy()}))
    server.answers["POST", "/alto/tips"] = 404, ERROR, b""
    with pytest.raises(TestbedError, match="gave 404"):
        next(sessions(server, ["net"], {"net": LiveCopy()}, tips=True))


def test_a_server_that_falls_silent_is_taken_for_dead(server):
    server.publish("net", network_map("n0"))
    # its comments come less often than that; on a slow machine not even the answer begins in time
    with pytest.raises(Silent, match="nothing came|does not answer"):
        with Web(server.url).request("POST", f"{server.root}/alto/updates", STREAM,
                                     {"add": {"net": {"resource-id": "net"}}}, STREAM_PARAMS, patience=0.05) as answer:
            answer.body()


def test_a_stream_can_be_changed_by_its_control(server):
    server.publish("net", network_map("n0"))
    server.publish("cost", cost_map("c0"))
    add = {name: {"resource-id": name} for name in ("net", "cost")}
    with open_stream(f"{server.root}/alto/updates", add) as stream:
        events = iter(stream)
        assert [next(events).name.rpartition(",")[2] for _ in range(3)] == [STREAM_CONTROL, "net", "cost"]
        stream.request(remove=["net"])
        stopped = next(event for event in events if getattr(event, "name", None) == STREAM_CONTROL)
        assert json.loads(stopped.data) == {"stopped": ["net"]}
    assert server.await_request("POST", "/control/0", 2)[-1] == {"remove": []}


# what the directory has

@pytest.mark.parametrize("kind, names, given, error", [
    (STREAM, ["nothing"], {}, "'nothing' is not in the directory; there is: cost, filtered, net"),
    (STREAM, ["updates"], {}, "'updates' is not in what the update stream tells of"),
    (TIPS, ["filtered"], {}, "filtered: give --input"),
    (STREAM, ["net"], {"has_input": True}, "no resource is named that wants")])
def test_what_cannot_be_watched_is_an_error_that_says_what_can(server, kind, names, given, error):
    for name in ("net", "cost", "filtered"):
        server.publish(name, network_map("n0"))
    with pytest.raises(TestbedError, match=error):
        find(Web(server.url), server.url).choose(kind, names, **given)


def test_a_directory_without_services_says_which_feature_is_missing(server):
    server.answers["GET", "/alto"] = 200, DIRECTORY, {"resources": {"net": {"uri": "net", "media-type": NETWORK_MAP}}}
    with pytest.raises(TestbedError, match="no update stream .text/event-stream.: install the feature odl-alto-sse"):
        find(Web(server.url), server.url).choose(STREAM)


def test_the_directory_is_found_from_a_service_in_it(server):
    server.publish("net", network_map("n0"))
    for path in ("alto", "alto/", "alto/updates"):
        assert find(Web(server.url), f"{server.root}/{path}").uri == f"{server.root}/alto"
    with pytest.raises(TestbedError, match="no directory at"):
        find(Web(server.url), f"{server.root}/alto/other/path")
    with pytest.raises(TestbedError, match="There is no ALTO directory at .*/nowhere: GET .* 404"):
        find(Web(server.url), f"{server.root}/nowhere")


def test_a_name_and_password_go_to_the_server_that_they_are_for_and_no_further(server):
    server.user = "reader:secret"
    server.publish("net", network_map("n0"))
    with pytest.raises(Refused, match="gave 401: log in with --user"):
        find(Web(server.url), server.url)
    with pytest.raises(Refused, match="does not take this name and password"):
        find(Web(server.url, "reader:wrong"), server.url)
    web = Web(server.url, "reader:secret")
    assert "net" in find(web, server.url).resources
    with Server() as other:
        with pytest.raises(Refused):
            web.get_json(f"{other.root}/nowhere", NETWORK_MAP)
        assert "Authorization" not in other.requests[0][2]


# checking

def test_a_check_finds_a_wrong_copy_and_bears_a_server_that_is_ahead(server):
    server.publish("net", network_map("n0"))
    resource = find(Web(server.url), server.url).resources["net"]
    clock = Clock()
    checker = Checker(Web(server.url), clock)
    checker.check(resource, network_map("n0"))
    server.publish("net", network_map("n1"))
    checker.check(resource, network_map("n0"))
    clock.now += 4
    checker.look_again()
    server.publish("net", network_map("n2"))
    clock.now += 4
    checker.check(resource, network_map("n0"))      # another version than before, so patience begins anew
    assert (checker.equal, checker.newer) == (1, 2)
    clock.now += 6
    with pytest.raises(Different, match="more than 5 s without telling of it; .* first at /meta/vtag/tag"):
        checker.look_again()
    with pytest.raises(Different, match="both have the tag n2, but differ, first at /network-map/P1"):
        checker.check(resource, network_map("n2", P1={"ipv4": ["10.0.0.0/8"]}))


# the command

class Command:
    """./alto watch as a process."""

    def __init__(self, *arguments):
        environment = os.environ | {"PYTHONPATH": str(HERE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen([sys.executable, "-m", "alto_testbed.watching", *map(str, arguments)],
                                         env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._limit = threading.Timer(120, self._process.kill)
        self._limit.daemon = True
        self._limit.start()

    def line(self):
        """Return the next line that it prints."""
        return self._process.stdout.readline().rstrip("\n")

    def interrupt(self):
        """Do what Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)

    def end(self):
        """Wait for its end; return its code, and the other lines that it printed, in both ways."""
        output, errors = self._process.communicate()
        self._limit.cancel()
        return self._process.returncode, output.splitlines(), errors.splitlines()


def test_the_command_prints_what_changes_and_keeps_copies(server, tmp_path):
    server.publish("net", network_map("n0"))
    server.publish("cost", cost_map("c0", P1={"P1": 1, "P2": 4}))
    command = Command(server.url, "--copy", tmp_path, "--check", "--events", 3)
    assert command.line().endswith(f"watching net, cost by {server.root}/alto/updates")
    assert command.line()[9:].startswith("net: 1 prefix in 1 PID (full, ")
    assert command.line()[9:].startswith("cost: 2 costs (full, ")
    server.publish("cost", cost_map("c1", P1={"P2": 7}))
    code, lines, errors = command.end()
    assert (code, errors) == (0, [])
    assert lines[0][9:].startswith("cost: 1 cost changed, 1 gone (merge patch, ") and "tag c1, on net n0)" in lines[0]
    assert lines[1:3] == ["    P1 -> P1  gone, was 1", "    P1 -> P2  4 -> 7"]
    equal, ahead = map(int, re.fullmatch(
        r"(\d) times the copy was what the server answered, (\d) times the server was ahead", lines[3][9:]).groups())
    assert equal + ahead == 3 and ahead <= 1      # we may have published before it had compared
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cost.json", "net.json"]
    assert json.loads((tmp_path / "cost.json").read_text(encoding="utf-8")) == server.resources["cost"].contents[-1]
    # and goes on with them
    command = Command(server.url, "cost", "--copy", tmp_path, "--tag", "--json", "--events", 1)
    assert json.loads(command.line())["kind"] == "note"
    server.publish("cost", cost_map("c2", P1={"P2": 7}, P2={"P1": 1}))
    code, [line], _ = command.end()
    told = json.loads(line)
    assert code == 0 and told["patch"] == {"meta": {"vtag": {"tag": "c2"}}, "cost-map": {"P2": {"P1": 1}}}
    assert (told["kind"], told["resource"], told["tag"], told["dependencies"], told["changes"]) == (
        "merge-patch", "cost", "c2", {"net": "n0"}, {"of": "cost", "new": 1})


def test_the_command_prints_some_lines_of_many(server):
    server.publish("cost", cost_map("c0"))
    command = Command(server.url, "--events", 2)
    command.line(), command.line()
    server.publish("cost", cost_map("c1", P1={f"P{n}": n for n in range(30)}))
    _, lines, _ = command.end()
    assert len(lines) == 12 and lines[-1] == "    ... and 19 more"


def test_costs_of_another_network_map_than_ours_are_marked(server):
    server.publish("net", network_map("n0"))
    server.publish("cost", cost_map("c0", on="n1"))
    _, lines, _ = Command(server.url, "--events", 2).end()
    assert lines[2].endswith("tag c0, on net n1, which is not ours, n0)")


@pytest.mark.parametrize("tips", [[], ["--tips"]], ids=["stream", "tips"])
def test_an_interrupted_command_stops_the_stream_and_has_not_failed(server, tips):
    server.publish("net", network_map("n0"))
    command = Command(server.url, *tips)
    command.line(), command.line()
    command.interrupt()
    assert command.end() == (0, [], [])
    if not tips:
        assert server.bodies("POST", "/control/0") == [{"remove": []}]


def test_the_command_ends_when_its_time_is_over(server):
    server.publish("net", network_map("n0"))
    code, lines, errors = Command(server.url, "--for", "0.5").end()
    assert (code, errors) == (0, []) and len(lines) <= 2    # how far it comes in that time is open


def test_a_wrong_copy_fails_the_command_that_checks(server):
    server.publish("net", network_map("n0"))
    server.lies["net"] = network_map("n0", P1={"ipv4": ["10.0.0.0/8"]})
    code, _, errors = Command(server.url, "--check").end()
    assert code == 1 and errors == [
        "alto: net: the copy and the server's answer both have the tag n0, but differ, first at /network-map/P1/ipv4"]


def test_a_service_of_the_other_kind_is_an_error_that_says_so(server):
    server.publish("net", network_map("n0"))
    code, _, errors = Command(f"{server.root}/alto/tips", "net").end()
    assert code == 1 and errors[0].endswith(f"give the directory {server.root}/alto, or --tips")


@pytest.mark.parametrize("arguments", [["--tag"], ["--tips", "--full"], ["--input", "5"], ["--input", "/nowhere"],
                                       ["--for", "0"], ["--events", "x"], ["--user", "x"], ["--other"]], ids=" ".join)
def test_a_command_used_wrongly_says_how_to_use_it(arguments):
    code, lines, errors = Command(*arguments).end()
    assert code == 2 and not lines and errors[0].startswith("alto: ") and errors[0].endswith("see ./alto watch --help")


def test_a_map_of_twenty_megabytes_is_watched(server, tmp_path):
    server.indent = None
    rows = {f"P{n}": {f"P{m}": (n * m) % 97 for m in range(1320)} for n in range(1320)}
    server.publish("cost", cost_map("c0", **rows))
    assert len(json.dumps(server.resources["cost"].contents[0])) > 20_000_000
    command = Command(server.url, "--copy", tmp_path, "--events", 2)
    command.line()
    assert command.line()[9:].startswith("cost: 1,742,400 costs (full")
    server.publish("cost", merge_patch(server.resources["cost"].contents[0],
                                       {"meta": {"vtag": {"tag": "c1"}}, "cost-map": {"P7": {"P8": 100}}}))
    code, lines, _ = command.end()
    assert code == 0 and lines[0][9:].startswith("cost: 1 cost changed") and lines[1] == "    P7 -> P8  56 -> 100"
    assert json.loads((tmp_path / "cost.json").read_text(encoding="utf-8")) == server.resources["cost"].contents[-1]


# the examples of the RFCs, played by a server

def example_server(server):
    """Have a server with the directory of RFC 8895, section 8.1, and TIPS of RFC 9569, section 5.4."""
    text = (HERE / "rfc8895" / "8.1-directory.json").read_text(encoding="utf-8")
    server.answers["GET", "/alto"] = 200, DIRECTORY, text.replace("https://alto.example.com", server.root).encode()


def test_maps_follow_the_example_of_rfc_8895(server, tmp_path):
    example_server(server)
    stream = (HERE / "rfc8895" / "8.2-simple.sse").read_bytes()
    stream = stream.replace(b"https://alto.example.com", server.root.encode())
    server.answers["POST", "/updates/costs"] = 200, STREAM, stream
    names = ["my-network-map", "my-routingcost-map"]
    code, lines, errors = Command(server.url, *names, "--copy", tmp_path, "--events", 5).end()
    assert (code, errors) == (0, [])
    assert server.bodies("POST", "/updates/costs") == [{"add": {name: {"resource-id": name} for name in names}}]
    assert [line[9:].partition(" (")[0] for line in lines if line[0] != " "][1:] == [
        "my-network-map: 5 prefixes in 3 PIDs", "my-routingcost-map: 8 costs",
        "my-routingcost-map: 1 cost changed, 1 new, 1 gone",
        "my-network-map: 1 prefix new", "my-routingcost-map: 5 costs changed, 1 new, 1 gone"]
    assert json.loads((tmp_path / "my-network-map.json").read_bytes()) == {
        "meta": {"vtag": {"resource-id": "my-network-map", "tag": "a10ce8b059740b0b2e3f8eb1d4785acd42231bfe"}},
        "network-map": {"PID1": {"ipv4": ["192.0.2.0/24", "198.51.100.0/25", "203.0.113.0/25"]},
                        "PID2": {"ipv4": ["198.51.100.128/25"]}, "PID3": {"ipv4": ["0.0.0.0/0"], "ipv6": ["::/0"]}}}
    assert json.loads((tmp_path / "my-routingcost-map.json").read_bytes())["cost-map"] == {
        "PID1": {"PID1": 1, "PID2": 3, "PID3": 7}, "PID2": {"PID1": 12, "PID2": 1, "PID3": 9},
        "PID3": {"PID1": 14, "PID2": 8}}


def test_the_view_of_the_example_of_rfc_9569_is_followed(server):
    example_server(server)
    view = "/tips/2718281828"

    def graph(name):
        return (HERE / "rfc9569" / name).read_bytes().replace(b"https://alto.example.com", server.root.encode())

    def costs(tag, cost):
        return {"meta": {"vtag": {"resource-id": "my-routingcost-map", "tag": tag}},
                "cost-map": {"PID1": {"PID2": cost}}}

    server.answers |= {
        ("POST", "/updates-new/costs"): (200, TIPS, graph("6.3-open.json")),
        ("GET", f"{view}/ug/0/105"): (200, COST_MAP, costs("0881080", 5)),
        ("GET", f"{view}/ug/105/106"): (410, ERROR, {}),
        ("POST", f"{view}/ug"): (200, MERGE_PATCH, graph("7.4-next-edge.json")),
        ("GET", f"{view}/ug/103/105"): (200, MERGE_PATCH, costs("7", 6))}
    copies = {"my-routingcost-map": LiveCopy()}
    changes = take(sessions(server, ["my-routingcost-map"], copies, tips=True), 2)
    assert [changed.after["cost-map"]["PID1"]["PID2"] for changed in changes] == [5, 6]
    assert server.bodies("POST", "/updates-new/costs") == [{"resource-id": "my-routingcost-map"}]
    assert server.bodies("POST", f"{view}/ug")[0] == {"resource-id": "my-routingcost-map", "tag": "0881080"}
    assert [path for method, path, _, _ in server.requests if method == "GET" and path.startswith(view)][:3] == [
        f"{view}/ug/0/105", f"{view}/ug/105/106", f"{view}/ug/103/105"]
    accept = next(headers["Accept"] for _, path, headers, _ in server.requests if path == f"{view}/ug/105/106")
    assert accept == f"{COST_MAP},{MERGE_PATCH},{JSON_PATCH},{ERROR}"


def test_the_summary_of_a_view_can_be_watched_by_a_stream(server):
    example_server(server)
    server.answers["POST", "/updates/tips"] = 200, STREAM, (HERE / "rfc9569" / "6.3-by-stream.sse").read_bytes()
    copy = LiveCopy()
    with open_stream(f"{server.root}/updates/tips", {"tips-123": {"resource-id": "update-my-costs-tips"}}) as stream:
        for event in stream:
            copy.apply(event.name.partition(",")[0], event.data)
    assert copy.content["tips-view-summary"]["updates-graph-summary"]["end-seq"] == 107
