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
from generator.source.sheet import Weight
from generator.source.signs import CONTROL, CONTROL_MELDING, as_typed
from generator.source.syntax import explain
from generator.source.telling import doubt_of, problem_of
from generator.source.tree import TreeBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ruamel.yaml.error import YAMLError

    from generator.source.known_keys import KnownKeys
    from generator.source.sheet import Defect


def interpret(text: str, name: str, known: KnownKeys) -> Source:
    """Return what a text says, with its faults and doubts.

    Args:
        text: The text.
        name: What problems call the file.
        known: The keys that may stand in it.

    Raises:
        ProblemsError: It cannot be told what the text as a whole should be; with every fault that was seen.
    """
    look = Look(text, name, known)
    attempt = look.best()
    faults = look.faults(attempt)
    if attempt.error is not None or not (look.is_readable or look.is_certain):
        raise ProblemsError(faults)
    doubts = tuple(look.doubts(attempt))
    return Source(name, attempt.tree, attempt.builder.keys, attempt.builder.values, faults, doubts, text)


class Look:
    """What a parser and we ourselves see in a text."""

    def __init__(self, text: str, name: str, known: KnownKeys) -> None:
        """Read a text.

        Args:
            text: The text.
            name: What problems call the file.
            known: The keys that may stand in it.
        """
        self._name = name
        self._text = text
        typed = as_typed(CONTROL.sub(" ", text))
        self._first = Attempt(typed, name)
        self.is_readable = self._first.error is None
        """Whether a parser can read the text as it stands: what we hold for bad syntax is none, then."""
        self.sheet = diagnosed(typed, known)
        weights = {Weight.LOSS} if self.is_readable else {Weight.LOSS, Weight.SYNTAX}
        self.told = [defect for defect in self.sheet.defects if defect.cause.weight in weights]
        """The defects that are faults."""

    @property
    def is_certain(self) -> bool:
        """Tell whether nothing else can be meant than what the edits make of the text."""
        return all(defect.certain for defect in self.told)

    def best(self) -> Attempt:
        """Return the parser's reading of the text as it should be, or as it is where that is no worse."""
        if not self.is_readable:
            silent = [defect for defect in self.sheet.defects if defect.cause.weight is Weight.FINE]
            return Attempt(self.sheet.text(self.sheet.mended([*self.told, *silent])), self._name)
        certain = [defect for defect in self.told if _is_read_as_mended(defect)]
        if not certain:
            return self._first
        mended = Attempt(self.sheet.text(self.sheet.mended(certain)), self._name)
        worse = mended.error is not None or len(mended.builder.problems) > len(self._first.builder.problems)
        return self._first if worse else mended

    def faults(self, attempt: Attempt) -> tuple[Problem, ...]:
        """Return what is wrong with the text, and what else is wrong in its tree on lines where we saw nothing."""
        paths = {} if attempt.error is not None else attempt.paths()
        lines = self.sheet.mended(self.told)
        touched = {line for defect in self.told for line in (defect.line, *(edit.line for edit in defect.edits))}
        seen = [problem_of(defect, self.sheet, lines, paths, self._name) for defect in self.told]
        rest = [found for found in attempt.builder.problems if found.regel - 1 not in touched]
        if attempt.error is not None:
            left = explain(attempt.error, attempt.text, self._name)
            if touched.isdisjoint(range(left.regel - 3, left.regel + 1)):
                rest.append(left)
        return (*_control_characters(self._text, self._name), *seen, *rest)

    def doubts(self, attempt: Attempt) -> Iterable[Doubt]:
        """Yield what may be meant as it stands."""
        paths = attempt.paths()
        for defect in self.sheet.defects:
            if defect.cause.weight is Weight.DOUBT:
                yield doubt_of(defect, self.sheet, self.sheet.mended([defect]), paths, self._name)


def _is_read_as_mended(defect: Defect) -> bool:
    """Tell whether to go on with the mended text: what stands there is an answer, whatever it should be."""
    return defect.certain or defect.cause is causes.HASH_AT_START


class Attempt:
    """A parser's reading of a text."""

    def __init__(self, text: str, name: str) -> None:
        """Let the parser read a text; `name` is what problems call the file."""
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
