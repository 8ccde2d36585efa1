# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The controller's log after all other tests."""

import datetime
import re

import pytest

_ENTRY = re.compile(
    r"(?P<moment>\d{4}-\d\d-\d\dT\S+),(?P<millis>\d{3}) \| (?P<level>\w+) +\| [^|]* \| (?P<logger>\S+) +"
    r"\| (?P<bundle>[^|]*) \| ")
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


def _moment(match):
    return datetime.datetime.fromisoformat(f"{match['moment']}.{match['millis']}")


def complaints(lines, was_stopping=lambda moment: False):
    """Return the entries of a log that are errors, and those of exceptions in our code.

    was_stopping: whether the controller was being stopped at a moment. The platform's bundles go one after the other
    then, and those that are told of the others' going may be gone too: errors of theirs, without our code, are no news.
    """
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
                and (_OURS in match["bundle"] or not was_stopping(_moment(match)))
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


def test_only_what_the_platform_says_while_it_is_stopped_is_no_complaint():
    head = "2026-11-21T22:21:06,123 | ERROR | dispatcher | Framework | 411 - {} - 8.0.33 | FrameworkEvent ERROR\n"
    frames = "java.util.concurrent.RejectedExecutionException: x\n", "\tat org.ops4j.pax.web.A.b(A.java:337) ~[?:?]\n"
    ours = "\tat org.opendaylight.alto.core.map.Pid.<init>(Pid.java:1) ~[9:org.opendaylight.alto.core:1.0.0]\n"
    stopped = datetime.datetime(2026, 11, 21, 22, 21, 6, 123000)
    platform = [head.format("org.ops4j.pax.web.pax-web-extender-war"), *frames]
    assert not complaints(platform, lambda moment: moment == stopped)
    assert complaints(platform, lambda moment: moment != stopped)
    assert complaints([*platform, ours], lambda moment: True)
    assert complaints([head.format("org.opendaylight.alto.core")], lambda moment: True)


@pytest.mark.last
def test_nothing_of_ours_has_failed(world):
    with open(world.controller.log, encoding="utf-8", errors="replace") as log:
        assert complaints(log, world.controller.was_stopping) == []
