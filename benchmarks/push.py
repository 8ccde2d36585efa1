# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Update streams of a large provider's maps: how large and how late events are, for one and for a thousand streams, and
what ten thousand streams take.

The controller is alone, without a network; it and all clients share the machine. Streams start from the version that is
current, so that nobody gets the whole maps.
"""

import json
import os
import random
import resource
import selectors
import socket
import statistics
import sys
import threading
import time

import isp_map
from maps import COSTS, NETWORK, Served, parse, require, tags
from startup import live_mebibytes, spread
from alto_testbed.alto_client import Restconf
from alto_testbed.controller import HTTP_PORT, Controller
from alto_testbed.wait import wait_for

TARGET_BYTES, TARGET_EVENT, TARGET_LAST, TARGET_KIBIBYTES = 1024, 50, 250, 20
CHANGES, MANY, MOST = 20, 1000, 10_000
_EVENT, _END = b"event: application/", b"\n\n"


class Stream:
    """A client of a stream that notes when an event ends. It reads what comes and keeps nothing of older events."""

    def __init__(self, add):
        body = json.dumps({"add": add})
        self._socket = socket.create_connection(("127.0.0.1", HTTP_PORT), timeout=60)
        self._socket.sendall((f"POST /alto/updates HTTP/1.1\r\nHost: 127.0.0.1:{HTTP_PORT}\r\n"
                              f"Content-Type: application/alto-updatestreamparams+json\r\n"
                              f"Accept: text/event-stream\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode())
        self._bytes = b""
        while _END not in self._bytes.partition(b"control-uri")[2]:
            received = self._socket.recv(4096)
            require(received, f"a stream was refused: {self._bytes}")
            self._bytes += received
        self._bytes = b""
        self._socket.setblocking(False)
        self.size = 0

    def fileno(self):
        """For selectors."""
        return self._socket.fileno()

    def read(self):
        """Read what is there. Return whether an event has ended."""
        received = self._socket.recv(1 << 16)
        require(received, "a stream has ended")
        self._bytes += received
        begin = self._bytes.find(_EVENT)
        end = self._bytes.find(_END, begin) if begin >= 0 else -1
        if end < 0:
            self._bytes = self._bytes if begin >= 0 else b""
            return False
        self.size, self._bytes = end + len(_END) - begin, b""
        return True

    def close(self):
        """Go without a word."""
        self._socket.close()


class Watchers:
    """Streams that are read together."""

    def __init__(self, count, add):
        self._selector = selectors.DefaultSelector()
        self.streams = [Stream(add) for _ in range(count)]
        for stream in self.streams:
            self._selector.register(stream, selectors.EVENT_READ, stream)

    def first_and_last(self, change):
        """Change something. Return seconds from the answer to the change, and from its request, until the first and
        the last stream had an event, and the size of the largest event."""
        times = {}

        def work():
            times["sent"] = time.monotonic()
            change()
            times["answered"] = time.monotonic()
        thread = threading.Thread(target=work)
        thread.start()
        waiting, first, size = set(self.streams), None, 0
        deadline = time.monotonic() + 60
        while waiting:
            require(time.monotonic() < deadline, f"{len(waiting)} streams got no event")
            for key, _ in self._selector.select(1):
                if key.data.read():
                    first = first or time.monotonic()
                    waiting.discard(key.data)
                    size = max(size, key.data.size)
        last = time.monotonic()
        thread.join()
        return first - times["answered"], last - times["answered"], first - times["sent"], last - times["sent"], size

    def close(self):
        """End all."""
        self._selector.close()
        for stream in self.streams:
            stream.close()


class Maps:
    """Changes of the two maps by RESTCONF."""

    def __init__(self, files):
        self._restconf = Restconf()
        self._groups = {pid: sum(group.values(), []) for pid, group in parse(files[NETWORK])["network-map"].items()}
        self._costs = parse(files[COSTS])["cost-map"]
        self._random = random.Random(8895)
        self._middling = sorted(self._groups, key=lambda pid: len(self._groups[pid]))[len(self._groups) // 2:][:50]

    def move_prefix(self):
        """Move one prefix from one PID to another."""
        source, target = self._random.sample(self._middling, 2)
        self._groups[target].append(self._groups[source].pop(self._random.randrange(len(self._groups[source]))))
        answer = self._restconf.write("PATCH", f"alto-resources:resources/network-map={NETWORK}", {
            "ietf-yang-patch:yang-patch": {"patch-id": "1", "edit": [
                {"edit-id": pid, "operation": "replace", "target": f"/pid={pid}",
                 "value": {"alto-resources:pid": [{"name": pid, "prefix": self._groups[pid]}]}}
                for pid in (source, target)]}}, "application/yang-patch+json")
        require(answer.ok, f"the prefix cannot be moved: {answer.text}")

    def change_cost(self):
        """Change one cost."""
        source = self._random.choice(sorted(self._costs))
        row = self._costs[source]
        row[self._random.choice(sorted(row))] = self._random.randrange(1, 1000)
        self._restconf.put(f"alto-resources:resources/cost-map={COSTS}/source={source}",
                           {"alto-resources:source": [{"pid": source, "row": json.dumps(row, separators=(",", ":"))}]})


def add(name):
    """Return what follows a map from now on."""
    return {"1": {"resource-id": name, "tag": Served().get(name)[0]}}


def milliseconds(values):
    """Return the spread of some seconds, in milliseconds."""
    return spread([value * 1000 for value in values])


def report(what, count, name, change):
    """Measure events of some streams; return whether the targets are met."""
    watchers = Watchers(count, add(name))
    rounds = [watchers.first_and_last(change) for _ in range(CHANGES + 2)][2:]
    watchers.close()
    first, last, first_sent, last_sent, sizes = zip(*rounds)
    print(f"| {what} | {max(sizes)} | {milliseconds(first)} | {milliseconds(last)} | {milliseconds(first_sent)} | "
          f"{milliseconds(last_sent)} |", flush=True)
    return max(sizes) < TARGET_BYTES and statistics.median(first) * 1000 < TARGET_EVENT and \
        statistics.median(last) * 1000 < TARGET_LAST


def memory(controller):
    """Return KiB of live heap for each of many streams, and whether all of them get an event."""
    before = live_mebibytes(controller.pid)
    watchers = Watchers(MOST, add(NETWORK))
    # what opening them left behind goes first
    time.sleep(2)
    each = (live_mebibytes(controller.pid) - before) * 1024 / MOST
    return each, watchers


def main():
    """Measure and print the tables; fail if a target is missed."""
    work = os.environ["ALTO_WORK"]
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    require(limit == resource.RLIM_INFINITY or limit > MOST * 1.2, f"only {limit} files may be open (ulimit -Hn)")
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    maps = os.path.join(work, "maps")
    isp_map.generate(maps)
    files = {NETWORK: os.path.join(maps, isp_map.NETWORK_MAP), COSTS: os.path.join(maps, isp_map.COST_MAP)}
    controller = Controller(os.environ["ALTO_ASSEMBLY"], os.path.join(work, "controller"))
    controller.prepare()
    controller.configure("sse", {"max-streams-per-client": 2 * MOST})
    met = []
    controller.start()
    try:
        controller.await_ready()
        served = Served()
        for name, command in ((NETWORK, "network-map-load"), (COSTS, "cost-map-load")):
            controller.shell(f"alto:{command} --id {name} {files[name]}")
            wait_for(f"{name} to be served", lambda name=name: tags(served).get(name), 60)
        changing = Maps(files)
        print(f"\n| {CHANGES} changes each; milliseconds | bytes of the event (target {TARGET_BYTES}) "
              f"| first stream, after the commit (target {TARGET_EVENT}) | last stream (target {TARGET_LAST}) "
              f"| first, after the request | last |\n|---|---|---|---|---|---|")
        for count in (1, MANY):
            met.append(report(f"one prefix of 250,000 moved, {count} streams", count, NETWORK, changing.move_prefix))
            met.append(report(f"one cost of 1.3 million changed, {count} streams", count, COSTS, changing.change_cost))
        each, watchers = memory(controller)
        rounds = [watchers.first_and_last(changing.move_prefix) for _ in range(5)]
        watchers.close()
        met.append(each < TARGET_KIBIBYTES)
        print(f"\n| {MOST} streams of one client | |\n|---|---|\n"
              f"| live heap for each (target {TARGET_KIBIBYTES} KiB) | {each:.1f} KiB |\n"
              f"| the last of them has a moved prefix, after the commit, 5 times | "
              f"{milliseconds([last for _, last, *_ in rounds])} ms |")
        return 0 if all(met) else 1
    finally:
        controller.stop()


if __name__ == "__main__":
    sys.exit(main())
