# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The controller in the foreground, in the user's own network: what `./alto run` does."""

import os
import signal
import sys

from alto_testbed import TestbedError
from alto_testbed.controller import Controller
from alto_testbed.running import record

_READY = """
The controller is ready.

  ALTO directory   http://127.0.0.1:8181/alto
  RESTCONF         http://127.0.0.1:8181/rests/data     user admin, password admin: change it before others can reach it
  OpenFlow 1.3     port 6653 of this machine
  shell            ./alto shell
  log              {log}

Ctrl-C ends it."""


class _Ended(Exception):
    """A signal asked us to end."""


def _end(_number, _frame):
    raise _Ended


def main():
    """Run until the controller ends or a signal comes; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    directory = os.environ["ALTO_WORK"]
    if " " in directory or " " in os.environ["ALTO_ASSEMBLY"]:
        raise TestbedError(f"'run' cannot work in a directory with blanks in its name ({directory}): move the project")
    controller = Controller(os.environ["ALTO_ASSEMBLY"], directory)
    running = record()
    code = 0
    try:
        controller.prepare(keep_data=True)
        running.write(os.getpid(), "run")
        print("Starting the controller ...", flush=True)
        controller.start()
        controller.await_ready()
        print(_READY.format(log=controller.log), flush=True)
        code = controller.wait()
        print(f"alto: the controller ended by itself with code {code}; its log is {controller.log}", file=sys.stderr)
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
