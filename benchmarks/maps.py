# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A large provider's maps in a controller: loading them by shell, memory, a change of one prefix, a restart.

The controller is alone, without a network. What is served is compared with what was loaded.
"""

import http.client
import json
import os
import re
import statistics
import sys
import time

import isp_map
from startup import live_mebibytes, spread
from alto_testbed.alto_client import Restconf
from alto_testbed.controller import HTTP_PORT, Controller, http_status
from alto_testbed.wait import wait_for

TARGET_LOAD_SECONDS = 20
TARGET_MEBIBYTES = 1024
TARGET_CHANGE_MILLISECONDS = 50
NETWORK, COSTS = "isp", "isp-routingcost"
PATHS = {NETWORK: f"/alto/networkmap/{NETWORK}", COSTS: f"/alto/costmap/{COSTS}"}
#: What the server logs at DEBUG when it has a new catalogue.
_SERVED = re.compile(r"Serving .*, (\d+) microseconds after the change")


def timed(action):
    """Return the seconds that an action takes, and what it returns."""
    begin = time.monotonic()
    result = action()
    return time.monotonic() - begin, result


class Served:
    """What ALTO serves, over one connection."""

    def __init__(self):
        self._connection = http.client.HTTPConnection("127.0.0.1", HTTP_PORT, timeout=60)

    def get(self, name):
        """Return the tag and the message of a map, or None if it is not there."""
        try:
            self._connection.request("GET", PATHS[name])
            response = self._connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return None
        return (response.headers["ETag"].strip('"'), body) if response.status == 200 else None

    def is_still(self, name, tag):
        """Tell whether a map has a tag. Does not read the map if not."""
        self._connection.request("GET", PATHS[name], headers={"If-None-Match": f'"{tag}"'})
        response = self._connection.getresponse()
        if response.status == 304:
            response.read()
            return True
        self._connection.close()
        return False


def require(condition, what):
    """End if something is not as it must be: then what was measured is not what was meant."""
    if not condition:
        sys.exit(f"alto: {what}")


def parse(path):
    """Return a file's JSON."""
    with open(path, "rb") as file:
        return json.load(file)


def read_through(paths):
    """Read files to their ends."""
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 20):
                pass


def sorted_groups(message):
    """Return the PIDs of a network map's message with their prefixes in order, which is of no meaning."""
    return {pid: {family: sorted(prefixes) for family, prefixes in group.items() if prefixes}
            for pid, group in message["network-map"].items()}


def tags(served):
    """Return the tags of the two maps as far as they are served."""
    return {name: answer[0] for name, answer in ((name, served.get(name)) for name in PATHS) if answer}


def compare(served, files):
    """Require that what is served is what was loaded, with tags that agree. Return seconds and sizes of the answers."""
    loaded = {name: parse(path) for name, path in files.items()}
    seconds, answers = {}, {}
    for name in PATHS:
        seconds[name], answers[name] = timed(lambda name=name: served.get(name))
        require(answers[name], f"{name} is not served")
    messages = {name: json.loads(body) for name, (_, body) in answers.items()}
    require(sorted_groups(messages[NETWORK]) == sorted_groups(loaded[NETWORK]), "another network map is served")
    require(messages[COSTS]["cost-map"] == loaded[COSTS]["cost-map"], "another cost map is served")
    version = {"resource-id": NETWORK, "tag": answers[NETWORK][0]}
    require(messages[NETWORK]["meta"]["vtag"] == version, "the network map has another tag than its entity tag")
    require(messages[COSTS]["meta"]["dependent-vtags"] == [version], "the cost map names another network map")
    return {name: (seconds[name], len(answers[name][1])) for name in PATHS}


def change(restconf, served, pid, prefixes):
    """Replace the prefixes of a PID. Return milliseconds: the request, and from its answer to the new tag."""
    tag = served.get(NETWORK)[0]
    body = {"alto-resources:pid": [{"name": pid, "prefix": prefixes}]}
    answered, _ = timed(lambda: restconf.put(f"alto-resources:resources/network-map={NETWORK}/pid={pid}", body))

    def wait():
        while served.is_still(NETWORK, tag):
            time.sleep(0.0005)
    changed, _ = timed(wait)
    return answered * 1000, changed * 1000


def changes(controller, served, groups, count):
    """Change one prefix of a middling PID, again and again. Return the milliseconds of each change, and the server's."""
    pid = sorted(groups, key=lambda name: sum(map(len, groups[name].values())))[len(groups) // 2]
    prefixes = sum(groups[pid].values(), [])
    controller.shell("log:set DEBUG org.opendaylight.alto.northbound")
    with open(controller.log, encoding="utf-8", errors="replace") as log:
        log.seek(0, os.SEEK_END)
        restconf = Restconf()
        # the first ones warm up; no map has these prefixes
        measured = [change(restconf, served, pid, [*prefixes, f"240.0.{number}.0/24"]) for number in range(count + 5)][5:]
        logged = [int(match.group(1)) / 1000 for match in map(_SERVED.search, log) if match][-count:]
    controller.shell("log:set DEFAULT org.opendaylight.alto.northbound")
    return measured, logged


def bytes_per_cost(controller, restconf, costs):
    """Return what a cost takes of the heap, in all, for each form of costs: an entry for each, and a row of text."""
    path, sizes = "alto-resources:resources/cost-map=forms", []
    for form in (
            lambda row: {"destination": [{"pid": pid, "numerical-cost": str(cost)} for pid, cost in row.items()]},
            lambda row: {"row": json.dumps(row)}):
        before = live_mebibytes(controller.pid)
        restconf.put(path, {"alto-resources:cost-map": [{
            "resource-id": "forms", "network-map": NETWORK,
            "cost-type": {"cost-metric": "priv:forms", "cost-mode": "numerical"},
            "source": [{"pid": source, **form(row)} for source, row in costs.items()]}]})
        wait_for("the cost map to be served", lambda: http_status("/alto/costmap/forms") == 200, 60)
        sizes.append((live_mebibytes(controller.pid) - before) * 2**20 / sum(map(len, costs.values())))
        restconf.delete(path)
        wait_for("the cost map to go", lambda: http_status("/alto/costmap/forms") == 404, 60)
    return sizes


def quantile(values, share):
    """Return the smallest value that is not exceeded by a share of the values."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def distribution(values):
    """Return the median, the 95th percentile and the largest value."""
    return f"{statistics.median(values):.1f} / {quantile(values, 0.95):.1f} / {max(values):.1f}"


def peak_mebibytes(pid):
    """Return the most memory that a process held so far."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmHWM:\s+(\d+) kB", file.read()).group(1)) / 1024


def data_mebibytes(controller):
    """Return what the datastore takes of the disk; its files are reserved larger than they are."""
    return sum(os.stat(os.path.join(place, name)).st_blocks * 512 for part in ("state", "segmented-journal", "snapshots")
               for place, _, names in os.walk(os.path.join(controller.directory, part)) for name in names) / 2**20


def main():
    """Measure and print the table; fail if a target is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    work = os.environ["ALTO_WORK"]
    directory = os.path.join(work, "maps")
    seconds, _ = timed(lambda: isp_map.generate(directory))
    print(f"  made the maps in {seconds:.1f} s", flush=True)
    files = {NETWORK: os.path.join(directory, isp_map.NETWORK_MAP), COSTS: os.path.join(directory, isp_map.COST_MAP)}
    sizes = {name: os.path.getsize(path) / 2**20 for name, path in files.items()}
    read_through(files.values())
    reading = [timed(lambda: read_through(files.values()))[0] for _ in range(5)]
    parsing = [timed(lambda: [parse(path) for path in files.values()])[0] for _ in range(3)]

    controller = Controller(os.environ["ALTO_ASSEMBLY"], os.path.join(work, "controller"))
    controller.prepare()
    controller.start()
    try:
        started = controller.await_ready()
        served = Served()
        nothing = [timed(lambda: controller.shell("alto:map-list"))[0] for _ in range(3)]
        before = live_mebibytes(controller.pid)
        print(f"  ready after {started:.1f} s, {before:.0f} MiB live heap", flush=True)
        loading = {}
        for name, command in ((NETWORK, "network-map-load"), (COSTS, "cost-map-load")):
            def load(name=name, command=command):
                printed = controller.shell(f"alto:{command} --id {name} {files[name]}")
                wait_for(f"{name} to be served", lambda: tags(served).get(name), 60, every=0.02)
                return printed
            loading[name], printed = timed(load)
            print(f"  {name} loaded in {loading[name]:.1f} s: {' '.join(printed.split()[-30:])}", flush=True)
        peak = peak_mebibytes(controller.pid)
        after = live_mebibytes(controller.pid)
        answers = compare(served, files)
        print(f"  what is served is what was loaded; {after:.0f} MiB live heap", flush=True)
        measured, logged = changes(controller, served, parse(files[NETWORK])["network-map"], count)
        after_changes = live_mebibytes(controller.pid)
        known = tags(served)
        disk = data_mebibytes(controller)
        print("  changed; restarting", flush=True)
        controller.stop()
        controller.start()
        begin = time.monotonic()
        ready = controller.await_ready()
        served = Served()
        wait_for("the maps from before the restart", lambda: tags(served) == known, 300, every=0.1,
                 describe=lambda: f"{tags(served)} instead of {known}")
        back = time.monotonic() - begin
        restarted = live_mebibytes(controller.pid)
        costs = dict(list(parse(files[COSTS])["cost-map"].items())[:100])
        forms = bytes_per_cost(controller, Restconf(), costs)
    finally:
        controller.stop()

    total = sum(loading.values())
    more = max(after, after_changes, restarted) - before
    answered, changed = zip(*measured)
    late = quantile(changed, 0.95)
    print(f"""
| 250,000 prefixes in 1,700 PIDs ({sizes[NETWORK]:.1f} MiB), 1,300,000 costs ({sizes[COSTS]:.1f} MiB) | measured |
|---|---|
| load the network map by shell, until it is served | {loading[NETWORK]:.1f} s |
| load the cost map by shell, until it is served | {loading[COSTS]:.1f} s |
| both (target {TARGET_LOAD_SECONDS} s) | {total:.1f} s |
| of which twice the shell's client itself (`alto:map-list`, 3 times) | 2 x {spread(nothing)} s |
| peer: Python's json.load of both files, 3 times | {spread(parsing, 2)} s |
| limit: reading both files, 5 times | {spread(reading, 4)} s |
| GET of the network map, {answers[NETWORK][1] / 2**20:.1f} MiB | {answers[NETWORK][0] * 1000:.0f} ms |
| GET of the cost map, {answers[COSTS][1] / 2**20:.1f} MiB | {answers[COSTS][0] * 1000:.0f} ms |
| live heap before, with both maps, after the changes, after the restart | {before:.0f}, {after:.0f}, {after_changes:.0f}, \
{restarted:.0f} MiB |
| more heap for the maps (target {TARGET_MEBIBYTES} MiB) | {more:+.0f} MiB |
| most memory that the process held while loading | {peak:.0f} MiB |
| datastore on disk, after {count + 5} changes | {disk:.0f} MiB |
| one prefix changed, {count} times: from RESTCONF's answer to the new tag, median / p95 / most \
(target {TARGET_CHANGE_MILLISECONDS} ms) | {distribution(changed)} ms |
| the same by the server's own log, from when the datastore tells it | {distribution(logged) if logged else "-"} ms |
| RESTCONF's PUT itself | {distribution(answered)} ms |
| heap for a cost: as an entry of a list, in a row ({sum(map(len, costs.values()))} costs) | \
{forms[0]:.0f}, {forms[1]:.0f} bytes |
| ready after a restart; the maps with their tags are served | {ready:.1f} s; {back:.1f} s |
| ready after the first start, without maps | {started:.1f} s |""")
    return 0 if total < TARGET_LOAD_SECONDS and more < TARGET_MEBIBYTES and late < TARGET_CHANGE_MILLISECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
