# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A sealed world: network, process and mount namespaces of their own, with nothing but a loopback interface.

No packet can leave it, and all its processes end when its first one does. Run a command in one:

    python3 -m alto_testbed.sealed COMMAND [ARGUMENT]...

ALTO_ASSEMBLY (the built controller), ALTO_PLAIN (the same without our features) and ALTO_WORK (where to write) are
names of directories outside; inside, the same directories are at short paths without blanks, because Karaf's scripts
and UNIX sockets want such.
"""

import os
import signal
import subprocess
import sys

from alto_testbed import TestbedError
from alto_testbed.processes import first_child
from alto_testbed.wait import wait_for

INSIDE = "/run/alto"
_INNER = "--inside"


class SealedWorld:
    """A running sealed world, seen from outside."""

    def __init__(self, argv, pass_fds=(), outlives_us=False, captured=False):
        if os.geteuid() != 0:
            raise TestbedError("Namespaces and Open vSwitch need root: run this command as root")
        unshare = ["unshare", "--net", "--pid", "--mount", "--mount-proc", "--propagation", "private",
                   "--fork", "--kill-child=KILL", "--"]
        tied_to_us = [] if outlives_us else ["setpriv", "--pdeathsig", "KILL", "--"]
        # A session of its own: Ctrl-C reaches only us, and we end the world in order.
        output = subprocess.PIPE if captured else None
        self._outer = subprocess.Popen(
            [*tied_to_us, *unshare, sys.executable, "-m", "alto_testbed.sealed", _INNER, *argv],
            pass_fds=pass_fds, start_new_session=True, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        self.stdout, self.stderr = self._outer.stdout, self._outer.stderr
        self.pid = wait_for("the sealed world to start", self._first_process, 10, every=0.02)

    def _first_process(self):
        if self._outer.poll() is not None:
            raise TestbedError("No sealed world: this kernel or container does not allow new namespaces (see above)")
        return first_child(self._outer.pid)

    def wait(self):
        """Return the exit code once the world has ended."""
        return self._outer.wait()

    def ended(self):
        """Return whether the world has ended."""
        return self._outer.poll() is not None

    def stop(self, grace=40):
        """End the world: ask its first process first."""
        for sign, seconds in ((signal.SIGTERM, grace), (signal.SIGKILL, 10)):
            if self.ended():
                return
            try:
                os.kill(self.pid, sign)
                self._outer.wait(seconds)
            except ProcessLookupError:
                self._outer.wait(seconds)
            except subprocess.TimeoutExpired:
                continue


def outside(path):
    """Return the name that a path of the sealed world's work directory has outside."""
    return path.replace(f"{INSIDE}/work", os.environ.get("ALTO_LOGS", f"{INSIDE}/work"), 1)


def _mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def _enter(argv):
    """Furnish the new namespaces, then become the command."""
    os.environ["ALTO_LOGS"] = os.environ.get("ALTO_WORK", "")
    _mount("-t", "sysfs", "sysfs", "/sys")
    outside = {name: os.open(os.environ[name], os.O_PATH | os.O_DIRECTORY)
               for name in ("ALTO_ASSEMBLY", "ALTO_PLAIN", "ALTO_WORK") if os.environ.get(name)}
    _mount("-t", "tmpfs", "tmpfs", "/run")
    for name, directory in outside.items():
        inside = f"{INSIDE}/{name.removeprefix('ALTO_').lower()}"
        os.makedirs(inside)
        _mount("--bind", f"/proc/{os.getpid()}/fd/{directory}", inside)
        os.environ[name] = inside
        os.close(directory)
    if not os.path.exists("/dev/net/tun"):      # Open vSwitch makes its internal ports with it
        os.makedirs("/dev/net", exist_ok=True)
        os.mknod("/dev/net/tun", 0o20600, os.makedev(10, 200))
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    os.execvp(argv[0], argv)


def main(argv):
    """Run a command in a sealed world and return its exit code."""
    if argv[:1] == [_INNER]:
        _enter(argv[1:])
    world = SealedWorld(argv)

    def end(_number, _frame):
        world.stop()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    return world.wait()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except TestbedError as error:
        sys.exit(f"alto: {error}")
