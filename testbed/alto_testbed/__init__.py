# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A real OpenFlow network and a real controller on one machine, for the demo, the system tests and the benchmarks."""


class TestbedError(Exception):
    """What a person can act on; shown as one sentence, without a stack trace."""

    __test__ = False    # not a test class, whatever pytest thinks of its name
