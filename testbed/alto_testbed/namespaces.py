# Copyright (c) 2026 The OpenDaylight ALTO project and others. SPDX-License-Identifier: EPL-2.0
"""Sockets in another process's network namespace, without starting a process there."""

import ctypes
import os
import socket
import threading

_CLONE_NEWNET = 0x40000000
_LIBC = ctypes.CDLL(None, use_errno=True)


def _join(path):
    with open(path, "rb") as namespace:
        if _LIBC.setns(namespace.fileno(), _CLONE_NEWNET) != 0:
            code = ctypes.get_errno()
            raise OSError(code, f"setns {path}: {os.strerror(code)}")


def open_socket(pid, *arguments):
    """Open a socket in the network namespace of a process. The socket stays there for its life."""
    result = []

    def work():     # a namespace belongs to a thread: use one that ends here, so that nothing has to be put back
        try:
            _join(f"/proc/{pid}/ns/net")
            result.append(socket.socket(*arguments))
        except OSError as error:
            result.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if isinstance(result[0], OSError):
        raise result[0]
    return result[0]
