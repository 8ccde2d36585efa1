#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto test
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"
# shellcheck source=scripts/tools.sh
. "$ALTO_ROOT/scripts/tools.sh"
# shellcheck source=scripts/build.sh
. "$ALTO_ROOT/scripts/build.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto test [unit|system]...

  unit      build everything with all checks and all of Maven's tests: unit, in-memory datastore, architecture.
            Installs our artifacts in the local Maven repository.
  system    the built controller against real switches and hosts (Open vSwitch, Mininet) in namespaces of their own:
            what ALTO answers must be what packets do; and each feature in a controller without ALTO. Needs root;
            builds first if the sources have changed. Before that a few thousand of the comparisons of ./alto verify.

Without an argument: both. The exit code is 0 only if every test that was asked for ran and passed.
Whatever follows -- goes to pytest, and only pytest's tests are run then.

Examples:
  ./alto test
  ./alto test unit
  ./alto test system -- -k endpoint
TEXT
}

unit=false system=false pytest_options=()
while [ "$#" -gt 0 ]; do
    case $1 in
        unit) unit=true ;;
        system) system=true ;;
        -h | --help) usage; exit ;;
        --)
            shift
            pytest_options=("$@")
            break
            ;;
        *) misused "test does not know '$1'; see ./alto test --help" ;;
    esac
    shift
done
if ! $unit && ! $system; then
    unit=true system=true
fi

# Adds up the totals that Maven's test runs have written.
count_tests() {
    find "$ALTO_ROOT" -path '*/target/surefire-reports/TEST-*.xml' -newer "$1" -exec cat {} + |
        sed -n 's/.*<testsuite .*/&/p' | grep -o ' \(tests\|failures\|errors\|skipped\)="[0-9]*"' |
        awk -F '"' '{ gsub(/[ =]/, "", $1); sum[$1] += $2 }
            END { printf "%d run, %d failed, %d errors, %d skipped\n",
                  sum["tests"], sum["failures"], sum["errors"], sum["skipped"] }'
}

unit_tests() {
    local log=$ALTO_STATE/test.log totals since=$ALTO_STATE/test-started
    need_commands "to check the YANG modules" "yanglint=libyang2-tools|libyang3-tools"
    need_jdk
    need_maven
    say "Building with all checks and unit tests (log: $log)"
    mkdir -p -- "$ALTO_STATE"
    touch -- "$since"
    build "$log" install
    totals=$(count_tests "$since")
    say "Unit tests: $totals"
    [ "${totals%% *}" -gt 0 ] || fail "no unit test ran; the whole log is $log"
}

# Always the same networks, and others each time.
short_verification() {
    local options
    for options in "--seed 1" ""; do
        # shellcheck disable=SC2086  # two words or none
        "$ALTO_ROOT/alto" verify --comparisons 1500 $options || fail "the FRM checker and Open vSwitch differ; see above"
    done
}

system_tests() {
    need_root "test system"
    need_jdk
    need_network_tools
    need_commands "to put load on links" iperf3=iperf3
    need_python "to run the system tests and draw their plots" pytest=python3-pytest matplotlib=python3-matplotlib \
        prometheus_client=python3-prometheus-client jsonpatch=python3-jsonpatch
    need_both_controllers
    export ALTO_ASSEMBLY=$ALTO_BUILT ALTO_PLAIN=$ALTO_PLAIN_BUILT ALTO_WORK=$ALTO_STATE/test
    ALTO_KAR=$(printf '%s\n' "$ALTO_ROOT"/features/features-alto/target/features-alto-*.kar)
    export ALTO_KAR
    mkdir -p -- "$ALTO_WORK"
    [ "${#pytest_options[@]}" -gt 0 ] || short_verification
    say "System tests (logs: $ALTO_WORK)"
    cd -- "$ALTO_ROOT/testbed"
    testbed sealed "$PYTHON" -m pytest -p no:cacheprovider -ra -v --color=no \
        "${pytest_options[@]}" tests ||
        fail "the system tests failed (pytest's code $?); logs are in $ALTO_WORK"
}

need_nothing_running
if $unit; then unit_tests; fi
if $system; then system_tests; fi
say "All tests passed in $(($(date +%s) - ALTO_STARTED)) s"
