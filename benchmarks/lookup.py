# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Longest-prefix match on a provider's network map, by JMH on one core: ours, the JDK's tree, a scan, and bare memory."""

import json
import os
import subprocess
import sys

import isp_map

TARGET_PER_SECOND = 5e6
WHAT = {"networkMap": "NetworkMap.pidOf", "rangeTree": "java.util.TreeMap of ranges", "linearScan": "linear scan",
        "randomRead": "one random read of an array of that size (limit)"}


def run_jmh(classes, map_file, results, options):
    """Run the benchmark on one core. JMH shows what it does; the results are written into a file."""
    path = os.pathsep.join((os.path.join(classes, "classes"), os.path.join(classes, "dependency", "*")))
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    subprocess.run([os.path.join(os.environ["JAVA_HOME"], "bin", "java"), "-cp", path, "org.openjdk.jmh.Main",
                    "LookupBenchmark", "-p", f"file={map_file}", "-rf", "json", "-rff", results, *options], check=True)


def millions(rate):
    """Return a rate in millions, with three digits that count."""
    return f"{rate / 1e6:.3g}"


def main():
    """Measure and print the table; fail if the target is missed."""
    work = os.path.join(os.environ["ALTO_WORK"], "maps")
    isp_map.generate(work)
    results = os.path.join(work, "lookup.json")
    run_jmh(os.environ["ALTO_JMH"], os.path.join(work, isp_map.NETWORK_MAP), results, sys.argv[1:])
    with open(results, encoding="utf-8") as file:
        rows = json.load(file)
    scores = {(row["benchmark"].rpartition(".")[2], row["params"]["addresses"]): row["primaryMetric"] for row in rows}
    print("\n| million look-ups per second, one core | addresses inside the prefixes | addresses from anywhere |")
    print("|---|---|---|")
    for name, what in WHAT.items():
        cells = []
        for addresses in ("inside", "anywhere"):
            metric = scores.get((name, addresses))
            raw = sum(metric["rawData"], []) if metric else []
            cells.append(f"{millions(metric['score'])} ({millions(min(raw))}-{millions(max(raw))})" if raw else "-")
        print(f"| {what} | {' | '.join(cells)} |")
    slowest = min(metric["score"] for (name, _), metric in scores.items() if name == "networkMap")
    print(f"\nNetworkMap.pidOf: {millions(slowest)} million per second at least (target {millions(TARGET_PER_SECOND)})")
    return 0 if slowest > TARGET_PER_SECOND else 1


if __name__ == "__main__":
    sys.exit(main())
