# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Watch ALTO resources and show what changes: what `./alto watch` does."""

import argparse
import contextlib
import json
import os
import re
import signal
import sys
import tempfile

from alto_testbed import TestbedError
from alto_testbed.watching import STREAM, TIPS, essence
from alto_testbed.watching.check import Checker
from alto_testbed.watching.directory import find
from alto_testbed.watching.livecopy import LiveCopy, read_json
from alto_testbed.watching.session import Changed, Note, lasting, together
from alto_testbed.watching.show import Lines, Objects, printable
from alto_testbed.watching.streaming import StreamSession
from alto_testbed.watching.tips import TipsSession
from alto_testbed.watching.web import Web

_HOME = "http://127.0.0.1:8181/alto"
#: RFC 7285, section 10.2
_RESOURCE_ID = re.compile(r"[A-Za-z0-9:@_.-]{1,64}")


class _Ended(Exception):
    """A signal asked us to end, or the time is over."""


def _end(_number, _frame):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    raise _Ended


class Folder:
    """A folder with a file for each copy, each of which is whole at any time."""

    def __init__(self, path):
        self._path = path
        os.makedirs(path, exist_ok=True)

    def _file(self, name):
        if not _RESOURCE_ID.fullmatch(name):
            raise TestbedError(f"'{name}' is not an id of a resource (RFC 7285, section 10.2), so it has no file")
        return os.path.join(self._path, f"{name}.json")

    def save(self, name, content):
        """Write the copy of a resource."""
        target = self._file(name)
        with tempfile.NamedTemporaryFile("w", dir=self._path, prefix=".", delete=False, encoding="utf-8") as file:
            try:
                file.write(json.dumps(content) + "\n")     # json.dump would take five times as long
                file.close()
                os.chmod(file.name, 0o644)
                os.replace(file.name, target)
            except BaseException:
                os.unlink(file.name)
                raise

    def load(self, name):
        """Return what was written, or None if nothing was."""
        try:
            with open(self._file(name), "rb") as file:
                return read_json(file.read())
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise TestbedError(f"{self._file(name)} is not a copy of a resource: {error}") from error


class Watch:
    """All that one call does."""

    def __init__(self, options, show):
        self._options = options
        self._show = show
        self._web = Web(options.url, options.user, options.ca)
        self._folder = options.copy and Folder(options.copy)
        self._checker = options.check and Checker(self._web)

    def items(self):
        """Return the iterator over what comes."""
        options = self._options
        kind = TIPS if options.tips else STREAM
        names = [resource.id for resource in self._choose(kind).resources]
        copies = {name: LiveCopy(self._folder.load(name) if options.tag else None) for name in names}

        def choose(wanted):
            return self._choose(wanted, names)

        if options.tips:
            return together([lasting(TipsSession(self._web, choose, name, copies, options).connect) for name in names])
        return lasting(StreamSession(self._web, choose, copies, options).connect)

    def _choose(self, kind, names=None):
        directory = find(self._web, self._options.url)
        at = [resource for resource in directory.resources.values() if resource.uri == self._options.url]
        if at and essence(at[0].media_type) != kind:
            raise TestbedError(f"{self._options.url} is of the type {at[0].media_type}, not {kind}: give the directory"
                               f" {directory.uri}, or {'no --tips' if kind == TIPS else '--tips'}")
        return directory.choose(kind, names or self._options.resources, at[0].uri if at else None,
                                self._options.input is not None)

    def run(self):
        """Watch until enough events came."""
        left = self._options.events
        items = self.items()
        try:
            for item in items:
                if isinstance(item, Note):
                    self._show.note(item.text)
                elif isinstance(item, Changed):
                    self._take(item)
                    if left == 1:
                        return
                    left = left and left - 1
                if self._checker:
                    self._checker.look_again()
        finally:
            items.close()

    def _take(self, changed):
        self._show.changed(changed)
        if self._folder:
            self._folder.save(changed.resource.id, changed.after)
        if self._checker and not changed.resource.accepts and isinstance(changed.after, dict):
            self._checker.check(changed.resource, changed.after)

    def conclude(self):
        """Say what checking has found. Raises Different."""
        if self._checker:
            self._checker.look_again()
            self._show.note(f"{self._checker.equal} times the copy was what the server answered,"
                            f" {self._checker.newer} times the server was ahead")


def _positive(text, kind):
    try:
        number = kind(text)
    except ValueError:
        number = 0
    if not 0 < number < 1e9:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number above 0")
    return number


def _input(text):
    """Read JSON, or a file of it."""
    try:
        if not text.lstrip().startswith("{"):
            with open(text, "rb") as file:
                text = file.read()
        return read_json(text)
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"neither a JSON object nor a file of one: {error}") from error


def _user(text):
    if ":" not in text:
        raise argparse.ArgumentTypeError("it is NAME:PASSWORD")
    return text


class _Parser(argparse.ArgumentParser):
    """Refuses what it cannot understand as the other words do."""

    def error(self, message):
        self.exit(2, f"alto: {message}; see ./alto watch --help\n")


def read(arguments):
    """Return the options."""
    parser = _Parser(prog="./alto watch", allow_abbrev=False, add_help=False)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--tips", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--input", type=_input)
    parser.add_argument("--tag", action="store_true")
    parser.add_argument("--copy")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--user", type=_user)
    parser.add_argument("--ca")
    parser.add_argument("--for", dest="seconds", type=lambda text: _positive(text, float))
    parser.add_argument("--events", type=lambda text: _positive(text, int))
    options = parser.parse_intermixed_args(arguments)
    if options.tag and not options.copy:
        parser.error("--tag goes on with the copies of an earlier --copy DIR, so it needs that")
    if options.tips and options.full:
        parser.error("--full is for update streams; a TIPS server decides by itself what it sends")
    if options.input is not None and not isinstance(options.input, dict):
        parser.error("--input is not a JSON object")
    has_url = options.names and "://" in options.names[0]
    options.url = options.names[0] if has_url else _HOME
    options.resources = tuple(options.names[1:] if has_url else options.names)
    return options


def main(arguments):
    """Watch until asked to end; return the exit code."""
    options = read(arguments)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, _end)
    show = (Objects if options.json else Lines)(lambda line: print(line, flush=True))
    watch = Watch(options, show)
    try:
        with contextlib.suppress(_Ended):
            if options.seconds:
                signal.setitimer(signal.ITIMER_REAL, options.seconds)
            watch.run()
        with contextlib.suppress(_Ended):
            watch.conclude()
    except BrokenPipeError:
        # who read what we print has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (TestbedError, OSError) as failed:
        sys.exit(f"alto: {printable(str(failed))}")
