# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Each feature does its work alone in a running controller that knew nothing of ALTO, and leaves nothing behind.

The controller is a plain one of the same release, and gets our jars in the way of an operator who has the KAR and no
Maven repository. One controller for all, so the order counts: the platform restarts most of itself when a bundle with a
YANG model goes, and may take no switch after that. So what needs a switch comes first.
"""

import contextlib
import os
import re
import shutil
import zipfile

import pytest

from alto_testbed import TestbedError, alto_client
from alto_testbed.alto_client import AltoClient, Restconf
from alto_testbed.controller import Controller
from alto_testbed.network import Network, plan
from alto_testbed.ovs import OpenVSwitch, command
from alto_testbed.wait import wait_for

_OURS = "org.opendaylight.alto."
_COMMANDS = {"core", "model", "cli"}
_NORTHBOUND = {"core", "model", "northbound"}
_OPENFLOW = {"core", "model", "hosttracker", "frm-checker", "automap"}
#: The rules that send ARP and LLDP to the controller.
_PUNT = "cookie=0x616c746f/-1"


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """A plain controller in which our features are on offer, and none is installed."""
    kar = os.environ["ALTO_KAR"]
    version = re.fullmatch(r"features-alto-(.+)\.kar", os.path.basename(kar)).group(1)
    controller = Controller(os.environ["ALTO_PLAIN"], os.path.join(os.environ["ALTO_WORK"], "plain"))
    controller.prepare(extensible=True)
    unpacked = tmp_path_factory.mktemp("kar")
    with zipfile.ZipFile(kar) as archive:
        archive.extractall(unpacked, [name for name in archive.namelist() if name.startswith("repository/")])
    shutil.copytree(unpacked / "repository", os.path.join(controller.directory, "system"), dirs_exist_ok=True)
    try:
        controller.start()
        controller.await_ready(alto=False)
        controller.shell(f"feature:repo-add mvn:org.opendaylight.alto/features-alto/{version}/xml/features")
        yield controller
    finally:
        controller.stop()


@pytest.fixture
def switch(plain):
    """A switch with two hosts that is connected to the plain controller."""
    del plain
    software = OpenVSwitch(os.path.join(os.environ["ALTO_WORK"], "openvswitch"))
    network = Network(plan(switches=(1,), cables=(), hosts_per_switch=2))
    try:
        software.start()
        network.start()
        wait_for("the switch to connect", lambda: Restconf().topology()[0] == {"openflow:1"}, 60)
        yield network
    finally:
        network.stop()
        software.stop()


def _states(controller, verb, features):
    """Install or uninstall features. Return our bundles and their states.

    A bundle of which a component misses a service is not Active, but Waiting.
    """
    # both in one session, which takes longer than all else; to install what is installed changes nothing
    listed = controller.shell(f"feature:{verb} {' '.join(features)}; bundle:list -s -t 0 --no-format")
    rows = [[column.strip() for column in line.split("\t")] for line in listed.splitlines()]
    return {row[-1].removeprefix(_OURS): row[1] for row in rows if row[-1].startswith(_OURS)}


def _install(controller, bundles, *features):
    """Install features, and wait until these bundles of ours are active, and no other is there."""
    wanted = {bundle: "Active" for bundle in bundles}
    wait_for(f"{sorted(bundles)} to be active", lambda: _states(controller, "install", features) == wanted, 60,
             describe=lambda: _states(controller, "install", features))


@contextlib.contextmanager
def _installed(controller, bundles, feature):
    """Have a feature installed for the time of a with statement."""
    _install(controller, bundles, feature)
    try:
        yield
    finally:
        left = _states(controller, "uninstall", [feature])
    assert not left


def _punt_rules():
    return command("ovs-ofctl", "-O", "OpenFlow13", "dump-flows", "s1", _PUNT).count("CONTROLLER")


def _await_hosts(network):
    def known():
        network.announce()
        return set(Restconf().hosts()) == {"10.0.0.1", "10.0.0.2"}
    wait_for("the hosts to be learnt", known, 30, every=1)


def _mapped(alto):
    answer = alto.get(alto_client.NETWORK_MAP)
    return set() if answer.status_code != 200 else {
        prefix for group in answer.json()["network-map"].values() for prefix in group.get("ipv4", [])
        if prefix.endswith("/32")}


def test_openflow_alone_learns_hosts_and_all_together_serve_them(plain, switch):
    assert _punt_rules() == 0
    _install(plain, _OPENFLOW, "odl-alto-openflow")
    wait_for("the rules for ARP and LLDP", lambda: _punt_rules() == 2, 30)
    _await_hosts(switch)
    _install(plain, _COMMANDS | _NORTHBOUND | _OPENFLOW, "odl-alto")
    wait_for("the hosts in the network map", lambda: _mapped(AltoClient()) == {"10.0.0.1/32", "10.0.0.2/32"}, 30)
    assert not _states(plain, "uninstall", ["odl-alto", "odl-alto-openflow"])
    assert _punt_rules() == 0


def test_the_northbound_alone_serves_a_directory(plain):
    assert AltoClient().get(alto_client.DIRECTORY).status_code != 200
    with _installed(plain, _NORTHBOUND, "odl-alto-northbound"):
        directory = AltoClient().get(alto_client.DIRECTORY)
        assert directory.status_code == 200
        assert directory.headers["Content-Type"] == "application/alto-directory+json"
        # the maps of before are still in the datastore; the one who computes endpoint costs has gone
        assert alto_client.ENDPOINT_COST not in {entry["uri"] for entry in directory.json()["resources"].values()}


def test_the_commands_alone_tell_what_is_missing(plain):
    with _installed(plain, _COMMANDS, "odl-alto-cli"):
        with pytest.raises(TestbedError, match="feature:install odl-alto-openflow"):
            plain.shell("alto:hosts")
