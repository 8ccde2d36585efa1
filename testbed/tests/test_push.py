# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Who follows a resource has at each moment what a GET gives, by update streams (RFC 8895) and by TIPS (RFC 9569)."""

import contextlib
import json
import queue
import statistics
import threading
import time
from urllib.parse import urlsplit

import requests

import operators
from alto_testbed import alto_client
from alto_testbed.wait import wait_for

_UPDATES, _TIPS = alto_client.ROOT + "/alto/updates", alto_client.ROOT + "/alto/tips"
_PARAMS, _TIPS_PARAMS = "application/alto-updatestreamparams+json", "application/alto-tipsparams+json"
_CONTROL = "application/alto-updatestreamcontrol+json"
_MERGE, _JSON_PATCH = "application/merge-patch+json", "application/json-patch+json"
_HOPS = "default-hopcount-map"
_ROUNDS = 3


def _merged(target, patch):
    """Return a value after a merge patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = _merged(result.get(name), value)
    return result


def _patched(target, operations):
    """Return a value after a JSON patch (RFC 6902) of additions, removals and replacements."""
    document = {"": target}
    for operation in operations:
        *way, last = [part.replace("~1", "/").replace("~0", "~")
                      for part in operation["path"].split("/")] or [""]
        place = document
        for part in way:
            place = place[int(part) if isinstance(place, list) else part]
        if isinstance(place, list):
            index = len(place) if last == "-" else int(last)
            place[index:index + (operation["op"] != "add")] = [operation["value"]] if "value" in operation else []
        elif operation["op"] == "remove":
            del place[last]
        else:
            place[last] = operation["value"]
    return document[""]


def _updated(copy, media_type, data):
    """Return a copy of a resource after an event, or an edge, of some media type."""
    if media_type == _MERGE:
        return _merged(copy, data)
    return _patched(copy, data) if media_type == _JSON_PATCH else data


class _Stream:
    """An update stream, read by a thread of its own. following: substream id -> resource, or what RFC 8895 takes."""

    def __init__(self, following):
        add = {name: wanted if isinstance(wanted, dict) else {"resource-id": wanted}
               for name, wanted in following.items()}
        self._response = requests.post(_UPDATES, json={"add": add}, stream=True, timeout=(20, 60), headers={
            "Content-Type": _PARAMS, "Accept": "text/event-stream,application/alto-error+json"})
        assert self._response.status_code == 200, self._response.text
        self._events = queue.Queue()
        self.copies = {}
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        name, data = None, []
        # an end in the middle of a chunk is an end
        with contextlib.suppress(requests.RequestException, AttributeError, ValueError):
            for line in self._response.iter_lines(chunk_size=1, decode_unicode=False):
                text = line.decode("utf-8")
                if text.startswith("event: "):
                    name = text.removeprefix("event: ")
                elif text.startswith("data: "):
                    data.append(text.removeprefix("data: "))
                elif not text and data:
                    self._events.put((time.monotonic(), name, json.loads("\n".join(data))))
                    data = []
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
        """Go away without a word."""
        self._response.close()


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
    # who has gone is found by the next keep-alive
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
