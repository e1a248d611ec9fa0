"""What was sent to the form and is not kept on the disk, by the number in the address that shows it."""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

_TOKEN = 8


class OfAnswers(Protocol):
    """Something that belongs to one answer file."""

    @property
    def answers(self) -> Path:
        """That file."""


_Item = TypeVar("_Item", bound=OfAnswers)


class Remembered(Generic[_Item]):
    """The latest of what was sent; the oldest goes first."""

    def __init__(self, most: int) -> None:
        """Start with nothing.

        Args:
            most: So many are remembered.
        """
        self._most = most
        self._known: dict[str, _Item] = {}
        self._lock = threading.Lock()

    def keep(self, item: _Item) -> str:
        """Remember an item, and return its number."""
        number = secrets.token_hex(_TOKEN)
        with self._lock:
            self._known[number] = item
            while len(self._known) > self._most:
                del self._known[next(iter(self._known))]
        return number

    def find(self, number: str, answers: Path) -> _Item | None:
        """Return what has a number, where it is of an answer file; None where there is none (any more)."""
        found = self._known.get(number)
        return found if found is not None and found.answers == answers else None
