"""Mends in a text what is certain, line by line, and leaves every other sign as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.source.interpreting import Look
from generator.source.sheet import Sheet
from generator.source.signs import CONTROL
from generator.source.telling import problem_of

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.source.known_keys import KnownKeys
    from generator.source.sheet import Defect

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
    look = Look(current, name, known)
    for _ in range(_ROUNDS):
        defects = _certain(look, current)
        changes = look.sheet.mended(defects)
        mended = Sheet(current).text(changes)
        after = Look(mended, name, known) if changes else look
        if after is look or (look.is_readable and not after.is_readable):
            break
        for defect in defects:
            problem = problem_of(defect, look.sheet, changes, {}, name)
            for line in (defect.line, *(edit.line for edit in defect.edits)):
                reasons.setdefault(line, problem.melding)
        current, look = mended, after
    else:
        current, look = text, Look(text, name, known)  # mends that go on and on are not what was meant
    pairs = enumerate(zip(Sheet(text).raw, Sheet(current).raw, strict=True))
    lines = [ChangedLine(number + 1, was, wordt, reasons[number]) for number, (was, wordt) in pairs if was != wordt]
    return Amended(current, tuple(lines), look.faults(look.best()))


def _certain(look: Look, text: str) -> list[Defect]:
    """Return the defects of which it is certain what mends them; a line with a control character stays as it is."""
    closed = {number for number, line in enumerate(Sheet(text).raw) if CONTROL.search(line)}
    return [defect for defect in look.told if defect.certain and closed.isdisjoint(edit.line for edit in defect.edits)]
