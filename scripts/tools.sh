# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# Finds the tools that the other scripts need, and installs what is missing. Sourced, never run.
# shellcheck shell=bash

readonly JDK_MINIMUM=21
readonly MAVEN_MINIMUM=3.9.5
readonly MAVEN_WANTED=3.9.16
apt_is_fresh=false

# --- packages -------------------------------------------------------------------------------------------------------

# apt_install WHY PACKAGE...
apt_install() {
    local why=$1 log=$ALTO_STATE/apt.log
    shift
    have apt-get || fail "missing: $*, needed $why; this system has no apt-get to install them with, so install them yourself"
    is_root || fail "missing: $*, needed $why; installing needs root: run 'apt-get install $*' as root, or this command as root"
    say "Installing $* ($why)"
    mkdir -p -- "$ALTO_STATE"
    refresh_apt
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null || {
        show_file_end "$log"
        fail "apt-get could not install $*; the whole log is $log"
    }
}

refresh_apt() {
    $apt_is_fresh && return
    apt_is_fresh=true
    apt-get update >>"$ALTO_STATE/apt.log" 2>&1 </dev/null || {
        show_file_end "$ALTO_STATE/apt.log"
        fail "apt-get update failed; the whole log is $ALTO_STATE/apt.log"
    }
}

# one_of PACKAGE|PACKAGE...: set REPLY to the first of them that this system offers, or to the first if none is
one_of() {
    local package
    REPLY=${1%%|*}
    [ "$REPLY" != "$1" ] && have apt-cache && is_root || return 0
    mkdir -p -- "$ALTO_STATE"
    refresh_apt
    while read -r package; do
        ! apt-cache show --no-all-versions "$package" >/dev/null 2>&1 || { REPLY=$package; return; }
    done < <(tr '|' '\n' <<<"$1")
}

# need_commands WHY COMMAND=PACKAGE[|PACKAGE]...: install the packages of those commands that are missing
need_commands() {
    local why=$1 entry missing=()
    shift
    for entry in "$@"; do
        have "${entry%%=*}" && continue
        one_of "${entry##*=}"
        [[ " ${missing[*]} " == *" $REPLY "* ]] || missing+=("$REPLY")
    done
    [ "${#missing[@]}" -eq 0 ] || apt_install "$why" "${missing[@]}"
}

# need_python WHY MODULE=PACKAGE...: the same for Python modules
need_python() {
    local why=$1 entry missing=()
    shift
    [ -x "$PYTHON" ] || apt_install "$why" python3
    for entry in "$@"; do
        "$PYTHON" -c "import ${entry%%=*}" >/dev/null 2>&1 || missing+=("${entry##*=}")
    done
    [ "${#missing[@]}" -eq 0 ] || apt_install "$why" "${missing[@]}"
}

need_network_tools() {
    need_commands "for the network of switches and hosts" \
        ovs-vsctl=openvswitch-switch ovsdb-tool=openvswitch-common mnexec=mininet ip=iproute2 ethtool=ethtool \
        ping=iputils-ping sysctl=procps ps=procps unshare=util-linux curl=curl jq=jq
    need_python "for the scripts that drive the network" mininet=mininet requests=python3-requests
}

# --- Java and Maven ---------------------------------------------------------------------------------------------------

# jdk_version HOME: print the major version of a complete JDK, or 0
jdk_version() {
    local version=0
    if [ -x "$1/bin/javac" ]; then
        version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    fi
    echo "${version:-0}"
}

# find_jdk: print the home of a JDK that is new enough; the lowest such version among the installed ones
find_jdk() {
    local home version on_path best='' best_version=0
    on_path=$(readlink -f -- "$(command -v javac || echo /none)")
    for home in "${JAVA_HOME:-}" "${on_path%/bin/javac}"; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge "$JDK_MINIMUM" ]; then
            printf '%s\n' "$home"
            return
        fi
    done
    for home in /usr/lib/jvm/*; do
        [ ! -L "$home" ] || continue
        version=$(jdk_version "$home")
        if [ "$version" -ge "$JDK_MINIMUM" ] && { [ -z "$best" ] || [ "$version" -lt "$best_version" ]; }; then
            best=$home best_version=$version
        fi
    done
    printf '%s\n' "$best"
}

need_jdk() {
    local home version
    home=$(find_jdk)
    if [ -z "$home" ] && have apt-get; then
        if is_root; then
            mkdir -p -- "$ALTO_STATE"
            refresh_apt
        fi
        for version in 21 25 24 23 22; do
            if apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then
                apt_install "to compile and run the controller" "openjdk-$version-jdk-headless"
                home=$(find_jdk)
                break
            fi
        done
    fi
    [ -n "$home" ] || fail "no JDK $JDK_MINIMUM or newer: JAVA_HOME, the PATH and /usr/lib/jvm have none and this system's" \
        "package sources offer none; install one and set JAVA_HOME to it"
    export JAVA_HOME=$home
    export PATH=$JAVA_HOME/bin:$PATH
}

# maven_is_new_enough COMMAND
maven_is_new_enough() {
    local version
    version=$("$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    [ -n "$version" ] && [ "$(printf '%s\n%s\n' "$MAVEN_MINIMUM" "$version" | sort -V | head -n 1)" = "$MAVEN_MINIMUM" ]
}

# Sets MVN. A system's own Maven may be too old; it is then good enough to fetch a newer one, by its coordinates.
need_maven() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/alto
    MVN=$cache/apache-maven-$MAVEN_WANTED/bin/mvn
    if have mvn && maven_is_new_enough mvn; then
        MVN=mvn
    elif ! maven_is_new_enough "$MVN"; then
        need_commands "to build the project" mvn=maven
        if maven_is_new_enough mvn; then
            MVN=mvn
            return
        fi
        say "Getting Maven $MAVEN_WANTED into $cache (the build needs $MAVEN_MINIMUM or newer)"
        mkdir -p -- "$ALTO_STATE" "$cache"
        (cd -- "$cache" && mvn -B -ntp -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
            -Dartifact="org.apache.maven:apache-maven:$MAVEN_WANTED:tar.gz:bin" -DoutputDirectory="$cache") \
            >"$ALTO_STATE/maven.log" 2>&1 </dev/null || {
            show_file_end "$ALTO_STATE/maven.log"
            fail "Maven $MAVEN_WANTED could not be fetched; the whole log is $ALTO_STATE/maven.log"
        }
        chmod +x -- "$MVN"
    fi
}
