# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Walks over five switches of a grid of 100 with 100,000 rules, by JMH on one core."""

import json
import os
import subprocess
import sys

TARGET_MICROSECONDS = 5
#: what the controller's JVM chooses on a server; on one core it would choose another one
COLLECTOR = "-XX:+UseG1GC -Xms1g -Xmx1g"
WHAT = {"hopCountOfTcpFlow": f"hop count of a TCP flow (target {TARGET_MICROSECONDS})",
        "hopCountOfHosts": "hop count of all packets between two hosts",
        "explainedTcpFlow": "the same TCP flow with each hop's rules in words"}


def main():
    """Measure and print the table; fail if the target is missed."""
    classes = os.environ["ALTO_JMH"]
    results = os.path.join(os.environ["ALTO_WORK"], "walk.json")
    path = os.pathsep.join((os.path.join(classes, "classes"), os.path.join(classes, "dependency", "*")))
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    subprocess.run([os.path.join(os.environ["JAVA_HOME"], "bin", "java"), "-cp", path, "org.openjdk.jmh.Main",
                    "WalkBenchmark", "-wi", "10", "-jvmArgs", COLLECTOR, "-rf", "json", "-rff", results, *sys.argv[1:]],
                   check=True)
    with open(results, encoding="utf-8") as file:
        metrics = {row["benchmark"].rpartition(".")[2]: row["primaryMetric"] for row in json.load(file)}
    print("\n| a walk over 5 switches, one core, microseconds | mean (range) |")
    print("|---|---|")
    for name, what in WHAT.items():
        if name in metrics:
            raw = sum(metrics[name]["rawData"], [])
            print(f"| {what} | {metrics[name]['score']:.1f} ({min(raw):.1f}-{max(raw):.1f}) |")
    return 0 if metrics["hopCountOfTcpFlow"]["score"] < TARGET_MICROSECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
