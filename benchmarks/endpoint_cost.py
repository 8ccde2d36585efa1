# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Endpoint costs over HTTP on a grid of 100 switches with 1,000 hosts and 100,000 rules of many masks.

The switches are bridges of Open vSwitch joined by patch ports, the hosts their internal ports, which speak by one ARP
packet each. Rules are put into the switches beside the controller, which learns them from the switches.
"""

import http.client
import http.server
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time

from alto_testbed.alto_client import (DIRECTORY, ENDPOINT_COST, ENDPOINT_COST_PARAMS, Restconf, endpoint_cost_query)
from alto_testbed.controller import HTTP_PORT, OPENFLOW_PORT, Controller
from alto_testbed.ovs import OpenVSwitch, command
from alto_testbed.speaker import Arp
from alto_testbed.wait import wait_for

SIDE = 10
HOSTS_PER_SWITCH = 10
RULES_PER_SWITCH = 1000
EAST, WEST, NORTH, SOUTH = 1, 2, 3, 4
FIRST_HOST_PORT = 10
TARGET_ALL_SECONDS = 2
TARGET_ONE_MILLISECONDS = 2
ALL_REPETITIONS = 12
ONE_REPETITIONS = 1000
WARM_UP = 500
#: The OpenFlow plugin's own settings: how often it asks each switch for all its rules, 3 s by itself, and how long a
#: switch may take to show that it is there, 2 s by itself. Reading 100,000 rules keeps the plugin busy, and meanwhile
#: switches and links get lost; so here it reads them when a switch connects, and not again.
PLUGIN_SETTINGS = {"basic-timer-delay": 900_000, "echo-reply-timeout": 20_000}


# --- the network ------------------------------------------------------------------------------------------------------

def ip(switch, host):
    """Return the address of a host; both numbers from 0."""
    return f"10.{switch >> 8}.{switch & 255}.{host + 1}"


def mac(switch, host):
    """Return its MAC address."""
    return f"02:00:00:{switch >> 8:02x}:{switch & 255:02x}:{host:02x}"


def interface(switch, host):
    """Return the name of its port."""
    return f"h{switch}-{host}"


HOSTS = [(switch, host) for switch in range(SIDE * SIDE) for host in range(HOSTS_PER_SWITCH)]


def hop_count(switch, other):
    """Return how many switches a packet between hosts of two switches passes."""
    return 1 + abs(switch % SIDE - other % SIDE) + abs(switch // SIDE - other // SIDE)


def neighbours(switch):
    """Return a switch's ports to others: port -> (neighbour, its port)."""
    row, column = divmod(switch, SIDE)
    return {port: (other, back) for port, there, other, back in (
        (EAST, column < SIDE - 1, switch + 1, WEST), (WEST, column > 0, switch - 1, EAST),
        (NORTH, row > 0, switch - SIDE, SOUTH), (SOUTH, row < SIDE - 1, switch + SIDE, NORTH)) if there}


def towards(switch, other):
    """Return the port to another switch: first along the row, then along the column."""
    if switch % SIDE != other % SIDE:
        return EAST if other % SIDE > switch % SIDE else WEST
    return NORTH if other < switch else SOUTH


def special(switch, other, rand):
    """Return what a rule for packets to another switch's hosts may ask for: one of twelve forms."""
    source = rand.randrange(SIDE * SIDE)
    from_host, to_host = rand.randrange(200), rand.randrange(200)
    src, dst = ip(source, from_host), ip(other, to_host)
    port = rand.randrange(65536)
    return (f"ip,nw_src={src}/24,nw_dst={dst}",
            f"ip,nw_src={src},nw_dst={dst}/24",
            f"ip,nw_src={src},nw_dst={dst}",
            f"tcp,nw_dst={dst},tp_dst={port}",
            f"udp,nw_dst={dst}/24,tp_dst={port}",
            f"tcp,nw_src={src}/24,nw_dst={dst}/24,tp_dst={port}",
            f"icmp,nw_src={src}/28,nw_dst={dst}/28",
            f"ip,nw_dst={dst},in_port={rand.choice(list(neighbours(switch)))}",
            f"ip,nw_dst={dst},dl_src={mac(source, from_host)}",
            f"ip,nw_dst={dst}/24,ip_dscp={1 + rand.randrange(63)},dl_dst={mac(other, to_host)}",
            f"tcp,nw_dst={dst},tp_src={port}",
            f"tcp,nw_src={src},nw_dst={dst},tp_dst={port},tp_src={rand.randrange(65536)}")[rand.randrange(12)]


def rules(switch, rand):
    """Return the rules of a switch as Open vSwitch writes them: its hosts, routes to the others, and special ones."""
    lines = [f"priority=20,ip,nw_dst={ip(switch, host)},actions=output:{FIRST_HOST_PORT + host}"
             for host in range(HOSTS_PER_SWITCH)]
    others = [other for other in range(SIDE * SIDE) if other != switch]
    lines += [f"priority=10,ip,nw_dst={ip(other, 0)}/24,actions=output:{towards(switch, other)}" for other in others]
    seen = set()
    while len(lines) < RULES_PER_SWITCH:
        other = rand.choice(others)
        match = special(switch, other, rand)
        if match not in seen:
            seen.add(match)
            lines.append(f"priority={100 + rand.randrange(1000)},{match},actions=output:{towards(switch, other)}")
    return lines


class Grid:
    """The switches and hosts. Call only inside a sealed world in which Open vSwitch runs."""

    def __init__(self, directory):
        self._directory = directory

    def start(self):
        """Build all, without a controller."""
        rand = random.Random(7285)
        for switch in range(SIDE * SIDE):
            self._add(switch)
            path = os.path.join(self._directory, "rules")
            with open(path, "w", encoding="ascii") as file:
                file.write("\n".join(rules(switch, rand)) + "\n")
            command("ovs-ofctl", "-O", "OpenFlow13", "--bundle", "add-flows", f"s{switch + 1}", path)
        batch = "".join(f"link set {interface(*host)} up\n" for host in HOSTS)
        subprocess.run(["ip", "-batch", "-"], input=batch, text=True, check=True)

    @staticmethod
    def _add(switch):
        bridge = f"s{switch + 1}"
        wanted = ["add-br", bridge, "--", "set", "bridge", bridge, "datapath_type=netdev", "fail_mode=secure",
                  "protocols=OpenFlow13", f"other_config:datapath-id={switch + 1:016x}",
                  # a switch forgets its rules when it gets its first controller, so it has one that nobody is
                  "--", "set-controller", bridge, "tcp:127.0.0.1:1",
                  "--", "set", "controller", bridge, "connection_mode=out-of-band"]
        for port, (other, back) in neighbours(switch).items():
            wanted += ["--", "add-port", bridge, f"p{switch}-{port}", "--", "set", "interface", f"p{switch}-{port}",
                       "type=patch", f"options:peer=p{other}-{back}", f"ofport_request={port}"]
        for host in range(HOSTS_PER_SWITCH):
            name = interface(switch, host)
            wanted += ["--", "add-port", bridge, name, "--", "set", "interface", name, "type=internal",
                       f"ofport_request={FIRST_HOST_PORT + host}"]
        command("ovs-vsctl", *wanted)

    @staticmethod
    def connect(row):
        """Have the switches of a row connect to the controller."""
        wanted = [word for switch in range(row * SIDE, (row + 1) * SIDE)
                  for word in ("--", "set-controller", f"s{switch + 1}", f"tcp:127.0.0.1:{OPENFLOW_PORT}",
                               "--", "set", "controller", f"s{switch + 1}", "connection_mode=out-of-band",
                               "inactivity_probe=60000")]
        command("ovs-vsctl", "--no-wait", *wanted[1:])

    @staticmethod
    def announce(hosts):
        """Have hosts speak, each by one ARP packet."""
        for switch, host in hosts:
            with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0) as sock:
                sock.bind((interface(switch, host), 0))
                sock.send(Arp.gratuitous(mac(switch, host), ip(switch, host)).frame())
            time.sleep(0.002)       # not a wait: no more packets a second than that


def connect(grid):
    """Connect row by row: of many at once, some that come again too early are never let in by the OpenFlow plugin."""
    restconf = Restconf()
    connected = 0
    for row in range(SIDE):
        grid.connect(row)
        connected += SIDE
        wait_for("a row of switches to connect", lambda wanted=connected: len(restconf.topology()[0]) >= wanted, 300)


class Learning:
    """What the controller has learnt of the grid."""

    def __init__(self):
        self._restconf = Restconf()
        self._left = set(range(SIDE * SIDE))
        self._announced = 0.0
        self.switches = self.links = self.hosts = 0

    def look(self):
        """Look once, and have those hosts speak that are missing. Return whether all is learnt."""
        switches, links = self._restconf.topology()
        self.switches, self.links = len(switches), len(links)
        if self.switches < SIDE * SIDE or self.links < 4 * SIDE * (SIDE - 1):
            return False
        for switch in list(self._left):
            answer = self._restconf.get(f"opendaylight-inventory:nodes/node=openflow%3A{switch + 1}"
                                        f"/flow-node-inventory:table=0?content=nonconfig&fields=flow(id)")
            if answer is None or len(answer["flow-node-inventory:table"][0].get("flow", [])) < RULES_PER_SWITCH:
                return False
            self._left.discard(switch)
        known = self._restconf.hosts()
        missing = [host for host in HOSTS
                   if known.get(ip(*host)) != (mac(*host), f"openflow:{host[0] + 1}:{FIRST_HOST_PORT + host[1]}")]
        self.hosts = len(HOSTS) - len(missing)
        if missing and time.monotonic() - self._announced > 10:
            Grid.announce(missing)
            self._announced = time.monotonic()
        return not missing

    def __str__(self):
        return (f"switches {self.switches}/{SIDE * SIDE}, links {self.links}/{4 * SIDE * (SIDE - 1)},"
                f" switches with all rules {SIDE * SIDE - len(self._left)}, hosts {self.hosts}/{len(HOSTS)}")


# --- measuring --------------------------------------------------------------------------------------------------------

class Client:
    """One connection that is kept."""

    def __init__(self, port=HTTP_PORT):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)

    def ask(self, method, path, body=None, headers=None):
        """Return the seconds until the whole answer is there, and the answer."""
        begin = time.perf_counter()
        self._connection.request(method, path, body, headers or {})
        response = self._connection.getresponse()
        content = response.read()
        taken = time.perf_counter() - begin
        if response.status != 200:
            raise RuntimeError(f"{method} {path}: {response.status} {content[:300]}")
        return taken, content

    def costs(self, sources, destinations):
        """Ask for hop counts. Return the seconds and the answer's bytes."""
        body = json.dumps(endpoint_cost_query([ip(*host) for host in sources], [ip(*host) for host in destinations]))
        return self.ask("POST", ENDPOINT_COST, body.encode(), {"Content-Type": ENDPOINT_COST_PARAMS})


def wrong(answer, sources, destinations):
    """Return how many of the costs are not the grid's."""
    costs = json.loads(answer)["endpoint-cost-map"]
    return sum(costs.get(f"ipv4:{ip(*source)}", {}).get(f"ipv4:{ip(*to)}")
               != (0 if source == to else hop_count(source[0], to[0])) for source in sources for to in destinations)


class Served:
    """A server that has only bytes to give, in a process of its own."""

    def __init__(self, content):
        class Handler(http.server.BaseHTTPRequestHandler):
            """Gives the bytes."""

            protocol_version = "HTTP/1.1"

            def do_GET(self):       # pylint: disable=invalid-name
                """Give them."""
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):      # pylint: disable=arguments-differ
                """Say nothing."""

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.port = server.server_address[1]
        self._child = os.fork()
        if self._child == 0:
            server.serve_forever()
        server.server_close()

    def stop(self):
        """End it."""
        os.kill(self._child, 9)
        os.waitpid(self._child, 0)


def cpu_seconds(pid):
    """Return the processor time that a process has used."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def busy(pid, seconds=2.0):
    """Return the share of one processor that a process uses at the moment."""
    before = cpu_seconds(pid)
    time.sleep(seconds)
    return (cpu_seconds(pid) - before) / seconds


def load():
    """Return the load average of the last minute."""
    return os.getloadavg()[0]


def spread(values, digits):
    """Return the median, smallest and largest value."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def measure(pid):
    """Measure, compare all answers, print, and return whether the targets are met."""
    client, rand = Client(), random.Random(1)
    pairs = [(rand.choice(HOSTS), rand.choice(HOSTS)) for _ in range(WARM_UP + ONE_REPETITIONS)]
    one, small, mistakes = [], [], 0
    load_before = load()
    for number, (source, destination) in enumerate(pairs):
        taken, answer = client.costs([source], [destination])
        read, directory = client.ask("GET", DIRECTORY)
        mistakes += wrong(answer, [source], [destination])
        if number >= WARM_UP:
            one.append(taken * 1000)
            small.append(read * 1000)
    first, _ = client.costs(HOSTS, HOSTS)
    everything, worked = [], []
    for _ in range(ALL_REPETITIONS):
        used = cpu_seconds(pid)
        taken, answer = client.costs(HOSTS, HOSTS)
        worked.append(cpu_seconds(pid) - used)
        everything.append(taken)
        mistakes += wrong(answer, HOSTS, HOSTS)
    served = Served(answer)
    reader = Client(served.port)
    only_read = [reader.ask("GET", "/")[0] for _ in range(ALL_REPETITIONS)]
    served.stop()
    load_after = load()
    print(f"\n| endpoint costs over HTTP, {SIDE * SIDE} switches, {len(HOSTS)} hosts, "
          f"{SIDE * SIDE * RULES_PER_SWITCH} rules | median (range) | 99th percentile |")
    print("|---|---|---|")
    print(f"| hop counts of {len(HOSTS)} x {len(HOSTS)} hosts, {len(answer) / 2**20:.1f} MiB, {ALL_REPETITIONS} times, "
          f"s (target {TARGET_ALL_SECONDS}) | {spread(everything, 2)} | |")
    print(f"| the first one, before these, s | {first:.2f} | |")
    print(f"| processor time of the controller for one of them, all that it did meanwhile, s | {spread(worked, 2)} | |")
    print(f"| the same bytes from a server that has them (limit), s | {spread(only_read, 3)} | |")
    print(f"| hop count of one pair, {len(one)} pairs, ms (target {TARGET_ONE_MILLISECONDS}) | {spread(one, 2)} "
          f"| {statistics.quantiles(one, n=100)[-1]:.2f} |")
    print(f"| GET of the directory, {len(directory)} bytes, in turn with them (limit), ms | {spread(small, 2)} "
          f"| {statistics.quantiles(small, n=100)[-1]:.2f} |")
    print(f"\nWrong or missing costs: {mistakes} of {ALL_REPETITIONS * len(HOSTS) ** 2 + len(pairs)}. "
          f"Load average {load_before:.1f} before, {load_after:.1f} after.")
    return (mistakes == 0 and statistics.median(everything) < TARGET_ALL_SECONDS
            and statistics.median(one) < TARGET_ONE_MILLISECONDS)


def main():
    """Build the network, measure and print; fail if a target is missed."""
    work = os.environ["ALTO_WORK"]
    controller = Controller(os.environ["ALTO_ASSEMBLY"], os.path.join(work, "controller"))
    switches = OpenVSwitch(os.path.join(work, "openvswitch"))
    begin = time.monotonic()

    def say(what):
        print(f"  {time.monotonic() - begin:5.0f} s  {what}", flush=True)

    try:
        controller.prepare()
        with open(os.path.join(controller.directory, "etc", "org.opendaylight.openflowplugin.cfg"), "w",
                  encoding="ascii") as file:
            file.write("".join(f"{key}={value}\n" for key, value in PLUGIN_SETTINGS.items()))
        # nobody is behind the ports to answer when the host tracker asks whether a silent host is still there
        controller.configure("hosttracker", {"idle-seconds": 14_400})
        subprocess.run(["sysctl", "-q", "-w", "net.ipv6.conf.default.disable_ipv6=1"], check=True)
        controller.start()
        switches.start()
        grid = Grid(work)
        grid.start()
        say("the switches have their rules")
        controller.await_ready()
        say("the controller is ready")
        connect(grid)
        say("all switches are connected")
        learning = Learning()
        wait_for("the network to be learnt", learning.look, 900, every=2, describe=lambda: learning,
                 progress=lambda _: say(learning))
        wait_for("the controller to be quiet", lambda: busy(controller.pid) < 0.2, 300)
        say(f"learnt; the controller uses {busy(controller.pid, 5):.0%} of a processor, holds "
            f"{controller.resident_mebibytes():.0f} MiB; the load average is {load():.1f}")
        return 0 if measure(controller.pid) else 1
    finally:
        controller.stop()
        switches.stop()


if __name__ == "__main__":
    sys.exit(main())
