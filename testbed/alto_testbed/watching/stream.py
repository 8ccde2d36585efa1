# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Update streams (RFC 8895)."""

import contextlib
from urllib.parse import urljoin

from alto_testbed import TestbedError
from alto_testbed.watching import ERROR, STREAM, STREAM_CONTROL, STREAM_PARAMS, essence
from alto_testbed.watching.events import Event, EventParser
from alto_testbed.watching.livecopy import read_json
from alto_testbed.watching.web import Lost, Web

#: Seconds of silence after which a server is taken for dead; it should say something every 15 (RFC 8895, section 6.8).
SILENCE = 45
_FAREWELL = 5


def open_stream(uri, add, web=None):
    """Open an update stream and return it. add: substream -> AddUpdateReq (RFC 8895, section 6.5)."""
    web = web or Web(uri)
    answer = web.request("POST", uri, f"{STREAM},{ERROR}", {"add": add}, STREAM_PARAMS, SILENCE)
    if essence(answer.media_type) != STREAM:
        answer.close()
        raise TestbedError(f"{uri} is not an update stream: it answers with {answer.media_type or 'no media type'}")
    return EventStream(web, answer)


class EventStream:
    """An open update stream: iterate over it for its events and comments; leaving its context stops it."""

    def __init__(self, web, answer):
        self._web = web
        self._answer = answer
        self.control_uri = None     # absolute; None until it is known, and where the server has no stream control
        self._items = self._read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def __iter__(self):
        return self._items

    def _read(self):
        parser = EventParser()
        try:
            for piece in self._answer.pieces():
                for item in parser.feed(piece):
                    if isinstance(item, Event) and essence(item.name) == STREAM_CONTROL:
                        uri = control(item).get("control-uri")
                        if uri:
                            self.control_uri = urljoin(self._answer.uri, uri)
                    yield item
        except Lost:
            self.control_uri = None
            raise
        self.control_uri = None     # the server has ended it, so there is nothing to control

    def request(self, add=None, remove=None):
        """Have substreams added or removed, by the stream control service; its events tell when that is done."""
        if self.control_uri is None:
            raise TestbedError("the server offers no control of this stream")
        body = {name: value for name, value in (("add", add), ("remove", remove)) if value is not None}
        self._web.request("POST", self.control_uri, f"text/plain,{ERROR}", body, STREAM_PARAMS).close()

    def stop(self):
        """Have the server end the stream, where it offers that, and close it."""
        try:
            if self.control_uri is not None:
                # a server that is gone, or has ended it already, is none that has to be told
                with contextlib.suppress(TestbedError):
                    self._web.request("POST", self.control_uri, f"text/plain,{ERROR}", {"remove": []}, STREAM_PARAMS,
                                      _FAREWELL).close()
        finally:
            self.close()

    def close(self):
        """End the connection."""
        self._answer.close()


def control(event):
    """Return what a control event says."""
    try:
        content = read_json(event.data)
    except ValueError as error:
        raise Lost(f"the server sent a control event that cannot be read: {error}") from error
    return content if isinstance(content, dict) else {}


def split_name(name, substreams):
    """Read the name of an event: media type, substream, Content-ID of a part (RFC 8895, sections 5.1 and 5.2).

    The substream is None if it is none of those; the part is None if the name has none.
    """
    media_type, _, data_id = name.rpartition(",")
    if not media_type:
        return data_id.strip(), None, None
    data_id = data_id.strip()
    if data_id in substreams:
        return media_type.strip(), data_id, None
    # both identifiers may have dots
    for substream in sorted(substreams, key=len, reverse=True):
        if data_id.startswith(f"{substream}."):
            return media_type.strip(), substream, data_id[len(substream) + 1:]
    return media_type.strip(), None, None
