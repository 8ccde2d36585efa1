# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Processes known by id and start time, so that a reused id is never mistaken for ours."""

import json
import os
import signal

from alto_testbed import TestbedError
from alto_testbed.wait import Timeout, wait_for


def _stat(pid):
    """Return the fields of /proc/PID/stat that follow the name, or None if there is no such process."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def start_time(pid):
    """Return when a process started, in clock ticks since boot; None if it is gone or a zombie."""
    fields = _stat(pid)
    return None if fields is None or fields[0] in "ZX" else int(fields[19])


def first_child(pid):
    """Return the id of a child of the process, or None."""
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            fields = _stat(entry)
            if fields is not None and int(fields[1]) == pid:
                return int(entry)
    return None


def resident_mebibytes(pid):
    """Return the resident memory of a process."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise TestbedError(f"Process {pid} has no memory any more")


class Record:
    """A file that names a running process."""

    def __init__(self, path):
        self.path = path

    def write(self, pid, what):
        """Name the process that now runs."""
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        with open(self.path, "w", encoding="utf-8") as out:
            json.dump({"pid": pid, "started": start_time(pid), "what": what}, out)

    def running(self):
        """Return the process if it still runs, else None."""
        try:
            with open(self.path, encoding="utf-8") as file:
                entry = json.load(file)
        except (FileNotFoundError, ValueError):
            return None
        alive = entry["started"] is not None and start_time(entry["pid"]) == entry["started"]
        return entry if alive else None

    def remove(self):
        """Forget the process."""
        try:
            os.unlink(self.path)
        except FileNotFoundError:
            pass

    def stop(self, grace=40):
        """End the process: ask first, then end it the hard way. Return what it was, or None if nothing ran."""
        entry = self.running()
        if entry is not None:
            os.kill(entry["pid"], signal.SIGTERM)
            try:
                wait_for("the end", lambda: self.running() is None, grace)
            except Timeout:
                os.kill(entry["pid"], signal.SIGKILL)
                wait_for(f"the end of process {entry['pid']}", lambda: self.running() is None, 10)
        self.remove()
        return entry
