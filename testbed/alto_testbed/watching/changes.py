# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What is different between two versions of a resource."""

import dataclasses
import json

ABSENT = object()
_COSTS = ("cost-map", "endpoint-cost-map")
_PROPERTIES = ("endpoint-properties", "property-map")


@dataclasses.dataclass(frozen=True)
class Change:
    """One value that is different."""

    where: tuple    # the names that lead to it
    old: object     # ABSENT if it came
    new: object     # ABSENT if it went

    @property
    def kind(self):
        """What happened: new, gone, or changed."""
        if self.old is ABSENT:
            return "new"
        return "gone" if self.new is ABSENT else "changed"


@dataclasses.dataclass(frozen=True)
class Changes:
    """All that is different; prefixes of a network map that went to another PID have moved."""

    noun: str       # what the values are
    changes: tuple
    meta: bool      # something beside the values is different

    def counts(self):
        """Return how many of each kind there are: kind -> count; kinds of which there are none are absent."""
        counts = dict.fromkeys(("moved" if self.noun == "prefix" else "changed", "new", "gone"), 0)
        for change in self.changes:
            counts["moved" if self.noun == "prefix" and change.kind == "changed" else change.kind] += 1
        return {kind: count for kind, count in counts.items() if count}

    def headline(self):
        """Say how many changed, as in "3 costs changed, 1 gone"."""
        words = []
        for kind, count in self.counts().items():
            words.append(f"{count:,} {kind}" if words else f"{count:,} {_plural(self.noun, count)} {kind}")
        return ", ".join(words) or ("nothing but its meta changed" if self.meta else "nothing changed")

    def lines(self):
        """Say what changed, a line for each."""
        return map(self._line, self.changes)

    def _line(self, change):
        old, new = _text(change.old), _text(change.new)
        if self.noun == "prefix":
            prefix = change.where[-1]
            return {"new": f"{prefix} is new in {new}", "gone": f"{prefix} has left {old}",
                    "changed": f"{prefix} moved from {old} to {new}"}[change.kind]
        where = (" -> " if self.noun == "cost" else " ").join(change.where) or "all"
        return {"new": f"{where}  new: {new}", "gone": f"{where}  gone, was {old}",
                "changed": f"{where}  {old} -> {new}"}[change.kind]


def _plural(noun, count):
    if count == 1:
        return noun
    return {"prefix": "prefixes", "property": "properties"}.get(noun, f"{noun}s")


def _text(value):
    if isinstance(value, str) or value is ABSENT:
        return value
    return json.dumps(value)


def compare(before, after):
    """Return the changes between two contents of a resource; parts that they share cost nothing."""
    before, after = (value if isinstance(value, dict) else {} for value in (before, after))
    meta = before.get("meta") != after.get("meta")
    noun, where = _shape(after)
    if noun == "prefix":
        try:
            return Changes(noun, _prefixes(before.get(where, {}), after[where]), meta)
        except (AttributeError, TypeError):
            noun = "value"      # not as RFC 7285 has it
    if where is None:
        return Changes(noun, tuple(_different({name: value for name, value in before.items() if name != "meta"},
                                              {name: value for name, value in after.items() if name != "meta"})), meta)
    return Changes(noun, tuple(_different(before.get(where, {}), after[where])), meta)


def describe(content):
    """Say how large a content is, as in "16 costs"."""
    noun, where = _shape(content)
    if where is None:
        return "all of it"
    try:
        if noun == "prefix":
            count = sum(len(prefixes) for pid in content[where].values() for prefixes in pid.values())
            return f"{count:,} {_plural(noun, count)} in {len(content[where]):,} {_plural('PID', len(content[where]))}"
        count = sum(len(row) for row in content[where].values())
        return f"{count:,} {_plural(noun, count)}"
    except (AttributeError, TypeError):
        return "not as RFC 7285 has it"


def _shape(content):
    """Return what the values of a resource are called, and where they are."""
    if isinstance(content, dict):
        for noun, names in (("prefix", ("network-map",)), ("cost", _COSTS), ("property", _PROPERTIES)):
            for name in names:
                if name in content:
                    return noun, name
    return "value", None


def _different(old, new, where=()):
    if old is new or old == new:
        return
    if isinstance(old, dict) or isinstance(new, dict):
        if not isinstance(old, dict):
            if old is not ABSENT:
                yield Change(where, old, ABSENT)
            old = {}
        if not isinstance(new, dict):
            if new is not ABSENT:
                yield Change(where, ABSENT, new)
            new = {}
        for name, value in old.items():
            yield from _different(value, new.get(name, ABSENT), (*where, name))
        for name, value in new.items():
            if name not in old:
                yield from _different(ABSENT, value, (*where, name))
    else:
        yield Change(where, old, new)


def _prefixes(before, after):
    """Return the prefixes that came, went or moved, of the PIDs that are not the same."""
    touched = [pid for pid in {**before, **after} if before.get(pid) != after.get(pid)]
    old, new = ({(kind, prefix): pid for pid in touched for kind, prefixes in (side.get(pid) or {}).items()
                 for prefix in prefixes} for side in (before, after))
    return tuple(Change(place, old.get(place, ABSENT), new.get(place, ABSENT)) for place in {**old, **new}
                 if old.get(place) != new.get(place))


def first_difference(old, new, where=""):
    """Return where two values differ first, as a JSON pointer, or None; the order in arrays counts."""
    if old == new:
        return None
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**old, **new}:
            if old.get(name, ABSENT) != new.get(name, ABSENT):
                return first_difference(old.get(name, ABSENT), new.get(name, ABSENT), f"{where}/{name}")
    return where or "/"
