# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Open vSwitch for one sealed world: its own database and its own daemon, userspace datapath, no system service."""

import os
import subprocess

from alto_testbed import TestbedError
from alto_testbed.wait import wait_for

RUN = "/run/openvswitch"      # the default of all its tools; a sealed world has a /run of its own
_SCHEMA = "/usr/share/openvswitch/vswitch.ovsschema"


def command(*arguments):
    """Run one of Open vSwitch's tools and return what it prints."""
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise TestbedError(f"{' '.join(arguments)} failed: {done.stderr.strip()}")
    return done.stdout


class OpenVSwitch:
    """A private Open vSwitch. Call only inside a sealed world."""

    def __init__(self, log_directory):
        self._logs = log_directory
        self._daemons = []

    def start(self):
        """Start the database and the switch daemon."""
        os.makedirs(RUN, exist_ok=True)
        os.makedirs(self._logs, exist_ok=True)
        database = f"{RUN}/conf.db"
        if os.path.exists(database):
            os.unlink(database)     # an earlier one's switches are no longer there
        command("ovsdb-tool", "create", database, _SCHEMA)
        self._spawn("ovsdb-server", database, f"--remote=punix:{RUN}/db.sock")
        wait_for("the switch database", lambda: os.path.exists(f"{RUN}/db.sock"), 60, every=0.02)
        command("ovs-vsctl", "--no-wait", "init")
        self._spawn("ovs-vswitchd", f"unix:{RUN}/db.sock", f"--pidfile={RUN}/ovs-vswitchd.pid")
        command("ovs-vsctl", "--timeout=20", "set", "Open_vSwitch", ".", "other_config:alto=ready")

    def _spawn(self, name, *arguments):
        self._daemons.append(subprocess.Popen(
            [name, *arguments, f"--unixctl={RUN}/{name}.ctl", f"--log-file={self._logs}/{name}.log", "-vconsole:off"],
            stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def stop(self):
        """Stop both daemons."""
        for daemon in reversed(self._daemons):
            daemon.terminate()
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        self._daemons.clear()
