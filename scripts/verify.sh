#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto verify
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"
# shellcheck source=scripts/tools.sh
. "$ALTO_ROOT/scripts/tools.sh"
# shellcheck source=scripts/build.sh
. "$ALTO_ROOT/scripts/build.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto verify [--comparisons N] [--seed S]
       ./alto verify --replay SEED[:PACKET]
       ./alto verify --requests [N] [--seed S]

Compares the paths that ALTO computes with what Open vSwitch does. Random networks with random rules are loaded into an
Open vSwitch of our own, and for each packet all copies that leave, and their headers, must be the same. What is
compared, and where the switch is known to depart from the specification: docs/verification.md

With --requests it sends malformed, hostile and enormous requests to the ALTO routes instead, over HTTP to a server of
its own; each must be answered or refused as RFC 7285 says, and the server must serve the next one.

Builds first if the sources have changed, and installs Open vSwitch if it is missing. The switch has no network
interface and needs no root.

  --comparisons N        how many packets; 100000 if not given, which takes a few minutes
  --seed S               where the random networks start; a random number, which is printed, if not given
  --requests [N]         how many requests; 200000 if not given, which takes about ten minutes
  --replay SEED[:PACKET] one network again, or one packet of it, as the report of a difference says

Examples:
  ./alto verify
  ./alto verify --comparisons 3000 --seed 1
  ./alto verify --requests 20000

The exit code is 0 only if packets were compared and no difference is without an explanation, or if no request broke
the server.
TEXT
}

for argument in "$@"; do
    case $argument in
        -h | --help) usage; exit ;;
        --comparisons | --seed | --replay | --requests | --bench) ;;      # the last is for ./alto bench trace
        -*) misused "verify does not know '$argument'; see ./alto verify --help" ;;
    esac
done

if [ "${1:-}" = --requests ]; then
    shift
    requests=200000 seed=$RANDOM$RANDOM
    case ${1:-} in
        '' | --*) ;;
        *) requests=$1; shift ;;
    esac
    [ "${1:-}" != --seed ] || { seed=${2:-}; shift 2 || shift; }
    [ $# -eq 0 ] || misused "verify --requests does not know '$1'; see ./alto verify --help"
    for number in "$requests" "$seed"; do
        [[ $number =~ ^[0-9]{1,9}$ ]] || misused "'$number' is not a number; see ./alto verify --help"
    done
    need_jdk
    need_maven
    say "Building the northbound, and sending $requests requests of seed $seed to it"
    maven "$ALTO_STATE/verify-requests.log" verify -pl alto-northbound -am -Dtest=FuzzTest \
        -Dsurefire.failIfNoSpecifiedTests=false -Dalto.fuzz.requests="$requests" -Dalto.fuzz.seed="$seed" \
        -Dcheckstyle.skip -Dspotbugs.skip
    say "No request broke the server"
    exit
fi

export PATH=$PATH:/usr/sbin         # where the daemons are, also for those who are not root
need_jdk
need_commands "to compare with" ovs-vswitchd=openvswitch-switch ovsdb-server=openvswitch-common \
    ovsdb-tool=openvswitch-common ovs-ofctl=openvswitch-common ovs-vsctl=openvswitch-switch setpriv=util-linux
need_maven
without_blanks "$ALTO_ROOT"
root=$REPLY
built=$ALTO_ROOT/verification/target/built
sources=("$ALTO_ROOT/pom.xml" "$ALTO_ROOT"/{verification,alto-core,alto-frm-checker,alto-model}/{src,pom.xml})
if [ ! -e "$built" ] || [ -n "$(find "${sources[@]}" -newer "$built" -print -quit)" ]; then
    say "Building the FRM checker and the verification"
    # into the local Maven repository, unless the whole controller was built from these sources
    is_built || maven "$ALTO_STATE/verify.log" -Pq -Dodlparent.dependency.skip=true -DskipTests install \
        -pl alto-frm-checker -am
    rm -rf -- "$ALTO_ROOT/verification/target"
    "$MVN" -B -q -ntp -Pq -Dodlparent.dependency.skip=true -f "$root/verification/pom.xml" compile </dev/null
    touch -- "$built"
fi
work=$(mktemp -d /tmp/alto-XXXXXX)  # a short name: those of sockets may have 107 characters
trap 'rm -rf -- "$work"; [ "$root" = "$ALTO_ROOT" ] || rm -rf -- "${root%/alto}"' EXIT
cd -- "$ALTO_ROOT/verification/target"
"$JAVA_HOME/bin/java" -Djava.io.tmpdir="$work" -cp "classes:dependency/*" org.opendaylight.alto.verification.Verify "$@"
