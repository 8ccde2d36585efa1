#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto clean
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"
# shellcheck source=scripts/build.sh
. "$ALTO_ROOT/scripts/build.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto clean

Removes what was built and what the controllers have written: every 'target' directory of the project, with the data
of 'run'. Installed packages, the local Maven repository and the cached Maven stay.

Example:
  ./alto clean
TEXT
}

case ${1:-} in
    '') ;;
    -h | --help) usage; exit ;;
    *) misused "clean does not know '$1'; see ./alto clean --help" ;;
esac

need_nothing_running
find "$ALTO_ROOT" -name .git -prune -o -type f -name pom.xml -printf '%h/target\0' | xargs -0 rm -rf --
find "$ALTO_ROOT/testbed" -type d \( -name __pycache__ -o -name .pytest_cache \) -prune -exec rm -rf -- {} +
say "Removed what was built and what the controllers have written."
