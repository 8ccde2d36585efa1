#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto stop
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto stop

Stops the controller, switches and hosts that 'demo --keep' or 'run' has started from this directory; other processes
are never touched. Nothing running is no error.

Example:
  ./alto stop
TEXT
}

case ${1:-} in
    '') ;;
    -h | --help) usage; exit ;;
    *) misused "stop does not know '$1'; see ./alto stop --help" ;;
esac

if [ -e "$ALTO_STATE/running.json" ]; then
    become_testbed running --stop
fi
say "Nothing is running."
