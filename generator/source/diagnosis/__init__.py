"""The second look at a text: what is wrong with it line by line, and what it should be.

A parser stops at the first fault and tells what it missed there. So we look at the lines ourselves, mend what we
see, and let the parser read the mended text: that gives every fault at once, and proves that we saw it right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Problem, ProblemsError, Soort
from generator.source.characters import CONTROL, CONTROL_MELDING, as_typed, trimmed
from generator.source.diagnosis import mistakes
from generator.source.diagnosis.line_reader import read_lines
from generator.source.diagnosis.lines import Edit
from generator.source.diagnosis.mistakes import Weight
from generator.source.diagnosis.parser_messages import explain
from generator.source.tree import Doubt, KeyPath, Parsed, Position, Source, dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.source.diagnosis.lines import Defect
    from generator.source.known_keys import KnownKeys

_NAME = re.compile(r"\{([a-z]+)\}")
_KEY_BEFORE = re.compile(r"[\w.-]+:[ \t]*$")
_LONGEST_LINE = 160
"""Of a longer line only the piece that changes is shown."""


class Diagnosis:
    """What a parser and we ourselves see in a text."""

    def __init__(self, text: str, name: str, known: KnownKeys, first: Parsed | None = None) -> None:
        """Look at a text.

        Args:
            text: The text.
            name: What problems call the file.
            known: The keys that may stand in it.
            first: What a parser makes of it, where that is known.
        """
        self._name = name
        self._text = text
        self._known = known
        typed = as_typed(text)
        self._first = first or Parsed(typed, name, known)
        self.is_readable = self._first.error is None
        """Whether a parser can read the text as it stands: what we hold for bad syntax is none, then."""
        self.sheet = read_lines(typed, known)
        weights = {Weight.LOSS} if self.is_readable else {Weight.LOSS, Weight.SYNTAX}
        self.told = [defect for defect in self.sheet.defects if defect.cause.weight in weights]
        """The defects that are faults."""

    def source(self) -> Source:
        """Return what the text says, with its faults and doubts.

        Raises:
            ProblemsError: It cannot be told what the text as a whole should be; with every fault that was seen.
        """
        parsed = self._best()
        faults = self._faults(parsed)
        is_certain = all(defect.certain for defect in self.told)
        if parsed.error is not None or not (self.is_readable or is_certain):
            raise ProblemsError(faults)
        doubts = tuple(self._doubts(parsed))
        return Source(self._name, parsed.tree, parsed.keys, parsed.values, faults, doubts, self._text)

    def faults(self) -> tuple[Problem, ...]:
        """Return what is wrong with the text."""
        return self._faults(self._best())

    def wording(self, defect: Defect, lines: Mapping[int, str], paths: Mapping[Position, KeyPath]) -> Problem:
        """Return the problem for a defect: what is wrong there, and the line as it should be.

        Args:
            defect: The defect.
            lines: Each line as it should be, where that is another than it is.
            paths: The key of the value at each place.
        """
        words = {**defect.words, "regel": self._line(defect, lines)}
        soort = Soort.AANDACHT if defect.cause.weight is Weight.DOUBT else Soort.FOUT
        melding, oplossing = (_filled(text, words) for text in (defect.cause.melding, defect.cause.oplossing))
        key = dotted(_path(defect, paths))
        return Problem(self._name, defect.line + 1, defect.column + 1, key, soort, melding, oplossing)

    def _best(self) -> Parsed:
        """Return the parser's reading of the text as it should be, or as it is where that is no worse."""
        if not self.is_readable:
            silent = [defect for defect in self.sheet.defects if defect.cause.weight is Weight.FINE]
            return Parsed(self.sheet.text(self.sheet.mended([*self.told, *silent])), self._name, self._known)
        # Where a text begins with a hash, what stands there is an answer, whatever it should be.
        mends = [item for item in self.told if item.certain or item.cause is mistakes.HASH_AT_START]
        if not mends:
            return self._first
        mended = Parsed(self.sheet.text(self.sheet.mended(mends)), self._name, self._known)
        worse = mended.error is not None or len(mended.problems) > len(self._first.problems)
        return self._first if worse else mended

    def _faults(self, parsed: Parsed) -> tuple[Problem, ...]:
        """Return what is wrong with the text, and what else is wrong in its tree on lines where we saw nothing."""
        lines = self.sheet.mended(self.told)
        touched = {line for defect in self.told for line in (defect.line, *(edit.line for edit in defect.edits))}
        paths = _paths(parsed)
        seen = [self.wording(defect, lines, paths) for defect in self.told]
        rest = [found for found in parsed.problems if found.regel - 1 not in touched]
        if parsed.error is not None:
            left = explain(parsed.error, parsed.text, self._name)
            if touched.isdisjoint(range(left.regel - 3, left.regel + 1)):
                rest.append(left)
        return (*_control_characters(self._text, self._name), *seen, *rest)

    def _doubts(self, parsed: Parsed) -> Iterable[Doubt]:
        """Yield what may be meant as it stands."""
        paths = _paths(parsed)
        for defect in self.sheet.defects:
            if defect.cause.weight is Weight.DOUBT:
                problem = self.wording(defect, self.sheet.mended([defect]), paths)
                rest = self.sheet.raw[defect.line][defect.column :]
                remark = trimmed(rest.removeprefix("#")) if defect.cause is mistakes.REMARK else ""
                yield Doubt(_path(defect, paths), problem, remark, self._bare(defect))

    def _bare(self, defect: Defect) -> str | None:
        """Return a text without the quotes that curl around it."""
        if defect.cause is not mistakes.CURLY_TEXT:
            return None
        pieces = [self.sheet.texts[edit.line][edit.start : edit.end] for edit in defect.edits if isinstance(edit, Edit)]
        return " ".join(pieces)[1:-1]

    def _line(self, defect: Defect, lines: Mapping[int, str]) -> str:
        """Return a line as it should be, without its indentation; of a long line the piece that changes."""
        whole = lines.get(defect.line, self.sheet.raw[defect.line])
        edits = [edit for edit in defect.edits if isinstance(edit, Edit) and edit.line == defect.line]
        if len(whole) <= _LONGEST_LINE or not edits:
            return trimmed(whole)
        start = edits[0].start
        before = _KEY_BEFORE.search(self.sheet.texts[defect.line], max(0, start - _LONGEST_LINE), start)
        return f"{before[0] if before else ''}{edits[0].new}"


def _paths(parsed: Parsed) -> dict[Position, KeyPath]:
    """Return what stands where, by the place of each value."""
    return {} if parsed.error is not None else {place: path for path, place in parsed.values.items()}


def _path(defect: Defect, paths: Mapping[Position, KeyPath]) -> KeyPath:
    """Return the key of the value that a defect is about, as far as that is known."""
    if defect.value is None:
        return ()
    line, column = defect.value
    return paths.get(Position(line + 1, column + 1), ())


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: words.get(found[1], found[0]), text)


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
