# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Mininet networks of Open vSwitch switches, built from a small description."""

import collections
import dataclasses
import re
import socket

from mininet.link import Intf, Link
from mininet.log import setLogLevel
from mininet.net import Mininet
from mininet.node import OVSSwitch, RemoteController

from alto_testbed import TestbedError
from alto_testbed.controller import OPENFLOW_PORT
from alto_testbed.namespaces import open_socket
from alto_testbed.ovs import command
from alto_testbed.wait import wait_for
from alto_testbed.wire import Wire


@dataclasses.dataclass(frozen=True)
class HostPlan:
    """A host and the switch it is plugged into."""

    name: str
    switch: int
    ip: str
    mac: str


@dataclasses.dataclass(frozen=True)
class Plan:
    """A network: switches by number, cables between them, hosts.

    Ports count up from 1 at each switch: first its hosts in order, then its cables in order.
    """

    switches: tuple
    cables: tuple       # pairs of switch numbers
    hosts: tuple        # HostPlan

    def host(self, name):
        """Return a host by name."""
        return next(host for host in self.hosts if host.name == name)

    def hosts_at(self, switch):
        """Return the hosts of a switch."""
        return [host for host in self.hosts if host.switch == switch]

    def host_port(self, host):
        """Return the number of the port that a host is plugged into."""
        return 1 + self.hosts_at(host.switch).index(host)

    def attachment_point(self, host):
        """Return the name that the controller gives to the port that a host is plugged into."""
        return f"openflow:{host.switch}:{self.host_port(host)}"

    def ports_to(self, switch):
        """Return the port towards each neighbour of a switch: neighbour -> port."""
        first = 1 + len(self.hosts_at(switch))
        mine = [cable for cable in self.cables if switch in cable]
        return {a if b == switch else b: first + index for index, (a, b) in enumerate(mine)}

    def next_switches(self, target):
        """Return for each other switch the next one on a shortest path to the target; of several the lowest."""
        nearer, queue = {target: None}, collections.deque([target])
        while queue:
            here = queue.popleft()
            for neighbour in sorted(self.ports_to(here)):
                if neighbour not in nearer:
                    nearer[neighbour] = here
                    queue.append(neighbour)
        del nearer[target]
        return nearer


def plan(switches, cables, hosts_per_switch):
    """Return a plan with readable names: h1, h2, ... at 10.0.0.1, 10.0.0.2, ... and 00:00:00:00:00:01, ...:02, ..."""
    places = [switch for switch in switches for _ in range(hosts_per_switch)]
    hosts = [HostPlan(f"h{n}", switch, f"10.0.{n >> 8}.{n & 255}", f"00:00:00:00:{n >> 8:02x}:{n & 255:02x}")
             for n, switch in enumerate(places, start=1)]
    return Plan(tuple(switches), tuple(cables), tuple(hosts))


#: A triangle of switches and a fourth behind the third, two hosts at each.
DEMO = plan(switches=(1, 2, 3, 4), cables=((1, 2), (1, 3), (2, 3), (3, 4)), hosts_per_switch=2)


class Network:
    """A running network. Call only inside a sealed world in which Open vSwitch runs.

    shaped: those of the plan's cables that can be made slow, narrow or bad.
    """

    def __init__(self, network_plan, controller_port=OPENFLOW_PORT, shaped=()):
        self.plan = network_plan
        self._shaped = shaped
        self._wires = {}
        self._controller_port = controller_port
        self._mininet = None
        self._sockets = {}

    def start(self):
        """Build it: switches that forward nothing without rules, ask our controller, and speak OpenFlow 1.3."""
        setLogLevel("error")
        net = Mininet(controller=None, link=Link, waitConnected=False)
        self._mininet = net
        net.addController("c0", RemoteController, ip="127.0.0.1", port=self._controller_port)
        switches = {number: net.addSwitch(f"s{number}", cls=OVSSwitch, dpid=f"{number:016x}", datapath="user",
                                          protocols="OpenFlow13", failMode="secure") for number in self.plan.switches}
        for host in self.plan.hosts:
            node = net.addHost(host.name, ip=f"{host.ip}/8", mac=host.mac)
            net.addLink(node, switches[host.switch], port2=self.plan.host_port(host))
        for a, b in self.plan.cables:
            if (a, b) in self._shaped:
                self._wires[a, b] = Wire(self._loose_end(switches[a], self.plan.ports_to(a)[b]),
                                         self._loose_end(switches[b], self.plan.ports_to(b)[a]))
            else:
                net.addLink(switches[a], switches[b], port1=self.plan.ports_to(a)[b], port2=self.plan.ports_to(b)[a])
        net.start()
        for host in self.plan.hosts:
            # Without it the userspace datapath passes on TCP segments without checksum, which the receiver drops.
            self.run(host.name, f"ethtool -K {host.name}-eth0 tx off")
            # Nobody speaks IPv6 here; its neighbour discovery would only add noise to what is counted.
            self.run(host.name, "sysctl -q -w net.ipv6.conf.all.disable_ipv6=1")

    @staticmethod
    def _loose_end(switch, port):
        """Make a port of a switch, and return the interface at the other end of its cable."""
        name, end = f"{switch.name}-eth{port}", f"{switch.name}-end{port}"
        command("ip", "link", "add", name, "type", "veth", "peer", "name", end)
        command("ip", "link", "set", end, "up")
        Intf(name, node=switch, port=port)
        return end

    def shape(self, a, b, **shape):
        """Make one of the cables that were to be shaped slow, narrow or bad: see Wire.shape."""
        self._wires[a, b].shape(**shape)

    def stop(self):
        """Take it down."""
        for wire in self._wires.values():
            wire.stop()
        self._wires.clear()
        for opened in self._sockets.values():
            opened.close()
        self._sockets.clear()
        if self._mininet is not None:
            self._mininet.stop()
            self._mininet = None

    def run(self, host, shell_command):
        """Run a command on a host and return what it prints."""
        return self._mininet.get(host).cmd(shell_command)

    def open_socket(self, host, *arguments):
        """Open a socket on a host."""
        return open_socket(self._mininet.get(host).pid, *arguments)

    def forget_neighbours(self):
        """Have every host forget the link-layer addresses that it was told."""
        for host in self.plan.hosts:
            self.run(host.name, "ip neigh flush all")

    def start_ipv6(self, host, address):
        """Have a host speak IPv6 with this address too, and wait until it may use the address."""
        self.run(host, f"sysctl -q -w net.ipv6.conf.{host}-eth0.disable_ipv6=0")
        self.run(host, f"ip -6 addr add {address}/64 dev {host}-eth0")

        def usable():
            listed = self.run(host, f"ip -6 addr show dev {host}-eth0")
            return f" {address}/64 " in listed and "tentative" not in listed

        wait_for(f"{host} to use {address}", usable, 20,
                 describe=lambda: self.run(host, f"ip -6 addr show dev {host}-eth0"))

    def stop_ipv6(self, host):
        """Have a host speak IPv4 only, as all do at first."""
        self.run(host, f"sysctl -q -w net.ipv6.conf.{host}-eth0.disable_ipv6=1")

    def ping(self, source, target, count=1, wait=1):
        """Return how many of the echo requests from one host to another were answered."""
        output = self.run(source, f"ping -n -c {count} -i 0.2 -W {wait} {self.plan.host(target).ip}")
        received = re.search(r"(\d+) received", output)
        if received is None:
            raise TestbedError(f"ping on {source} said: {output.strip()}")
        return int(received.group(1))

    def announce(self, names=None):
        """Have hosts speak as any host does: each sends a datagram to another one, and so has to ask ARP for it."""
        everyone = [host.name for host in self.plan.hosts]
        for name in everyone if names is None else names:
            peer = self.plan.host(everyone[(everyone.index(name) + 1) % len(everyone)])
            self.run(name, "ip neigh flush all")
            if name not in self._sockets:
                self._sockets[name] = self.open_socket(name, socket.AF_INET, socket.SOCK_DGRAM)
            self._sockets[name].sendto(b"hello", (peer.ip, 9))

    def connected_switches(self):
        """Return how many switches have a connection to the controller."""
        return command("ovs-vsctl", "--columns=is_connected", "--no-headings", "list", "controller").split().count(
            "true")

    def received_packets(self):
        """Return the packets that each switch port has received: (switch, port) -> packets."""
        return self._packets(r"port +(\d+): rx pkts=(\d+)")

    def sent_packets(self):
        """Return the packets that each switch port has sent: (switch, port) -> packets."""
        return self._packets(r"port +(\d+): rx [^\n]*\n +tx pkts=(\d+)")

    def _packets(self, pattern):
        counters = {}
        for switch in self.plan.switches:
            ports = command("ovs-ofctl", "-O", "OpenFlow13", "dump-ports", f"s{switch}")
            for port, packets in re.findall(pattern, ports):
                counters[switch, int(port)] = int(packets)
        return counters

    def cut(self, a, b):
        """Unplug the cable between two switches."""
        self._mininet.configLinkStatus(f"s{a}", f"s{b}", "down")

    def mend(self, a, b):
        """Plug the cable between two switches in again."""
        self._mininet.configLinkStatus(f"s{a}", f"s{b}", "up")

    def unplug(self, host):
        """Unplug a host from its switch."""
        self.run(host, f"ip link set {host}-eth0 down")

    def plug_in(self, host):
        """Plug a host in again."""
        self.run(host, f"ip link set {host}-eth0 up")

    def disconnect(self, switch):
        """Have a switch leave the controller. It keeps its rules."""
        command("ovs-vsctl", "del-controller", f"s{switch}")

    def reconnect(self, switch):
        """Have a switch connect to the controller again."""
        command("ovs-vsctl", "set-controller", f"s{switch}", f"tcp:127.0.0.1:{self._controller_port}")
