#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto shell
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"
# shellcheck source=scripts/tools.sh
. "$ALTO_ROOT/scripts/tools.sh"
# shellcheck source=scripts/build.sh
. "$ALTO_ROOT/scripts/build.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto shell [COMMAND [ARGUMENT]...]

Opens the Karaf shell of the controller that 'run' or 'demo --keep' has started (user karaf, port 8101), or runs one
command in it and prints what it says. The password is in ALTO_SHELL_PASSWORD if you have changed it; else it is karaf.
Any ssh client can do the same: ssh -p 8101 karaf@127.0.0.1

Examples:
  ./alto shell                                   interactive; Tab completes, Ctrl-D leaves
  ./alto shell alto:hosts
  ./alto shell alto:trace 10.0.0.1 10.0.0.3
TEXT
}

case ${1:-} in
    -h | --help) usage; exit ;;
esac

if ! [ -x "$PYTHON" ] || ! testbed running >/dev/null; then
    fail "no controller is running: start one with ./alto run or ./alto demo --keep"
fi
need_jdk
without_blanks "$ALTO_BUILT"
client=("$REPLY/bin/client" -h 127.0.0.1 -a 8101 -u karaf -p "${ALTO_SHELL_PASSWORD:-karaf}")
if [ "$#" -eq 0 ]; then
    "${client[@]}"
else
    # The client ends the session as soon as its input ends, so it gets one that stays open.
    "${client[@]}" "$*" < <(exec tail -f /dev/null --pid=$$)
fi
