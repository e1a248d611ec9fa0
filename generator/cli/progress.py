"""Says on a terminal that something takes longer than a second, and what; nothing of it stays when that is done."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 1.0
"""Seconds that people wait without a word."""


@contextmanager
def working(what: str, stream: TextIO | None = None, patience: float = _PATIENCE) -> Iterator[None]:
    """Say what takes long, with the seconds that it took so far.

    Args:
        what: What is done, as the start of a sentence: `Het plan wordt gemaakt`.
        stream: Where it is said; the error stream when None. Where that is no terminal nothing is said.
        patience: Seconds before the first word, and between two looks at the clock.
    """
    where = stream or sys.stderr
    if not where.isatty():
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(what, where, patience, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, stream: TextIO, patience: float, done: Event) -> None:
    longest = seconds = 0
    while not done.wait(patience):
        seconds += 1
        line = f"{what} ({seconds} s)…"
        longest = max(longest, len(line))
        stream.write(f"\r{line}")
        stream.flush()
    if longest:
        stream.write(f"\r{' ' * longest}\r")
        stream.flush()
