# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Watching by an update stream (RFC 8895)."""

from alto_testbed.watching import STREAM, STREAM_CONTROL, essence
from alto_testbed.watching.events import Comment
from alto_testbed.watching.session import ALIVE, Note, renew
from alto_testbed.watching.stream import control, open_stream, split_name


class StreamSession:
    """Opens a stream for some resources, and has their copies follow it; can be done again and again."""

    def __init__(self, web, choose, copies, options):
        """Know how to open it.

        choose: called with the media type of the service, returns a directory.Choice; copies: resource -> LiveCopy,
        of all that is chosen; options: has the settings "full" and "input".
        """
        self._web = web
        self._choose = choose
        self._copies = copies
        self._options = options

    def connect(self):
        """Open the stream, and yield what comes of it until it ends. Raises Lost when it breaks."""
        choice = self._choose(STREAM)
        resources = {resource.id: resource for resource in choice.resources}
        add = {name: self._request(resource) for name, resource in resources.items()}
        with open_stream(choice.service.uri, add, self._web) as stream:
            yield Note(f"watching {', '.join(resources)} by {choice.service.uri}")
            for item in stream:
                yield from self._take(item, resources)

    def _request(self, resource):
        request = {"resource-id": resource.id}
        if resource.accepts:
            request["input"] = self._options.input
        elif self._copies[resource.id].tag:
            request["tag"] = self._copies[resource.id].tag
        if self._options.full:
            request["incremental-changes"] = False
        return request

    def _take(self, item, resources):
        if isinstance(item, Comment):
            yield ALIVE
            return
        media_type, name, part = split_name(item.name, resources)
        if name is not None:
            yield renew(self._copies[name], resources[name], media_type, item.data, item.size, part)
        elif essence(media_type) == STREAM_CONTROL:
            said = control(item)
            if said.get("stopped"):
                yield Note(f"the server no longer tells of {', '.join(map(str, said['stopped']))}"
                           + (f": {said['description']}" if said.get("description") else ""))
        else:
            yield Note(f"an event that is none of ours was ignored: {item.name}")
