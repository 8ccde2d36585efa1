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
       ./alto demo replica [--keep] [--repetitions N] [--seed N]

Builds the controller if its sources have changed, starts it together with four OpenFlow switches and eight hosts,
waits until it has learnt that network, and shows what it answers: hosts, directory, network map, cost map, endpoint
costs and the traced path behind them, each with the command that gets it. Then it stops everything again.

With 'replica': five switches with slow links; a client downloads a file that is at four places, and chooses the place at
random, by hop count, by the bandwidth and by the delay that ALTO tells. Prints the times and how much faster that is, and
saves a plot.

Everything runs in namespaces of its own: no packet leaves, and no interface, route or port of this machine changes.
Missing packages (Open vSwitch, Mininet, a JDK, Maven) are installed with apt-get first. Needs root.

  --keep    leave it running in the background, reachable at http://127.0.0.1:8181 and with ./alto shell;
            ./alto stop ends it
  --repetitions N   download so many times by each choice (default: 10)
  --seed N          make the same random choices again (default: 1)

Examples:
  ./alto demo
  ./alto demo replica
  ./alto demo --keep
TEXT
}

keep=() tour=() repetitions=10 seed=1
number_after() {
    [[ ${2:-} =~ ^[1-9][0-9]{0,8}$ ]] || misused "demo: $1 takes a whole number from 1, not '${2:-}'"
}
while [ "$#" -gt 0 ]; do
    case $1 in
        replica) tour=(replica) ;;
        --keep) keep=(--keep) ;;
        --repetitions) number_after "$@"; repetitions=$2; shift ;;
        --seed) number_after "$@"; seed=$2; shift ;;
        -h | --help) usage; exit ;;
        *) misused "demo does not know '$1'; see ./alto demo --help" ;;
    esac
    shift
done

need_root demo
need_nothing_running
need_jdk
need_network_tools
if [ "${#tour[@]}" -gt 0 ]; then
    need_python "to draw the plot" matplotlib=python3-matplotlib
    tour+=("$repetitions" "$seed")
fi
[ "${#keep[@]}" -eq 0 ] || need_free_ports "end it, or run the demo without --keep, which uses no port of this machine" 8181 8101
need_controller

export ALTO_ASSEMBLY=$ALTO_BUILT ALTO_WORK=$ALTO_STATE/demo
mkdir -p -- "$ALTO_WORK"
become_testbed demo "${keep[@]}" "${tour[@]}"
