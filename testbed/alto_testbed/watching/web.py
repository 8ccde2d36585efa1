# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""HTTP for answers that come bit by bit: what has come can be read at once, which requests cannot."""

import base64
import http.client
import json
import ssl
from urllib.parse import urljoin, urlsplit

from alto_testbed import TestbedError
from alto_testbed.watching import ERROR, essence

_REDIRECTS = 5
_PIECE = 1 << 16


class Lost(TestbedError):
    """There is no connection, or none any more."""


class Silent(Lost):
    """There is a connection, but nothing came for the time that was given."""


class Refused(TestbedError):
    """The server answered with a status of failure."""

    def __init__(self, text, status, retry_after=None):
        super().__init__(text)
        self.status = status
        self.retry_after = retry_after      # seconds, or None


class Answer:
    """An answer whose body can be read while it comes."""

    def __init__(self, connection, response, uri):
        self._connection = connection
        self._response = response
        self.uri = uri      # of the resource that answered, after redirects
        self.status = response.status
        self.media_type = response.headers.get("Content-Type", "")
        self.headers = response.headers

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """End the connection."""
        self._response.close()
        self._connection.close()

    def pieces(self):
        """Yield the body as it comes. Raises Lost where it ends early, or nothing comes for the time that was given."""
        while True:
            try:
                piece = self._response.read1(_PIECE)
            except TimeoutError as error:
                raise Silent(f"nothing came from {self.uri} for too long") from error
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise Lost(f"the connection to {self.uri} was lost: {_reason(error)}") from error
            if not piece:
                return
            yield piece

    def body(self):
        """Return all of the body."""
        return b"".join(self.pieces())

    def json(self):
        """Return what the body says. Raises Lost if that is no JSON."""
        try:
            return json.loads(self.body())
        except ValueError as error:
            raise Lost(f"the answer of {self.uri} cannot be read: {error}") from error


class Web:
    """Sends requests. The user's name and password go only to the server for which they were given."""

    def __init__(self, home, user=None, authority=None):
        """Know a server. home: a URI of it; user: NAME:PASSWORD; authority: a file of certificates to trust."""
        self._home = _origin(home)
        self._user = user
        try:
            self._context = ssl.create_default_context(cafile=authority)
        except OSError as error:
            raise TestbedError(f"The certificates in {authority} cannot be read: {error}") from error

    def request(self, method, uri, accept, body=None, content_type=None, patience=20):
        """Return the answer of a request that succeeds, with its body still to read.

        body: what becomes JSON; patience: how many seconds may pass without a byte. Raises Lost, or Refused.
        """
        data = None if body is None else json.dumps(body).encode()
        for _ in range(_REDIRECTS):
            answer = self._send(method, uri, accept, data, content_type, patience)
            if answer.status not in (301, 302, 307, 308) or not answer.headers.get("Location"):
                break
            answer.close()
            uri = urljoin(uri, answer.headers["Location"])
        if 200 <= answer.status < 300:
            return answer
        with answer:
            raise self._refused(method, answer)

    def get_json(self, uri, media_type):
        """Return what a resource holds."""
        with self.request("GET", uri, f"{media_type},{ERROR}") as answer:
            return answer.json()

    def _send(self, method, uri, accept, data, content_type, patience):
        scheme, host, port = _origin(uri)
        if scheme == "https":
            connection = http.client.HTTPSConnection(host, port, timeout=patience, context=self._context)
        else:
            connection = http.client.HTTPConnection(host, port, timeout=patience)
        headers = {"Accept": accept} | ({"Content-Type": content_type} if content_type else {})
        if self._user and _origin(uri) == self._home:
            headers["Authorization"] = "Basic " + base64.b64encode(self._user.encode()).decode()
        parts = urlsplit(uri)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection.connect()
        except (OSError, ValueError) as error:
            raise Lost(f"{uri} cannot be reached: {_reason(error)}") from error
        try:
            connection.request(method, path, data, headers)
            return Answer(connection, connection.getresponse(), uri)
        except TimeoutError as error:
            connection.close()
            raise Silent(f"{uri} does not answer") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            connection.close()
            raise Lost(f"{uri} does not answer: {_reason(error)}") from error
        except BaseException:
            connection.close()      # a signal
            raise

    def _refused(self, method, answer):
        try:
            body = answer.body()
        except Lost:
            body = b""
        retry = answer.headers.get("Retry-After", "")
        text = f"{method} {answer.uri} gave {answer.status}{_meaning(answer.media_type, body)}"
        hint = _HINTS.get(answer.status)
        if answer.status == 401 and self._user:
            hint = "the server does not take this name and password"
        return Refused(f"{text}: {hint}" if hint else text, answer.status, int(retry) if retry.isdecimal() else None)


_HINTS = {
    401: "log in with --user NAME:PASSWORD",
    403: "this user may not do that",
    404: "there is no such resource; the directory says what there is",
    429: "too many requests are waiting; try again later",
    503: "the server is busy or has too many streams; try again later",
}


def _origin(uri):
    parts = urlsplit(uri)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("http", "https") or not parts.hostname or port == -1:
        raise TestbedError(
            f"'{uri}' is not the URI of a server: it starts with http:// or https://, then HOST or HOST:PORT")
    return parts.scheme, parts.hostname, port or {"http": 80, "https": 443}[parts.scheme]


def _reason(error):
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{error.verify_message}; trust its certificate with --ca FILE"
    if isinstance(error, http.client.IncompleteRead):
        return "it ended early"
    return str(error) or type(error).__name__


def _meaning(media_type, body):
    """Return what an error document (RFC 7285, section 8.5.2, or RFC 9457) says, in parentheses."""
    if essence(media_type) not in (ERROR, "application/problem+json"):
        return ""
    try:
        document = json.loads(body)
        meta = document.get("meta", {})
        words = [document.get("title"), document.get("detail"),
                 *(meta.get(name) for name in ("code", "field", "value", "syntax-error"))]
    except (ValueError, AttributeError):
        return ""
    words = [str(word) for word in words if word is not None]
    return f" ({' '.join(words)})" if words else ""
