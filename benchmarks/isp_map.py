#!/usr/bin/env python3
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Makes a network map and a cost map as large as those of a large provider, in the form of RFC 7285.

The same options always make the same files. The default sizes are those that were published for a map server in a large
ISP: 250,000 prefixes in 1,700 PIDs, and 1.3 million pairs of PIDs with a cost.
"""

import argparse
import hashlib
import json
import math
import os
import random
import socket

NETWORK_MAP, COST_MAP, CHANGED_MAP = "network-map.json", "cost-map.json", "network-map-changed.json"
DEFAULT_PID = "default"
#: Family: bits of an address, whole blocks as (first address, length), and how often a prefix length occurs: about as
#: in the global routing tables.
FAMILIES = {
    "ipv4": (32, [(first << 24, 8) for first in range(1, 224) if first not in (10, 127)],
             {16: 1, 17: 1, 18: 2, 19: 3, 20: 6, 21: 7, 22: 15, 23: 13, 24: 52}),
    "ipv6": (128, [(0x2001 << 112, 16)] + [(high << 112, 12) for high in (0x2400, 0x2600, 0x2800, 0x2a00, 0x2c00)],
             {29: 3, 32: 15, 36: 5, 40: 8, 44: 8, 48: 55, 56: 6})}
#: The share of prefixes that are made inside another one, beside those that happen to be.
NESTED = 0.15


def text(family, address, length):
    """Return a prefix as RFC 7285 writes it."""
    bits = FAMILIES[family][0]
    kind = socket.AF_INET if family == "ipv4" else socket.AF_INET6
    return f"{socket.inet_ntop(kind, address.to_bytes(bits // 8, 'big'))}/{length}"


def make_prefixes(chance, family, count):
    """Return different prefixes of a family, as (first address, length), in no order."""
    bits, blocks, lengths = FAMILIES[family]
    choices, weights = list(lengths), list(lengths.values())
    made, seen = [], set()
    while len(made) < count:
        if made and chance.random() < NESTED:
            start, outer = made[chance.randrange(len(made))]
            length = outer + chance.randint(1, 4)
        else:
            start, outer = blocks[chance.randrange(len(blocks))]
            length = chance.choices(choices, weights)[0]
        if length > bits:
            continue
        prefix = start | chance.getrandbits(length - outer) << (bits - length), length
        if prefix not in seen:
            seen.add(prefix)
            made.append(prefix)
    return made


def make_network_map(chance, prefixes, pids, ipv6):
    """Return PID -> family -> prefixes. Few PIDs have many prefixes, many have few; the default PID has the rest."""
    names = [f"pop{number:04}" for number in range(1, pids)]
    weights = [1 / (rank + 20) for rank in range(len(names))]
    groups = {name: {} for name in names}
    groups[DEFAULT_PID] = {"ipv4": ["0.0.0.0/0"], "ipv6": ["::/0"]}
    prefixes -= 2
    made = [text(family, *prefix) for family, count in (("ipv4", prefixes - round(prefixes * ipv6)),
                                                       ("ipv6", round(prefixes * ipv6)))
            for prefix in make_prefixes(chance, family, count)]
    chance.shuffle(made)
    # each PID has at least one
    owners = names[:len(made)] + chance.choices(names, weights, k=max(0, len(made) - len(names)))
    for prefix, owner in zip(made, owners):
        groups[owner].setdefault("ipv6" if ":" in prefix else "ipv4", []).append(prefix)
    return groups


def make_costs(chance, names, pairs):
    """Return source -> destination -> cost: the distance of places on a map; a PID has a cost of 1 to itself."""
    places = {name: (chance.random(), chance.random()) for name in names}
    costs = {}
    for number, source in enumerate(names):
        count = (pairs * (number + 1)) // len(names) - (pairs * number) // len(names)
        costs[source] = {target: round(1 + 100 * math.dist(places[source], places[target]), 1)
                         for target in sorted(chance.sample(names, count))}
    return costs


def move_one(chance, groups):
    """Move one prefix from its PID to another, in place. Return the prefix, the one and the other."""
    source, target = chance.sample(sorted(set(groups) - {DEFAULT_PID}), 2)
    family = sorted(groups[source])[0]
    prefix = groups[source][family].pop(chance.randrange(len(groups[source][family])))
    if not groups[source][family]:
        del groups[source][family]
    groups[target].setdefault(family, []).append(prefix)
    return prefix, source, target


def tag_of(groups):
    """Return a tag for a network map. A server that computes tags of its own gives it another."""
    return hashlib.sha256(json.dumps(groups, sort_keys=True).encode()).hexdigest()[:32]


def network_message(name, groups):
    """Return the message of a network map (RFC 7285, section 11.2.1.6)."""
    return {"meta": {"vtag": {"resource-id": name, "tag": tag_of(groups)}}, "network-map": groups}


def cost_message(name, groups, costs, metric):
    """Return the message of a cost map (RFC 7285, section 11.2.3.6) on a network map."""
    return {"meta": {"dependent-vtags": [{"resource-id": name, "tag": tag_of(groups)}],
                     "cost-type": {"cost-mode": "numerical", "cost-metric": metric}}, "cost-map": costs}


def write(directory, name, message):
    """Write a message into a file and return the file's name."""
    path = os.path.join(directory, name)
    with open(path, "w", encoding="ascii") as file:
        json.dump(message, file, separators=(",", ":"))
    return path


def generate(directory, prefixes=250_000, pids=1_700, pairs=1_300_000, ipv6=0.2, seed=7285, name="isp",
             metric="routingcost", change=False):
    """Write the maps into a directory. Return the moved prefix, its PID and its new PID if there is to be a change."""
    if not 2 < pids < prefixes or not 0 <= pairs <= pids * pids or not 0 <= ipv6 <= 1:
        raise ValueError("more prefixes than PIDs are wanted, 3 PIDs or more, at most one cost for each pair of PIDs, and "
                         "a share of IPv6 between 0 and 1")
    chance = random.Random(seed)
    os.makedirs(directory, exist_ok=True)
    groups = make_network_map(chance, prefixes, pids, ipv6)
    write(directory, NETWORK_MAP, network_message(name, groups))
    write(directory, COST_MAP, cost_message(name, groups, make_costs(chance, sorted(groups), pairs), metric))
    if not change:
        return None
    moved = move_one(chance, groups)
    write(directory, CHANGED_MAP, network_message(name, groups))
    return moved


def main():
    """Read the options and write the files."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("directory", help=f"where to write {NETWORK_MAP} and {COST_MAP}")
    parser.add_argument("--prefixes", type=int, default=250_000, help="of the network map (%(default)s)")
    parser.add_argument("--pids", type=int, default=1_700, help="the default PID included (%(default)s)")
    parser.add_argument("--pairs", type=int, default=1_300_000, help="pairs of PIDs that have a cost (%(default)s)")
    parser.add_argument("--ipv6", type=float, default=0.2, help="the share of IPv6 among the prefixes (%(default)s)")
    parser.add_argument("--seed", type=int, default=7285, help="another seed makes other maps (%(default)s)")
    parser.add_argument("--name", default="isp", help="the network map's resource id (%(default)s)")
    parser.add_argument("--metric", default="routingcost", help="the cost metric (%(default)s)")
    parser.add_argument("--change", action="store_true",
                        help=f"write {CHANGED_MAP} as well, in which one prefix is in another PID")
    options = vars(parser.parse_args())
    try:
        moved = generate(**options)
    except ValueError as error:
        parser.error(str(error))
    if moved:
        print("moved {} from {} to {}".format(*moved))


if __name__ == "__main__":
    main()
