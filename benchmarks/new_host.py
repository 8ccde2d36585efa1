# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""From the first ARP packet of a new host to the network map that a client gets, on the demo network."""

import http.client
import json
import statistics
import sys
import time

from alto_testbed.controller import HTTP_PORT
from alto_testbed.network import DEMO
from alto_testbed.speaker import Arp, Speaker
from alto_testbed.world import World

TARGET_MILLISECONDS = 100
MAP = "/alto/networkmap/default-network-map"


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


def main():
    """Measure and print; fail if the target is missed."""
    hosts = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    world = World(DEMO)
    try:
        world.start_controller()
        world.start_network()
        world.await_learnt()
        client = Client()
        taken, polls = [], []
        with Speaker(world.network, "h1") as speaker:
            for number in range(1, hosts + 1):
                begin = time.monotonic()
                client.prefixes()
                polls.append((time.monotonic() - begin) * 1000)
                ip, mac = f"10.0.9.{number}", f"02:00:00:00:09:{number:02x}"
                speaker.send(Arp.gratuitous(mac, ip))
                taken.append(until_mapped(client, ip) * 1000)
    finally:
        world.stop()
    median = statistics.median(taken)
    print(f"\n| from a host's first ARP to the network map, {hosts} hosts | ms |")
    print("|---|---|")
    print(f"| median (range), target {TARGET_MILLISECONDS} | {median:.0f} ({min(taken):.0f}-{max(taken):.0f}) |")
    print(f"| 90th percentile | {statistics.quantiles(taken, n=10)[-1]:.0f} |")
    print(f"| one poll of the map, part of the above (limit) | {statistics.median(polls):.1f} |")
    return 0 if median < TARGET_MILLISECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
