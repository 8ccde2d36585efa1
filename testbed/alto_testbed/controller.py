# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The controller: a private instance of the built distribution, started, watched and stopped.

Needs nothing but Python's own library, because `./alto run` uses it too.
"""

import base64
import datetime
import http.client
import os
import shutil
import signal
import socket
import subprocess
import time

from alto_testbed import TestbedError
from alto_testbed.processes import resident_mebibytes
from alto_testbed.sealed import outside
from alto_testbed.wait import wait_for

HTTP_PORT = 8181
OPENFLOW_PORT = 6653
SHELL_PORT = 8101
USER = PASSWORD = "admin"
SHELL_USER = SHELL_PASSWORD = "karaf"
_READ_ONLY = ("lib", "system")      # most of the distribution's size; all instances share them
_STAMP = ".alto-built"
_GENERATED = os.path.join("etc", "org.apache.karaf.features.cfg")      # each build writes it; others keep their age
#: What outlives a new build: the datastore, the accounts, the shell's identity.
_DATA = ("segmented-journal", "snapshots", "state", "data/idmlight.db.mv.db", "etc/host.key", "etc/host.key.pub",
         "etc/users.properties", "etc/alto-users", "etc/org.opendaylight.alto.access.cfg",
         "etc/org.opendaylight.alto.tls.cfg", "etc/alto-tls-generated.p12")


def _answers(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return True
    except OSError:
        return False


def http_status(path, credentials=None, port=HTTP_PORT):
    """Return the status of a GET, or None as long as nobody answers."""
    headers = {"Accept": "application/json, */*"}
    if credentials:
        headers["Authorization"] = "Basic " + base64.b64encode(":".join(credentials).encode()).decode()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _move(names, source, target):
    for name in names:
        if os.path.exists(os.path.join(source, name)):
            os.makedirs(os.path.dirname(os.path.join(target, name)), exist_ok=True)
            os.replace(os.path.join(source, name), os.path.join(target, name))


def _empty(directory):
    """Make a directory that is empty, whatever was there; the directory itself may be a mount or a link, so it stays."""
    os.makedirs(directory, exist_ok=True)
    for entry in os.scandir(directory):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


class Controller:
    """One controller process and the directory it works in."""

    def __init__(self, assembly, directory):
        self.assembly = assembly
        self.directory = directory
        self.log = os.path.join(directory, "data", "log", "karaf.log")
        self._output = os.path.join(directory, "console.log")
        self._process = None
        self._stops = []

    def prepare(self, keep_data=False, extensible=False):
        """Make the instance directory: shared jars, an own copy of everything else.

        keep_data: everything stays as an earlier run left it; if that was another build, only data and accounts do;
        extensible: more jars can be put beside the shared ones of the system folder.
        """
        generated = os.path.join(self.assembly, _GENERATED)
        if not os.path.exists(generated):
            raise TestbedError(f"No controller in {self.assembly}: build it first")
        built = str(os.stat(generated).st_mtime_ns)
        if keep_data and self._built_from() == built:
            return
        aside = os.path.realpath(self.directory) + ".kept"
        if keep_data:
            _move(_DATA, self.directory, aside)
        _empty(self.directory)
        for name in os.listdir(self.assembly):
            source, target = os.path.join(self.assembly, name), os.path.join(self.directory, name)
            if name == "system" and extensible:
                shutil.copytree(source, target, copy_function=os.symlink)
            elif name in _READ_ONLY:
                os.symlink(source, target)
            elif os.path.isdir(source):
                shutil.copytree(source, target, symlinks=True)
            else:
                shutil.copy2(source, target)
        if keep_data:
            _move(_DATA, aside, self.directory)
        with open(os.path.join(self.directory, _STAMP), "w", encoding="ascii") as file:
            file.write(built)

    def _built_from(self):
        try:
            with open(os.path.join(self.directory, _STAMP), encoding="ascii") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def start(self):
        """Start the process. Does not wait until it is ready."""
        if self._process is not None:
            raise TestbedError("The controller runs already")
        environment = dict(os.environ, CHECK_ROOT_INSTANCE_RUNNING="false")
        for name in ("KARAF_HOME", "KARAF_BASE", "KARAF_DATA", "KARAF_ETC", "KARAF_LOG", "JAVA_OPTS"):
            environment.pop(name, None)
        with open(self._output, "ab") as output:
            # "daemon" replaces the script by the JVM, so that the process we know is the controller
            self._process = subprocess.Popen(
                [os.path.join(self.directory, "bin", "karaf"), "daemon"], cwd=self.directory, env=environment,
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)

    @property
    def pid(self):
        """The id of the running process."""
        if self._process is None:
            raise TestbedError("The controller does not run")
        return self._process.pid

    def require_alive(self):
        """Raise if the process has ended by itself."""
        if self._process is not None and self._process.poll() is not None:
            raise TestbedError(f"The controller ended with code {self._process.returncode}; see {outside(self._output)}"
                               f" and {outside(self.log)}")

    def not_ready(self, alto=True, refusals=False):
        """Return what does not serve yet, of RESTCONF, the OpenFlow port and, if wanted, ALTO; empty if all do.

        refusals: an operator may have changed passwords, so that it is an answer too that a log-in is wanted.
        """
        self.require_alive()
        # RESTCONF is up before the datastore has the tree it is asked for: 409 until then
        topology = "/rests/data/network-topology:network-topology?content=nonconfig&depth=2"
        good = (200, 401) if refusals else (200,)
        return [name for name, serves in (
            ("RESTCONF", lambda: http_status(topology, (USER, PASSWORD)) in good),
            ("ALTO", lambda: not alto or http_status("/alto") in good),
            ("the OpenFlow port", lambda: _answers(OPENFLOW_PORT))) if not serves()]

    def await_ready(self, timeout=600, alto=True, progress=None, refusals=False):
        """Wait until the controller serves, and return the seconds since the call."""
        begin = time.monotonic()
        wait_for("the controller to be ready", lambda: not self.not_ready(alto, refusals), timeout, every=0.5,
                 progress=progress, describe=lambda: f"no answer yet of {', '.join(self.not_ready(alto, refusals))},"
                                                     f" its log is {outside(self.log)}")
        return time.monotonic() - begin

    def wait(self):
        """Return the exit code once the process has ended by itself."""
        return self._process.wait()

    def stop(self, grace=30):
        """Stop the process in order; end it the hard way after the grace period. Return whether it went in order."""
        if self._process is None:
            return True
        begin = datetime.datetime.now()
        self._process.terminate()
        try:
            self._process.wait(grace)
            return True
        except subprocess.TimeoutExpired:
            self.kill()
            return False
        finally:
            self._process = None
            self._stops.append((begin, datetime.datetime.now()))

    def was_stopping(self, moment):
        """Return whether the process was being stopped in order at a moment, in local time as its log has it."""
        return any(begin <= moment <= end for begin, end in self._stops)

    def kill(self):
        """End the process at once (signal 9), as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._process = None

    def _settings(self, component):
        return os.path.join(self.directory, "etc", f"org.opendaylight.alto.{component}.cfg")

    def configure(self, component, settings):
        """Set what a component of ours shall do, as an operator does: by a file in etc/. It takes a second or two."""
        path = self._settings(component)
        with open(path + ".new", "w", encoding="ascii") as file:
            file.writelines(f"{key} = {value}\n" for key, value in settings.items())
        os.replace(path + ".new", path)

    def unconfigure(self, component):
        """Have a component do again what it does by itself."""
        os.unlink(self._settings(component))

    def _definition(self, name):
        return os.path.join(self.directory, "etc", "alto-automap", f"{name}.json")

    def define_map(self, name, definition):
        """Want a map to be computed, as an operator does: by a file in etc/. It takes a second or two."""
        path = self._definition(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(definition)
        os.replace(path + ".new", path)

    def undefine_map(self, name):
        """Take such a file away."""
        os.unlink(self._definition(name))

    def resident_mebibytes(self):
        """Return the memory that the process holds."""
        return resident_mebibytes(self.pid)

    def shell(self, command, timeout=300, password=SHELL_PASSWORD):
        """Run one command in the controller's shell and return what it prints."""
        client = os.path.join(self.assembly, "bin", "client")
        # The client ends the session when its input ends, so the input stays open.
        with subprocess.Popen(
                [client, "-a", str(SHELL_PORT), "-h", "127.0.0.1", "-u", SHELL_USER, "-p", password, command],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired as error:
                process.kill()
                raise TestbedError(f"The shell did not finish '{command}' within {timeout} s") from error
            output, errors = process.stdout.read(), process.stderr.read()
        if process.returncode != 0:
            raise TestbedError(f"The shell refused '{command}': {(output + errors).strip()}")
        return output
