# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The controller's log after all other tests."""

import re

import pytest

_ENTRY = re.compile(r"\d{4}-\d\d-\d\dT\S+ \| (?P<level>\w+) +\| [^|]* \| (?P<logger>\S+) +\| (?P<bundle>[^|]*) \| ")
_OURS = "org.opendaylight.alto."
#: A component of the platform that is activated while what it needs is just going or coming: the next try succeeds. Two
#: or three of them do so at each start, and not always the same ones.
_TOLERATED = re.compile(r"bundle (?!org\.opendaylight\.alto\.)\S+ \(\d+\)\[[^]]+\] : ")
#: The bundle that says as errors that a switch came or went while it was talking to it: the tests make that happen.
_SWITCHES = "org.opendaylight.openflowplugin."
#: The datastore's word for a transaction that we refuse: what a test has written was wrong.
_REFUSED = re.compile(r"Transaction \S+ failed to prepare$")
_BECAUSE = "org.opendaylight.mdsal.common.api.DataValidationFailedException: "


def _refusal(match, text):
    return _REFUSED.match(text[0], match.end()) and len(text) > 1 and text[1].startswith(_BECAUSE)


def complaints(lines):
    """Return the entries of a log that are errors, and those of exceptions in our code."""
    entries = []
    for line in lines:
        match = _ENTRY.match(line)
        if match:
            entries.append((match, [line]))
        elif entries:
            entries[-1][1].append(line)
    return ["".join(text) for match, text in entries
            if not _refusal(match, text) and (
                match["level"] in ("ERROR", "FATAL") and _SWITCHES not in match["bundle"]
                and not _TOLERATED.match(text[0], match.end())
            or any(line.startswith("\tat ") and (_OURS in match["bundle"] or _OURS in line) for line in text))]


def test_a_complaint_is_found():
    head = "2026-11-21T22:21:06,123 | {:<5} | thread           | {:<32} | 9 - {} - 1.0.0 | text\n"
    ours, platform = "org.opendaylight.alto.core", "org.opendaylight.aaa.idm-store-h2"
    frame = "\tat org.opendaylight.alto.core.map.Pid.<init>(Pid.java:1) ~[9:org.opendaylight.alto.core:1.0.0]\n"
    assert complaints([head.format("ERROR", "Pid", ours)])
    assert complaints([head.format("WARN", "Pid", ours), "java.io.IOException\n", "\tat java.io.File.x(File.java)\n"])
    assert complaints([head.format("WARN", "Providers", platform), frame])
    assert not complaints([head.format("INFO", "Pid", ours), head.format("WARN", "Pid", ours)])
    component = "2026-11-21T22:21:06,123 | ERROR | thread | Store | 9 - {0} - 1.0.0 | bundle {0}:1.0.0 (9)[{0}.Store(5)] : x\n"
    assert not complaints([component.format(platform), "java.io.IOException\n"])
    assert complaints([component.format(ours)])
    assert complaints([head.format("ERROR", "Store", platform)])
    plugin = head.format("ERROR", "ContextChainHolderImpl", "org.opendaylight.openflowplugin.impl")
    assert not complaints([plugin])
    assert complaints([plugin, "java.lang.IllegalStateException: why\n", frame])
    refused = [head.format("ERROR", "CommitCohort", platform).replace("text", "Transaction 7 failed to prepare"),
               "org.opendaylight.mdsal.common.api.DataValidationFailedException: office: there is no PID\n", frame]
    assert not complaints(refused)
    assert complaints([refused[0], "java.lang.IllegalStateException: why\n", frame])


@pytest.mark.last
def test_nothing_of_ours_has_failed(world):
    with open(world.controller.log, encoding="utf-8", errors="replace") as log:
        assert complaints(log) == []
