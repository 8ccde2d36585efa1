# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Ports of this machine that lead into a sealed world.

The listening sockets are opened outside and inherited by the world's first process, so they accept the user's
connections from outside while that process connects to the controller inside.
"""

import os
import selectors
import socket
import threading

from alto_testbed import TestbedError

_VARIABLE = "ALTO_RELAY"


def listen(ports):
    """Outside: open the ports on loopback. Return the sockets, to be passed on with their file descriptors."""
    sockets = []
    for port in ports:
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind(("127.0.0.1", port))
        except OSError as error:
            raise TestbedError(f"Port {port} is in use: end what holds it (ss -ltnp shows it) and try again") from error
        sock.listen(64)
        sockets.append(sock)
    os.environ[_VARIABLE] = " ".join(str(sock.fileno()) for sock in sockets)
    return sockets


def _copy(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    try:
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass        # the other direction has closed it already


def _serve(client, port):
    with client:
        try:
            server = socket.create_connection(("127.0.0.1", port), timeout=10)
        except OSError:
            return
        with server:
            server.settimeout(None)
            back = threading.Thread(target=_copy, args=(server, client), daemon=True)
            back.start()
            _copy(client, server)
            back.join()


def _accept(selector):
    while True:
        for key, _ in selector.select():
            client, _ = key.fileobj.accept()
            threading.Thread(target=_serve, args=(client, key.data), daemon=True).start()


def start():
    """Inside: pass connections on to the same port here, in threads of their own, until the process ends."""
    selector = selectors.DefaultSelector()
    for number in os.environ.get(_VARIABLE, "").split():
        sock = socket.socket(fileno=int(number))
        sock.set_inheritable(False)
        selector.register(sock, selectors.EVENT_READ, sock.getsockname()[1])
    threading.Thread(target=_accept, args=(selector,), daemon=True).start()
