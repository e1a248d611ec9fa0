"""Documents that came back from Word: what people changed in them, until somebody chose what is taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.roundtrip.taking_over import take_over

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.roundtrip.answer_changes import Change
    from generator.roundtrip.taking_over import Taken, TakenChange
    from generator.roundtrip.word_to_answers import FoundInAll
    from generator.source import Source

Pick: TypeAlias = Literal["over", "ander", "niet"]
"""Of a change: take it over, take over what another document says in its place, or leave the answer."""


@dataclass
class Returned:
    """What came back in one go."""

    answers: Path
    names: tuple[str, ...]
    """What the documents are called."""
    found: FoundInAll
    said: str = ""
    """What was done with it last."""

    def beside(self, source: Source) -> Taken:
        """Return what changed, beside what the answer file says now."""
        return take_over(source, self.found.base, self.found.changes, lambda _: None)

    def taken(self, source: Source, picks: Mapping[int, Pick]) -> Taken:
        """Return the answer file with what was picked taken over.

        Args:
            source: The file as it is now.
            picks: By the number of the change, as `beside` has them; what is not in it is left.
        """
        changes = list(self.found.changes)
        for number, item in enumerate(self.beside(source).changes):
            changes = _picked(changes, item, picks.get(number, "niet"))
        return take_over(source, self.found.base, changes, lambda _: "word")


_Changes: TypeAlias = "list[tuple[str, Sequence[Change]]]"


def _picked(changes: _Changes, item: TakenChange, pick: Pick) -> _Changes:
    """Return the changes without those that were not picked."""
    kept = {"over": item.documents, "ander": item.rival_documents, "niet": ()}[pick]
    return [
        (name, [change for change in found if name in kept or not _is_about(change, item)]) for name, found in changes
    ]


def _is_about(change: Change, item: TakenChange) -> bool:
    """Tell whether a change is the one that is judged, or one that cannot go with it."""
    one, other = change.path, item.change.path
    if item.rival_documents:
        return one[: len(other)] == other or other[: len(one)] == one
    mine = item.change
    return (change.what, one, change.new, change.order) == (mine.what, other, mine.new, mine.order)
