"""What was typed and not written, since the file says something else by now: each waits for somebody's choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.browser.item_places import place_now
from generator.source import at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.browser.answer_versions import Version
    from generator.browser.meanwhile import Conflict
    from generator.source import KeyPath

_MOST = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that was typed and not written, since the file says something else: it waits for a choice."""

    number: int
    conflict: Conflict
    """With what the file says now."""
    based_on: str
    """The version that it was typed in."""


class WaitingEdits:
    """What waits in one answer file, the oldest first."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: list[Waiting] = []
        self._counted = 0

    def beside(self, now: Version, version: Callable[[str], Version | None]) -> tuple[Waiting, ...]:
        """Return what waits, each with what the file says now.

        Args:
            now: The file as it is.
            version: Returns an earlier version.
        """
        found = list[Waiting]()
        for item in self._known:
            base = version(item.based_on)
            place = place_now(item.conflict.path, base.tree, now.tree) if base else item.conflict.place
            there = None if place is None else at(now.tree, place)
            found.append(replace(item, conflict=replace(item.conflict, place=place, there=there)))
        return tuple(found)

    def drop(self, numbers: Iterable[int]) -> None:
        """Let what was chosen for wait no longer."""
        gone = set(numbers)
        self._known = [item for item in self._known if item.number not in gone]

    def keep(self, conflicts: tuple[Conflict, ...], applied: tuple[KeyPath, ...], based_on: str) -> None:
        """Keep conflicts; what is answered anew waits no longer. The same again is the same question still.

        Args:
            conflicts: What was not written.
            applied: Where the file changed.
            based_on: The version that they were typed in.
        """
        told = {(conflict.path, based_on) for conflict in conflicts}
        anew = {*applied, *(conflict.place for conflict in conflicts)} - {None}
        before = self._known
        self._known = [
            item
            for item in before
            if (item.conflict.path, item.based_on) not in told and item.conflict.place not in anew
        ]
        for conflict in conflicts:
            asked = (item for item in before if item.based_on == based_on and item.conflict.edit == conflict.edit)
            number = next((item.number for item in asked), self._counted + 1)
            self._counted = max(self._counted, number)
            self._known.append(Waiting(number, conflict, based_on))
        del self._known[:-_MOST]
