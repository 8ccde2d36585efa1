# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A controller and a network together, inside a sealed world."""

import os
import time

from alto_testbed import alto_client
from alto_testbed.alto_client import AltoClient, Restconf
from alto_testbed.controller import Controller
from alto_testbed.network import Network
from alto_testbed.ovs import OpenVSwitch
from alto_testbed.rules import Rules
from alto_testbed.wait import wait_for


class Learning:
    """How much of a network the controller has learnt, compared with what is there."""

    def __init__(self, world):
        self._world = world
        plan = world.network.plan
        self.expected_links = {
            (f"openflow:{a}:{plan.ports_to(a)[b]}", f"openflow:{b}:{plan.ports_to(b)[a]}")
            for cable in plan.cables for a, b in (cable, cable[::-1])}
        self.expected_hosts = {host.ip: (host.mac, plan.attachment_point(host)) for host in plan.hosts}
        self.switches = self.links = self.rules = self.hosts = self.maps = 0
        self._announced = 0.0

    def look(self):
        """Look once, and have those hosts speak that are still missing. Return whether everything is learnt."""
        switches, links = self._world.restconf.topology()
        hosts = self._world.restconf.hosts()
        self.switches, self.links = len(switches), len(links & self.expected_links)
        # Rules are put in at once, but the controller sees them only when a switch next reports its tables.
        self.rules = len(self._world.restconf.rules() & self._world.rules.wanted)
        right = {ip for ip, place in self.expected_hosts.items() if hosts.get(ip) == place}
        self.hosts = len(right)
        topology_known = links == self.expected_links and self.switches == len(self._world.network.plan.switches)
        if topology_known and self.hosts < len(self.expected_hosts) and time.monotonic() - self._announced > 2:
            self._announced = time.monotonic()
            self._world.network.announce([host.name for host in self._world.network.plan.hosts if host.ip not in right])
        self.maps = self._maps() if self.hosts == len(self.expected_hosts) else 0
        return (topology_known and self.rules == len(self._world.rules.wanted)
                and self.hosts == len(self.expected_hosts) and self.maps == 2)

    def _maps(self):
        """Count the maps that hold all hosts, and a cost between each two switches."""
        alto = self._world.alto
        network_map, cost_map = alto.get(alto_client.NETWORK_MAP), alto.get(alto_client.HOPCOUNT_MAP)
        if network_map.status_code != 200 or cost_map.status_code != 200:
            return 0
        prefixes = {prefix for group in network_map.json()["network-map"].values() for prefix in group.get("ipv4", [])}
        whole = {f"{ip}/32" for ip in self.expected_hosts} <= prefixes
        costs = sum(len(row) for row in cost_map.json()["cost-map"].values())
        return int(whole) + int(costs >= len(self._world.network.plan.switches) ** 2)

    def __str__(self):
        plan = self._world.network.plan
        return (f"switches {self.switches}/{len(plan.switches)}, links {self.links}/{len(self.expected_links)},"
                f" rules {self.rules}/{len(self._world.rules.wanted)},"
                f" hosts {self.hosts}/{len(plan.hosts)}, maps {self.maps}/2")


class World:
    """Starts and stops all parts, each once, in order.

    shaped: those of the plan's cables that can be made slow, narrow or bad.
    """

    def __init__(self, network_plan, shaped=()):
        work = os.environ["ALTO_WORK"]
        self.controller = Controller(os.environ["ALTO_ASSEMBLY"], os.path.join(work, "controller"))
        self.switch_software = OpenVSwitch(os.path.join(work, "openvswitch"))
        self.network = Network(network_plan, shaped=shaped)
        self.alto = AltoClient()
        self.restconf = Restconf()
        self.rules = Rules(self.restconf, network_plan)

    def start_controller(self, progress=None):
        """Start a fresh controller and wait until it serves."""
        self.controller.prepare()
        self.controller.start()
        self.controller.await_ready(progress=progress)

    def start_network(self):
        """Bring up the switches and hosts and put in the rules that forward between all of them."""
        self.switch_software.start()
        self.network.start()
        # A rule put while its switch is just connecting can get lost between the forwarding rules manager's two ways of
        # sending it: with the others at the connection, and as a change after it.
        switches = {f"openflow:{number}" for number in self.network.plan.switches}
        wait_for("the switches to connect", lambda: self.restconf.topology()[0] == switches, 300)
        self.rules.install_shortest_paths()

    def await_learnt(self, timeout=300, progress=None):
        """Wait until the controller knows the network. progress: called with the seconds and the Learning."""
        learning = Learning(self)
        wait_for("the network to be learnt", learning.look, timeout, every=0.5, describe=lambda: learning,
                 progress=progress and (lambda elapsed: progress(elapsed, learning)))
        return learning

    def stop(self):
        """Stop whatever runs, also after a failure half-way."""
        self.network.stop()
        self.controller.stop()
        self.switch_software.stop()
