# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The demo: a network, a controller, and what ALTO answers. What `./alto demo` does.

The same module runs twice: outside, where it starts the sealed world and waits, and inside, where everything happens.
"""

import dataclasses
import json
import os
import selectors
import shlex
import signal
import subprocess
import sys
import time

from alto_testbed import TestbedError, alto_client, relay
from alto_testbed.controller import HTTP_PORT, SHELL_PORT
from alto_testbed.running import record
from alto_testbed.sealed import SealedWorld

_INSIDE = "--inside"
_REPLICA = "replica"
_ROOT = alto_client.ROOT

_PICTURE = r"""
   h1 h2           h3 h4      Four OpenFlow 1.3 switches (Open vSwitch), eight hosts, 10.0.0.1 to 10.0.0.8.
     s1 ----------- s2        Rules forward by destination on shortest paths, with one exception:
       \           /          TCP port 22 (ssh) from s1 to the hosts of s2 goes the long way, over s3.
        \         /
            s3 ---------- s4
          h5 h6          h7 h8
"""

_KEPT = """
It keeps running in the background.

  ALTO directory   {root}/alto (no log-in needed)
  network map      {root}{network_map}
  cost map         {root}{cost_map}
  RESTCONF         {root}/rests/data (user admin, password admin)
  shell            ./alto shell, or: ssh -p {shell_port} karaf@127.0.0.1 (password karaf)
  logs             {work}
  stop it          ./alto stop"""


class _Ended(Exception):
    """A signal asked us to end."""


def _on_end_signals(action):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, action)


class Screen:
    """Plain lines; on a terminal, progress overwrites its line and headings are bold."""

    def __init__(self, plain=False):
        self._rich = not plain and os.environ.get("ALTO_TERMINAL") == "yes"
        self._bold = self._rich and "NO_COLOR" not in os.environ
        self._last = None
        self._open_line = False

    def say(self, text=""):
        """Print a line."""
        if self._open_line:
            print()
            self._open_line = False
        print(text, flush=True)

    def heading(self, text):
        """Print a heading."""
        self.say()
        self.say(f"\033[1m{text}\033[0m" if self._bold else text)

    def progress(self, seconds, text):
        """Show how far something has come: at each change, and every ten seconds."""
        if self._rich:
            print(f"\r  {seconds:4.0f} s  {text}\033[K", end="", flush=True)
            self._open_line = True
        elif (str(text), int(seconds) // 10) != self._last:
            self._last = (str(text), int(seconds) // 10)
            self.say(f"  {seconds:4.0f} s  {text}")


def _run_shown(screen, command):
    """Print a command and then what it prints."""
    screen.say(f"$ {command}")
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False,
                          timeout=60)
    if done.returncode != 0:
        raise TestbedError(f"this failed: {command}: {(done.stdout + done.stderr).strip()}")
    screen.say(done.stdout.rstrip())


def _show_shell(screen, world, command):
    screen.say(f"$ ./alto shell {command}")
    screen.say(world.controller.shell(command).strip("\n"))


def _show(screen, world):
    get = "curl -s"
    first, second = world.network.plan.host("h1"), world.network.plan.host("h3")
    query = json.dumps(alto_client.endpoint_cost_query([first.ip], [second.ip, "10.0.0.7"]))
    screen.heading("1. The hosts, learnt from their ARP")
    _run_shown(screen, f"{get} -u admin:admin '{_ROOT}/rests/data/alto-hosts:hosts?content=nonconfig' | jq -c"
                       " '.\"alto-hosts:hosts\".host[] | {address, mac, \"attachment-point\"}'")
    _show_shell(screen, world, "alto:hosts")
    screen.heading("2. The directory: what this ALTO server offers")
    _run_shown(screen, f"{get} {_ROOT}{alto_client.DIRECTORY} | jq .")
    screen.heading("3. The network map: a group of addresses for each switch, one for everything else")
    _run_shown(screen, f"{get} {_ROOT}{alto_client.NETWORK_MAP} | jq .")
    screen.heading("4. The cost map: how many switches packets pass between two groups")
    _run_shown(screen, f"{get} {_ROOT}{alto_client.HOPCOUNT_MAP} | jq .")
    screen.heading("5. Endpoint costs: the same for single hosts")
    _run_shown(screen, f"{get} -H 'Content-Type: {alto_client.ENDPOINT_COST_PARAMS}' -d {shlex.quote(query)}"
                       f" {_ROOT}{alto_client.ENDPOINT_COST} | jq .")
    screen.heading("6. Why: the path of every packet from h1 to h3, through the installed rules")
    _show_shell(screen, world, f"alto:trace {first.ip} {second.ip}")


@dataclasses.dataclass(frozen=True)
class _Tour:
    """A network and what is shown of it."""

    plan: object
    shaped: tuple           # cables that can be made slow and narrow
    picture: str
    prepare: object         # called with the world, when its rules are in
    show: object            # called with the screen and the world


def _tour(name, arguments):
    """Return the tour of a name. Mininet is there only for the Python that runs inside."""
    from alto_testbed import network, replica

    def detours(world):
        for host in network.DEMO.hosts_at(2):
            world.rules.install_detour(1, 3, host)

    if name == _REPLICA:
        scene, (repetitions, seed) = replica.Scene(), map(int, arguments)
        return _Tour(scene.plan, scene.plan.cables, replica.PICTURE, scene.prepare,
                     lambda screen, world: replica.show(scene, screen, world, repetitions, seed))
    return _Tour(network.DEMO, (), _PICTURE, detours, _show)


def _inside(keep, tour):
    """Everything that happens in the sealed world. Return the exit code."""
    from alto_testbed.world import World

    def end(_number, _frame):
        raise _Ended

    _on_end_signals(end)
    screen, world = Screen(), World(tour.plan, tour.shaped)
    try:
        relay.start()
        screen.say("Starting the controller and the network, sealed off from this machine's own")
        world.start_controller(lambda seconds: screen.progress(seconds, "controller starts"))
        screen.progress(0, "rules are put in")
        world.start_network()
        tour.prepare(world)
        world.await_learnt(progress=screen.progress)
        since = time.time() - int(os.environ["ALTO_STARTED"])
        screen.say()
        screen.say(tour.picture.strip("\n"))
        tour.show(screen, world)
        screen.heading(f"First ALTO answer {since:.0f} s after the start of this command, building included.")
        if keep:
            _let_go()
            screen = Screen(plain=True)
            while True:
                signal.pause()
    except _Ended:
        return 130
    except (TestbedError, OSError, subprocess.SubprocessError) as error:
        screen.say()
        print(f"alto: {error}", file=sys.stderr)
        print(f"alto: logs are in {os.environ['ALTO_LOGS']}", file=sys.stderr)
        return 1
    finally:
        _on_end_signals(signal.SIG_IGN)
        screen.say("Stopping everything it started ...")
        world.stop()
    return 0


def _let_go():
    """Tell the outside that everything stands, and write to a file from now on."""
    sys.stdout.flush()
    with open(os.path.join(os.environ["ALTO_WORK"], "demo.log"), "a", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    ready = int(os.environ["ALTO_READY"])
    os.write(ready, b"1")
    os.close(ready)


def _pass_on_output(world, ready):
    """Copy what the world prints, until its end or until it says that it stands. Return whether it said so.

    The world prints into pipes: one that outlives us must not hold on to the terminal, or to a pipe behind us.
    """
    with selectors.DefaultSelector() as selector:
        for source, target in ((world.stdout.fileno(), 1), (world.stderr.fileno(), 2), (ready, None)):
            os.set_blocking(source, False)
            selector.register(source, selectors.EVENT_READ, target)
        stands = False
        while len(selector.get_map()) > 1:
            events = selector.select(0 if stands else None)
            if stands and not events:
                return True
            for key, _ in events:
                data = os.read(key.fd, 65536)
                if not data:
                    selector.unregister(key.fd)
                elif key.data is None:
                    stands = True
                    selector.unregister(key.fd)
                else:
                    os.write(key.data, data)
    return stands


def _outside(keep, arguments):
    """Start the sealed world; wait for its end or, with keep, until it stands. Return the exit code."""
    os.environ["ALTO_TERMINAL"] = "yes" if sys.stdout.isatty() and not os.environ.get("CI") else "no"
    ready, tell = os.pipe()
    os.environ["ALTO_READY"] = str(tell)
    sockets = relay.listen([HTTP_PORT, SHELL_PORT]) if keep else []
    world = None
    ended = []

    def end(number, _frame):
        ended.append(number)
        if world is not None:
            world.stop()

    _on_end_signals(end)
    world = SealedWorld([sys.executable, "-m", "alto_testbed.demo", _INSIDE, *arguments],
                        pass_fds=[tell, *(sock.fileno() for sock in sockets)], outlives_us=keep, captured=True)
    record().write(world.pid, "demo --keep" if keep else "demo")
    os.close(tell)
    if _pass_on_output(world, ready):
        print(_KEPT.format(root=_ROOT, network_map=alto_client.NETWORK_MAP, cost_map=alto_client.HOPCOUNT_MAP,
                           shell_port=SHELL_PORT, work=os.environ["ALTO_WORK"]))
        return 0
    code = world.wait()
    record().remove()
    if code == 0:
        print("Everything is stopped again. To keep it running: ./alto demo --keep")
    return 130 if ended else code


def main(argv):
    """Run the side that is asked for: [--inside] [--keep] [replica REPETITIONS SEED]."""
    keep = "--keep" in argv
    if _INSIDE not in argv:
        return _outside(keep, argv)
    name, *arguments = [argument for argument in argv if not argument.startswith("--")] or [None]
    return _inside(keep, _tour(name, arguments))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except TestbedError as failure:
        sys.exit(f"alto: {failure}")
