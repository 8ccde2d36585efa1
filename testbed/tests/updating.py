# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A small ALTO server with update streams and TIPS, for tests of the client; it does what the test says."""

import base64
import contextlib
import http.server
import json
import pathlib
import re
import socket
import sys
import threading
import time

import jsonpatch

from alto_testbed.watching import (DIRECTORY, ERROR, JSON_PATCH, MERGE_PATCH, STREAM, STREAM_CONTROL, STREAM_PARAMS,
                                   TIPS, TIPS_PARAMS)

HERE = pathlib.Path(__file__).parent
NETWORK_MAP, COST_MAP = "application/alto-networkmap+json", "application/alto-costmap+json"
_TYPES = {"net": NETWORK_MAP, "cost": COST_MAP, "filtered": COST_MAP}


def encode(name, data, end=b"\n", before=b""):
    """Write an event. before: lines that go in front."""
    lines = b"".join(b"data: " + line + end for line in data.split(b"\n"))
    return before + b"event: " + name.encode() + end + lines + end


def merge_difference(old, new):
    """Return the merge patch between two values without null, or what replaces all of it."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    patch = {name: None for name in old if name not in new}
    return patch | {name: merge_difference(old.get(name), value)
                    for name, value in new.items() if name not in old or old[name] != value}


class Resource:
    """The versions of one resource, and the updates between them."""

    def __init__(self, content, indent):
        self._indent = indent
        self.contents = [content]
        self.updates = [None]       # (media type, data) from the version before

    def add(self, content, media_type):
        """Add a version. media_type: that of the update."""
        before = self.contents[-1]
        if media_type == MERGE_PATCH:
            update = merge_difference(before, content)
        elif media_type == JSON_PATCH:
            update = jsonpatch.make_patch(before, content).patch
        else:
            update = content
        self.updates.append((media_type, json.dumps(update, indent=self._indent).encode()))
        self.contents.append(content)

    def version_of(self, tag):
        """Return the number of the version with a tag, or None."""
        return next((number for number, content in enumerate(self.contents)
                     if content["meta"]["vtag"]["tag"] == tag), None)


class Server(http.server.ThreadingHTTPServer):
    """Serves resources, or whatever it is told to answer."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.root = f"http://127.0.0.1:{self.server_address[1]}"
        self.url = f"{self.root}/alto"
        self.changed = threading.Condition()
        self.resources = {}
        self.answers = {}           # (method, path) -> (status, media type, body), in place of what would be answered
        self.requests = []          # (method, path, headers, body) in their order
        self.cut = 0                # how often connections of streams were cut
        self.ending = b"\n"         # of lines of streams
        self.indent = 1             # of JSON in streams; None: all in one line
        self.split = None           # a random.Random that cuts what streams send into chunks
        self.user = None            # NAME:PASSWORD that every request must have
        self.streams = {}           # number -> ids of its substreams
        self.first = {}             # resource -> the first version that TIPS still has
        self.lies = {}              # resource -> what a GET answers in place of the last version
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        with self.changed:
            self.cut += 1
            self.changed.notify_all()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """Say nothing of clients that have had enough."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def publish(self, name, content, media_type=MERGE_PATCH):
        """Have a new version of a resource."""
        with self.changed:
            if name in self.resources:
                self.resources[name].add(content, media_type)
            else:
                self.resources[name] = Resource(content, self.indent)
            self.changed.notify_all()

    def cut_streams(self):
        """Cut the connections of all streams in the middle of what they are at."""
        with self.changed:
            self.cut += 1
            self.changed.notify_all()

    def await_request(self, method, path, count=1):
        """Wait until so many requests have come, and return their bodies."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.bodies(method, path)) >= count, 20), self.requests
            return self.bodies(method, path)

    def bodies(self, method, path):
        """Return the bodies of the requests of a path that matches."""
        return [body for how, where, _, body in self.requests if how == method and re.fullmatch(path, where)]

    def directory(self):
        """Return the directory of the resources."""
        entries = {name: {"uri": f"/alto/{name}", "media-type": _TYPES[name],
                          **({"accepts": "application/alto-costmapfilter+json"} if name == "filtered" else {})}
                   for name in self.resources}
        types = {name: f"{MERGE_PATCH},{JSON_PATCH}" for name in self.resources}
        for name, kind, accepts in (("updates", STREAM, STREAM_PARAMS), ("tips", TIPS, TIPS_PARAMS)):
            entries[name] = {"uri": f"/alto/{name}", "media-type": kind, "accepts": accepts,
                             "uses": list(self.resources), "capabilities": {"incremental-change-media-types": types}}
        return {"meta": {}, "resources": entries}


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self):
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def log_message(self, *_):      # pylint: disable=arguments-differ
        pass

    def do_GET(self):
        """Answer."""
        self._answer("GET", None)

    def do_POST(self):
        """Answer."""
        self._answer("POST", json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, method, body):
        with self.server.changed:
            self.server.requests.append((method, self.path, dict(self.headers), body))
            self.server.changed.notify_all()
        wanted = self.server.user and "Basic " + base64.b64encode(self.server.user.encode()).decode()
        with contextlib.suppress(ConnectionError):      # the client has had enough
            if wanted and self.headers["Authorization"] != wanted:
                self._send(401, "text/plain", b"")
            elif (method, self.path) in self.server.answers:
                self._send(*self.server.answers[method, self.path])
            elif method == "GET":
                self._get(self.path.split("/")[1:])
            else:
                self._post(self.path.split("/")[1:], body)

    def _send(self, status, media_type, body):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _get(self, path):
        server = self.server
        if path == ["alto"]:
            self._send(200, DIRECTORY, server.directory())
        elif path[:1] == ["alto"] and path[-1] in server.resources:
            name = path[-1]
            self._send(200, _TYPES[name], server.lies.get(name, server.resources[name].contents[-1]))
        elif path[:1] == ["view"]:
            self._edge(path[1], int(path[3]), int(path[4]))
        else:
            self._send(405 if path == ["alto", "updates"] else 404, "text/plain", b"")

    def _post(self, path, body):
        if path == ["alto", "updates"]:
            self._stream(body)
        elif path[:1] == ["control"]:
            with self.server.changed:
                removed = body["remove"] or list(self.server.streams[int(path[1])])
                self.server.streams[int(path[1])] -= set(removed)
                self.server.changed.notify_all()
            self._send(204, "text/plain", b"")
        elif path == ["alto", "tips"]:
            name = body["resource-id"]
            self._send(200, TIPS, {"tips-view-uri": f"{self.server.root}/view/{name}", **self._summary(name, body)})
        elif path[:1] == ["view"]:
            self._send(200, MERGE_PATCH, self._summary(path[1], body))
        else:
            self._send(404, ERROR, {"meta": {"code": "E_SYNTAX"}})

    # TIPS: version n of a list is number n + 1

    def _summary(self, name, body):
        resource = self.server.resources[name]
        end, start = len(resource.contents), self.server.first.get(name, 1)
        known = resource.version_of(body.get("tag"))
        edge = (0, end) if known is None or known + 1 < start else (known + 1, known + 2)
        return {"tips-view-summary": {"updates-graph-summary": {
            "start-seq": start, "end-seq": end, "start-edge-rec": {"seq-i": edge[0], "seq-j": edge[1]}}}}

    def _edge(self, name, here, there):
        server, resource = self.server, self.server.resources[name]
        with server.changed:
            if here and here < server.first.get(name, 1):
                self._send(410, ERROR, {"meta": {"code": "E_SYNTAX"}})
                return
            server.changed.wait_for(lambda: there <= len(resource.contents), 0.3)
            ready = there <= len(resource.contents)
            if not ready:
                media_type, data = ERROR, b"{}"
            elif here:
                media_type, data = resource.updates[there - 1]
            else:
                media_type, data = _TYPES[name], json.dumps(resource.contents[there - 1]).encode()
        self._send(200 if ready else 425, media_type, data)

    # update streams

    def _stream(self, body):
        server = self.server
        with server.changed:
            cut, number = server.cut, len(server.streams)
            server.streams[number] = set(body["add"])
        self.send_response(200)
        self.send_header("Content-Type", STREAM)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._event(STREAM_CONTROL, json.dumps({"control-uri": f"../control/{number}"}).encode())
        told = {}
        for name, request in body["add"].items():
            told[name] = server.resources[name].version_of(request.get("tag"))
        while True:
            events, stopped = [], []
            with server.changed:
                if server.cut != cut:
                    # half of an event, and no end of the chunks
                    self._chunk(b"event: " + MERGE_PATCH.encode() + b",net\ndata: {")
                    self.close_connection = True
                    return
                stopped = sorted(set(told) - server.streams[number])
                for name in stopped:
                    del told[name]
                for name, version in told.items():
                    resource = server.resources[name]
                    full = body["add"][name].get("incremental-changes") is False
                    if version is None or full and version + 1 < len(resource.contents):
                        whole = json.dumps(resource.contents[-1], indent=server.indent)
                        events.append((_TYPES[name], name, whole.encode()))
                    else:
                        events += [(media_type, name, data) for media_type, data in resource.updates[version + 1:]]
                    told[name] = len(resource.contents) - 1
                if not events and not stopped and not server.changed.wait(0.2):
                    self._chunk(b": still here" + server.ending)
            for media_type, name, data in events:
                self._event(f"{media_type},{name}", data)
            if stopped:
                self._event(STREAM_CONTROL, json.dumps({"stopped": stopped}).encode())
                if not told:
                    self._chunk(b"")
                    return

    def _event(self, name, data):
        self._chunk(encode(name, data, self.server.ending))

    def _chunk(self, data):
        pieces = [data]
        if self.server.split and data:
            cuts = sorted(self.server.split.choices(range(len(data)), k=3))
            pieces = [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)]) if a < b]
        for piece in pieces:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            self.wfile.flush()


class Clock:
    """A clock that only the test moves."""

    def __init__(self):
        self.now = time.monotonic()

    def __call__(self):
        return self.now
