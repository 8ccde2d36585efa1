# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""A client that keeps live copies of ALTO resources, by update streams (RFC 8895) or TIPS (RFC 9569)."""

NETWORK_MAP = "application/alto-networkmap+json"
DIRECTORY = "application/alto-directory+json"
ERROR = "application/alto-error+json"
STREAM = "text/event-stream"
STREAM_PARAMS = "application/alto-updatestreamparams+json"
STREAM_CONTROL = "application/alto-updatestreamcontrol+json"
TIPS = "application/alto-tips+json"
TIPS_PARAMS = "application/alto-tipsparams+json"
MERGE_PATCH = "application/merge-patch+json"
JSON_PATCH = "application/json-patch+json"


def essence(media_type):
    """Return a media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()
