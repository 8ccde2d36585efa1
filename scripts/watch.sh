#!/usr/bin/env bash
# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
# ./alto watch
# shellcheck source=scripts/common.sh
. "$ALTO_ROOT/scripts/common.sh"
# shellcheck source=scripts/tools.sh
. "$ALTO_ROOT/scripts/tools.sh"

usage() {
    cat <<'TEXT'
Usage: ./alto watch [URL] [RESOURCE-ID...] [OPTION]...

Keeps live copies of resources of an ALTO server, and prints what changes, as soon as it changes. URL is a directory,
by default http://127.0.0.1:8181/alto, or a service in it. Without a RESOURCE-ID: all that the service tells of and that
need no input. It ends with Ctrl-C, and connects again, after growing pauses, when the connection is lost.

  --tips             ask by TIPS (RFC 9569), and not by an update stream (RFC 8895)
  --full             have the stream send whole resources, never patches
  --input JSON|FILE  what to ask of the resource that wants input, such as a filter; name that resource
  --copy DIR         after each event write the copy to DIR/RESOURCE-ID.json
  --tag              go on with the copies in DIR: what is still current is not sent again
  --check            after each event compare the copy with what a GET answers
  --json             print a JSON object for each event, for programs
  --user NAME:PASSWORD
                     log in (HTTP Basic)
  --ca FILE          trust the certificates in FILE (PEM), for https
  --for SECONDS      end after this time
  --events N         end after N events

Examples:
  ./alto watch
  ./alto watch default-network-map default-hopcount-map --copy /tmp/copies --check
  ./alto watch http://127.0.0.1:8181/alto endpoint-cost --input '{
      "cost-type": {"cost-metric": "hopcount", "cost-mode": "numerical"},
      "endpoints": {"srcs": ["ipv4:10.0.0.1"], "dsts": ["ipv4:10.0.0.3"]}}'

Exit codes: 0 ended as asked, 1 failed or, with --check, a copy is wrong (the last line says why), 2 used wrongly.
TEXT
}

for argument in "$@"; do
    case $argument in
        -h | --help) usage; exit ;;
    esac
done

need_python "to apply JSON patches" jsonpatch=python3-jsonpatch
become_testbed watching "$@"
