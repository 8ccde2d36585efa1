# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Tell what `run` or `demo --keep` has left running, or stop it: python3 -m alto_testbed.running [--stop]"""

import os
import sys

from alto_testbed import TestbedError
from alto_testbed.processes import Record


def record():
    """Return the record of this directory's running controller."""
    return Record(os.path.join(os.environ["ALTO_STATE"], "running.json"))


def main(argv):
    """Return 0 if something runs, or has been stopped."""
    entry = record().running()
    if argv == ["--stop"]:
        if entry is None:
            record().remove()
            print("Nothing is running.")
            return 0
        print(f"Stopping {entry['what']} ...", flush=True)
        record().stop()
        print("Stopped.")
        return 0
    if entry is None:
        return 1
    print(entry["what"])
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (TestbedError, PermissionError) as error:
        sys.exit(f"alto: {error}")
