# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Who may read ALTO, who may manage, which passwords are known to everybody, and TLS."""

import contextlib
import hashlib
import json
import os
import re
import ssl
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
import requests
from requests.auth import HTTPDigestAuth

from alto_testbed import TestbedError
from alto_testbed.alto_client import ENDPOINT_COST, ENDPOINT_COST_PARAMS, HOPCOUNT_MAP, NETWORK_MAP, ROOT
from alto_testbed.controller import PASSWORD, USER
from alto_testbed.wait import wait_for
from alto_testbed.watching.events import Event
from alto_testbed.watching.stream import open_stream
from alto_testbed.watching.web import Refused, Web

_DIRECTORY = "/alto"
_CONTROL = "application/alto-updatestreamcontrol+json"
_MANAGEMENT = [
    (8181, "/rests/data"), (8181, "/rests/operations"), (8181, "/rests/"), (8181, "/auth/v1/users"),
    (8181, "/auth/v1/domains"), (8181, "/auth/"), (8181, "/.well-known/host-meta"), (8182, "/rests/data"), (8182, "/rests/operations"), (8182, "/"),
    (8181, "/jolokia/list"), (8181, "/system/console"), (8181, "/restconf/data"), (8181, "/")]
#: Where clients of the controller connect by HTTP; the others are OpenFlow (2), the shell, JMX (2) and the cluster.
_HTTP_PORTS = {8181, 8182}
_OTHER_PORTS = {6653, 6633, 8101, 1099, 44444, 2550}


def _get(path, auth=None, root=ROOT, **options):
    return requests.get(root + path, auth=auth, timeout=20, allow_redirects=False, **options)


def _status(path, auth=None):
    return _get(path, auth).status_code


@pytest.fixture
def readers(world, tmp_path):
    """Reading is for alice and bob; after the test for everybody."""
    (tmp_path / "alice").write_text("wonder land\n", encoding="ascii")
    (tmp_path / "bob").write_text("builder\n", encoding="ascii")
    shell = world.controller.shell
    assert "Added user alice" in shell(f"alto:user-add --role noc --password-file {tmp_path}/alice alice")
    assert "Added user bob" in shell(f"alto:user-add --password-file {tmp_path}/bob bob")
    world.controller.configure("access", {"access": "authenticated", "rules": "/networkmap/*: noc"})
    try:
        wait_for("a log-in to be wanted", lambda: _status(_DIRECTORY) == 401, 30)
        yield ("alice", "wonder land"), ("bob", "builder")
    finally:
        world.controller.unconfigure("access")
        shell("alto:user-remove alice; alto:user-remove bob")
        wait_for("everybody to read", lambda: _status(_DIRECTORY) == 200, 30)


def test_who_may_read_is_a_matter_of_users_and_roles(world, readers):
    alice, bob = readers
    challenge = _get(_DIRECTORY)
    assert challenge.headers["Content-Type"] == "application/problem+json"
    assert challenge.headers["Cache-Control"] == "no-store"
    assert challenge.json()["status"] == 401
    assert re.findall(r"Digest|Basic|SHA-256|MD5", challenge.headers["WWW-Authenticate"]) == [
        "Digest", "SHA-256", "Digest", "MD5", "Basic"]

    for auth in (bob, HTTPDigestAuth(*bob)):
        assert _status(_DIRECTORY, auth) == 200
        assert _status(HOPCOUNT_MAP, auth) == 200
        refused = _get(NETWORK_MAP, auth)
        assert refused.status_code == 403 and refused.json()["status"] == 403
    for auth in (alice, HTTPDigestAuth(*alice)):
        assert _status(NETWORK_MAP, auth) == 200
        answer = requests.post(ROOT + ENDPOINT_COST, b"{}", auth=auth, timeout=20,
                               headers={"Content-Type": ENDPOINT_COST_PARAMS})
        assert answer.status_code == 400, "the route was asked"
    for auth in (("alice", "builder"), HTTPDigestAuth("alice", "builder"), ("nobody", ""), (USER, PASSWORD)):
        assert _status(_DIRECTORY, auth) == 401

    session = requests.Session()
    session.auth = HTTPDigestAuth(*alice)
    assert {session.get(ROOT + NETWORK_MAP, timeout=20).status_code for _ in range(20)} == {200}
    with open(world.controller.log, encoding="utf-8", errors="replace") as log:
        assert "wonder land" not in log.read()


def _told(stream):
    """Yield what the control events of an update stream say."""
    for item in stream:
        if isinstance(item, Event) and item.name == _CONTROL:
            yield json.loads(item.data)


def test_who_may_not_read_a_map_is_not_told_of_its_changes(world, readers, tmp_path):
    alice, bob = (":".join(reader) for reader in readers)
    updates, views = f"{ROOT}/alto/updates", f"{ROOT}/alto/tips"
    network, hops = {"resource-id": "default-network-map"}, {"resource-id": "default-hopcount-map"}

    def view(reader, wanted):
        web = Web(ROOT, reader)
        with web.request("POST", views, "application/alto-tips+json", wanted, "application/alto-tipsparams+json") as it:
            opened = it.json()
        edge = opened["tips-view-summary"]["updates-graph-summary"]["start-edge-rec"]
        return f"{opened['tips-view-uri']}/ug/{edge['seq-i']}/{edge['seq-j']}"

    with pytest.raises(Refused, match="User bob has no role that may read /networkmap/default-network-map") as refused:
        open_stream(updates, {"h": hops, "n": network}, Web(updates, bob))
    assert refused.value.status == 403
    with pytest.raises(Refused, match="User bob has no role") as refused:
        view(bob, network)
    assert refused.value.status == 403
    edge = view(alice, network)
    assert _status(urlsplit(edge).path, readers[0]) == 200
    assert _status(urlsplit(edge).path, readers[1]) == 403
    assert _status(urlsplit(view(bob, hops)).path, readers[1]) == 200

    with (open_stream(updates, {"h": hops}, Web(updates, bob)) as of_bob,
          open_stream(updates, {"h": hops, "n": network}, Web(updates, alice)) as of_alice):
        told_bob, told_alice = _told(of_bob), _told(of_alice)
        assert "control-uri" in next(told_bob) and "control-uri" in next(told_alice)
        with pytest.raises(Refused, match="User bob has no role"):
            of_bob.request(add={"also": hops, "n": network})
        of_bob.request(add={"also": hops})
        assert next(told_bob) == {"started": ["also"]}
        # what an operator changes counts for streams that are open
        world.controller.configure("access", {"access": "authenticated", "rules": "/networkmap/*: boss"})
        assert next(told_alice)["stopped"] == ["n"]
        world.controller.shell("alto:user-remove bob")
        try:
            stopped = next(told_bob)
        finally:
            world.controller.shell(f"alto:user-add --password-file {tmp_path}/bob bob")
        assert set(stopped["stopped"]) == {"h", "also"}
        assert next(told_bob, None) is None, "the stream has ended"


def test_curl_chooses_the_better_hash(world, readers):
    alice, _ = readers
    del world
    command = f"curl -sv --digest -u '{alice[0]}:{alice[1]}' {ROOT}{_DIRECTORY} -o /dev/null 2>&1"
    with os.popen(command) as pipe:
        said = pipe.read()
    assert "HTTP/1.1 200" in said and "algorithm=SHA-256" in said


def test_an_unreadable_line_is_named_and_the_users_of_before_count(world, readers):
    alice, _ = readers
    path = os.path.join(world.controller.directory, "etc", "alto-users")
    with open(path, encoding="ascii") as file:
        before = file.read()
    md5 = hashlib.md5(b"carol:ALTO:secret").hexdigest()
    sha256 = hashlib.sha256(b"carol:ALTO:secret").hexdigest()
    try:
        with open(path, "a", encoding="ascii") as file:
            file.write("carol:noc:nothing\n")
        wait_for("the line to be named", lambda: "alto-users, line 3: " in world.controller.shell("alto:access"), 30)
        assert _status(NETWORK_MAP, alice) == 200
        with open(path, "w", encoding="ascii") as file:
            file.write(before + f"# by hand\ncarol:noc:{sha256}:{md5}\n")
        wait_for("carol to read", lambda: _status(NETWORK_MAP, HTTPDigestAuth("carol", "secret")) == 200, 30)
        assert _status(NETWORK_MAP, ("carol", "secret")) == 200
    finally:
        with open(path, "w", encoding="ascii") as file:
            file.write(before)


def test_a_wrong_setting_is_named_and_opens_nothing(world, readers):
    del readers
    world.controller.configure("access", {"access": "opne"})
    wait_for("the setting to be named",
             lambda: "access: must be open or authenticated" in world.controller.shell("alto:access"), 30)
    assert _status(_DIRECTORY) == 401


@pytest.mark.parametrize(("port", "path"), _MANAGEMENT)
def test_nothing_is_managed_without_a_password(world, port, path):
    del world
    for method in ("GET", "POST", "PUT", "DELETE"):
        answer = requests.request(method, f"http://127.0.0.1:{port}{path}", timeout=20, allow_redirects=False)
        assert answer.status_code == 401, f"{method} {path}"


def test_there_is_no_other_door(world):
    listening = set()
    for family in ("tcp", "tcp6"):
        with open(f"/proc/{world.controller.pid}/net/{family}", encoding="ascii") as table:
            for line in list(table)[1:]:
                fields = line.split()
                if fields[3] == "0A":
                    listening.add(int(fields[1].rpartition(":")[2], 16))
    known = _HTTP_PORTS | _OTHER_PORTS
    for port in listening - known:
        # JMX chooses a port; whatever it is, it does not speak HTTP to us
        with contextlib.suppress(requests.RequestException):
            answer = requests.get(f"http://127.0.0.1:{port}/", timeout=5)
            pytest.fail(f"port {port} answers HTTP {answer.status_code}")
    assert known <= listening


def test_known_passwords_are_warned_of_until_they_are_changed(world):
    said = world.controller.shell("alto:access --warnings")
    restconf, shell = (line for line in said.splitlines() if line.startswith("WARNING: "))
    assert restconf.startswith("WARNING: User admin of RESTCONF still has the password admin.")
    assert shell.startswith("WARNING: User karaf of the shell still has the password karaf.")
    with open(world.controller.log, encoding="utf-8", errors="replace") as log:
        text = log.read()
    for warning in (restconf, shell):
        assert re.search(r"\| WARN .*" + re.escape(warning.removeprefix("WARNING: ")), text)

    # the commands that the warnings name
    change = restconf.partition("To change it: ")[2].replace("NEW-PASSWORD", "other")
    users = os.path.join(world.controller.directory, "etc", "users.properties")
    with open(users, encoding="ascii") as file:
        before = file.read()
    password = PASSWORD
    try:
        with os.popen(change + " -s -o /dev/null -w '%{http_code}'") as pipe:
            assert pipe.read() == "200"
        password = "other"
        assert world.controller.shell("alto:access --warnings").splitlines() == [shell]
        assert _status("/auth/v1/users", (USER, PASSWORD)) == 401
        assert _status("/auth/v1/users", (USER, password)) == 200
        world.controller.shell(shell.partition("in the shell: ")[2].replace("NEW-PASSWORD", "other"))
        with pytest.raises(TestbedError, match="refused"):
            world.controller.shell("alto:access")
        assert world.controller.shell("alto:access --warnings", password="other").strip() == ""
    finally:
        with open(users, "w", encoding="ascii") as file:
            file.write(before)
        if password != PASSWORD:
            back = change.replace(f"{USER}:{PASSWORD}", f"{USER}:{password}").replace('"password":"other"',
                                                                                    f'"password":"{PASSWORD}"')
            with os.popen(back + " -s -o /dev/null -w '%{http_code}'") as pipe:
                assert pipe.read() == "200"
    wait_for("the passwords of before", lambda: _shell_answers(world), 60)
    assert _status("/auth/v1/users", (USER, PASSWORD)) == 200


def _shell_answers(world):
    try:
        return "karaf" in world.controller.shell("alto:access --warnings")
    except TestbedError:
        return False


def _served():
    """Return the certificate that the controller shows, or None if it does not speak TLS."""
    try:
        return ssl.get_server_certificate(("127.0.0.1", 8443), timeout=10)
    except OSError:
        return None


def _fingerprint():
    """Return the SHA-256 fingerprint of that certificate, or None."""
    served = _served()
    return served and ":".join(f"{byte:02X}" for byte in hashlib.sha256(ssl.PEM_cert_to_DER_cert(served)).digest())


def _certificate(folder, name):
    command = (f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=127.0.0.1"
               f" -addext subjectAltName=IP:127.0.0.1 -keyout {folder}/{name}.key -out {folder}/{name}.crt 2>/dev/null")
    assert os.system(command) == 0
    return {"certificate": f"{folder}/{name}.crt", "key": f"{folder}/{name}.key"}


@pytest.fixture
def tls(world):
    """Sets what TLS is; after the test there is none."""
    yield lambda settings: world.controller.configure("tls", settings)
    if os.path.exists(os.path.join(world.controller.directory, "etc", "org.opendaylight.alto.tls.cfg")):
        world.controller.unconfigure("tls")
    wait_for("TLS to be gone", lambda: _fingerprint() is None and not world.controller.not_ready(), 60)


def test_tls_comes_and_goes_by_one_setting(world, tls, tmp_path):
    tls({"tls": "generated"})
    wait_for("TLS", lambda: _fingerprint() is not None, 60)
    generated = _fingerprint()
    with open(world.controller.log, encoding="utf-8", errors="replace") as log:
        assert generated in log.read()
    wait_for("the web server to be complete", lambda: not world.controller.not_ready(), 60)
    secure = ROOT.replace("http:", "https:").replace("8181", "8443")
    trusted = tmp_path / "generated.crt"
    trusted.write_text(_served(), encoding="ascii")
    assert _get(NETWORK_MAP, root=secure, verify=str(trusted)).json() == _get(NETWORK_MAP).json()
    with os.popen(f"curl -sk --http2 -o /dev/null -w '%{{http_code}} %{{http_version}}' {secure}{NETWORK_MAP}") as pipe:
        assert pipe.read() == "200 2"
    with os.popen(f"curl -sk --http2 -o /dev/null -w '%{{http_code}} %{{http_version}}' {secure}/rests/data") as pipe:
        assert pipe.read() == "401 2"

    own = _certificate(tmp_path, "own")
    tls({"tls": "given", **own})
    wait_for("another certificate", lambda: _fingerprint() not in (None, generated), 60)
    wait_for("the web server to be complete", lambda: not world.controller.not_ready(), 60)
    assert _get(_DIRECTORY, root=secure, verify=own["certificate"]).status_code == 200
    given = _fingerprint()

    other = _certificate(tmp_path, "other")
    tls({"tls": "given", "certificate": own["certificate"], "key": other["key"]})

    def told():
        with open(world.controller.log, encoding="utf-8", errors="replace") as log:
            return f"{other['key']}: this is not the key of {own['certificate']}" in log.read()
    wait_for("the wrong file to be named", told, 60)
    assert _fingerprint() == given


def _watch(*arguments):
    return subprocess.run([sys.executable, "-m", "alto_testbed.watching", "--events", "1", "--for", "60",
                           *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)


def test_the_client_follows_over_tls_whom_it_is_told_to_trust(world, tls, tmp_path):
    own, other = _certificate(tmp_path, "own"), _certificate(tmp_path, "other")
    before = _fingerprint()
    tls({"tls": "given", **own})
    wait_for("TLS", lambda: _fingerprint() not in (None, before), 60)
    wait_for("the web server to be complete", lambda: not world.controller.not_ready(), 60)
    watched = ("https://127.0.0.1:8443/alto", "default-hopcount-map")
    expected = _get(HOPCOUNT_MAP).json()
    for how in ("stream", "tips"):
        trusting = _watch(*watched, "--ca", own["certificate"], "--copy", f"{tmp_path}/{how}",
                          *(["--tips"] if how == "tips" else []))
        assert trusting.returncode == 0, trusting.stdout
        assert json.loads((tmp_path / how / "default-hopcount-map.json").read_text()) == expected, trusting.stdout
    for authority in ((), ("--ca", other["certificate"])):
        refusing = _watch(*watched, *authority)
        assert refusing.returncode == 1 and "trust its certificate with --ca FILE" in refusing.stdout, refusing.stdout
    unreadable = _watch(*watched, "--ca", f"{tmp_path}/none.crt")
    assert unreadable.returncode == 1
    assert f"The certificates in {tmp_path}/none.crt cannot be read" in unreadable.stdout
