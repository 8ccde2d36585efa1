# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""The bundle that stands for those of others."""

import contextlib
import pathlib

_ROOT = pathlib.Path(__file__).parents[2]
_NAME = "alto-northbound-sample"


@contextlib.contextmanager
def sample(world):
    """Have the sample bundle in the controller for a while."""
    jar, = (jar for jar in (_ROOT / _NAME / "target").glob(f"{_NAME}-*.jar")
            if not jar.stem.endswith(("-sources", "-javadoc", "-tests")))
    world.controller.shell(f"bundle:install -s {jar.as_uri()}")
    try:
        yield
    finally:
        world.controller.shell(f"bundle:uninstall org.opendaylight.alto.{_NAME.removeprefix('alto-')}")
