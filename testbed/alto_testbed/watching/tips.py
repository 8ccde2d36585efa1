# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Watching by the Transport Information Publication Service (RFC 9569)."""

import time
from urllib.parse import urljoin

from alto_testbed.watching import ERROR, JSON_PATCH, MERGE_PATCH, TIPS, TIPS_PARAMS
from alto_testbed.watching.session import Note, renew
from alto_testbed.watching.web import Lost, Refused, Silent

#: Seconds after which a question for what is not there yet is asked anew.
_LONG_POLL = 60
_LATER = (408, 425, 429, 503, 504)
_GONE = (404, 410)


class TipsSession:
    """Opens a view of one resource, and has its copy follow the edges; can be done again and again."""

    def __init__(self, web, choose, name, copies, options, pause=time.sleep):
        """Know how to open it. name: of the resource; the others: as for an update stream."""
        self._web = web
        self._choose = choose
        self._name = name
        self._copy = copies[name]
        self._options = options
        self._pause = pause

    def connect(self):
        """Open the view, and yield what comes of it. Raises Lost or Refused when that fails."""
        choice = self._choose(TIPS)
        resource = next(resource for resource in choice.resources if resource.id == self._name)
        request = {"resource-id": resource.id} | ({"input": self._options.input} if resource.accepts else {})
        opened = self._ask(choice.service.uri, TIPS, request | self._tag(resource))
        view = View(urljoin(choice.service.uri, _of(opened, "tips-view-uri")), opened)
        yield Note(f"watching {resource.id} by {view.uri}")
        while True:
            answer = self._follow(view, resource)
            if answer is not None:
                yield renew(self._copy, resource, *answer)
                view.advance()

    def _tag(self, resource):
        return {"tag": self._copy.tag} if self._copy.tag and not resource.accepts else {}

    def _follow(self, view, resource):
        """Return the update of the next edge as (media type, data, size), or None if there is none yet."""
        accept = f"{resource.media_type},{MERGE_PATCH},{JSON_PATCH},{ERROR}"
        asked, again = time.monotonic(), None
        try:
            with self._web.request("GET", view.edge_uri, accept, patience=_LONG_POLL) as answer:
                data = answer.body()
                if answer.status == 200:
                    return answer.media_type, data, len(data)
        except Silent:
            if not view.is_ahead:
                raise
        except Refused as refused:
            if refused.status in _GONE:
                self._leap(view, resource)
            elif refused.status not in _LATER:
                raise
            again = refused.retry_after
        if again is None:
            # a server that holds questions for a while has made us wait already
            again = 0 if time.monotonic() - asked > 1 else 1
        self._pause(again)
        return None

    def _leap(self, view, resource):
        """Have the server say where to go on. Raises Refused if the view is gone."""
        before = view.edge
        view.go_by(self._ask(f"{view.uri}/ug", MERGE_PATCH, {"resource-id": resource.id} | self._tag(resource)))
        if view.edge == before and not view.is_ahead:
            raise Lost(f"the server recommends {view.edge_uri}, which is not there")

    def _ask(self, uri, media_type, request):
        with self._web.request("POST", uri, f"{media_type},{ERROR}", request, TIPS_PARAMS) as answer:
            return answer.json()


class View:
    """A TIPS view, and the edge that comes next."""

    def __init__(self, uri, opened):
        self.uri = uri.rstrip("/")
        self.edge = None    # the pair of sequence numbers
        self._end = 0
        self.go_by(opened)

    def go_by(self, answer):
        """Take what the server recommends, from the answer to opening or to a request for the next edge."""
        graph = _of(answer, "tips-view-summary", "updates-graph-summary")
        edge = _of(graph, "start-edge-rec")
        self._end = _number(graph, "end-seq")
        self.edge = _number(edge, "seq-i"), _number(edge, "seq-j")

    def advance(self):
        """Go to the edge after this one."""
        end = self.edge[1]
        self._end = max(self._end, end)
        self.edge = end, end + 1

    @property
    def edge_uri(self):
        """Where the update of the edge is."""
        return f"{self.uri}/ug/{self.edge[0]}/{self.edge[1]}"

    @property
    def is_ahead(self):
        """Whether the edge is not there yet, as far as we know."""
        return self.edge[1] > self._end


def _of(value, *names):
    for name in names:
        if not isinstance(value, dict) or name not in value:
            raise Lost(f"the server's answer has no {name}")
        value = value[name]
    return value


def _number(value, name):
    number = _of(value, name)
    if type(number) is not int or number < 0:   # pylint: disable=unidiomatic-typecheck; True is no number
        raise Lost(f"the server's {name} is not a sequence number: {number!r}")
    return number
