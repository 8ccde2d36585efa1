#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto bench
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto bench [NAME [ARGUMENT]...]

Runs a benchmark of benchmarks/, or lists them. What they measure and what was measured: benchmarks/README.md

Examples:
  ./alto bench
  ./alto bench startup
TEXT
}

case ${1:-} in
    -h | --help) usage; exit ;;
esac

runner=$ALTO_ROOT/benchmarks/run
[ -x "$runner" ] || fail "there are no benchmarks yet: $runner is missing"
exec "$runner" "$@"
