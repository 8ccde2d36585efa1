# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Clients of the two HTTP services of the controller: ALTO (RFC 7285) and RESTCONF (RFC 8040)."""

import dataclasses
from urllib.parse import quote

import requests

from alto_testbed import TestbedError
from alto_testbed.controller import HTTP_PORT, PASSWORD, USER

ROOT = f"http://127.0.0.1:{HTTP_PORT}"
DIRECTORY = "/alto"
NETWORK_MAP = "/alto/networkmap/default-network-map"
HOPCOUNT_MAP = "/alto/costmap/default-hopcount-map"
ROUTINGCOST_MAP = "/alto/costmap/default-routingcost-map"
ENDPOINT_COST = "/alto/endpointcost"
ENDPOINT_COST_PARAMS = "application/alto-endpointcostparams+json"
ENDPOINT_PROPERTIES = "/alto/endpointprop"
ENDPOINT_PROPERTY_PARAMS = "application/alto-endpointpropparams+json"


def endpoint_cost_query(sources, destinations, metric="hopcount", mode="numerical"):
    """Return the body of an endpoint cost request (RFC 7285, section 11.5.1.3) for IPv4 addresses."""
    return {"cost-type": {"cost-metric": metric, "cost-mode": mode},
            "endpoints": {"srcs": [f"ipv4:{ip}" for ip in sources], "dsts": [f"ipv4:{ip}" for ip in destinations]}}


def flow_cost_query(flows, metric="hopcount", mode="numerical"):
    """Return the body of an endpoint cost request for flows: (source, destination) pairs as the request spells them."""
    return {"cost-type": {"cost-metric": metric, "cost-mode": mode},
            "endpoint-flows": [{"src": source, "dst": destination} for source, destination in flows]}


def unexpected(response):
    """Return the error that tells of a response with another status than wanted, on one line."""
    text = " ".join(response.text.split())[:300]
    return TestbedError(f"{response.request.method} {response.url} gave {response.status_code}: {text}")


class AltoClient:
    """Asks the ALTO server."""

    def __init__(self, root=ROOT):
        self._root = root
        self._session = requests.Session()

    def get(self, path):
        """Return the response to a GET, whatever its status."""
        return self._session.get(self._root + path, timeout=20)

    def post(self, path, body, content_type):
        """Return the response to a POST, whatever its status. body: bytes, or what becomes JSON."""
        data = {"data": body} if isinstance(body, bytes) else {"json": body}
        return self._session.post(self._root + path, headers={"Content-Type": content_type}, timeout=60, **data)

    def resource(self, path):
        """Return a resource that must be there."""
        return self._content(self.get(path))

    def endpoint_costs(self, sources, destinations, metric="hopcount"):
        """Return the costs between IPv4 addresses: (source, destination) -> cost; pairs without a cost are absent."""
        costs = self._costs(endpoint_cost_query(sources, destinations, metric))
        return {(source.removeprefix("ipv4:"), target.removeprefix("ipv4:")): cost
                for (source, target), cost in costs.items()}

    def flow_costs(self, flows, mode="numerical"):
        """Return the hop counts of flows: (source, destination) -> cost, both as the request spells them."""
        return self._costs(flow_cost_query(flows, mode=mode))

    def _costs(self, query):
        answer = self._content(self.post(ENDPOINT_COST, query, ENDPOINT_COST_PARAMS))
        return {(source, target): cost
                for source, row in answer["endpoint-cost-map"].items() for target, cost in row.items()}

    def endpoint_properties(self, names, addresses):
        """Return properties of endpoints: endpoint -> property -> value; both as RFC 7285 writes them."""
        return self._content(self.post(ENDPOINT_PROPERTIES, {"properties": names, "endpoints": addresses},
                                       ENDPOINT_PROPERTY_PARAMS))["endpoint-properties"]

    @staticmethod
    def _content(response):
        if response.status_code != 200:
            raise unexpected(response)
        return response.json()


@dataclasses.dataclass(frozen=True)
class TrackedHost:
    """A host as the host tracker knows it."""

    mac: str
    vlan: int
    addresses: frozenset
    port: str
    moved_from: str     # None if it was not seen to move
    moves: int

    @staticmethod
    def of(entry):
        """Read the host of an answer."""
        move = entry.get("last-move", {})
        return TrackedHost(entry["mac"], entry["vlan"], frozenset(entry.get("address", [])), entry["attachment-point"],
                           move.get("from"), int(move.get("count", 0)))


@dataclasses.dataclass(frozen=True)
class Conflict:
    """A contradiction that the host tracker noticed."""

    kind: str
    host: tuple         # MAC, VLAN, port
    rival: tuple        # likewise
    address: str        # None if it is about a host's place

    @staticmethod
    def of(entry):
        """Read the conflict of an answer."""
        host, rival = ((side["mac"], side["vlan"], side["attachment-point"])
                       for side in (entry["host"], entry["rival"]))
        return Conflict(entry["kind"], host, rival, entry.get("address"))


class Restconf:
    """Reads and writes the controller's datastore."""

    def __init__(self, root=ROOT):
        self._data = root + "/rests/data/"
        self._operations = root + "/rests/operations/"
        self._session = requests.Session()
        self._session.auth = (USER, PASSWORD)
        self._session.headers["Accept"] = "application/yang-data+json"

    def get(self, path):
        """Return what is there, or None if nothing is."""
        response = self._session.get(self._data + path, timeout=20)
        if response.status_code in (404, 409):
            return None
        self._require(response, 200)
        return response.json()

    def write(self, method, path, body=None, content_type="application/yang-data+json"):
        """Return the response to a request that changes something, whatever its status."""
        return self._session.request(method, self._data + path, json=body, timeout=60,
                                     headers={"Content-Type": content_type} if body is not None else None)

    def put(self, path, body):
        """Create or replace."""
        self._require(self.write("PUT", path, body), 200, 201, 204)

    def delete(self, path):
        """Delete what must be there."""
        self._require(self.write("DELETE", path), 200, 204)

    def hosts(self):
        """Return the hosts that the controller has learnt: address -> (MAC, attachment point)."""
        return {address: (host.mac, host.port) for host in self.tracked().values() for address in host.addresses}

    def tracked(self):
        """Return all that the controller knows of the hosts, also those without an address: (MAC, VLAN) -> host."""
        answer = self.get("alto-hosts:hosts?content=nonconfig") or {}
        hosts = [TrackedHost.of(entry) for entry in answer.get("alto-hosts:hosts", {}).get("host", [])]
        return {(host.mac, host.vlan): host for host in hosts}

    def _noticed(self, what):
        answer = self.get("alto-hosts:host-tracker?content=nonconfig") or {}
        return answer.get("alto-hosts:host-tracker", {}).get(what, [])

    def conflicts(self):
        """Return the contradictions that the host tracker noticed, and how often each: conflict -> count."""
        return {Conflict.of(entry): int(entry["count"]) for entry in self._noticed("conflict")}

    def refusals(self):
        """Return how many packets had no effect for the host tracker: reason -> count."""
        return {entry["reason"]: int(entry["count"]) for entry in self._noticed("refusal")}

    def rate_limited(self):
        """Return the ports that sent more than the host tracker takes, and how many it dropped: port -> count."""
        return {entry["attachment-point"]: int(entry["rate-limited"]) for entry in self._noticed("port")}

    @staticmethod
    def _pin(mac, vlan):
        return f"alto-hosts:host-pins/pin={quote(mac, safe='')},{vlan}"

    def pin(self, mac, addresses=(), port=None, vlan=0):
        """Say what is so of a host, whatever packets say."""
        pin = {"mac": mac, "vlan": vlan, "address": list(addresses)}
        self.put(self._pin(mac, vlan), {"alto-hosts:pin": [pin | ({"attachment-point": port} if port else {})]})

    def unpin(self, mac, vlan=0):
        """Take that back."""
        self.delete(self._pin(mac, vlan))

    def probe_host(self, address):
        """Have the controller ask who has an address, and return the host that answers; None if none does."""
        response = self._session.post(self._operations + "alto-hosts:probe-host", timeout=60,
                                      json={"alto-hosts:input": {"address": address}},
                                      headers={"Content-Type": "application/yang-data+json"})
        self._require(response, 200, 204)
        host = response.json()["alto-hosts:output"].get("host") if response.content else None
        return host and TrackedHost.of(host)

    def trace_path(self, source, destination, **fields):
        """Have the controller explain the paths between two addresses. fields: protocol, source_port, destination_port."""
        question = {"source": source, "destination": destination,
                    **{name.replace("_", "-"): value for name, value in fields.items()}}
        response = self._session.post(self._operations + "alto-paths:trace-path", timeout=60,
                                      json={"alto-paths:input": question},
                                      headers={"Content-Type": "application/yang-data+json"})
        self._require(response, 200)
        return response.json()["alto-paths:output"]

    def forced_paths(self):
        """Return the paths that the controller has installed: (source, destination) -> entry."""
        answer = self.get("alto-paths:forced-paths?content=nonconfig") or {}
        return {(entry["source"], entry["destination"]): entry
                for entry in answer.get("alto-paths:forced-paths", {}).get("forced-path", [])}

    def auto_maps(self):
        """Return how the computed maps are, map -> entry, and what is wrong elsewhere, place -> text."""
        answer = self.get("alto-automap:auto-map-state?content=nonconfig") or {}
        state = answer.get("alto-automap:auto-map-state", {})
        return ({entry["resource-id"]: entry for entry in state.get("map", [])},
                {entry["place"]: entry["text"] for entry in state.get("problem", [])})

    def topology(self):
        """Return the switches and the directed links between their ports that the controller sees."""
        answer = self.get("network-topology:network-topology/topology=flow%3A1?content=nonconfig") or {}
        topology = answer.get("network-topology:topology", [{}])[0]
        switches = {node["node-id"] for node in topology.get("node", []) if node["node-id"].startswith("openflow:")}
        links = {(link["source"]["source-tp"], link["destination"]["dest-tp"]) for link in topology.get("link", [])
                 if link["source"]["source-tp"].startswith("openflow:")
                 and link["destination"]["dest-tp"].startswith("openflow:")}
        return switches, links

    def rules(self):
        """Return the rules that the controller knows to be in the switches: (switch, table, flow id)."""
        answer = self.get("opendaylight-inventory:nodes?content=nonconfig"
                          "&fields=node(id;flow-node-inventory:table(id;flow(id)))") or {}
        return {(int(node["id"].removeprefix("openflow:")), table["id"], flow["id"])
                for node in answer.get("opendaylight-inventory:nodes", {}).get("node", [])
                for table in node.get("flow-node-inventory:table", []) for flow in table.get("flow", [])}

    @staticmethod
    def _require(response, *statuses):
        if response.status_code not in statuses:
            raise unexpected(response)
