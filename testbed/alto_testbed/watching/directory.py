# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What an information resource directory (RFC 7285, section 9) has to watch, and by which service."""

import dataclasses
from urllib.parse import urljoin, urlsplit

from alto_testbed import TestbedError
from alto_testbed.watching import DIRECTORY, ERROR, STREAM, TIPS, essence
from alto_testbed.watching.web import Refused

_KINDS = {STREAM: "update stream", TIPS: "TIPS"}
FEATURE = "odl-alto-sse"


@dataclasses.dataclass(frozen=True)
class Resource:
    """An entry of the directory."""

    id: str
    uri: str            # absolute
    media_type: str
    accepts: str        # None if it is asked by GET
    uses: tuple

    @staticmethod
    def of(name, entry, base):
        """Read an entry. base: the URI of the directory."""
        return Resource(name, urljoin(base, entry["uri"]), entry["media-type"], entry.get("accepts"),
                        tuple(entry.get("uses", ())))


@dataclasses.dataclass(frozen=True)
class Choice:
    """A service, and the resources that it shall tell of."""

    service: Resource
    resources: tuple


class Directory:
    """All resources of a server."""

    def __init__(self, uri, content):
        self.uri = uri
        try:
            self.resources = {name: Resource.of(name, entry, uri) for name, entry in content["resources"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise TestbedError(f"{uri} is not a directory as RFC 7285 has it: {error!r}") from error

    def choose(self, kind, names=(), at=None, has_input=False):
        """Choose a service that tells of the named resources; if none is named, of all that are asked by GET.

        kind: the media type of the service; at: its URI, or None for any; has_input: input will be sent, for one of
        the named resources.
        """
        services = [resource for resource in self.resources.values() if essence(resource.media_type) == kind
                    and at in (None, resource.uri)]
        if not services:
            other = "--tips" if kind == STREAM else "no --tips"
            raise TestbedError(
                f"The directory {self.uri} has no {_KINDS[kind]} ({kind}): install the feature {FEATURE} in the"
                f" controller, or try it with {other}")
        for name in names:
            self._require(name, kind, services)
        choices = [Choice(service, self._of(service, names)) for service in services]
        choices = [choice for choice in choices if choice.resources and set(names) <= set(choice.service.uses)]
        if not choices:
            raise TestbedError(f"No single {_KINDS[kind]} of {self.uri} tells of {', '.join(names)}" if names else
                               f"The {_KINDS[kind]} of {self.uri} has nothing that is asked by GET; name a resource and"
                               " give --input")
        chosen = max(choices, key=lambda choice: len(choice.resources))
        self._match_input([resource for resource in chosen.resources if resource.accepts], has_input)
        return chosen

    def _of(self, service, names):
        if names:
            return tuple(self.resources[name] for name in dict.fromkeys(names))
        return tuple(self.resources[name] for name in service.uses
                     if name in self.resources and not self.resources[name].accepts)

    def _require(self, name, kind, services):
        offered = sorted({used for service in services for used in service.uses})
        if name not in self.resources or name not in offered:
            where = "the directory" if name not in self.resources else f"what the {_KINDS[kind]} tells of"
            raise TestbedError(f"'{name}' is not in {where}; there is: {', '.join(offered) or 'nothing'}")

    @staticmethod
    def _match_input(wanting, has_input):
        if len(wanting) > 1 or wanting and not has_input:
            raise TestbedError(f"{', '.join(resource.id for resource in wanting)}: give --input for one resource that"
                               " wants input, and name no other that does")
        if has_input and not wanting:
            raise TestbedError("--input is given, but no resource is named that wants input")


def find(web, uri):
    """Return the directory at a URI, or at the nearest one above it which has that URI in it."""
    first = None
    for candidate in _upwards(uri):
        try:
            with web.request("GET", candidate, f"{DIRECTORY},{ERROR}") as answer:
                content = answer.json() if essence(answer.media_type) == DIRECTORY else None
        except Refused as refused:
            if refused.status in (401, 403):
                raise
            first = first or refused
            continue
        if content is not None:
            directory = Directory(candidate, content)
            knows = any(resource.uri == uri for resource in directory.resources.values())
            if candidate.rstrip("/") != uri.rstrip("/") and not knows:
                raise TestbedError(f"There is no directory at {uri}, and that at {candidate} does not know it")
            return directory
    raise TestbedError(f"There is no ALTO directory at {uri}" + (f": {first}" if first else ""))


def _upwards(uri):
    """Return a URI and those of the folders above it."""
    parts = urlsplit(uri)
    path = parts.path.rstrip("/")
    found = [uri, parts._replace(path=path or "/").geturl()]
    while path:
        path = path.rpartition("/")[0]
        found.append(parts._replace(path=path or "/", query="", fragment="").geturl())
    return list(dict.fromkeys(found))
