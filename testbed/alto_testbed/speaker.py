# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Frames that a host's own kernel would not send: ARP, Neighbour Discovery and DHCP with any content, from its port."""

import dataclasses
import ipaddress
import select
import socket
import struct
import time

from alto_testbed.probe import UDP, checksum, ipv4
from alto_testbed.wait import Timeout

ETHERTYPE_IPV4 = 0x0800
ETHERTYPE_ARP = 0x0806
ETHERTYPE_VLAN = 0x8100
ETHERTYPE_IPV6 = 0x86DD
ETHERTYPE_LLDP = 0x88CC
REQUEST, REPLY = 1, 2
SOLICITATION, ADVERTISEMENT = 135, 136
DHCP_OFFER, DHCP_ACK = 2, 5
BROADCAST = "ff:ff:ff:ff:ff:ff"
NOBODY = "00:00:00:00:00:00"
_ICMPV6 = 58
_SHORTEST = 60      # of Ethernet, without the check sequence
_ETH_P_ALL = 3
_SOL_PACKET, _PACKET_AUXDATA = 263, 8
_AUXDATA = struct.Struct("=IIIHHHH")
_VLAN_VALID = 1 << 4


def _mac(text):
    return bytes.fromhex(text.replace(":", ""))


def _mac_text(data):
    return data.hex(":")


def _ip(text):
    return ipaddress.ip_address(text).packed


def ethernet(destination, source, ethertype, payload, vlan=None):
    """Return an Ethernet frame, padded to the shortest length; with an 802.1Q tag if there is a VLAN."""
    tag = b"" if vlan is None else struct.pack("!HH", ETHERTYPE_VLAN, vlan)
    head = _mac(destination) + _mac(source) + tag + struct.pack("!H", ethertype)
    return (head + payload).ljust(_SHORTEST, b"\0")


@dataclasses.dataclass(frozen=True)
class Arp:
    """An ARP packet for IPv4 (RFC 826), and the addresses and the VLAN of its frame."""

    operation: int
    sender_mac: str
    sender_ip: str
    target_mac: str
    target_ip: str
    destination: str
    vlan: int = None

    @staticmethod
    def request(mac, ip, target_ip, vlan=None):
        """Return the question who has an address; from 0.0.0.0 it is a probe (RFC 5227)."""
        return Arp(REQUEST, mac, ip, NOBODY, target_ip, BROADCAST, vlan)

    @staticmethod
    def gratuitous(mac, ip, vlan=None):
        """Return the question for the sender's own address, by which a host announces itself."""
        return Arp.request(mac, ip, ip, vlan)

    @staticmethod
    def reply(mac, ip, target_mac, target_ip, vlan=None):
        """Return an answer."""
        return Arp(REPLY, mac, ip, target_mac, target_ip, target_mac, vlan)

    def frame(self):
        """Return the frame."""
        head = struct.pack("!HHBBH", 1, 0x0800, 6, 4, self.operation)
        return ethernet(self.destination, self.sender_mac, ETHERTYPE_ARP,
                        head + _mac(self.sender_mac) + _ip(self.sender_ip) + _mac(self.target_mac)
                        + _ip(self.target_ip), self.vlan)

    @staticmethod
    def read(frame):
        """Return the packet that a frame carries, None if it carries another."""
        vlan, start = None, 12
        if frame[12:14] == struct.pack("!H", ETHERTYPE_VLAN):
            vlan, start = struct.unpack_from("!H", frame, 14)[0] & 0xFFF, 16
        if frame[start:start + 2] != struct.pack("!H", ETHERTYPE_ARP):
            return None
        packet = frame[start + 2:start + 30]
        if len(packet) < 28:
            return None
        return Arp(struct.unpack_from("!H", packet, 6)[0],
                   _mac_text(packet[8:14]), str(ipaddress.IPv4Address(packet[14:18])),
                   _mac_text(packet[18:24]), str(ipaddress.IPv4Address(packet[24:28])), _mac_text(frame[:6]), vlan)


def _icmpv6(destination_mac, source_mac, source_ip, destination_ip, message, vlan):
    pseudo_header = _ip(source_ip) + _ip(destination_ip) + struct.pack("!II", len(message), _ICMPV6)
    message = message[:2] + struct.pack("!H", checksum(pseudo_header + message)) + message[4:]
    head = struct.pack("!IHBB", 6 << 28, len(message), _ICMPV6, 255) + _ip(source_ip) + _ip(destination_ip)
    return ethernet(destination_mac, source_mac, ETHERTYPE_IPV6, head + message, vlan)


def solicitation(mac, ip, target_ip, vlan=None):
    """Return the frame that asks who has an IPv6 address (RFC 4861, section 4.3).

    From :: it is duplicate address detection (RFC 4862), which does not show who asks.
    """
    group = ipaddress.ip_address(_ip("ff02::1:ff00:0")[:13] + _ip(target_ip)[13:])
    option = b"" if ip == "::" else struct.pack("!BB", 1, 1) + _mac(mac)
    message = struct.pack("!BBHI", SOLICITATION, 0, 0, 0) + _ip(target_ip) + option
    return _icmpv6("33:33:" + _mac_text(group.packed[-4:]), mac, ip, str(group), message, vlan)


def advertisement(mac, ip, vlan=None):
    """Return the frame by which a host announces its IPv6 address to all (RFC 4861, section 4.4)."""
    override = 1 << 29
    message = struct.pack("!BBHI", ADVERTISEMENT, 0, 0, override) + _ip(ip) + struct.pack("!BB", 2, 1) + _mac(mac)
    return _icmpv6("33:33:00:00:00:01", mac, ip, "ff02::1", message, vlan)


def dhcp_reply(kind, server_mac, server_ip, client_mac, address):
    """Return the frame by which a DHCP server offers or gives an address to a client (RFC 2131, section 3.1)."""
    message = struct.pack("!BBBBIHH", 2, 1, 6, 0, 1, 0, 0) + _ip("0.0.0.0") + _ip(address) + _ip(server_ip)
    message = (message + _ip("0.0.0.0") + _mac(client_mac)).ljust(236, b"\0") + bytes([99, 130, 83, 99])
    message += bytes([53, 1, kind]) + bytes([54, 4]) + _ip(server_ip) + bytes([51, 4, 0, 0, 14, 16, 255])
    datagram = struct.pack("!HHHH", 67, 68, 8 + len(message), 0) + message
    return ethernet(client_mac, server_mac, ETHERTYPE_IPV4, ipv4(server_ip, address, UDP, datagram))


def ethertype(frame):
    """Return the type of a frame without a tag."""
    return struct.unpack_from("!H", frame, 12)[0]


class Speaker:
    """Sends and hears whole frames at the port of one host, beside the host's kernel."""

    def __init__(self, network, host):
        self._socket = network.open_socket(host, socket.AF_PACKET, socket.SOCK_RAW, 0)
        # the kernel takes the tag off a frame, and tells of it beside
        self._socket.setsockopt(_SOL_PACKET, _PACKET_AUXDATA, 1)
        self._socket.bind((f"{host}-eth0", _ETH_P_ALL))
        self._socket.setblocking(False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def send(self, *frames):
        """Send frames, each an Arp or the bytes of a frame."""
        for frame in frames:
            self._socket.send(frame.frame() if isinstance(frame, Arp) else frame)

    def _next(self, seconds):
        if not select.select([self._socket], [], [], max(0.0, seconds))[0]:
            return None
        frame, auxiliary, _, (_, _, kind, *_) = self._socket.recvmsg(2048, socket.CMSG_SPACE(_AUXDATA.size))
        if kind == socket.PACKET_OUTGOING:
            return b""
        for level, which, data in auxiliary:
            if (level, which) == (_SOL_PACKET, _PACKET_AUXDATA):
                status, _, _, _, _, tag, protocol = _AUXDATA.unpack(data)
                if status & _VLAN_VALID:
                    frame = frame[:12] + struct.pack("!HH", protocol or ETHERTYPE_VLAN, tag) + frame[12:]
        return frame

    def heard(self):
        """Return the frames that came from the network and that were not taken yet."""
        frames = []
        while (frame := self._next(0)) is not None:
            frames.append(frame)
        return [frame for frame in frames if frame]

    def hear(self, what, wanted, timeout=10):
        """Return the first ARP packet from the network for which wanted() is true."""
        deadline = time.monotonic() + timeout
        while (frame := self._next(deadline - time.monotonic())) is not None:
            packet = Arp.read(frame)
            if packet and wanted(packet):
                return packet
        raise Timeout(f"Gave up after {timeout:.0f} s waiting to hear {what}")
