# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The replica demo: a client downloads one file and chooses its source with and without ALTO.

The network is the published picture of the ALTO code-base hackathon (IETF 113): the client at s3, a replica of the file
at each other switch.
"""

import dataclasses
import os
import random
import statistics
import time

from alto_testbed import TestbedError
from alto_testbed.network import HostPlan, Plan
from alto_testbed.plot import bars
from alto_testbed.wait import wait_for

#: cable -> Mbit/s, milliseconds one way
_CABLES = {(1, 3): (1, 25), (2, 3): (1, 25), (3, 4): (5, 25), (4, 5): (2, 50)}
FILE_BYTES = 500_000
_WINDOW = 10
_PORT = 8000
_LINK_METRICS = "alto-links:link-metrics"

PICTURE = r"""
  h1 replica
     s1                                           Five OpenFlow 1.3 switches (Open vSwitch). The client is h3; the same
       \ 1 Mbit/s, 25 ms                          file of 500 kB is at h1, h2, h4 and h5. Rates are told to the
        s3 -------------- s4 -------------- s5    controller as an operator would; what is in use of them, and delays,
       /   5 Mbit/s, 25 ms   2 Mbit/s, 50 ms      it measures.
     s2 h3 client         h4 replica        h5 replica
  h2 replica
     (s2 - s3: 1 Mbit/s, 25 ms)
"""


@dataclasses.dataclass(frozen=True)
class Choice:
    """A way to choose a replica."""

    name: str
    metric: str = None      # None: at random
    best: object = min      # which of the costs is the best


CHOICES = (Choice("at random"), Choice("fewest hops", "hopcount"), Choice("most bandwidth", "bw-available", max),
           Choice("least delay", "delay-ow"))


class Scene:
    """The picture's network in a world. first: the number of its first switch and host, so others can be beside it."""

    def __init__(self, first=1):
        def number(of):
            return first + of - 1

        self.cables = {(number(a), number(b)): shape for (a, b), shape in _CABLES.items()}
        self.plan = Plan(tuple(number(n) for n in range(1, 6)), tuple(self.cables), tuple(
            HostPlan(f"h{n}", n, f"10.0.0.{n}", f"00:00:00:00:00:{n:02x}") for n in map(number, range(1, 6))))
        self.client = f"h{number(3)}"
        self.replicas = tuple(host.name for host in self.plan.hosts if host.name != self.client)

    def prepare(self, world):
        """Make the links what the picture says, tell the operator's part to the controller, and start the servers."""
        links = []
        for (a, b), (megabits, milliseconds) in self.cables.items():
            world.network.shape(a, b, rate=megabits * 1e6, delay=milliseconds / 1e3)
            links += [{"port": f"openflow:{here}:{self.plan.ports_to(here)[there]}",
                       "bits-per-second": str(megabits * 1_000_000)} for here, there in ((a, b), (b, a))]
        world.restconf.put(_LINK_METRICS, {_LINK_METRICS: {
            "window": _WINDOW, "statistic": ["min", "mean", "max"], "link": links}})
        folder = os.path.join(os.environ["ALTO_WORK"], "replica")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "file"), "wb") as file:
            file.write(random.Random(1).randbytes(FILE_BYTES))
        for name in self.replicas:
            world.network.run(name, f"cd {folder} && python3 -m http.server {_PORT} >/dev/null 2>&1 &")

    def costs(self, world, metric):
        """Ask ALTO what it costs to send from each replica to the client: replica -> cost; absent if not known."""
        answer = world.alto.endpoint_costs([self.plan.host(name).ip for name in self.replicas],
                                           [self.plan.host(self.client).ip], metric)
        names = {self.plan.host(name).ip: name for name in self.replicas}
        return {names[source]: cost for (source, _target), cost in answer.items()}

    def all_costs(self, world):
        """Return the costs by each metric that somebody chooses by."""
        return {choice.metric: self.costs(world, choice.metric) for choice in CHOICES if choice.metric}

    def await_measured(self, world, progress=None):
        """Wait until ALTO knows all costs of all replicas, by observations of a whole window."""
        known_since = None

        def look():
            nonlocal known_since
            if known_since is None and all(len(row) == len(self.replicas) for row in self.all_costs(world).values()):
                known_since = time.monotonic()
            return known_since is not None and time.monotonic() - known_since > _WINDOW

        wait_for("all costs to be measured", look, 120, every=1, describe=lambda: self.all_costs(world),
                 progress=progress)

    def choose(self, world, choice, chance):
        """Choose a replica; one of several that are equally good at random."""
        if choice.metric is None:
            return chance.choice(self.replicas)
        offered = self.costs(world, choice.metric)
        if not offered:
            raise TestbedError(f"ALTO has no {choice.metric} from any replica to the client")
        best = choice.best(offered.values())
        return chance.choice(sorted(name for name, cost in offered.items() if cost == best))

    def download(self, world, name):
        """Download the file from a replica, and return how many seconds that took."""
        address = self.plan.host(name).ip
        output = world.network.run(
            self.client, "curl -s -o /dev/null --max-time 120 -w '%{size_download} %{time_total}'"
                         f" http://{address}:{_PORT}/file").split()
        if len(output) != 2 or int(output[0]) != FILE_BYTES:
            raise TestbedError(f"the download from {name} failed: curl said {' '.join(output)}")
        return float(output[1])


def _spread(values, unit=""):
    return f"{statistics.median(values):.1f}{unit} ({min(values):.1f}-{max(values):.1f})"


def measure(scene, world, repetitions, seed, progress):
    """Download by each way to choose in turn, again and again: choice -> [(replica, seconds), ...]."""
    chance, start = random.Random(seed), time.monotonic()
    results = {choice: [] for choice in CHOICES}
    for repetition in range(repetitions):
        for choice in chance.sample(CHOICES, len(CHOICES)):
            progress(time.monotonic() - start, f"round {repetition + 1} of {repetitions}")
            name = scene.choose(world, choice, chance)
            results[choice].append((name, scene.download(world, name)))
    return results


def speedups(results, choice):
    """Return how many times faster than the random choice each download was, compared with that of its repetition."""
    return [uninformed / informed for (_, uninformed), (_, informed) in zip(results[CHOICES[0]], results[choice])]


def table(results):
    """Return the table of times as lines."""
    lines = ["chosen            | seconds            | faster than at random | mean  | replicas chosen",
             "------------------+--------------------+-----------------------+-------+----------------"]
    mean = statistics.mean(seconds for _, seconds in results[CHOICES[0]])
    for choice, downloads in results.items():
        names = [name for name, _ in downloads]
        counts = ", ".join(f"{name} {names.count(name)}x" for name in sorted(set(names)))
        lines.append(f"{choice.name:17} | {_spread([seconds for _, seconds in downloads]):18} | "
                     f"{_spread(speedups(results, choice), 'x'):21} | "
                     f"{mean / statistics.mean(seconds for _, seconds in downloads):4.1f}x | {counts}")
    return lines


def show(scene, screen, world, repetitions, seed):
    """Show costs, downloads and the table, and save the plot."""
    scene.await_measured(world, lambda elapsed: screen.progress(elapsed, "ALTO measures delays and bandwidths"))
    screen.heading("1. What ALTO says it costs to send from each replica to the client")
    for metric, row in scene.all_costs(world).items():
        screen.say(f"  {metric:13}" + "  ".join(f"{name}: {row[name]:>10,.0f}" for name in scene.replicas))
    screen.say("  (bw-available in bytes a second, delay-ow in microseconds: RFC 9439)")
    screen.heading(f"2. {repetitions} downloads of {FILE_BYTES:,} bytes by each choice, in turn (seed {seed})")
    results = measure(scene, world, repetitions, seed, screen.progress)
    screen.heading("3. The times: median (least-most)")
    for line in table(results):
        screen.say(line)
    bars(os.path.join(os.environ["ALTO_WORK"], "replica.png"),
         {choice.name: [seconds for _, seconds in downloads] for choice, downloads in results.items()},
         "Download of one file, by how its source was chosen", "seconds")
    screen.say(f"Plot: {os.path.join(os.environ['ALTO_LOGS'], 'replica.png')}")
