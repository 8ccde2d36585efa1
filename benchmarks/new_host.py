# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""From the first ARP packet of a new host to the network map that a client gets, on the demo network."""

import http.client
import json
import random
import statistics
import sys
import time

from alto_testbed.controller import HTTP_PORT
from alto_testbed.network import DEMO
from alto_testbed.speaker import Arp, Speaker
from alto_testbed.world import World

TARGET_MILLISECONDS = 100
MAP = "/alto/networkmap/default-network-map"
PAUSES = (0.2, 0.7)     # seconds, so that nothing of the host before is still going on


class Client:
    """Reads the network map over one connection."""

    def __init__(self):
        self._connection = http.client.HTTPConnection("127.0.0.1", HTTP_PORT, timeout=10)

    def prefixes(self):
        """Return all IPv4 prefixes of the map, also before there is one."""
        self._connection.request("GET", MAP)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            return set()
        return {prefix for group in json.loads(body)["network-map"].values() for prefix in group.get("ipv4", [])}


def until_mapped(client, ip, timeout=10):
    """Poll without a pause until the map has a host. Return the seconds that this took."""
    begin = time.monotonic()
    while f"{ip}/32" not in client.prefixes():
        if time.monotonic() - begin > timeout:
            raise TimeoutError(f"{ip} did not get into the network map")
    return time.monotonic() - begin


def measure(speaker, client, subnet, hosts, pauses):
    """Have hosts appear one after the other. Return how long each took, in milliseconds."""
    taken = []
    for number in range(1, hosts + 1):
        time.sleep(random.uniform(*pauses))
        ip, mac = f"10.0.{subnet}.{number}", f"02:00:00:00:{subnet:02x}:{number:02x}"
        speaker.send(Arp.gratuitous(mac, ip))
        taken.append(until_mapped(client, ip) * 1000)
    return taken


def polls(client, count):
    """Return how long it takes to get the map, in milliseconds."""
    taken = []
    for _ in range(count):
        begin = time.monotonic()
        client.prefixes()
        taken.append((time.monotonic() - begin) * 1000)
    return taken


def row(name, taken):
    """Return a row of the table."""
    return (f"| {name} | {statistics.median(taken):.0f} ({min(taken):.0f}-{max(taken):.0f})"
            f" | {statistics.quantiles(taken, n=10)[-1]:.0f} |")


def main():
    """Measure and print; fail if the target is missed."""
    hosts = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    world = World(DEMO)
    try:
        world.start_controller()
        world.start_network()
        world.await_learnt()
        client = Client()
        with Speaker(world.network, "h1") as speaker:
            hurried = measure(speaker, client, 8, hosts, (0, 0))
            alone = measure(speaker, client, 9, hosts, PAUSES)
        polled = polls(client, hosts)
    finally:
        world.stop()
    print(f"\n| from a host's first ARP to the network map, ms, {hosts} hosts | median (range) | 90th percentile |")
    print("|---|---|---|")
    print(row(f"a host {PAUSES[0]} to {PAUSES[1]} s after the one before (target {TARGET_MILLISECONDS})", alone))
    print(row("a host as soon as the one before is in the map", hurried))
    print(row("one poll of the map, part of the above (limit)", polled))
    return 0 if statistics.median(alone) < TARGET_MILLISECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
