# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Waiting for something to become true, never for time to pass."""

import time

from alto_testbed import TestbedError


class Timeout(TestbedError):
    """The condition was not met before the deadline."""


def wait_for(what, condition, timeout, every=0.25, progress=None, describe=None):
    """Call condition until it returns something true, and return that.

    what: completes "waiting for ..." in the error; describe: called after the deadline for what there is instead;
    progress: called after each try with the elapsed seconds.
    """
    start = time.monotonic()
    while True:
        result = condition()
        elapsed = time.monotonic() - start
        if progress:
            progress(elapsed)
        if result:
            return result
        if elapsed > timeout:
            instead = f": {describe()}" if describe else ""
            raise Timeout(f"Gave up after {timeout:.0f} s waiting for {what}{instead}")
        time.sleep(every)
