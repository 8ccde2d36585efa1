#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto demo
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"
# shellcheck source=scripts/tools.sh
. "$ALTO_ROOT/scripts/tools.sh"
# shellcheck source=scripts/ports.sh
. "$ALTO_ROOT/scripts/ports.sh"
# shellcheck source=scripts/build.sh
. "$ALTO_ROOT/scripts/build.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto demo [--keep]

Builds the controller if its sources have changed, starts it together with four OpenFlow switches and eight hosts,
waits until it has learnt that network, and shows what it answers: hosts, directory, network map, cost map, endpoint
costs and the traced path behind them, each with the command that gets it. Then it stops everything again.

Everything runs in namespaces of its own: no packet leaves, and no interface, route or port of this machine changes.
Missing packages (Open vSwitch, Mininet, a JDK, Maven) are installed with apt-get first. Needs root.

  --keep    leave it running in the background, reachable at http://127.0.0.1:8181 and with ./alto shell;
            ./alto stop ends it

Examples:
  ./alto demo
  ./alto demo --keep
TEXT
}

keep=()
for argument in "$@"; do
    case $argument in
        --keep) keep=(--keep) ;;
        -h | --help) usage; exit ;;
        *) misused "demo does not know '$argument'; see ./alto demo --help" ;;
    esac
done

need_root demo
need_nothing_running
need_jdk
need_network_tools
[ "${#keep[@]}" -eq 0 ] || need_free_ports "end it, or run the demo without --keep, which uses no port of this machine" 8181 8101
need_controller

export ALTO_ASSEMBLY=$ALTO_BUILT ALTO_WORK=$ALTO_STATE/demo
mkdir -p -- "$ALTO_WORK"
become_testbed demo "${keep[@]}"
