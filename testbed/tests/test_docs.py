# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What the documents show is what happens: every console block is run against the demo network and compared.

A block is fenced as ```console; a line that starts with "$ " is a command, what follows is its output, in which "…" stands
for any text in a line. With ALTO_UPDATE_DOCS=yes the outputs are written into the documents instead, for a look at the
difference with git.
"""

import os
import pathlib
import re
import shlex
import subprocess

import pytest

import operators
from alto_testbed import TestbedError

ROOT = pathlib.Path(__file__).parents[2]
DOCUMENTS = ["README.md", "docs/user-guide.md", "docs/operations.md"]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
SHELL = "./alto shell "


def run(world, command):
    """Run one command as a user would type it, and return what it prints."""
    if command.startswith(SHELL):
        # outside, ./alto shell finds the controller by itself; the client and its connection are the same
        try:
            return world.controller.shell(shlex.split(command.removeprefix(SHELL))[0])
        except TestbedError as refused:
            # a document may show an error, though not its colour
            return re.sub(r"\x1b\[[0-9;]*m", "", str(refused).partition("': ")[2])
    result = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, timeout=60,
                            check=False)
    assert result.returncode == 0, f"{command}\nended with {result.returncode}: {result.stderr}"
    return result.stdout


def split(block):
    """Return the (command, output) pairs of a block; a command goes on in the indented lines below it."""
    pairs = []
    for line in block.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        elif line.startswith("    ") and not pairs[-1][1]:
            pairs[-1] = (f"{pairs[-1][0]}\n{line}", [])
        else:
            pairs[-1][1].append(line)
    return pairs


def trimmed(text):
    """Return the lines without blanks at their ends and without empty lines at the end."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


def matches(expected, line):
    """Tell whether a line is as the document says, where … is any text."""
    return re.fullmatch(".*".join(map(re.escape, expected.split("…"))), line) is not None


@pytest.mark.parametrize("document", DOCUMENTS)
def test_console_blocks_show_what_happens(world, document):
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    shown = 0

    def check(match):
        nonlocal shown
        block = []
        for command, expected in split(match.group()):
            shown += 1
            actual = trimmed(run(world, command))
            same = len(expected) == len(actual) and all(map(matches, expected, actual))
            if os.environ.get("ALTO_UPDATE_DOCS") != "yes":
                assert same, f"{document}: {command}\nprints\n" + "\n".join(actual) + "\nbut the document says\n" \
                    + "\n".join(expected)
            block += ["$ " + command, *(expected if same else actual)]
        return "\n".join(block) + "\n"

    with operators.left_as_found(world):
        updated = BLOCK.sub(check, text)
    assert shown > 0, f"{document} shows no command"
    if updated != text:
        path.write_text(updated, encoding="utf-8")
