# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""How often the controller reads."""

import http.client
import re

_CLIENTS, _ROUNDS = 30, 100


def reads_per_request(controller):
    """Return how many times the controller asks the kernel to read for each of many requests.

    The clients take turns: one that asked again at once would be read from while its last request is looked after. Some
    reads are for other reasons: for what switches say, for example.
    """
    clients = [http.client.HTTPConnection("127.0.0.1", 8181) for _ in range(_CLIENTS)]
    before = _reads(controller.pid)
    for _ in range(_ROUNDS):
        for client in clients:
            client.request("GET", "/alto")
            with client.getresponse() as answer:
                assert answer.status == 200
                answer.read()
    for client in clients:
        client.close()
    return (_reads(controller.pid) - before) / (_CLIENTS * _ROUNDS)


def _reads(pid):
    with open(f"/proc/{pid}/io", encoding="ascii") as file:
        return int(re.search(r"^syscr: (\d+)$", file.read(), re.MULTILINE).group(1))
