# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Our features work in a running controller that knew nothing of ALTO, and leave nothing behind.

The controller is a plain one of the same release, and gets our jars in the way of an operator who has the KAR and no
Maven repository. It is one for all, and features are removed only at the end: when a bundle with a YANG model comes or
goes, the platform restarts most of itself, some of its listeners keep the model that went, and it may after that take no
switch. So the tests go from less to more, and the controller is restarted once our model is in it, as
docs/operations.md tells operators to do.
"""

import os
import re
import shutil
import zipfile

import pytest

from alto_testbed import alto_client
from alto_testbed.alto_client import AltoClient, Restconf
from alto_testbed.controller import PASSWORD, USER, Controller, http_status
from alto_testbed.network import Network, plan
from alto_testbed.ovs import OpenVSwitch, command
from alto_testbed.wait import wait_for
from reading import reads_per_request

_OURS = "org.opendaylight.alto."
_FEATURES = {
    "odl-alto-cli": {"core", "cli"},
    "odl-alto-northbound": {"core", "model", "northbound"},
    "odl-alto-sse": {"core", "model", "northbound", "sse"},
    "odl-alto-openflow": {"core", "model", "hosttracker", "frm-checker", "link-metrics", "automap"}}
_FEATURES["odl-alto"] = set.union(*_FEATURES.values())
_FEATURES["odl-alto-jetty"] = {"jetty"}
#: Joins the bundle of the web server, so that it is never active by itself.
_FRAGMENT = {"jetty": "Resolved"}
#: The rules that send ARP and LLDP to the controller, and that for probes of links.
_PUNT, _PROBES = "cookie=0x616c746f/-1", "cookie=0x616c746f6c696e6b/-1"


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
    """A switch with two hosts that is connected to the plain controller, which was restarted since our model came."""
    plain.stop()
    plain.start()
    plain.await_ready()
    software = OpenVSwitch(os.path.join(os.environ["ALTO_WORK"], "openvswitch"))
    network = Network(plan(switches=(1,), cables=(), hosts_per_switch=2))
    try:
        software.start()
        network.start()
        wait_for("the switch to connect", lambda: Restconf().topology()[0] == {"openflow:1"}, 300)
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


def _install(controller, *features):
    """Install features, and wait until their bundles are there, and all of ours do what they are for."""
    bundles = set.union(*(_FEATURES[feature] for feature in features))

    def active():
        states = _states(controller, "install", features)
        return bundles <= set(states) and all(
            state == _FRAGMENT.get(name, "Active") for name, state in states.items())
    wait_for(f"{sorted(bundles)} to be active", active, 300, describe=lambda: _states(controller, "install", features))


def _rules(cookie):
    return command("ovs-ofctl", "-O", "OpenFlow13", "dump-flows", "s1", cookie).count("CONTROLLER")


def _await_hosts(network):
    def known():
        network.announce()
        return set(Restconf().hosts()) == {"10.0.0.1", "10.0.0.2"}
    wait_for("the hosts to be learnt", known, 120, every=1)


def _mapped(alto):
    answer = alto.get(alto_client.NETWORK_MAP)
    return set() if answer.status_code != 200 else {
        prefix for group in answer.json()["network-map"].values() for prefix in group.get("ipv4", [])
        if prefix.endswith("/32")}


@pytest.mark.parametrize("feature", _FEATURES)
def test_each_feature_alone_has_what_its_bundles_need(plain, feature):
    with open(plain.log, encoding="utf-8") as log:      # where the shell's command tells what it would do
        log.seek(0, os.SEEK_END)
        plain.shell(f"feature:install --simulate {feature}")
        assert set(re.findall(r" mvn:org\.opendaylight\.alto/alto-([a-z-]+)/", log.read())) == _FEATURES[feature]


def test_the_northbound_serves_an_empty_directory(plain):
    assert http_status("/alto-health/ready") != 200
    _install(plain, "odl-alto-northbound")
    directory = AltoClient().get(alto_client.DIRECTORY)
    assert directory.status_code == 200
    assert directory.headers["Content-Type"] == "application/alto-directory+json"
    assert directory.json() == {"meta": {"cost-types": {}}, "resources": {}}


def test_the_northbound_is_ready_and_its_metrics_want_a_password(plain):
    _install(plain, "odl-alto-northbound")
    wait_for("the northbound to be ready", lambda: http_status("/alto-health/ready") == 200, 60)
    wait_for("the metrics to be there", lambda: http_status("/alto-management/metrics") == 401, 60)
    assert http_status("/alto-management/metrics", (USER, PASSWORD)) == 200


def test_the_web_server_takes_its_addition_while_it_runs(plain):
    assert reads_per_request(plain) >= 2
    _install(plain, "odl-alto-jetty")
    wait_for("the web server to be back", lambda: http_status("/alto-health/ready") == 200, 60)
    assert 1 <= reads_per_request(plain) < 2


def test_the_commands_find_no_map(plain):
    _install(plain, "odl-alto-cli")
    assert "There is no map" in plain.shell("alto:map-list")


def test_openflow_learns_hosts_that_all_together_serve(plain, switch):
    assert _rules(_PUNT) == _rules(_PROBES) == 0
    _install(plain, *_FEATURES)
    wait_for("the rules for ARP, Neighbour Discovery (two) and LLDP", lambda: _rules(_PUNT) == 4, 120)
    wait_for("the rule for probes", lambda: _rules(_PROBES) == 1, 120)
    _await_hosts(switch)
    wait_for("the hosts in the network map", lambda: _mapped(AltoClient()) == {"10.0.0.1/32", "10.0.0.2/32"}, 120)
    assert not _states(plain, "uninstall", _FEATURES)
    assert _rules(_PUNT) == _rules(_PROBES) == 0
