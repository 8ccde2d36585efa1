# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Shows what comes of watching: as lines for people, or as JSON for programs."""

import datetime
import itertools
import json

from alto_testbed.watching import JSON_PATCH, MERGE_PATCH, essence
from alto_testbed.watching.changes import compare, describe
from alto_testbed.watching.livecopy import LiveCopy

_KINDS = {MERGE_PATCH: "merge-patch", JSON_PATCH: "json-patch"}
_LINES = 10


def _kind(changed):
    return _KINDS.get(essence(changed.media_type), "full")


def _sides(changed):
    """Return the contents before and after, or those of the part that was renewed."""
    if changed.part is None:
        return changed.before, changed.after
    return changed.before[changed.part], changed.after[changed.part]


class Lines:
    """Lines for people."""

    def __init__(self, write, now=datetime.datetime.now):
        self._write = write
        self._now = now
        self._tags = {}     # resource -> tag of the copy

    def note(self, text):
        """Show a note."""
        self._say(text)

    def changed(self, changed):
        """Show what an update has changed."""
        before, after = _sides(changed)
        copy = LiveCopy(after)
        facts = [_kind(changed).replace("-", " "), f"{changed.size:,} bytes"]
        facts += [f"tag {copy.tag}"] if copy.tag else []
        for name, tag in copy.dependencies.items():
            ours = self._tags.get(name)
            # RFC 8895, section 9.2: not to be used until the two fit
            facts.append(f"on {name} {tag}" + (f", which is not ours, {ours}" if ours not in (None, tag) else ""))
        self._tags[changed.resource.id] = copy.tag
        changes = compare(before, after) if before is not None else None
        name = changed.resource.id + (f".{changed.part}" if changed.part else "")
        self._say(f"{name}: {changes.headline() if changes else describe(after)} ({', '.join(facts)})")
        if changes:
            for line in itertools.islice(changes.lines(), _LINES):
                self._write(f"    {printable(line)}")
            if len(changes.changes) > _LINES:
                self._write(f"    ... and {len(changes.changes) - _LINES:,} more")

    def _say(self, text):
        self._write(f"{self._now():%H:%M:%S} {printable(text)}")


class Objects:
    """JSON objects for programs, one in a line."""

    def __init__(self, write, now=lambda: datetime.datetime.now(datetime.timezone.utc)):
        self._write = write
        self._now = now

    def note(self, text):
        """Show a note."""
        self._say(kind="note", text=text)

    def changed(self, changed):
        """Show an update: whole if it is a patch, otherwise without its content, which may be large."""
        before, after = _sides(changed)
        copy = LiveCopy(after)
        fields = {"kind": _kind(changed), "resource": changed.resource.id, "media-type": changed.media_type,
                  "bytes": changed.size, "tag": copy.tag, "dependencies": copy.dependencies}
        if changed.part:
            fields["part"] = changed.part
        if before is not None:
            changes = compare(before, after)
            fields["changes"] = {"of": changes.noun, **changes.counts()}
        if fields["kind"] != "full":
            fields["patch"] = changed.update
        self._say(**fields)

    def _say(self, **fields):
        self._write(json.dumps({"time": self._now().isoformat(timespec="milliseconds"), **fields}))


def printable(text):
    """Return a text of a server with nothing in it that a terminal would obey."""
    return "".join(character if character.isprintable() else "?" for character in text)
