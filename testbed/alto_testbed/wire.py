# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A cable that is slow, narrow and loses packets, by a process that passes frames on between two interfaces.

Where the kernel has netem, tc could do the same; many kernels of containers have not.
"""

import collections
import json
import os
import random
import select
import socket
import subprocess
import sys
import time

_ETH_P_ALL = 3
_PACKET_IGNORE_OUTGOING = 23
_SOL_PACKET = 263
_BUFFER = 8 << 20
_QUEUE = 0.1        # seconds that a frame may wait for those before it


class Wire:
    """A running wire between two interfaces of this network namespace. At first it passes everything on at once."""

    def __init__(self, first, second):
        self._process = subprocess.Popen([sys.executable, "-m", __spec__.name, first, second], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)
        self._process.stdout.readline()     # it listens

    def shape(self, delay=0.0, rate=None, loss=0.0):
        """Set, for both directions: seconds of delay, bits per second, and the part of the frames that is lost."""
        print(json.dumps({"delay": delay, "rate": rate, "loss": loss}), file=self._process.stdin, flush=True)
        self._process.stdout.readline()     # it is so from now on

    def stop(self):
        """End the process."""
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.terminate()
        self._process.wait()


class _Direction:
    """What is under way from one interface to the other."""

    def __init__(self, source, target):
        self.source, self.target = source, target
        self._frames = collections.deque()      # (when it arrives, the frame)
        self._free = 0.0                        # when the last one has left

    def take(self, shape, chance):
        """Take what has come in."""
        for _ in range(64):
            try:
                frame = self.source.recv(65535)
            except BlockingIOError:
                return
            now = time.monotonic()
            if shape["loss"] and chance.random() < shape["loss"]:
                continue
            leaves = now
            if shape["rate"]:
                if self._free - now > _QUEUE:
                    continue
                leaves = self._free = max(now, self._free) + len(frame) * 8 / shape["rate"]
            self._frames.append((leaves + shape["delay"], frame))

    def give(self):
        """Pass on what is due, and return how many seconds until the next is; None if nothing is under way."""
        while self._frames:
            wait = self._frames[0][0] - time.monotonic()
            if wait > 0:
                return wait
            try:
                self.target.send(self._frames.popleft()[1])
            except OSError:
                pass        # the other end is down
        return None


def _open(interface):
    opened = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_ALL))
    opened.bind((interface, _ETH_P_ALL))
    opened.setsockopt(_SOL_PACKET, _PACKET_IGNORE_OUTGOING, 1)
    for option in (33, 32):     # SO_RCVBUFFORCE, SO_SNDBUFFORCE
        opened.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
    opened.setblocking(False)
    return opened


def _run(first, second):
    ends = _open(first), _open(second)
    directions = [_Direction(*ends), _Direction(*reversed(ends))]
    shape, chance = {"delay": 0.0, "rate": None, "loss": 0.0}, random.Random(1)
    print("ready", flush=True)
    while True:
        waits = [wait for wait in (direction.give() for direction in directions) if wait is not None]
        readable, _, _ = select.select([*ends, sys.stdin], [], [], min(waits, default=None))
        for direction in directions:
            if direction.source in readable:
                direction.take(shape, chance)
        if sys.stdin in readable:
            line = sys.stdin.readline()
            if not line:
                return
            shape = json.loads(line)
            print("shaped", flush=True)


if __name__ == "__main__":
    os.nice(-5)
    _run(sys.argv[1], sys.argv[2])
