"""Which user of this computer is at the other end of a connection, where the system tells: on Linux it does.

A port of 127.0.0.1 is open to all users of a computer. Each of them may see the address with the token in the list of
processes, as a browser is started with it, and a browser sends a cookie to any port of 127.0.0.1. Neither helps them
where their name is known.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLES = ("/proc/net/tcp", "/proc/net/tcp6")
_LOCAL, _REMOTE, _USER, _INODE = 1, 2, 7, 9
"""Columns of these tables."""
_ROOT = 0


def is_stranger(client: int, server: int) -> bool:
    """Tell whether a connection is certainly of another user; root sees everything anyway.

    Args:
        client: The port of who asks.
        server: The port that was asked.
    """
    owner = owner_of(client, server)
    return owner is not None and owner not in {_ROOT, os.getuid()}


def owner_of(client: int, server: int) -> int | None:
    """Return the number of the user whose connection it is; None where that is not known (any more)."""
    ends = f":{client:04X}", f":{server:04X}"
    for columns in _connections():
        if columns[_LOCAL].endswith(ends[0]) and columns[_REMOTE].endswith(ends[1]) and columns[_INODE] != "0":
            return int(columns[_USER])
    return None


def _connections() -> Iterator[list[str]]:
    for table in _TABLES:
        try:
            lines = Path(table).read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            continue
        yield from map(str.split, lines)
