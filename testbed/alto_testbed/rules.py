# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Forwarding rules, installed as an application of the controller does: RESTCONF and the forwarding rules manager.

Two tables, as in many real pipelines: table 0 hands IPv4 to table 1, and table 1 forwards by destination host.
"""

from urllib.parse import quote

IPV4 = 2048
TCP = 6
FORWARDING_TABLE = 1


def output(port, order=0):
    """Return the instructions that send a packet out of a port."""
    return {"instruction": [{
        "order": order,
        "apply-actions": {"action": [{"order": 0, "output-action": {"output-node-connector": str(port),
                                                                    "max-length": 65535}}]}}]}


def go_to(table):
    """Return the instructions that pass a packet on to another table."""
    return {"instruction": [{"order": 0, "go-to-table": {"table_id": table}}]}


def match_ipv4(destination=None, tcp_port=None):
    """Return a match on IPv4 packets."""
    match = {"ethernet-match": {"ethernet-type": {"type": IPV4}}}
    if destination:
        match["ipv4-destination"] = f"{destination}/32"
    if tcp_port:
        match["ip-match"] = {"ip-protocol": TCP}
        match["tcp-destination-port"] = tcp_port
    return match


class Rules:
    """The rules of one network that an operator has put into the configuration datastore."""

    def __init__(self, restconf, network_plan):
        self._restconf = restconf
        self._plan = network_plan
        #: what has been put and not deleted: (switch, table, flow id)
        self.wanted = set()

    @staticmethod
    def _path(switch, table, flow_id):
        return (f"opendaylight-inventory:nodes/node={quote(f'openflow:{switch}', safe='')}"
                f"/flow-node-inventory:table={table}/flow={quote(flow_id, safe='')}")

    def put(self, switch, flow_id, match, instructions, table=FORWARDING_TABLE, priority=10):
        """Add or replace one rule."""
        self._restconf.put(self._path(switch, table, flow_id), {"flow-node-inventory:flow": [{
            "id": flow_id, "table_id": table, "priority": priority, "match": match, "instructions": instructions}]})
        self.wanted.add((switch, table, flow_id))

    def delete(self, switch, flow_id, table=FORWARDING_TABLE):
        """Take one rule away."""
        self._restconf.delete(self._path(switch, table, flow_id))
        self.wanted.discard((switch, table, flow_id))

    def route(self, target, at, towards=None):
        """Have one switch send what goes to a host towards a neighbour, or out of the host's own port."""
        port = self._plan.host_port(target) if towards is None else self._plan.ports_to(at)[towards]
        self.put(at, f"to-{target.name}", match_ipv4(target.ip), output(port))

    def unroute(self, target, at):
        """Have one switch forget the way to a host."""
        self.delete(at, f"to-{target.name}")

    def install_shortest_paths(self):
        """Route every host on a shortest path from everywhere."""
        for switch in self._plan.switches:
            self.put(switch, "ipv4", match_ipv4(), go_to(FORWARDING_TABLE), table=0)
        for target in self._plan.hosts:
            self.route(target, target.switch)
            for switch, towards in self._plan.next_switches(target.switch).items():
                self.route(target, switch, towards)

    def install_detour(self, switch, via, target, tcp_port=22):
        """Have one TCP port to a host leave a switch by another neighbour than the rest (draft, figure 3)."""
        self.put(switch, f"tcp-{tcp_port}-to-{target.name}", match_ipv4(target.ip, tcp_port),
                 output(self._plan.ports_to(switch)[via]), priority=20)
