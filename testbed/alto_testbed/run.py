# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The controller in the foreground, in the user's own network: what `./alto run` does."""

import contextlib
import os
import re
import signal
import sys
import tempfile

from alto_testbed import TestbedError
from alto_testbed.controller import Controller
from alto_testbed.running import record
from alto_testbed.wait import Timeout, wait_for

_READY = """
The controller is ready.

  ALTO directory   http://127.0.0.1:8181/alto
  RESTCONF         http://127.0.0.1:8181/rests/data     user admin
  OpenFlow 1.3     port 6653 of this machine
  shell            ./alto shell
  log              {log}

Ctrl-C ends it."""
#: How many users come with passwords that everybody knows.
_PASSWORDS = 2
#: What the controller logs of passwords that everybody knows.
_WARNING = re.compile(r"^\S+ \| WARN +\|.*\| (User .* still has the password .*)$", re.MULTILINE)


class _Ended(Exception):
    """A signal asked us to end."""


def _end(_number, _frame):
    raise _Ended


def main():
    """Run until the controller ends or a signal comes; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    with tempfile.TemporaryDirectory(prefix="alto-") as temporary:
        return _run(_without_blanks(os.environ["ALTO_WORK"], temporary))


def _without_blanks(directory, temporary):
    """Return a name of a directory that has no blanks: Karaf's scripts split Java's options at them."""
    os.makedirs(directory, exist_ok=True)
    if " " not in directory:
        return directory
    link = os.path.join(temporary, "run")
    os.symlink(directory, link)
    return link


def _warnings(log, begin):
    """Return what the controller has said of its passwords since its log was so long, for the user to read."""
    with open(log, encoding="utf-8", errors="replace") as file:
        file.seek(begin)
        return sorted(set(_WARNING.findall(file.read())))


def _size(log):
    return os.path.getsize(log) if os.path.exists(log) else 0


def _run(directory):
    controller = Controller(os.environ["ALTO_ASSEMBLY"], directory)
    log = os.path.realpath(controller.log)
    running = record()
    code = 0
    try:
        controller.prepare(keep_data=True)
        running.write(os.getpid(), "run")
        print("Starting the controller ...", flush=True)
        begin = _size(log)
        controller.start()
        controller.await_ready(refusals=True)
        print(_READY.format(log=log), flush=True)
        with contextlib.suppress(Timeout):
            # the controller tries its passwords some seconds after it is up
            wait_for("warnings", lambda: len(_warnings(log, begin)) == _PASSWORDS, 20)
        for warning in _warnings(log, begin):
            print(f"\nWARNING: {warning}", flush=True)
        code = controller.wait()
        print(f"alto: the controller ended by itself with code {code}; its log is {log}", file=sys.stderr)
    except _Ended:
        print("\nStopping the controller ...", flush=True)
        code = 0 if controller.stop() else 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        controller.stop()
        running.remove()
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except TestbedError as error:
        sys.exit(f"alto: {error}")
