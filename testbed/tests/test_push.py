# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Who follows a resource has at each moment what a GET gives, by update streams (RFC 8895) and by TIPS (RFC 9569)."""

import contextlib
import json
import queue
import statistics
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import pytest
import requests

import operators
from alto_testbed import alto_client
from alto_testbed.wait import wait_for
from alto_testbed.watching.events import Event
from alto_testbed.watching.livecopy import json_patch, merge_patch
from alto_testbed.watching.stream import open_stream
from alto_testbed.watching.web import Lost

_UPDATES, _TIPS = alto_client.ROOT + "/alto/updates", alto_client.ROOT + "/alto/tips"
_TIPS_PARAMS = "application/alto-tipsparams+json"
_CONTROL = "application/alto-updatestreamcontrol+json"
_MERGE, _JSON_PATCH = "application/merge-patch+json", "application/json-patch+json"
_HOPS = "default-hopcount-map"
_ROUNDS = 3


def _updated(copy, media_type, data):
    """Return a copy of a resource after an event, or an edge, of some media type."""
    patch = {_MERGE: merge_patch, _JSON_PATCH: json_patch}.get(media_type)
    return patch(copy, data) if patch else data


class _Stream:
    """An update stream, read by a thread of its own. following: substream id -> resource, or what RFC 8895 takes."""

    def __init__(self, following):
        add = {name: wanted if isinstance(wanted, dict) else {"resource-id": wanted}
               for name, wanted in following.items()}
        self._stream = open_stream(_UPDATES, add)
        self._events = queue.Queue()
        self.copies = {}
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        # an end in the middle of an event is an end
        with contextlib.suppress(Lost):
            for item in self._stream:
                if isinstance(item, Event):
                    self._events.put((time.monotonic(), item.name, json.loads(item.data)))
        self._events.put((time.monotonic(), None, None))

    def next(self, timeout=60):
        """Return when the next event came, its media type, substream and data; the type is None at the end."""
        moment, name, data = self._events.get(timeout=timeout)
        media_type, _, substream = (name or "").partition(",")
        if substream:
            self.copies[substream] = _updated(self.copies.get(substream), media_type, data)
        return moment, media_type or None, substream, data

    def is_like(self, **expected):
        """Take in what has come, and tell whether the copies are as expected."""
        with contextlib.suppress(queue.Empty):
            while True:
                self.next(timeout=0.05)
        return all(self.copies.get(name) == value for name, value in expected.items())

    def close(self):
        """Have the server end it, by its control URI."""
        self._stream.stop()


@contextlib.contextmanager
def _following(**resources):
    """Open a stream, of which the first event is the one about itself."""
    stream = _Stream(resources)
    try:
        _, media_type, _, data = stream.next()
        assert media_type == _CONTROL and data["control-uri"].startswith("/alto/updates/control/")
        yield stream
    finally:
        stream.close()


def test_what_an_operator_changes_arrives_as_a_patch(world):
    with operators.left_as_found(world):
        operators.put_office(world)
        with _following(c=operators.COSTS, n=operators.NETWORK) as stream:
            # the network map comes before the costs that depend on it
            assert [stream.next()[1:3] for _ in range(2)] == [
                ("application/alto-networkmap+json", "n"), ("application/alto-costmap+json", "c")]
            assert stream.is_like(n=operators.message(world, operators.NETWORK),
                                  c=operators.message(world, operators.COSTS))
            rows = operators.ROWS | {"rest": {"desks": 41}}
            world.restconf.put(f"{operators.RESOURCES}/cost-map={operators.COSTS}", operators.cost_entry(rows))
            _, media_type, substream, _ = stream.next()
            assert (media_type, substream) == (_MERGE, "c")
            assert stream.copies["c"]["cost-map"] == rows
            assert stream.is_like(c=operators.message(world, operators.COSTS))
            pids = operators.PREFIXES | {"printers": ["10.1.9.0/24", "10.1.10.0/24"]}
            world.restconf.put(f"{operators.RESOURCES}/network-map={operators.NETWORK}", operators.network_entry(pids))
            wait_for("both maps of the new version", lambda: operators.content(
                operators.message(world, operators.NETWORK)["network-map"])["printers"] == set(pids["printers"])
                and stream.is_like(n=operators.message(world, operators.NETWORK),
                                   c=operators.message(world, operators.COSTS)), 30, describe=lambda: stream.copies)


def test_a_view_of_tips_has_the_same_versions(world):
    accepted = {"Accept": f"{_MERGE},{_JSON_PATCH},application/alto-costmap+json,application/alto-error+json"}
    with operators.left_as_found(world):
        operators.put_office(world)
        opened = requests.post(_TIPS, json={"resource-id": operators.COSTS}, timeout=20,
                               headers={"Content-Type": _TIPS_PARAMS})
        assert opened.status_code == 200, opened.text
        view = urlsplit(opened.json()["tips-view-uri"]).path
        first = opened.json()["tips-view-summary"]["updates-graph-summary"]["start-edge-rec"]
        edges = f"{alto_client.ROOT}{view}/ug"
        whole = requests.get(f"{edges}/{first['seq-i']}/{first['seq-j']}", headers=accepted, timeout=20)
        assert whole.json() == operators.message(world, operators.COSTS)
        answers = queue.Queue()
        last = first["seq-j"]
        # it waits for the change
        threading.Thread(target=lambda: answers.put(requests.get(
            f"{edges}/{last}/{last + 1}", headers=accepted, timeout=60)), daemon=True).start()
        wait_for("the request to wait", lambda: _shown(world)["counts"]["waiting"] == 1, 30)
        rows = operators.ROWS | {"rest": {"desks": 42}}
        world.restconf.put(f"{operators.RESOURCES}/cost-map={operators.COSTS}", operators.cost_entry(rows))
        patch = answers.get(timeout=60)
        assert patch.status_code == 200, patch.text
        copy = _updated(whole.json(), patch.headers["Content-Type"], patch.json())
        assert copy == operators.message(world, operators.COSTS) and copy["cost-map"] == rows


@pytest.mark.parametrize("how", ["--check", "--check --tips", "--check --full"])
def test_the_client_keeps_copies_that_are_what_a_get_gives(world, how):
    """What `./alto watch --check` compares after each event: it ends with code 1 if a copy is another one."""
    with operators.left_as_found(world):
        operators.put_office(world)
        watch = subprocess.Popen(
            [sys.executable, "-m", "alto_testbed.watching", *how.split(), "--json", "--events", "12", "--for", "120",
             operators.NETWORK, operators.COSTS], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        shown = []
        reader = threading.Thread(target=lambda: shown.extend(watch.stdout), daemon=True)
        reader.start()
        try:
            for number in range(40):
                wait_for("the client to show what is there", lambda number=number: watch.poll() is not None or sum(
                    '"event"' in line or operators.COSTS in line for line in shown) > number, 60,
                    describe=lambda: "".join(shown))
                if watch.poll() is not None:
                    break
                world.restconf.put(f"{operators.RESOURCES}/cost-map={operators.COSTS}",
                                   operators.cost_entry(operators.ROWS | {"rest": {"desks": 50 + number}}))
                pids = operators.PREFIXES | {"printers": ["10.1.9.0/24", f"10.2.{number}.0/24"]}
                if number % 3 == 0:
                    world.restconf.put(f"{operators.RESOURCES}/network-map={operators.NETWORK}",
                                       operators.network_entry(pids))
            assert watch.wait(120) == 0, "".join(shown)
        finally:
            watch.kill()
            watch.wait()
            reader.join(10)
        assert sum(operators.COSTS in line for line in shown) > 3, "".join(shown)


def test_a_link_that_goes_down_is_told_soon(world, capsys):
    """The time from the end of a link, and from its end in the topology, to the event that tells what it costs."""
    network, since_cut, since_known = world.network, [], []
    links = world.restconf.topology()[1]
    before = operators.message(world, _HOPS)
    with _following(h=_HOPS) as stream:
        wait_for("the map", lambda: stream.is_like(h=before), 30)
        for _ in range(_ROUNDS):
            start = time.monotonic()
            network.cut(1, 2)
            try:
                wait_for("the controller to know", lambda: world.restconf.topology()[1] != links, 60, every=0.02)
                known = time.monotonic()
                moment, _, substream, _ = stream.next()
                assert substream == "h"
                since_cut.append(moment - start)
                # whoever asks may learn it later than whoever is told
                since_known.append(max(0.0, moment - known))
                wait_for("the copy to be what is served", lambda: stream.is_like(h=operators.message(world, _HOPS)), 30)
                assert stream.copies["h"] != before
            finally:
                network.mend(1, 2)
            wait_for("the link to be back", lambda: world.restconf.topology()[1] == links, 60)
            wait_for("the map to be as before", lambda: stream.is_like(h=before), 60,
                     describe=lambda: operators.message(world, _HOPS))
    with capsys.disabled():
        for what, seconds in (("link down", since_cut), ("its end in the topology", since_known)):
            print(f"\nfrom {what} to event: median {1000 * statistics.median(seconds):.0f} ms, "
                  f"{1000 * min(seconds):.0f} to {1000 * max(seconds):.0f} ms in {_ROUNDS} rounds", end="")
    # generous: it is there to be read, and to tell an event that never comes
    assert statistics.median(since_cut) < 60


def _shown(world):
    return json.loads(world.controller.shell("alto:streams --json"))


def _counted(world):
    server, = world.restconf.get("alto-statistics:statistics?content=nonconfig")[
        "alto-statistics:statistics"]["server"]
    return server["push"]


def test_operators_see_who_follows_what(world):
    opened = _shown(world)["counts"]["streams-opened"]
    with _following(hops=_HOPS) as stream:
        stream.next()
        shown = _shown(world)
        mine, = (each for each in shown["streams"] if [one["id"] for one in each["substreams"]] == ["hops"])
        assert mine["client"] == "127.0.0.1"
        assert mine["events"] >= 2 and mine["sent-bytes"] > 500
        followed, = mine["substreams"]
        assert followed["resource-id"] == _HOPS and followed["told"] == followed["newest"] > 0
        assert shown["counts"]["streams-opened"] == opened + 1
        text = world.controller.shell("alto:streams")
        assert f"hops={_HOPS}" in text and "Update streams: " in text
        wait_for("the datastore to have the counts", lambda: (
            int(_counted(world)["streams-opened"]), _counted(world)["streams"]) == (
                opened + 1, len(_shown(world)["streams"])), 60, describe=lambda: _counted(world))
    # its client has asked for the end
    wait_for("the stream to be gone", lambda: not any(
        one["id"] == "hops" for each in _shown(world)["streams"] for one in each["substreams"]), 60)


def test_a_restart_ends_streams_and_who_comes_back_has_missed_nothing(world):
    world.await_learnt()
    with _following(h=_HOPS) as stream:
        stream.next()
        before = operators.message(world, _HOPS)
        tag = operators.tag(world, _HOPS)
        assert stream.is_like(h=before)
        world.controller.stop()
        try:
            media_type = _CONTROL
            while media_type is not None:
                media_type = stream.next()[1]
        finally:
            world.controller.start()
            world.controller.await_ready()
    wait_for("the map from before the restart", lambda: operators.tag(world, _HOPS) == tag, 300)
    with _following(known={"resource-id": _HOPS, "tag": tag}, unknown=_HOPS) as stream:
        # the version that the client has is not sent again
        assert stream.next()[2] == "unknown"
        assert stream.is_like(unknown=before) and "known" not in stream.copies
