"""Mends in a text what is certain, line by line, and leaves every other sign as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.source.characters import CONTROL
from generator.source.diagnosis import Diagnosis
from generator.source.diagnosis.lines import Sheet

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.source.diagnosis.lines import Defect
    from generator.source.known_keys import KnownKeys


_ROUNDS = 5
"""What one mend makes readable may show the next: a text that was cut off, below a line in the wrong column."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that was mended."""

    regel: int
    """Its number, from 1."""
    was: str
    wordt: str
    waarom: str
    """What was wrong, as a problem says it."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A text with what is certain mended."""

    text: str
    lines: tuple[ChangedLine, ...]
    left: tuple[Problem, ...]
    """What is wrong with the text after that."""


def amend(text: str, name: str, known: KnownKeys) -> Amended:
    """Return a text with what is certain mended.

    Args:
        text: The text.
        name: What problems call the file.
        known: The keys that may stand in it.

    Raises:
        ProblemsError: Lists or braces are nested too deep to look at the rest.
    """
    reasons: dict[int, str] = {}
    current = text
    look = Diagnosis(current, name, known)
    for _ in range(_ROUNDS):
        defects = _certain(look, current)
        changes = look.sheet.mended(defects)
        mended = Sheet(current).text(changes)
        after = Diagnosis(mended, name, known) if changes else look
        if after is look or (look.is_readable and not after.is_readable):
            break
        for defect in defects:
            problem = look.wording(defect, changes, {})
            for line in (defect.line, *(edit.line for edit in defect.edits)):
                reasons.setdefault(line, problem.melding)
        current, look = mended, after
    else:
        current, look = text, Diagnosis(text, name, known)  # mends that go on and on are not what was meant
    pairs = enumerate(zip(Sheet(text).raw, Sheet(current).raw, strict=True))
    lines = [ChangedLine(number + 1, was, wordt, reasons[number]) for number, (was, wordt) in pairs if was != wordt]
    return Amended(current, tuple(lines), look.faults())


def _certain(look: Diagnosis, text: str) -> list[Defect]:
    """Return the defects of which it is certain what mends them; a line with a control character stays as it is."""
    closed = {number for number, line in enumerate(Sheet(text).raw) if CONTROL.search(line)}
    return [defect for defect in look.told if defect.certain and closed.isdisjoint(edit.line for edit in defect.edits)]
