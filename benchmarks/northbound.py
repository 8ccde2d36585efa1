# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""ALTO over HTTP with a large provider's maps, against nginx serving the same bytes as static files, in turn.

The controller is alone, without a network; client, controller and nginx share the machine. ALTO_NGINX is nginx's program.
"""

import base64
import collections
import gzip
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time

import isp_map
from maps import COSTS, NETWORK, PATHS, parse, require
from startup import live_mebibytes, spread
from alto_testbed.alto_client import Restconf
from alto_testbed.controller import HTTP_PORT, PASSWORD, USER, Controller
from alto_testbed.wait import wait_for

NGINX_PORT = 8088
TARGET_THROUGHPUT, TARGET_UNCHANGED, TARGET_MILLISECONDS, TARGET_TAIL, TARGET_GROWTH = 0.8, 0.5, 3, 5, 1.1
TURNS, SECONDS, WARM_UP = 5, 4, 3
METRICS = "/alto-management/metrics"
COST_FILTER, COST_MAP = "application/alto-costmapfilter+json", "application/alto-costmap+json"
PROPERTY_PARAMS, PROPERTY = "application/alto-endpointpropparams+json", "application/alto-endpointprop+json"
FILTERED, PROPERTIES = PATHS[NETWORK] + "/filtered-costs", "/alto/endpointprop"
TYPE = {"cost-mode": "numerical", "cost-metric": "routingcost"}

#: One request again and again: method, path, file of the body ("-" for none), headers as name=value.
SCRIPT = """
function init(args)
    wrk.method, wrk.path = args[1], args[2]
    if args[3] ~= "-" then wrk.body = io.open(args[3]):read("*a") end
    for i = 4, #args do
        local name, value = args[i]:match("^([^=]+)=(.*)$")
        wrk.headers[name] = value
    end
end
"""
#: Requests of many kinds in a random order, from files in a directory: kind.path, kind.type, kind.body.
MIXED = """
function init(args)
    requests = {}
    for i = 2, #args do
        local function read(what)
            local file = io.open(args[1] .. "/" .. args[i] .. "." .. what)
            return file and file:read("*a")
        end
        local body = read("body")
        requests[#requests + 1] = wrk.format(body and "POST" or "GET", read("path"),
            {["Content-Type"] = read("type"), ["Accept-Encoding"] = read("coding")}, body)
    end
end
function request()
    return requests[math.random(#requests)]
end
"""
Load = collections.namedtuple("Load", "rate median tail")


class Wrk:
    """The client that makes the load."""

    def __init__(self, work):
        self._work = work
        for name, text in (("one.lua", SCRIPT), ("mixed.lua", MIXED)):
            with open(os.path.join(work, name), "w", encoding="ascii") as file:
                file.write(text)

    def _run(self, script, port, connections, seconds, arguments):
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s",
             os.path.join(self._work, script), f"http://127.0.0.1:{port}", "--", *arguments],
            capture_output=True, text=True, check=True).stdout
        require("Non-2xx" not in output and "Socket errors" not in output, f"not all requests were answered:\n{output}")
        times = dict(re.findall(r"^\s+(\d+)%\s+([\d.]+[mu]?s)\s*$", output, re.MULTILINE))
        require({"50", "99"} <= times.keys(), f"the load was not measured:\n{output}")
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
        return Load(rate, _milliseconds(times["50"]), _milliseconds(times["99"]))

    def load(self, port, connections, path, body="-", seconds=SECONDS, method="GET", **headers):
        """Ask for the same again and again, over some connections at once."""
        wanted = [f"{name.replace('_', '-')}={value}" for name, value in headers.items()]
        return self._run("one.lua", port, connections, seconds, [method, path, body, *wanted])

    def mixed(self, connections, seconds, directory, kinds):
        """Ask for this and that."""
        return self._run("mixed.lua", HTTP_PORT, connections, seconds, [directory, *kinds])


def _milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)([mu]?s)", text).groups()
    return float(number) * {"s": 1000, "ms": 1, "us": 0.001}[unit]


class Nginx:
    """The peer: a web server with files."""

    def __init__(self, work):
        self._directory = os.path.join(work, "nginx")
        os.makedirs(os.path.join(self._directory, "files"), exist_ok=True)
        self._process = None

    def file(self, name, content):
        """Serve some bytes."""
        with open(os.path.join(self._directory, "files", name), "wb") as file:
            file.write(content)

    def start(self):
        """Start it in the foreground, as a child."""
        configuration = os.path.join(self._directory, "nginx.conf")
        with open(configuration, "w", encoding="ascii") as file:
            file.write(f"""
                daemon off; worker_processes auto; pid {self._directory}/pid; error_log {self._directory}/error.log;
                user root;
                events {{ worker_connections 1024; }}
                http {{
                    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; gzip_static on;
                    default_type {COST_MAP}; types {{ }}
                    client_body_temp_path {self._directory}/b; proxy_temp_path {self._directory}/p;
                    fastcgi_temp_path {self._directory}/f; uwsgi_temp_path {self._directory}/u;
                    scgi_temp_path {self._directory}/s;
                    open_file_cache max=10;
                    server {{ listen 127.0.0.1:{NGINX_PORT} backlog=1024; root {self._directory}/files; }}
                }}""")
        self._process = subprocess.Popen([os.environ["ALTO_NGINX"], "-c", configuration, "-p", self._directory])
        wait_for("nginx to listen", lambda: fetch(NGINX_PORT, "GET", "/map") is not None, 30)

    def stop(self):
        """Stop it."""
        self._process.terminate()
        self._process.wait(30)


def fetch(port, method, path, body=None, **headers):
    """Return status, headers and body of an answer, or None if there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body=body,
                           headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    except OSError:
        return None
    finally:
        connection.close()


# --- requests ---------------------------------------------------------------------------------------------------------

def cost_filter(rand, pids, most):
    """Return a request for 100 x 100 costs, as far as they are no more than something."""
    return json.dumps({"cost-type": TYPE, "constraints": [f"le {most}"],
                       "pids": {"srcs": rand.sample(pids, 100), "dsts": rand.sample(pids, 100)}})


def properties(rand, groups):
    """Return a request for the PIDs of 1,000 addresses that are in the network map."""
    prefixes = [text for group in groups.values() for family in group.values() for text in family]
    addresses = set()
    while len(addresses) < 1000:
        address = rand.choice(prefixes).partition("/")[0]
        addresses.add(("ipv6:" if ":" in address else "ipv4:") + address)
    return json.dumps({"properties": [f"{NETWORK}.pid"], "endpoints": sorted(addresses)})


def middling_cost(costs):
    """Return a cost that half of the costs do not exceed."""
    return statistics.median(random.Random(1).sample([cost for row in costs.values() for cost in row.values()], 1001))


# --- what is measured -------------------------------------------------------------------------------------------------

def in_turn(*subjects):
    """Return the results of each of some measurements, made in turn."""
    results = [[] for _ in subjects]
    for turn in range(-WARM_UP, TURNS):
        for index, subject in enumerate(subjects):
            result = subject()
            if turn >= 0:       # those before let the JVM compile
                results[index].append(result)
    return results


def compare_rates(what, target, alto, nginx, size=None):
    """Measure both in turn and return a row of the table and whether the target is met."""
    ours, theirs = in_turn(alto, nginx)
    ratios = [one.rate / other.rate for one, other in zip(ours, theirs)]
    factor, unit = (size / 2**20, "MiB/s") if size else (1, "1/s")
    row = (f"| {what} | {spread([one.rate * factor for one in ours], 0)} {unit} "
           f"| {spread([one.rate * factor for one in theirs], 0)} {unit} | {spread(ratios, 2)} (target {target}) |")
    print(row, flush=True)
    return statistics.median(ratios) >= target


def report_times(what, alone, together):
    """Print a row of the times of a request, and return whether the targets are met."""
    medians, tails = [one.median for one in alone], [one.tail / one.median for one in together]
    print(f"| {what} | {spread(medians, 2)} ms (target {TARGET_MILLISECONDS}) "
          f"| {spread([one.median for one in together], 1)}, {spread([one.tail for one in together], 1)} ms "
          f"| {spread(tails, 1)} (target {TARGET_TAIL}) | {spread([one.rate for one in together], 0)} 1/s |", flush=True)
    return statistics.median(medians) < TARGET_MILLISECONDS and statistics.median(tails) < TARGET_TAIL


def counted(metric, resource, **labels):
    """Return the value of a counter of a resource."""
    credentials = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    text = fetch(HTTP_PORT, "GET", METRICS, Authorization=f"Basic {credentials}")[2].decode()
    wanted = [f'{name}="{value}"' for name, value in {"resource": resource, **labels}.items()]
    return sum(int(float(value)) for name, found, value in re.findall(r"^(\w+){(.*)} (\S+)$", text, re.MULTILINE)
               if name == metric and all(label in found for label in wanted))


def report_encodings():
    """Print how often the large cost map was encoded for all who asked, and return whether that was once."""
    encodings = counted("alto_encodings_total", COSTS)
    print(f"\n| the cost map, encoded once and asked for from the first moment by 64 at a time | |\n|---|---|\n"
          f"| encodings, by the server's counters (target 1) | {encodings} |\n"
          f"| whole answers | {counted('alto_responses_total', COSTS, status=200)} |", flush=True)
    return encodings == 1


def report_encoding_rate(cost_map):
    """Print how fast one core encodes it, in a process of its own, and return whether the target is met."""
    java, built = os.path.join(os.environ["JAVA_HOME"], "bin", "java"), os.environ["ALTO_JMH"]
    classes = os.pathsep.join((os.path.join(built, "classes"), os.path.join(built, "dependency", "*")))
    return subprocess.run(["taskset", "-c", "0", java, "-Xmx2g", "-XX:+UseSerialGC", "-cp", classes,
                           "org.opendaylight.alto.benchmarks.EncodingBenchmark", cost_map], check=False).returncode == 0


class Mixer:
    """A pair of maps whose costs are all the number of their version, which changes all the time."""

    PIDS = [f"p{number}" for number in range(20)]

    def __init__(self):
        self._restconf, self._stop, self.versions, self.answers, self._errors = Restconf(), threading.Event(), 0, 0, []
        self.publish()
        wait_for("the maps that change to be served",
                 lambda: fetch(HTTP_PORT, "GET", "/alto/costmap/mix-costs", If_None_Match="*")[0] == 304, 60)
        self._threads = [threading.Thread(target=self._guard, args=(work,)) for work in (
            self._write, self._read_filtered, self._read_filtered, self._read_whole)]

    def publish(self):
        """Replace both maps in one transaction."""
        self.versions += 1
        version = self.versions
        prefix = {pid: [f"10.{version % 250}.{index}.0/24"] for index, pid in enumerate(self.PIDS)}
        prefix[self.PIDS[0]].append("0.0.0.0/0")
        row = json.dumps({pid: version for pid in self.PIDS})
        edits = [
            ("network-map", {"resource-id": "mix", "pid": [{"name": pid, "prefix": prefix[pid]} for pid in self.PIDS]}),
            ("cost-map", {"resource-id": "mix-costs", "network-map": "mix",
                          "cost-type": {"cost-metric": "routingcost", "cost-mode": "numerical"},
                          "source": [{"pid": pid, "row": row} for pid in self.PIDS]})]
        answer = self._restconf.write("PATCH", "alto-resources:resources", {"ietf-yang-patch:yang-patch": {
            "patch-id": str(version), "edit": [
                {"edit-id": name, "operation": "replace", "target": f"/{name}={value['resource-id']}",
                 "value": {f"alto-resources:{name}": [value]}} for name, value in edits]}},
            "application/yang-patch+json")
        require(answer.ok, f"the maps cannot be changed: {answer.text}")

    def _guard(self, work):
        try:
            while not self._stop.is_set():
                work()
        except (Exception, SystemExit) as error:      # pylint: disable=broad-except
            self._errors.append(error)

    def _write(self):
        self.publish()
        self._stop.wait(0.2)

    def _check(self, answer):
        require(answer and answer[0] == 200, f"the maps that change are not served: {answer}")
        message = json.loads(answer[2])
        seen = {cost for row in message["cost-map"].values() for cost in row.values()}
        if len(seen) != 1:
            raise AssertionError(f"one answer has costs of versions {seen}")
        self.answers += 1

    def _read_filtered(self):
        body = json.dumps({"cost-type": TYPE, "pids": {"srcs": self.PIDS, "dsts": self.PIDS}})
        self._check(fetch(HTTP_PORT, "POST", "/alto/networkmap/mix/filtered-costs", body, Content_Type=COST_FILTER))

    def _read_whole(self):
        self._check(fetch(HTTP_PORT, "GET", "/alto/costmap/mix-costs"))

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join()
        require(not self._errors, f"{self._errors}")


def memory(controller, wrk, directory, requests):
    """Load the server with all kinds of requests, and return the live heap after each tenth of them."""
    kinds = [name.removesuffix(".path") for name in os.listdir(directory) if name.endswith(".path")]
    heap, done, rates = [], 0, []
    with Mixer() as mixer:
        while done < requests:
            begin = time.monotonic()
            load = wrk.mixed(16, 15, directory, kinds)
            done += round(load.rate * (time.monotonic() - begin))
            rates.append(load.rate)
            heap.append(live_mebibytes(controller.pid))
            print(f"  {done} requests, {mixer.versions} versions, {heap[-1]:.0f} MiB live heap", flush=True)
    return heap, done, mixer


def main():
    """Measure and print the tables; fail if a target is missed."""
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    work = os.environ["ALTO_WORK"]
    maps, mixed = os.path.join(work, "maps"), os.path.join(work, "mixed")
    os.makedirs(mixed, exist_ok=True)
    isp_map.generate(maps)
    files = {NETWORK: os.path.join(maps, isp_map.NETWORK_MAP), COSTS: os.path.join(maps, isp_map.COST_MAP)}
    controller = Controller(os.environ["ALTO_ASSEMBLY"], os.path.join(work, "controller"))
    controller.prepare()
    nginx, wrk, met = Nginx(work), Wrk(work), [report_encoding_rate(files[COSTS])]
    controller.start()
    try:
        controller.await_ready()
        for name, command in ((NETWORK, "network-map-load"), (COSTS, "cost-map-load")):
            controller.shell(f"alto:{command} --id {name} {files[name]}")
            # this answer needs no encoding
            wait_for(f"{name} to be served",
                     lambda name=name: fetch(HTTP_PORT, "GET", PATHS[name], If_None_Match="*")[0] == 304, 60)
        print("  the maps are loaded", flush=True)
        wrk.load(HTTP_PORT, 64, PATHS[COSTS])
        _, headers, whole = fetch(HTTP_PORT, "GET", PATHS[COSTS])
        zipped = fetch(HTTP_PORT, "GET", PATHS[COSTS], Accept_Encoding="gzip")[2]
        require(gzip.decompress(zipped) == whole, "the compressed cost map is another one")
        nginx.file("map", whole)
        nginx.file("map.gz", zipped)
        nginx.start()
        answer = fetch(NGINX_PORT, "GET", "/map")
        require(answer[2] == whole, "nginx serves something else")
        require(fetch(NGINX_PORT, "GET", "/map", Accept_Encoding="gzip")[2] == zipped, "nginx serves something else")
        ours, theirs = headers["ETag"], answer[1]["ETag"]

        print(f"\n| {len(whole) / 2**20:.1f} MiB, compressed {len(zipped) / 2**20:.1f} MiB; {TURNS} turns of {SECONDS} s "
              f"each | ALTO | nginx | ratio |\n|---|---|---|---|")
        met.append(compare_rates("whole cost map, 8 connections", TARGET_THROUGHPUT,
                                 lambda: wrk.load(HTTP_PORT, 8, PATHS[COSTS]),
                                 lambda: wrk.load(NGINX_PORT, 8, "/map"), len(whole)))
        met.append(compare_rates("the same, compressed", TARGET_THROUGHPUT,
                                 lambda: wrk.load(HTTP_PORT, 8, PATHS[COSTS], Accept_Encoding="gzip"),
                                 lambda: wrk.load(NGINX_PORT, 8, "/map", Accept_Encoding="gzip"), len(zipped)))
        met.append(compare_rates("304, 64 connections", TARGET_UNCHANGED,
                                 lambda: wrk.load(HTTP_PORT, 64, PATHS[COSTS], If_None_Match=ours),
                                 lambda: wrk.load(NGINX_PORT, 64, "/map", If_None_Match=theirs)))
        nginx.stop()
        met.append(report_encodings())

        rand = random.Random(7285)
        groups, costs = parse(files[NETWORK])["network-map"], parse(files[COSTS])["cost-map"]
        most = middling_cost(costs)
        bodies = {}
        for name, text in (("filter", cost_filter(rand, sorted(costs), most)), ("properties", properties(rand, groups))):
            bodies[name] = os.path.join(work, name)
            with open(bodies[name], "w", encoding="ascii") as file:
                file.write(text)
        print(f"\n| {TURNS} turns of {SECONDS} s each | median of one connection | 64 connections: median, 99 % "
              f"| 99 % by median | rate |\n|---|---|---|---|---|")
        for what, path, body, sent in (
                (f"100 x 100 costs of 1.3 million, those up to {most}", FILTERED, "filter", COST_FILTER),
                ("PIDs of 1,000 addresses", PROPERTIES, "properties", PROPERTY_PARAMS)):
            alone, together = in_turn(
                *(lambda count=count, path=path, body=body, sent=sent: wrk.load(
                    HTTP_PORT, count, path, bodies[body], method="POST", Content_Type=sent) for count in (1, 64)))
            met.append(report_times(what, alone, together))

        print()
        for name, parts in {
                "directory": {"path": "/alto"}, "network": {"path": PATHS[NETWORK]},
                "zipped": {"path": PATHS[COSTS], "coding": "gzip"}, "mix": {"path": "/alto/costmap/mix-costs"},
                **{f"filter{number}": {"path": FILTERED, "type": COST_FILTER,
                                       "body": cost_filter(rand, sorted(costs), most)} for number in range(20)},
                **{f"properties{number}": {"path": PROPERTIES, "type": PROPERTY_PARAMS,
                                           "body": properties(rand, groups)} for number in range(10)}}.items():
            for part, text in parts.items():
                with open(os.path.join(mixed, f"{name}.{part}"), "w", encoding="ascii") as file:
                    file.write(text)
        heap, done, mixer = memory(controller, wrk, mixed, requests)
        quarter = max(1, len(heap) // 4)
        growth = statistics.median(heap[-quarter:]) / statistics.median(heap[:quarter])
        met.append(growth <= TARGET_GROWTH)
        print(f"\n| {done} requests of 34 kinds, while two maps changed {mixer.versions} times | |\n|---|---|\n"
              f"| live heap, of the first and of the last quarter of the time | "
              f"{statistics.median(heap[:quarter]):.0f}, {statistics.median(heap[-quarter:]):.0f} MiB, {growth:.2f} x "
              f"(target {TARGET_GROWTH} x) |\n"
              f"| least and most | {min(heap):.0f}, {max(heap):.0f} MiB |\n"
              f"| answers from the maps that change, none of which mixed two versions | {mixer.answers} |")
        return 0 if all(met) else 1
    finally:
        controller.stop()


if __name__ == "__main__":
    sys.exit(main())
