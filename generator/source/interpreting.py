"""Understands a YAML text as far as it can be understood, and says where it is not what was meant.

A parser stops at the first fault and tells what it missed there. So we look at the lines ourselves, mend what we
see, and let the parser read the mended text: that gives every fault at once, and proves that we saw it right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsError, Soort
from generator.source import causes
from generator.source.diagnosis import diagnosed
from generator.source.places import Doubt, KeyPath, Position, Source, Tree
from generator.source.sheet import Defect, Sheet, Weight
from generator.source.signs import CONTROL, CONTROL_MELDING, as_typed
from generator.source.syntax import explain
from generator.source.telling import doubt_of, problem_of
from generator.source.tree import TreeBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ruamel.yaml.error import YAMLError

    from generator.source.known_keys import KnownKeys


def interpret(text: str, name: str, known: KnownKeys) -> Source:
    """Return what a text says, with its faults and doubts.

    Args:
        text: The text.
        name: What problems call the file.
        known: The keys that may stand in it.

    Raises:
        ProblemsError: It cannot be told what the text as a whole should be; with every fault that was seen.
    """
    given = text
    controls = _control_characters(text, name)
    text = as_typed(CONTROL.sub(" ", text))
    attempt = _Attempt(text, name)
    sheet = diagnosed(text, known)
    told = told_in(sheet, readable=attempt.error is None)
    if attempt.error is None:
        attempt = _best(attempt, sheet, [defect for defect in told if _is_read_as_mended(defect)], name)
    else:
        silent = [defect for defect in sheet.defects if defect.cause.weight is Weight.FINE]
        attempt = _Attempt(sheet.text(sheet.mended([*told, *silent])), name)
        if attempt.error is not None or not all(defect.certain for defect in told):
            raise ProblemsError([*controls, *_told(sheet, told, attempt, name), *_left(attempt, told, name)])
    doubts = [defect for defect in sheet.defects if defect.cause.weight is Weight.DOUBT]
    paths = attempt.paths()
    return Source(
        name,
        attempt.tree,
        attempt.builder.keys,
        attempt.builder.values,
        faults=(*controls, *_told(sheet, told, attempt, name)),
        doubts=tuple(_doubts(sheet, doubts, paths, name)),
        text=given,
    )


def told_in(sheet: Sheet, *, readable: bool) -> list[Defect]:
    """Return the defects of a sheet that are faults.

    Args:
        sheet: The sheet.
        readable: Whether a parser can read the text: what we hold for bad syntax is none, then.
    """
    weights = {Weight.LOSS} if readable else {Weight.LOSS, Weight.SYNTAX}
    return [defect for defect in sheet.defects if defect.cause.weight in weights]


class _Attempt:
    """A parser's reading of a text."""

    def __init__(self, text: str, name: str) -> None:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        self.text = text
        self.builder = TreeBuilder(name)
        self.tree: Tree = None
        self.error: YAMLError | None = None
        try:
            self.tree = self.builder.document(YAML(typ="safe").parse(text))
        except YAMLError as error:
            self.error = error

    def paths(self) -> dict[Position, KeyPath]:
        """Return what stands where, by the place of each value."""
        return {place: path for path, place in self.builder.values.items()}


def _is_read_as_mended(defect: Defect) -> bool:
    """Tell whether to go on with the mended text: what stands there is an answer, whatever it should be."""
    return defect.certain or defect.cause is causes.HASH_AT_START


def _best(attempt: _Attempt, sheet: Sheet, certain: list[Defect], name: str) -> _Attempt:
    """Return the reading of the mended text of a text that could be read, where that is no worse."""
    if not certain:
        return attempt
    mended = _Attempt(sheet.text(sheet.mended(certain)), name)
    worse = mended.error is not None or len(mended.builder.problems) > len(attempt.builder.problems)
    return attempt if worse else mended


def _told(sheet: Sheet, told: list[Defect], attempt: _Attempt, name: str) -> list[Problem]:
    """Return the problems for the defects on a sheet, and what else is wrong in the tree."""
    paths = {} if attempt.error is not None else attempt.paths()
    lines = sheet.mended(told)
    places = {(defect.line, defect.column) for defect in told}
    rest = [found for found in attempt.builder.problems if (found.regel - 1, found.kolom - 1) not in places]
    return [*(problem_of(defect, sheet, lines, paths, name) for defect in told), *rest]


def _left(attempt: _Attempt, told: list[Defect], name: str) -> list[Problem]:
    """Return what the parser still stumbles over, unless one of the defects may be the cause of that."""
    if attempt.error is None:
        return []
    left = explain(attempt.error, attempt.text, name)
    touched = {line for defect in told for line in (defect.line, *(edit.line for edit in defect.edits))}
    near = any(line in touched for line in range(left.regel - 3, left.regel + 1))
    return [] if near else [left]


def _doubts(sheet: Sheet, doubts: list[Defect], paths: dict[Position, KeyPath], name: str) -> Iterable[Doubt]:
    lines = {}
    for defect in doubts:
        lines = sheet.mended([defect])
        yield doubt_of(defect, sheet, lines, paths, name)


def _control_characters(text: str, name: str) -> list[Problem]:
    remedy = "Haal het teken weg: wis de letters eromheen en typ ze opnieuw."
    problems = []
    line, start = 1, 0
    for match in CONTROL.finditer(text):
        line += text.count("\n", start, match.start())
        start = match.start()
        column = start - text.rfind("\n", 0, start)
        problems.append(Problem(name, line, column, "", Soort.FOUT, CONTROL_MELDING, remedy))
    return problems
