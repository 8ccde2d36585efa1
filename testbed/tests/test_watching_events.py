# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Reading server-sent events, and applying updates: pure functions, and laws of them."""

import json
import random
import time

import jsonpatch
import pytest

from alto_testbed.watching import JSON_PATCH, MERGE_PATCH, STREAM_CONTROL
from alto_testbed.watching.changes import compare, describe, first_difference
from alto_testbed.watching.events import Comment, Event, EventParser
from alto_testbed.watching.livecopy import CannotApply, LiveCopy, json_patch, merge_patch
from alto_testbed.watching.show import Lines
from alto_testbed.watching.stream import split_name
from updating import COST_MAP, HERE, NETWORK_MAP, encode, merge_difference

SEEDS = range(60)


def parse(data, cuts=()):
    """Return what a parser makes of bytes that come in pieces."""
    parser, items = EventParser(), []
    for begin, end in zip([0, *cuts], [*cuts, len(data)]):
        items += parser.feed(data[begin:end])
    return items


def some_text(chance, alphabet="ab :é\u2028\U0001f600", most=12):
    return "".join(chance.choices(alphabet, k=chance.randrange(most)))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_event_that_was_written_is_read_back_however_its_bytes_are_split(seed):
    chance = random.Random(seed)
    written, data = [], b""
    for _ in range(chance.randrange(1, 8)):
        end = chance.choice([b"\n", b"\r", b"\r\n"])
        if data.endswith(b"\r") and end == b"\n":
            end = b"\r\n"       # this would be no end of its own, but belong to what is before it
        name = "x" + some_text(chance)
        lines = [some_text(chance).encode() for _ in range(chance.randrange(1, 5))]
        before = b""
        if chance.random() < 0.5:
            before = chance.choice([b": comment", b"id: 7", b"retry: 5", b"data2", b"other: field"]) + end
        data += encode(name, b"\n".join(lines), end, before)
        written.append(("comment",) if before.startswith(b":") else None)
        written.append((name, b"\n".join(lines)))
    wanted = [item for item in written if item]

    def seen(items):
        return [("comment",) if isinstance(item, Comment) else (item.name, item.data) for item in items]

    whole = parse(data)
    assert seen(whole) == wanted, f"seed {seed}"
    for _ in range(20):
        cuts = sorted(chance.choices(range(len(data) + 1), k=chance.randrange(12)))
        assert parse(data, cuts) == whole, f"seed {seed}, cut at {cuts}"
    assert parse(data, range(1, len(data))) == whole, f"seed {seed}, byte by byte"


@pytest.mark.parametrize("data, wanted", [
    (b"data\n\n", [Event("message", b"", 6)]),
    (b"event: a\n\n", []),                                      # no data, so no event
    (b"event: a\n\ndata: 1\n\n", [Event("message", b"1", 9)]),  # nor does its name stay
    (b"event:a\ndata:1\ndata:  2\n\n", [Event("a", b"1\n 2", 25)]),
    (b"event: a\nevent: b\ndata: 1\n\n", [Event("b", b"1", 27)]),
    (b":\n: x\n", [Comment(""), Comment("x")]),
    (b"\xef\xbb\xbfdata: 1\n\n", [Event("message", b"1", 9)]),
    (b"data: 1\r\n\r\n", [Event("message", b"1", 9)]),
    (b"data: 1\n", []),                                         # an event that has not ended is none
    (b" data: 1\n\n", [])], ids=repr)
def test_fields_are_read_as_the_standard_says(data, wanted):
    assert parse(data) == wanted
    assert parse(data, range(1, len(data))) == wanted


@pytest.mark.parametrize("most, line", [(20_000_000, 1 << 30), (4_000_000, 60)], ids=["one line", "short lines"])
def test_large_events_take_time_in_proportion(most, line):
    def seconds(size):
        text = b"x" * size
        data = encode("big", b"\n".join(text[i:i + line] for i in range(0, size, line)))
        pieces = [data[i:i + 16384] for i in range(0, len(data), 16384)]
        began = time.process_time()
        parser = EventParser()
        items = [item for piece in pieces for item in parser.feed(piece)]
        assert len(items) == 1 and items[0].data.count(b"x") == size
        return time.process_time() - began

    small = min(seconds(most // 10) for _ in range(3))
    # ten times the bytes; work that grows with their square would be a hundred times
    assert min(seconds(most) for _ in range(2)) < 40 * small + 0.2


def test_names_of_events_are_split_into_type_substream_and_part():
    known = {"a", "a.b", "x"}
    assert split_name(f"{MERGE_PATCH},a", known) == (MERGE_PATCH, "a", None)
    assert split_name(f"{MERGE_PATCH}, a.b", known) == (MERGE_PATCH, "a.b", None)
    assert split_name(f"{MERGE_PATCH},a.b.c", known) == (MERGE_PATCH, "a.b", "c")
    assert split_name(f"{MERGE_PATCH},a.c", known) == (MERGE_PATCH, "a", "c")
    assert split_name(f"{MERGE_PATCH},y", known) == (MERGE_PATCH, None, None)
    assert split_name(STREAM_CONTROL, known) == (STREAM_CONTROL, None, None)


# the examples of RFC 8895, section 8, without its slips (see the README of the testbed)

def play(example, substreams):
    """Apply all data events of an example, and return the copies by substream, and what the control events say."""
    copies = {name: LiveCopy() for name in substreams}
    controls = []
    for event in parse((HERE / "rfc8895" / example).read_bytes()):
        media_type, name, part = split_name(event.name, copies)
        if media_type == STREAM_CONTROL:
            controls.append(json.loads(event.data))
        else:
            copies[name].apply(media_type, event.data, part)
    return {name: copy.content for name, copy in copies.items()}, controls


def test_endpoint_properties_follow_the_example_of_the_rfc():
    copies, _ = play("8.4-properties.sse", ["props-1", "props-2", "props-3", "props-4"])
    assert copies["props-1"]["endpoint-properties"] == {
        "ipv4:198.51.100.1": {"priv:ietf-bandwidth": "3"}, "ipv4:198.51.100.2": {"priv:ietf-bandwidth": "42"},
        "ipv4:198.51.100.3": {"priv:ietf-bandwidth": "27"}}
    assert copies["props-2"]["endpoint-properties"]["ipv6:2001:db8:100::2"] == {"priv:ietf-load": "9"}
    assert copies["props-3"]["endpoint-properties"]["ipv4:198.51.100.5"] == {"priv:ietf-bandwidth": "15"}
    assert copies["props-4"]["endpoint-properties"]["ipv6:2001:db8:100::4"] == {"priv:ietf-load": "3"}


def test_two_cost_maps_follow_the_example_of_the_rfc():
    copies, controls = play("8.3-advanced.sse", ["net", "routing", "hops"])
    assert copies["net"] is None
    assert copies["routing"]["cost-map"] == {"PID1": {"PID2": 1}, "PID2": {"PID1": 2, "PID3": 31}}
    assert copies["hops"]["cost-map"]["PID2"]["PID3"] == 4
    assert [control.get("stopped") for control in controls] == [None, ["hops"], ["net", "routing"]]


def test_the_parts_of_a_multipart_resource_follow_the_example_of_the_rfc():
    copies, _ = play("8.5-multipart.sse", ["ecspvsub1"])
    parts = copies["ecspvsub1"]
    assert parts["ecsmap"]["endpoint-cost-map"]["ipv4:192.0.2.2"] == {
        "ipv4:192.0.2.89": ["ane3"], "ipv4:203.0.113.45": ["ane1", "ane2"]}
    assert set(parts["propmap"]["property-map"]) == {".ane:ane2", ".ane:ane3"}


# patches

@pytest.mark.parametrize("target, patch, result", [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}), ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}), ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}), ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}), ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}), (["a", "b"], ["c", "d"], ["c", "d"]), ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None), ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}), ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}})], ids=repr)
def test_merge_patches_do_what_the_appendix_of_rfc_7396_says(target, patch, result):
    assert merge_patch(target, patch) == result


def some_value(chance, depth):
    kind = chance.randrange(6 if depth else 3)
    if kind == 0:
        return chance.randrange(4)
    if kind == 1:
        return chance.choice(["", "x", "~/"])
    if kind == 2:
        return chance.choice([True, 1.5])
    if kind == 3:
        return [some_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    names = chance.sample(["a", "b", "~", "/", "", "0"], chance.randrange(5))
    return {name: some_value(chance, depth - 1) for name in names}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_patch_between_two_values_leads_from_one_to_the_other_and_leaves_the_first_alone(seed):
    chance = random.Random(seed)
    value = {"a": some_value(chance, 4), "kept": {"deep": [1]}}
    for _ in range(10):
        other = {**value, "a": some_value(chance, 4), "b": some_value(chance, 3)}
        text = json.dumps(value)
        for patch, apply in ((merge_difference(value, other), merge_patch),
                             (jsonpatch.make_patch(value, other).patch, json_patch)):
            result = apply(value, patch)
            assert result == other, f"seed {seed}: {value} {patch}"
            assert json.dumps(value) == text, f"seed {seed}: {patch} changed what it was applied to"
            assert result["kept"] is value["kept"], f"seed {seed}: what is the same is not shared"
        value = other


@pytest.mark.parametrize("patch", [
    {"op": "add", "path": "/a", "value": 1}, [{"op": "remove", "path": "/nowhere"}], [5],
    [{"op": "test", "path": "/a", "value": 2}], [{"op": "fly", "path": "/a"}], [{"op": "add", "path": "/a"}],
    [{"op": "replace", "path": "/a/9", "value": 1}], [{"op": "move", "from": "/x", "path": "/a"}],
    [{"op": "add", "path": "a", "value": 1}], [{"op": "add", "path": 5, "value": 1}],
    [{"op": "replace", "path": "/b/0", "value": 9}, {"op": "remove", "path": "/b/1/deep"}]], ids=json.dumps)
def test_a_patch_that_does_not_fit_changes_nothing(patch):
    content = {"a": 1, "b": [1, {"x": 1}]}
    copy = LiveCopy(content)
    with pytest.raises(CannotApply):
        copy.apply(JSON_PATCH, json.dumps(patch).encode())
    assert copy.content is content and content == {"a": 1, "b": [1, {"x": 1}]}


@pytest.mark.parametrize("media_type, data, part", [
    (MERGE_PATCH, b"{", None), (MERGE_PATCH, b"\xff", None), (MERGE_PATCH, b'{"a": NaN}', None),
    (MERGE_PATCH, b"{}", "part"),
    (COST_MAP, b"{}", "part"), ("multipart/related;boundary=x", b"nothing", None),
    ("multipart/related;boundary=x", b"--x\nContent-Type: a/b\n\n{}\n--x--", None),
    (MERGE_PATCH, b"[" * 200_000, None)], ids=lambda value: str(value)[:30])
def test_an_update_that_cannot_be_read_changes_nothing(media_type, data, part):
    copy = LiveCopy({"a": 1})
    with pytest.raises(CannotApply):
        copy.apply(media_type, data, part)
    assert copy.content == {"a": 1}


def test_a_patch_for_a_copy_that_is_not_there_is_refused():
    with pytest.raises(CannotApply, match="before there was anything"):
        LiveCopy().apply(MERGE_PATCH, b"{}")


# what changed, in words

COSTS = {"meta": {"vtag": {"resource-id": "c", "tag": "1"}}, "cost-map": {"A": {"A": 1, "B": 4}, "B": {"A": 2}}}


def test_changes_of_costs_are_told_pair_by_pair():
    changes = compare(COSTS, merge_patch(COSTS, {"cost-map": {"A": {"B": 7.5}, "B": None, "C": {"A": [1, None]}}}))
    assert changes.headline() == "1 cost changed, 1 new, 1 gone"
    assert list(changes.lines()) == ["A -> B  4 -> 7.5", "B -> A  gone, was 2", "C -> A  new: [1, null]"]


def test_changes_of_a_network_map_tell_which_prefixes_moved():
    old = {"network-map": {"P": {"ipv4": ["10.0.0.0/24", "10.0.1.0/24"]}, "Q": {"ipv6": ["::/0"]}}}
    new = {"network-map": {"P": {"ipv4": ["10.0.1.0/24"]}, "R": {"ipv6": ["::/0"], "ipv4": ["10.0.2.0/24"]}}}
    changes = compare(old, new)
    assert changes.headline() == "1 prefix moved, 1 new, 1 gone"
    assert sorted(changes.lines()) == ["10.0.0.0/24 has left P", "10.0.2.0/24 is new in R", "::/0 moved from Q to R"]
    assert describe(old) == "3 prefixes in 2 PIDs" and describe(COSTS) == "3 costs"


@pytest.mark.parametrize("patch, headline", [
    ({}, "nothing changed"), ({"meta": {"vtag": {"tag": "2"}}}, "nothing but its meta changed"),
    ({"cost-map": {"A": {"A": 3, "B": 3}}}, "2 costs changed")])
def test_the_headline_counts_what_changed(patch, headline):
    assert compare(COSTS, merge_patch(COSTS, patch)).headline() == headline


@pytest.mark.parametrize("content", [
    {"network-map": 5}, {"network-map": {"P": [1]}}, {"cost-map": {"A": 1}}, {"x": [1]}, [], None, {"cost-map": None},
    {"cost-map": {"A": {"B": {}}}}, {"meta": 1, "network-map": {"P": {"ipv4": [{}]}}},
    {"meta": {"dependent-vtags": 5}}], ids=str)
def test_contents_that_no_rfc_has_are_described_all_the_same(content):
    describe(content)
    for other in (COSTS, {"network-map": {"P": {"ipv4": ["::/0"]}}}, {}):
        for changes in (compare(content, other), compare(other, content)):
            assert changes.headline() and all(list(changes.lines()) for _ in changes.changes)
    assert LiveCopy(content).tag is None and not LiveCopy(content).dependencies


def test_what_a_server_says_cannot_command_a_terminal():
    lines = []
    Lines(lines.append).note("gone\x1b[2J\nover: é")
    assert lines[0].endswith("gone?[2J?over: é")


def test_the_first_difference_is_named_as_a_pointer():
    assert first_difference({"a": {"b": [1]}}, {"a": {"b": [2]}}) == "/a/b"
    assert first_difference({"a": 1}, {"a": 1}) is None
    assert first_difference({"a": 1}, {}) == "/a"


def test_media_types_are_compared_without_parameters_and_case():
    copy = LiveCopy({"a": 1})
    copy.apply("Application/Merge-Patch+JSON; charset=utf-8", b'{"b": 2}')
    assert copy.content == {"a": 1, "b": 2}
    copy.apply(NETWORK_MAP, b'{"c": 3}')
    assert copy.content == {"c": 3}
