# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# What all words share. Sourced, never run.
# shellcheck shell=bash
set -euo pipefail

: "${ALTO_ROOT:?run ./alto}" "${ALTO_STARTED:=$(date +%s)}"
ALTO_STATE=$ALTO_ROOT/target/alto                          # logs, and what the controllers write
ALTO_BUILT=$ALTO_ROOT/karaf-distribution/target/assembly   # the controller
export ALTO_STATE ALTO_BUILT
# The Python that the distribution's packages (Mininet) are for; another may come first on the PATH.
PYTHON=/usr/bin/python3

say() {
    printf '%s\n' "$*"
}

fail() {
    printf 'alto: %s\n' "$*" >&2
    exit 1
}

misused() {
    printf 'alto: %s\n' "$*" >&2
    exit 2
}

have() {
    command -v "$1" >/dev/null 2>&1
}

is_root() {
    [ "$(id -u)" -eq 0 ]
}

# without_blanks DIRECTORY: set REPLY to a name of it that has no blanks; a temporary link goes when this shell ends.
# Karaf's scripts and the plugin that fills the distribution cannot do with blanks.
without_blanks() {
    local link
    REPLY=$1
    [[ $1 == *[[:space:]]* ]] || return 0
    link=$(mktemp -d "${TMPDIR:-/tmp}/alto-XXXXXX")
    # shellcheck disable=SC2064  # the name as it is now
    trap "rm -rf -- '$link'" EXIT
    REPLY=$link/alto
    ln -s -- "$1" "$REPLY"
}

need_root() {
    is_root || fail "'$1' builds networks in namespaces of its own, which needs root: run it as root (or with sudo)"
}

# testbed MODULE [ARGUMENT]...: run a module of the testbed
testbed() {
    local module=$1
    shift
    PYTHONPATH=$ALTO_ROOT/testbed PYTHONDONTWRITEBYTECODE=1 "$PYTHON" -m "alto_testbed.$module" "$@"
}

# become_testbed MODULE [ARGUMENT]...: the same, in place of this shell
become_testbed() {
    local module=$1
    shift
    export PYTHONPATH=$ALTO_ROOT/testbed PYTHONDONTWRITEBYTECODE=1
    exec "$PYTHON" -m "alto_testbed.$module" "$@"
}

# show_file_end FILE: the last lines of a log, indented
show_file_end() {
    tail -n 25 -- "$1" | sed 's/^/    /' >&2
}
