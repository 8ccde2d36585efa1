#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto run
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
Usage: ./alto run

Runs the controller in the foreground, in the network of this machine, for OpenFlow 1.3 switches of your own: point
them to port 6653 of this machine. Builds first if the sources have changed. What the controller learns and is told
stays in target/alto/run for the next run. Ctrl-C, or ./alto stop from elsewhere, ends it.

Listens on 8181 (HTTP: ALTO, RESTCONF), 8182 (RESTCONF), 6653 and 6633 (OpenFlow), 8101 (shell), and on loopback 1099
and 44444 (JMX) and 2550 (cluster).

Examples:
  ./alto run
  curl http://127.0.0.1:8181/alto       in another terminal, once it says that it is ready
TEXT
}

case ${1:-} in
    '') ;;
    -h | --help) usage; exit ;;
    *) misused "run does not know '$1'; see ./alto run --help" ;;
esac

need_nothing_running
need_commands "to see which ports are free" ss=iproute2 ps=procps
need_python "for the scripts that start the controller"
need_free_ports "end it, or stop the service that it belongs to, and try again" "${CONTROLLER_PORTS[@]}"
need_controller

export ALTO_ASSEMBLY=$ALTO_BUILT ALTO_WORK=$ALTO_STATE/run
become_testbed run
