# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# Builds the project with Maven. Sourced, after tools.sh; never run.
# shellcheck shell=bash

ALTO_PLAIN_BUILT=$ALTO_ROOT/plain-controller/target/assembly   # the same without our features

# Refuses to build over a controller that runs from the build.
need_nothing_running() {
    local what
    [ -e "$ALTO_STATE/running.json" ] && [ -x "$PYTHON" ] || return 0
    what=$(testbed running) || return 0
    fail "'$what' is running: end it first with ./alto stop"
}

# maven LOG ARGUMENT...: run Maven on the whole project; show each module as it starts, and the rest if it fails
maven() {
    local log=$1 root options=()
    shift
    without_blanks "$ALTO_ROOT"
    root=$REPLY
    [ -e "$ALTO_ROOT/.git" ] || options+=(-Dmaven.gitcommitid.skip=true)     # an unpacked archive has no commit
    mkdir -p -- "$ALTO_STATE"
    if ! "$MVN" -B -ntp -f "$root/pom.xml" "${options[@]}" "$@" </dev/null 2>&1 | tee -- "$log" |
        sed -unE 's#^\[INFO\] Building (.*) [^ ]+ +(\[[0-9]+/[0-9]+\])$#  \2 \1#p
            s#^\[(INFO|WARNING|ERROR)\] Tests run: [0-9]+, .*Skipped: [0-9]+$#        &#p'; then
        # all that Maven calls errors, without its advice on how to call it again
        grep '^\[ERROR\] ' -- "$log" | grep -vE '^\[ERROR\] ($|To see|Re-run|For more|\[Help|After corr|  mvn |-> )' |
            awk '!seen[$0]++ && ++shown <= 20' >&2 || show_file_end "$log"
        fail "the build failed; the whole log is $log"
    fi
    [ "$root" = "$ALTO_ROOT" ] || rm -rf -- "${root%/alto}"
}

# True if the controller was built from the sources as they are now.
is_built() {
    local stamp=$ALTO_STATE/built newer
    [ -x "$ALTO_BUILT/bin/karaf" ] && [ -e "$stamp" ] || return 1
    newer=$(find "$ALTO_ROOT" \( -name target -o -name .git -o -path "$ALTO_ROOT/testbed" -o -path "$ALTO_ROOT/scripts" \
        -o -path "$ALTO_ROOT/docs" -o -path "$ALTO_ROOT/benchmarks" -o -path "$ALTO_ROOT/verification" \) -prune -o \
        -type f \( -path '*/src/*' -o -name pom.xml \) -newer "$stamp" -print -quit)
    [ -z "$newer" ]
}

# build LOG MAVEN_ARGUMENT...: build, and remember when
build() {
    need_nothing_running
    mkdir -p -- "$ALTO_STATE"
    rm -f -- "$ALTO_STATE/built"
    touch -- "$ALTO_STATE/building"
    maven "$@"
    mv -- "$ALTO_STATE/building" "$ALTO_STATE/built"
}

# Builds without tests and checks. build_controller [MAVEN_ARGUMENT]...
build_controller() {
    need_maven
    say "Building the controller (a few minutes the first time; log: $ALTO_STATE/build.log)"
    build "$ALTO_STATE/build.log" -Pq -Dodlparent.dependency.skip=true -DskipTests install "$@"
}

# Has the controller built, unless it is up to date.
need_controller() {
    need_jdk
    is_built && return
    rm -rf -- "$ALTO_PLAIN_BUILT"     # of another build
    build_controller -pl '!plain-controller' -Dkaraf.archiveTarGz=false
}

# The same, and the plain controller as well.
need_both_controllers() {
    need_jdk
    is_built && [ -x "$ALTO_PLAIN_BUILT/bin/karaf" ] && return
    build_controller
}
