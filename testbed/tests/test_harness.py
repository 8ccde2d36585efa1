# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The testbed itself: a test that cannot fail, or a world that leaks, would prove nothing."""

import os
import socket
import struct
import subprocess
import sys

import pytest

from alto_testbed.controller import Controller
from alto_testbed.network import DEMO, plan
from alto_testbed.probe import TCP, UDP, frame
from alto_testbed.processes import Record, start_time
from alto_testbed.speaker import Arp, advertisement, solicitation
from alto_testbed.wait import Timeout, wait_for


def test_the_world_has_a_loopback_interface_and_nothing_that_leads_out():
    with open("/proc/net/route", encoding="ascii") as routes:
        assert len(routes.readlines()) == 1     # the heading
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, pytest.raises(OSError):
        sock.connect(("192.0.2.1", 9))


def test_ports_count_hosts_first_and_then_cables():
    assert [DEMO.host_port(host) for host in DEMO.hosts_at(3)] == [1, 2]
    assert DEMO.ports_to(3) == {1: 3, 2: 4, 4: 5}


def test_next_switches_lead_to_the_target_on_shortest_paths():
    assert DEMO.next_switches(4) == {3: 4, 1: 3, 2: 3}
    ring = plan(switches=(1, 2, 3, 4), cables=((1, 2), (2, 3), (3, 4), (4, 1)), hosts_per_switch=1)
    assert ring.next_switches(3) == {2: 3, 4: 3, 1: 2}


def test_more_than_255_hosts_have_addresses_of_their_own():
    many = plan(switches=range(1, 151), cables=(), hosts_per_switch=2)
    assert len({host.ip for host in many.hosts}) == len({host.mac for host in many.hosts}) == 300


@pytest.mark.parametrize("protocol", [UDP, TCP])
def test_a_probe_is_a_valid_ipv4_packet(protocol):
    packet = frame(DEMO.host("h1"), DEMO.host("h8"), protocol, 22, b"x" * 32)
    header = packet[14:34]
    assert packet[:14].hex() == "000000000008" + "000000000001" + "0800"
    assert header[9] == protocol and header[12:] == bytes([10, 0, 0, 1, 10, 0, 0, 8])
    assert struct.unpack("!H", header[2:4])[0] == len(packet) - 14
    total = sum(struct.unpack("!10H", header))
    assert (total & 0xffff) + (total >> 16) == 0xffff       # RFC 791: the sum with its checksum is all ones


@pytest.mark.parametrize("vlan", [None, 7])
def test_an_arp_packet_is_read_as_it_was_written(vlan):
    packet = Arp.reply("00:00:00:00:00:01", "10.0.0.1", "00:00:00:00:00:08", "10.0.0.8", vlan)
    assert Arp.read(packet.frame()) == packet
    assert Arp.read(packet.frame()[:30]) is None
    assert len(packet.frame()) == 60
    ethertypes = "0806" if vlan is None else "810000070806"
    assert packet.frame().hex().startswith("000000000008" + "000000000001" + ethertypes + "0001080006040002")


@pytest.mark.parametrize("packet, group", [
    (solicitation("00:00:00:00:00:01", "fd00::1", "fd00::8"), "33:33:ff:00:00:08"),
    (solicitation("00:00:00:00:00:01", "::", "fd00::1"), "33:33:ff:00:00:01"),
    (advertisement("00:00:00:00:00:01", "fd00::1"), "33:33:00:00:00:01")], ids=["question", "detection", "answer"])
def test_neighbour_discovery_is_valid_icmpv6(packet, group):
    assert packet[:6].hex(":") == group
    ipv6, message = packet[14:54], packet[54:]
    assert struct.unpack("!H", ipv6[4:6])[0] == len(message) and ipv6[6:8] == bytes([58, 255])
    total = sum(struct.unpack(f"!{(32 + len(message)) // 2}H", ipv6[8:] + message)) + len(message) + 58
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    assert total == 0xffff      # RFC 8200, section 8.1: with its pseudo-header and its checksum all ones


def test_waiting_ends_at_the_deadline_and_says_what_there_was():
    with pytest.raises(Timeout, match="waiting for the moon: cheese"):
        wait_for("the moon", lambda: False, 0.05, every=0.01, describe=lambda: "cheese")


def test_a_record_does_not_take_another_process_of_the_same_id_for_its_own(tmp_path):
    record = Record(str(tmp_path / "running.json"))
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        record.write(child.pid, "a child")
        assert record.running()["what"] == "a child"
        text = (tmp_path / "running.json").read_text(encoding="utf-8")
        (tmp_path / "running.json").write_text(
            text.replace(str(start_time(child.pid)), str(start_time(child.pid) - 1)), encoding="utf-8")
        assert record.running() is None
        assert record.stop() is None and child.poll() is None
        child.kill()


def test_a_host_reaches_another(world):
    assert world.network.ping("h1", "h8", count=3) == 3


def test_the_controller_has_a_log_and_a_size(world):
    assert 100 < world.controller.resident_mebibytes() < 4000
    assert os.path.exists(world.controller.log)


def test_a_new_build_replaces_the_instance_but_not_its_data(tmp_path):
    assembly, directory = tmp_path / "assembly", tmp_path / "instance"
    for name in ("etc/org.apache.karaf.features.cfg", "etc/users", "lib/one.jar", "system/two.jar"):
        (assembly / name).parent.mkdir(parents=True, exist_ok=True)
        (assembly / name).write_text("built", encoding="utf-8")
    controller = Controller(str(assembly), str(directory))
    controller.prepare(keep_data=True)
    for name in ("snapshots/1", "data/idmlight.db.mv.db", "data/cache", "etc/users"):
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text("written", encoding="utf-8")
    controller.prepare(keep_data=True)
    assert (directory / "data/cache").exists()
    os.utime(assembly / "etc/org.apache.karaf.features.cfg", ns=(1, 1))
    controller.prepare(keep_data=True)
    assert (directory / "snapshots/1").read_text(encoding="utf-8") == "written"
    assert (directory / "data/idmlight.db.mv.db").read_text(encoding="utf-8") == "written"
    assert (directory / "etc/users").read_text(encoding="utf-8") == "built"
    assert not (directory / "data/cache").exists()
    controller.prepare()
    assert not (directory / "snapshots").exists()
