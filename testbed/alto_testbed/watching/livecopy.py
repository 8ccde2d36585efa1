# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The copy of a resource, kept up to date by full replacements and patches."""

import email.parser
import email.policy
import json

import jsonpatch
import jsonpointer

from alto_testbed import TestbedError
from alto_testbed.watching import JSON_PATCH, MERGE_PATCH, essence


class CannotApply(TestbedError):
    """An update that does not fit the copy."""


def read_json(data):
    """Read JSON from bytes, and nothing that only Python takes for JSON."""
    def constant(name):
        raise ValueError(f"{name} is not JSON")
    return json.loads(data, parse_constant=constant)


def merge_patch(target, patch):
    """Return what a JSON merge patch (RFC 7396) makes of a value; what is not changed is shared with it."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merge_patch(result.get(name), value)
    return result


def json_patch(target, patch):
    """Return what a JSON patch (RFC 6902) makes of a value; what is not changed is shared with it."""
    if not isinstance(patch, list):
        raise CannotApply("a JSON patch is an array (RFC 6902, section 3)")
    own = {}        # the containers that only the result has, by id; kept, so that no id is used again
    try:
        for operation in patch:
            for name in ("path", "from"):
                if name in operation:
                    target = _owned(target, jsonpointer.JsonPointer(operation[name]).parts[:-1], own)
            target = jsonpatch.JsonPatch([operation]).apply(target, in_place=True)
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException, TypeError, ValueError, LookupError,
            AttributeError) as error:
        raise CannotApply(f"the JSON patch does not fit: {error or type(error).__name__}") from error
    return target


def _owned(target, path, own):
    """Make the containers on a path the result's own. Stops where the path leads nowhere: the patch fails there."""
    def copy(value):
        if id(value) in own or not isinstance(value, (dict, list)):
            return value
        value = value.copy()
        own[id(value)] = value
        return value

    target = here = copy(target)
    for step in path:
        if isinstance(here, list):
            if not step.isdigit() or int(step) >= len(here):
                break
            step = int(step)
        elif not isinstance(here, dict) or step not in here:
            break
        here[step] = here = copy(here[step])
    return target


def _parts(media_type, data):
    """Read a multipart resource: Content-ID -> JSON value (RFC 8895, section 6.7.3)."""
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        b"Content-Type: " + media_type.encode() + b"\r\n\r\n" + data)
    if not message.is_multipart():
        raise ValueError("there are no parts")
    parts = {}
    for part in message.iter_parts():
        name = str(part.get("Content-ID", "")).strip().removeprefix("<").removesuffix(">")
        if not name:
            raise ValueError("a part has no Content-ID")
        parts[name] = read_json(part.get_payload(decode=True))
    return parts


class LiveCopy:
    """One resource. Contents are never changed, but replaced, and share what is the same with those before them."""

    def __init__(self, content=None):
        #: The JSON value; of a multipart resource Content-ID -> JSON value; None if it is not there yet.
        self.content = content

    def apply(self, media_type, data, part=None):
        """Take an update, bytes of a media type, and return it read.

        part: the Content-ID to which a patch applies, for a multipart resource. Raises CannotApply, and is as before
        then.
        """
        kind = essence(media_type)
        try:
            if kind == "multipart/related":
                self.content = update = _parts(media_type, data)
                return update
            update = read_json(data)
        except (ValueError, RecursionError) as error:
            raise CannotApply(f"{kind or 'the update'} cannot be read: {error}") from error
        patch = {MERGE_PATCH: merge_patch, JSON_PATCH: json_patch}.get(kind)
        if patch is None:
            if part is not None:
                raise CannotApply(f"{kind} replaces a part only")
            self.content = update
        elif self.content is None:
            raise CannotApply("a patch came before there was anything to patch")
        elif part is None:
            self.content = patch(self.content, update)
        elif part not in self.content:
            raise CannotApply(f"there is no part {part}")
        else:
            self.content = self.content | {part: patch(self.content[part], update)}
        return update

    def forget(self):
        """Have nothing."""
        self.content = None

    @property
    def tag(self):
        """The tag of this version, or None if the resource has none."""
        return tag_of(self.content)

    @property
    def dependencies(self):
        """The versions on which this one is built: resource -> tag."""
        vtags = _within(self.content, "meta", "dependent-vtags")
        return {vtag.get("resource-id"): vtag.get("tag") for vtag in (vtags if isinstance(vtags, list) else [])
                if isinstance(vtag, dict)}


def tag_of(content):
    """Return the tag of a resource's content (RFC 7285, section 10.3), or None."""
    tag = _within(content, "meta", "vtag", "tag")
    return tag if isinstance(tag, str) else None


def _within(value, *names):
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value
