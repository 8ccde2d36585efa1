# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What packets really do: one-way bursts of crafted frames, and which switches have counted them."""

import dataclasses
import ipaddress
import socket
import struct
import time

from alto_testbed.wait import Timeout, wait_for

_ETH_P_IP = 0x0800
UDP = 17
TCP = 6
_BURST = 200        # LLDP and ARP add a handful of packets to a port at most


@dataclasses.dataclass(frozen=True)
class Passage:
    """What became of a burst: the share that arrived, and the switch ports it came in by."""

    delivered: bool
    ports: frozenset        # (switch, port)

    @property
    def hops(self):
        """The number of switches passed; a switch passed twice counts twice."""
        return len(self.ports)

    @property
    def switches(self):
        """The switches that were passed."""
        return {switch for switch, _ in self.ports}


def checksum(data):
    """Return the checksum of the Internet protocols over an even number of bytes."""
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def ipv4(source, destination, protocol, payload):
    """Return an IPv4 packet (RFC 791) without options."""
    addresses = ipaddress.ip_address(source).packed + ipaddress.ip_address(destination).packed
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(payload), 0, 0, 64, protocol, 0) + addresses
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + payload


def frame(source, target, protocol, destination_port, payload):
    """Return an Ethernet frame with an IPv4 packet between two hosts of a plan."""
    if protocol == TCP:     # a reset: no host ever answers one
        transport = struct.pack("!HHIIBBHHH", 40000, destination_port, 0, 0, 5 << 4, 0x04, 0, 0, 0)
    else:
        transport = struct.pack("!HHHH", 40000, destination_port, 8 + len(payload), 0)
    ethernet = bytes.fromhex((target.mac + source.mac).replace(":", "")) + struct.pack("!H", _ETH_P_IP)
    return ethernet + ipv4(source.ip, target.ip, protocol, transport + payload)


def probe(network, source_name, target_name, protocol=UDP, destination_port=5000, patience=2.0):
    """Send a burst from one host to another and return its passage."""
    source, target = network.plan.host(source_name), network.plan.host(target_name)
    marker = struct.pack("!Q", time.monotonic_ns())     # tells this burst from all others
    packet = frame(source, target, protocol, destination_port, marker * 4)
    arrived = 0
    with network.open_socket(target_name, socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_IP)) as sink, \
            network.open_socket(source_name, socket.AF_PACKET, socket.SOCK_RAW, 0) as sender:
        sink.bind((f"{target_name}-eth0", _ETH_P_IP))
        sink.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUFFORCE if hasattr(socket, "SO_RCVBUFFORCE") else 33, 1 << 22)
        sink.setblocking(False)
        sender.bind((f"{source_name}-eth0", 0))
        before = network.received_packets()
        for _ in range(_BURST):
            sender.send(packet)

        def drained():
            nonlocal arrived
            while True:
                try:
                    arrived += marker in sink.recv(2048)
                except BlockingIOError:
                    return arrived >= _BURST

        try:
            wait_for("the burst", drained, patience, every=0.01)
        except Timeout:
            pass        # what arrived has been counted; to arrive in part or not at all is an answer
        after = network.received_packets()
    ports = frozenset(port for port, packets in after.items() if packets - before.get(port, 0) >= _BURST / 2)
    return Passage(arrived >= _BURST / 2, ports)
