# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What comes of watching resources, by whatever service, for as long as it takes."""

import contextlib
import dataclasses
import queue
import threading
import time

from alto_testbed import TestbedError
from alto_testbed.watching import JSON_PATCH, MERGE_PATCH, essence
from alto_testbed.watching.livecopy import CannotApply
from alto_testbed.watching.web import Lost

_PAUSES = (1, 2, 4, 8, 16, 30)
_LONGEST_PAUSE = 300
_WAITING = 64


@dataclasses.dataclass(frozen=True)
class Changed:
    """A copy was renewed."""

    resource: object    # directory.Resource
    part: str           # the Content-ID of the part that was renewed, or None
    media_type: str     # of the update
    size: int           # bytes of the update on the way
    update: object      # the update itself, read
    before: object      # the contents of the copy; None if there was none
    after: object


@dataclasses.dataclass(frozen=True)
class Note:
    """Something that a person may want to know."""

    text: str


class Alive:
    """The server has shown that it is there."""


ALIVE = Alive()


def renew(copy, resource, media_type, data, size, part=None):
    """Have a copy take an update, and return the Changed. Raises Lost, and forgets the copy, if the two do not fit."""
    before = copy.content
    try:
        if essence(media_type) not in (MERGE_PATCH, JSON_PATCH, essence(resource.media_type)):
            raise CannotApply(f"{media_type or 'no media type'} is not a way in which it can come")
        update = copy.apply(media_type, data, part)
    except CannotApply as error:
        copy.forget()
        raise Lost(f"an update of {resource.id} cannot be applied, so all of it is asked for anew: {error}") from error
    return Changed(resource, part, media_type, size, update, before, copy.content)


def lasting(connect, pause=time.sleep):
    """Yield what comes of connecting, and connect again whenever that ends, after pauses that grow.

    connect: returns a generator; pause: waits for seconds. An error before anything came goes to the caller.
    """
    came, failures = False, 0
    while True:
        reason, wanted = "the server has ended it", 0
        try:
            with contextlib.closing(connect()) as items:
                for item in items:
                    came = True
                    if isinstance(item, Changed):
                        failures = 0
                    yield item
        except TestbedError as error:
            if not came:
                raise
            reason, wanted = str(error), getattr(error, "retry_after", None) or 0
        seconds = max(_PAUSES[min(failures, len(_PAUSES) - 1)], min(wanted, _LONGEST_PAUSE))
        failures += 1
        yield Note(f"{reason}; again in {seconds} s")
        pause(seconds)


def together(iterators):
    """Yield what all the iterators yield, as it comes, each running in a thread of its own. An error of one ends it."""
    items = queue.Queue(_WAITING)

    def run(iterator):
        try:
            for item in iterator:
                items.put(item)
        except Exception as error:  # pylint: disable=broad-except; it is raised where the items are taken
            items.put(error)

    for iterator in iterators:
        threading.Thread(target=run, args=(iterator,), daemon=True).start()
    while True:
        item = items.get()
        if isinstance(item, Exception):
            raise item
        yield item
