# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Compares copies with what the server answers to a GET."""

import time

from alto_testbed import TestbedError
from alto_testbed.watching.changes import first_difference
from alto_testbed.watching.livecopy import tag_of

#: How many seconds the server may be ahead of its own events.
_PATIENCE = 5


class Different(TestbedError):
    """A copy is not what the server answers."""


class Checker:
    """Checks copies. The server may be ahead of what it has told, but not for long."""

    def __init__(self, web, clock=time.monotonic):
        self._web = web
        self._clock = clock
        self._ahead = {}        # resource -> its copy, what the server answered, and since when
        self.equal = 0          # how many comparisons found the same
        self.newer = 0          # how many found the server ahead

    def check(self, resource, content):
        """Compare a copy's content with a fresh one. Raises Different."""
        fresh = self._web.get_json(resource.uri, resource.media_type)
        if fresh == content:
            self.equal += 1
            self._ahead.pop(resource.id, None)
            return
        if tag_of(fresh) is not None and tag_of(fresh) == tag_of(content):
            raise Different(f"{resource.id}: the copy and the server's answer both have the tag {tag_of(fresh)}, but"
                            f" differ, first at {first_difference(content, fresh)}")
        self.newer += 1
        _, _, before, since = self._ahead.get(resource.id, (None,) * 4)
        if before != fresh:
            since = self._clock()
        elif self._clock() - since > _PATIENCE:
            raise Different(f"{resource.id}: the server has answered the same for more than {_PATIENCE} s without"
                            f" telling of it; the copy differs first at {first_difference(content, fresh)}")
        self._ahead[resource.id] = resource, content, fresh, since

    def look_again(self):
        """Compare those copies again for which the server has been ahead for too long, unless it has told by now."""
        for resource, content, _, since in list(self._ahead.values()):
            if self._clock() - since > _PATIENCE:
                self.check(resource, content)
