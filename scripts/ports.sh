# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# Ports of this machine. Sourced, never run.
# shellcheck shell=bash

# shellcheck disable=SC2034  # used by those who source this
# What the controller listens on: HTTP, RESTCONF, OpenFlow (two), shell, JMX (two), cluster.
readonly CONTROLLER_PORTS=(8181 8182 6653 6633 8101 1099 44444 2550)

# need_free_ports ADVICE PORT...: end with a sentence that names who holds a port
need_free_ports() {
    local advice=$1 port line holder
    shift
    for port in "$@"; do
        line=$(ss -Hltnp "sport = :$port" | head -n 1)
        [ -n "$line" ] || continue
        holder=$(sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p' <<<"$line")
        fail "port $port is in use by ${holder:-a process of another user}; $advice"
    done
}
