# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Reads server-sent events (HTML standard, section 9.2) from bytes as they come."""

import dataclasses

_MARK = b"\xef\xbb\xbf"


@dataclasses.dataclass(frozen=True)
class Event:
    """An event with data."""

    name: str       # of the field "event"; "message" if there was none
    data: bytes     # the lines of data, joined by line feeds
    size: int       # bytes on the way, where each line has one byte at its end


@dataclasses.dataclass(frozen=True)
class Comment:
    """A comment, which servers send to show that they are there."""

    text: str


class EventParser:
    """Takes bytes split anywhere, and gives what is complete. The work is linear in the bytes."""

    def __init__(self):
        self._line = []             # the pieces of a line that has not ended yet
        self._at_start = True       # no line has ended yet
        self._after_return = False  # the last byte was a carriage return: a line feed now belongs to it
        self._clear()

    def _clear(self):
        self._name = ""
        self._data = []
        self._size = 0

    def feed(self, piece):
        """Return the events and comments that the next bytes complete, in their order."""
        if not piece:
            return []
        if self._after_return and piece.startswith(b"\n"):
            piece = piece[1:]
            self._after_return = False
            if not piece:
                return []
        self._after_return = piece.endswith(b"\r")
        items = []
        for line in piece.splitlines(keepends=True):
            bare = line.rstrip(b"\r\n")
            self._line.append(bare)
            if len(bare) < len(line):
                item = self._end_of(b"".join(self._line))
                self._line = []
                if item is not None:
                    items.append(item)
        return items

    def _end_of(self, line):
        if self._at_start:
            self._at_start = False
            line = line.removeprefix(_MARK)
        if line.startswith(b":"):
            return Comment(line[1:].removeprefix(b" ").decode(errors="replace"))
        self._size += len(line) + 1
        if not line:
            return self._dispatch()
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"event":
            self._name = value.decode(errors="replace")
        elif field == b"data":
            self._data.append(value)
        return None     # ALTO has no use for "id" and "retry" (RFC 8895, section 5.1), and there are no other fields

    def _dispatch(self):
        event = Event(self._name or "message", b"\n".join(self._data), self._size) if self._data else None
        self._clear()
        return event
