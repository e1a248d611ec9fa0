"""Puts a defect into words: what is wrong there, and the line as it should be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Problem, Soort
from generator.source import causes
from generator.source.places import Doubt, KeyPath, Position, dotted
from generator.source.sheet import Edit, Weight
from generator.source.signs import trimmed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.source.sheet import Defect, Sheet

_NAME = re.compile(r"\{([a-z]+)\}")
_KEY_BEFORE = re.compile(r"[\w.-]+:[ \t]*$")
_LONGEST_LINE = 160
"""Of a longer line only the piece that changes is shown."""


def problem_of(
    defect: Defect, sheet: Sheet, lines: Mapping[int, str], paths: Mapping[Position, KeyPath], name: str
) -> Problem:
    """Return the problem for a defect.

    Args:
        defect: The defect.
        sheet: The lines.
        lines: Each line as it should be, where that is another than it is.
        paths: The key of the value at each place.
        name: What problems call the file.
    """
    words = {**defect.words, "regel": _line(defect, sheet, lines)}
    soort = Soort.AANDACHT if defect.cause.weight is Weight.DOUBT else Soort.FOUT
    melding, oplossing = (_filled(text, words) for text in (defect.cause.melding, defect.cause.oplossing))
    path = _path(defect, paths)
    return Problem(name, defect.line + 1, defect.column + 1, dotted(path or ()), soort, melding, oplossing)


def doubt_of(
    defect: Defect, sheet: Sheet, lines: Mapping[int, str], paths: Mapping[Position, KeyPath], name: str
) -> Doubt:
    """Return the doubt for a defect; see `problem_of`."""
    problem = problem_of(defect, sheet, lines, paths, name)
    rest = sheet.raw[defect.line][defect.column :]
    remark = trimmed(rest.removeprefix("#")) if defect.cause is causes.REMARK else ""
    return Doubt(_path(defect, paths) or (), problem, remark, _bare(defect, sheet))


def _bare(defect: Defect, sheet: Sheet) -> str | None:
    """Return a text without the quotes that curl around it."""
    if defect.cause is not causes.CURLY_TEXT:
        return None
    pieces = [sheet.texts[edit.line][edit.start : edit.end] for edit in defect.edits if isinstance(edit, Edit)]
    return " ".join(pieces)[1:-1]


def _path(defect: Defect, paths: Mapping[Position, KeyPath]) -> KeyPath | None:
    if defect.value is None:
        return None
    line, column = defect.value
    return paths.get(Position(line + 1, column + 1))


def _line(defect: Defect, sheet: Sheet, lines: Mapping[int, str]) -> str:
    """Return a line as it should be, without its indentation; of a long line the piece that changes."""
    whole = lines.get(defect.line, sheet.raw[defect.line])
    edits = [edit for edit in defect.edits if isinstance(edit, Edit) and edit.line == defect.line]
    if len(whole) <= _LONGEST_LINE or not edits:
        return trimmed(whole)
    start = edits[0].start
    before = _KEY_BEFORE.search(sheet.texts[defect.line], max(0, start - _LONGEST_LINE), start)
    return f"{before[0] if before else ''}{edits[0].new}"


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: words.get(found[1], found[0]), text)
