"""Turns the tree of a file into its frozen model, and every fault in its shape into a problem, in one walk.

What is wrong is left out, so that later stages can report on the sound part: the adviser sees all problems at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from generator.answers import Antwoorden
from generator.answers.faults import CHOICE, GROUP, KINDS, LIST, TEXT, double_key, missing, unknown_key, wrong_kind
from generator.answers.kinds import Jaar, Kind, Tekst
from generator.answers.kinds.kind import folded
from generator.answers.kinds.teksten import NOT_YET
from generator.answers.questions import Antwoord, Vraag, questions
from generator.answers.years import spread
from generator.problems import Problem, ProblemsError, Soort
from generator.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import KeyPath, Source, Tree

STAND_IN = "?"
"""Stands for a name that is missing, while the rest of the file is checked."""

_LEFT_OUT = object()
"""Takes the place of a value that is not sound, and that was reported."""

_M = TypeVar("_M", bound=Antwoord)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """An answer that was read in another spelling than it was given in."""

    regel: int
    sleutel: str
    gegeven: str
    gelezen: str
    bestand: str = ""
    """The file that the line is in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer file says."""

    antwoorden: Antwoorden
    """The sound answers; all of them when there are no problems."""
    problems: tuple[Problem, ...]
    gelezen: tuple[Gelezen, ...] = ()
    """What was read in another spelling, in the order of the questions."""


def read_answers(source: Source) -> Reading:
    """Return the answers in a file, with every fault in their shape."""
    if not isinstance(source.tree, dict):
        found = KINDS[type(source.tree).__name__]
        melding = f"Een antwoordenbestand bestaat uit sleutels met antwoorden. Hier staat {found}."
        problem = source.problem((), Soort.FOUT, melding, "Begin met een nieuw bestand: wijkplan nieuw MAP.")
        return Reading(_least(Antwoorden), (problem,))
    walk = _Walk(source, Antwoorden)
    antwoorden = walk.group(Antwoorden, source.tree, ())
    return Reading(antwoorden, tuple(walk.problems), tuple(walk.gelezen.values()))


def read_model(source: Source, tree: dict[str, Tree], root: type[_M]) -> tuple[_M, tuple[Problem, ...]]:
    """Return what a file says in the shape of a model, and every fault in that shape.

    Args:
        source: The file, for the places of its keys.
        tree: What the file says.
        root: The model of the whole file.

    Returns:
        The sound part; and the problems, in the order of the questions.
    """
    walk = _Walk(source, root)
    return walk.group(root, tree, ()), tuple(walk.problems)


class _Walk:
    """Walks through a tree along the questions of its model, and collects what is wrong on the way."""

    def __init__(self, source: Source, root: type[Antwoord]) -> None:
        self._source = source
        self._root = root
        self._uncurled = {doubt.path: doubt.bare for doubt in source.doubts if doubt.bare is not None}
        """The answers with quotes that curl around them, without those: only free text can hold quotes."""
        self.problems: list[Problem] = []
        self.gelezen: dict[tuple[str, int, str, str], Gelezen] = {}
        """What was read in another spelling; the same words on one line once."""

    def group(self, model: type[_M], tree: dict[str, Tree], path: KeyPath) -> _M:
        """Return a group of answers; a key without a value is a question that is not answered yet."""
        asked = questions(model)
        answers = dict(self._answers(asked, tree, path))
        for key, given in tree.items():
            if key not in asked:
                self.problems.append(unknown_key((*path, key), given, model, self._source, self._root))
        return model(**answers)

    def _answers(self, asked: dict[str, Vraag], tree: dict[str, Tree], path: KeyPath) -> Iterator[tuple[str, object]]:
        """Yield the sound answers in a group; a stand-in for those without which nothing is possible."""
        for naam, question in asked.items():
            given, here = tree.get(naam), (*path, naam)
            value = _LEFT_OUT if given is None else self._answer(question, given, here)
            if given is None and question.verplicht:
                self.problems.append(missing(here, question, self._source))
            if value is not _LEFT_OUT:
                yield naam, value
            elif question.verplicht:
                yield naam, _stand_in(question)

    def _answer(self, question: Vraag, tree: Tree, path: KeyPath) -> object:
        if question.is_lijst:
            if isinstance(tree, dict) and question.model is None:
                return self._wrong(path, tree, LIST, question)
            listed = tree if isinstance(tree, list) else as_list(tree, question)
            items = (self._item(question, item, (*path, index)) for index, item in enumerate(listed))
            return tuple(item for item in items if item is not _LEFT_OUT)
        if question.is_tabel:
            table = spread(tree, self._source.tree) if isinstance(question.key_kind, Jaar) else tree
            if not isinstance(table, dict):
                return self._wrong(path, tree, GROUP, question)
            if isinstance(tree, str):
                self._note(path, tree, f"{tree}, van {min(table)} tot en met {max(table)}")
            return self._table(question, table, path)
        found = self._item(question, tree, path)
        # A new answer file shows every question, so every group is there; only answers make a chapter.
        empty = question.mag_weg and question.model is not None and found == question.model()
        return None if empty else found

    def _table(self, question: Vraag, tree: dict[str, Tree], path: KeyPath) -> dict[object, object]:
        """Return a mapping; of an entry with a fault in its key and in its value, both are reported."""
        found: dict[object, object] = {}
        for name, item in tree.items():
            here = (*path, name)
            key = name if question.key_kind is None else self._text(question.key_kind, name, here, of_key=True)
            value = None if item is None and question.mag_leeg else self._item(question, item, here)
            if key in found:
                self.problems.append(double_key(here, self._source))
            elif _LEFT_OUT not in (key, value):
                found[key] = value
        return found

    def _item(self, question: Vraag, tree: Tree, path: KeyPath) -> object:
        """Return one answer: the whole one, or an item of the list or mapping that it is."""
        model = question.item
        if isinstance(model, Kind):
            if isinstance(tree, str):
                return self._text(model, tree, path)
            return self._wrong(path, tree, CHOICE if question.keuzes else TEXT, question)
        if isinstance(tree, dict):
            return self.group(model, tree, path)
        given = model.from_text(tree, self._source.tree) if isinstance(tree, str) else None
        if given is not None:
            self._note(path, str(tree), ", ".join(f"{name}: {text}" for name, text in given.items()))
            return self._group_of_text(model, given, path)
        return self._wrong(path, tree, GROUP, question)

    def _group_of_text(self, model: type[_M], given: dict[str, str], path: KeyPath) -> object:
        """Return the group that a text stands for; a fault in it is one at the place of the text."""
        answers = {name: self._item(questions(model)[name], text, path) for name, text in given.items()}
        if _LEFT_OUT in answers.values():
            return _LEFT_OUT
        return model(**answers)

    def _text(self, kind: Kind[Any], text: str, path: KeyPath, *, of_key: bool = False) -> object:
        given = text if isinstance(kind, Tekst) else self._uncurled.get(path, text)
        try:
            value = kind.parse(given)
        except ProblemsError as error:
            if kind.choices and folded(given).casefold().rstrip(".") in {word.rstrip(".") for word in NOT_YET}:
                self._note(path, given, "nog geen antwoord")
                return _LEFT_OUT
            for said in error.problems:
                problem = self._source.problem(path, said.soort, said.melding, said.oplossing, value=not of_key)
                self.problems.append(problem)
            return _LEFT_OUT
        if not isinstance(kind, Tekst):
            self._tell(kind, given, value, path, of_key=of_key)
        return value

    def _tell(self, kind: Kind[Any], given: str, value: object, path: KeyPath, *, of_key: bool) -> None:
        """Tell of a text that is no free text how it was read, where that may surprise."""
        written = kind.write(value)
        if given == written:
            return
        if told := kind.remark(given):
            problem = self._source.problem(path, Soort.AANDACHT, told.melding, told.oplossing, value=not of_key)
            self.problems.append(problem)
        if folded(given) not in (written, folded(kind.show(value))):
            self._note(path, given, kind.show(value))

    def _note(self, path: KeyPath, given: str, read: str) -> None:
        """Remember that an answer was read in another spelling."""
        regel = self._source.position(path, value=True).regel
        file = self._source.file_of(path)
        item = Gelezen(regel, dotted(path), folded(given), folded(read), file)
        self.gelezen.setdefault((file, item.regel, item.gegeven, item.gelezen), item)

    def _wrong(self, path: KeyPath, tree: Tree, wanted: str, question: Vraag) -> object:
        self.problems.append(wrong_kind(path, tree, wanted, question, self._source))
        return _LEFT_OUT


def as_list(tree: Tree, question: Vraag) -> list[Tree]:
    """Return the list that one answer is, which stands there without a dash; short words may be several."""
    if not isinstance(tree, str) or not isinstance(question.item, Tekst):
        return [tree]
    words = re.split(r"\s*[,;]\s*|\s+en\s+", tree.strip())
    return [*words] if all(word and not re.search(r"\s", word) for word in words) else [tree]


def _stand_in(question: Vraag) -> object:
    return STAND_IN if question.model is None else _least(question.model)


def _least(model: type[_M]) -> _M:
    """Return the least that a model can be: a stand-in for each name that must be there."""
    needed = (question for question in questions(model).values() if question.verplicht)
    return model(**{question.naam: _stand_in(question) for question in needed})
