# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""What we change at the controller's web server is there in the distribution."""

from reading import reads_per_request


def test_the_web_server_reads_once_for_a_request(world):
    """Jetty by itself reads three times for each, and finds nothing at the second and third."""
    assert 1 <= reads_per_request(world.controller) < 2
