# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Start-up time and memory of the controller, with the ALTO features and without, in turn on the same machine.

Both are fresh instances, and ready means the same for both: RESTCONF answers from the datastore and the OpenFlow port is
open. With the features, the ALTO directory has to answer as well.
"""

import os
import statistics
import subprocess
import sys

from alto_testbed.controller import Controller

TARGET_RATIO = 1.2
TARGET_MEBIBYTES = 200


def live_mebibytes(pid):
    """Return the heap in use after a full collection, from the JVM's own histogram."""
    jcmd = os.path.join(os.environ["JAVA_HOME"], "bin", "jcmd") if os.environ.get("JAVA_HOME") else "jcmd"
    # ":live" collects first; the last line is the total
    histogram = subprocess.run([jcmd, str(pid), "GC.class_histogram"], capture_output=True, text=True, check=True)
    return int(histogram.stdout.strip().splitlines()[-1].split()[2]) / 2**20


def measure(assembly, directory, alto):
    """Start a fresh controller and return seconds to ready, resident MiB and live heap MiB."""
    controller = Controller(assembly, directory)
    controller.prepare()
    controller.start()
    try:
        seconds = controller.await_ready(alto=alto)
        heap = live_mebibytes(controller.pid)
        return seconds, controller.resident_mebibytes(), heap
    finally:
        controller.stop()


def spread(values, digits=1):
    """Return the median with the smallest and the largest value."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def main():
    """Measure and print the table; fail if a target is missed."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    work = os.environ["ALTO_WORK"]
    subjects = {"plain": (os.environ["ALTO_PLAIN"], False), "ALTO": (os.environ["ALTO_ASSEMBLY"], True)}
    measured = {name: [] for name in subjects}
    for turn in range(repetitions):
        for name, (assembly, alto) in subjects.items():
            result = measure(assembly, os.path.join(work, name.lower()), alto)
            measured[name].append(result)
            print(f"  {turn + 1}/{repetitions} {name}: ready after {result[0]:.1f} s, {result[1]:.0f} MiB resident, "
                  f"{result[2]:.0f} MiB live heap", flush=True)
    print()
    print(f"| controller, {repetitions} fresh starts each, in turn | ready, s | resident, MiB | live heap, MiB |")
    print("|---|---|---|---|")
    for name, rows in measured.items():
        print(f"| {name} | {spread([row[0] for row in rows])} | {spread([row[1] for row in rows], 0)} "
              f"| {spread([row[2] for row in rows], 0)} |")
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in measured.items()}
    ratio = medians["ALTO"][0] / medians["plain"][0]
    more = medians["ALTO"][1] - medians["plain"][1]
    print(f"| ALTO against plain | {ratio:.2f} x (target {TARGET_RATIO} x) | {more:+.0f} (target under "
          f"+{TARGET_MEBIBYTES}) | {medians['ALTO'][2] - medians['plain'][2]:+.0f} |")
    return 0 if ratio <= TARGET_RATIO and more < TARGET_MEBIBYTES else 1


if __name__ == "__main__":
    sys.exit(main())
