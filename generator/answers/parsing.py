"""Turns the tree of an answer file into answers, and every fault in its shape into a problem.

What is wrong is left out and the rest is read again, so that later stages can report on the sound part:
the adviser sees all problems at once.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from generator.answers import Antwoorden
from generator.answers.base import Antwoord
from generator.answers.emptiness import without_empty_groups
from generator.answers.faults import KINDS, place_of, problem_of
from generator.answers.shape import Vraag, field_at, questions
from generator.problems import Problem, Soort

if TYPE_CHECKING:
    from generator.source import KeyPath, Source, Tree

STAND_IN = "?"
"""Stands for a name that is missing, while the rest of the file is checked."""

_ROUNDS = 9
"""A fault can hide one below it; the answer file is eight levels deep."""

_M = TypeVar("_M", bound=Antwoord)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer file says."""

    antwoorden: Antwoorden
    """The sound answers; all of them when there are no problems."""
    problems: tuple[Problem, ...]


def read_answers(source: Source) -> Reading:
    """Return the answers in a file, with every fault in their shape."""
    if not isinstance(source.tree, dict):
        found = KINDS[type(source.tree).__name__]
        melding = f"Een antwoordenbestand bestaat uit sleutels met antwoorden. Hier staat {found}."
        problem = source.problem((), Soort.FOUT, melding, "Begin met een nieuw bestand: wijkplan nieuw MAP.")
        return Reading(_smallest(), (problem,))
    found_model, problems = read_model(source, source.tree, Antwoorden)
    answers = _smallest() if found_model is None else without_empty_groups(found_model)
    return Reading(answers, problems)


def read_model(source: Source, tree: dict[str, Tree], root: type[_M]) -> tuple[_M | None, tuple[Problem, ...]]:
    """Return what a file says in the shape of a model, and every fault in that shape.

    Args:
        source: The file, for the places of its keys.
        tree: What the file says.
        root: The model of the whole file.

    Returns:
        The sound part, or None when too little of it is sound; and the problems.
    """
    rest = copy.deepcopy(tree)
    problems: list[Problem] = []
    for _ in range(_ROUNDS):
        try:
            return root.model_validate(rest), tuple(problems)
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems += [problem_of(detail, source, root) for detail in details]
            for path in sorted((place_of(detail) for detail in details), key=_deepest_last_first):
                _leave_out(rest, path, root)
    return None, tuple(problems)


def _smallest() -> Antwoorden:
    return Antwoorden.model_validate({"gemeente": {"naam": STAND_IN}, "wijk": {"naam": STAND_IN}})


def _deepest_last_first(path: KeyPath) -> tuple[int, ...]:
    """Sort so that leaving out one item of a list does not move the next one."""
    return tuple(-part if isinstance(part, int) else 0 for part in path)


def _leave_out(tree: Tree, path: KeyPath, root: type[Antwoord]) -> None:
    """Take a faulty value out of the tree; put a stand-in where a name is missing."""
    parent: Tree = tree
    for part in path[:-1]:
        if isinstance(parent, dict) and isinstance(part, str) and part not in parent:
            parent[part] = {}
        parent = _child(parent, part)
    last = path[-1]
    if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        del parent[last]
    elif isinstance(parent, dict) and isinstance(last, str):
        question = field_at(path, root)
        if question is not None and question.verplicht:
            parent[last] = _stand_in(question)
        else:
            parent.pop(last, None)


def _stand_in(question: Vraag) -> Tree:
    """Return the least that answers a question that must have an answer."""
    if question.model is None:
        return STAND_IN
    return {inner.naam: STAND_IN for inner in questions(question.model).values() if inner.verplicht}


def _child(tree: Tree, part: str | int) -> Tree:
    if isinstance(tree, dict):
        return tree.get(str(part))
    return tree[part] if isinstance(tree, list) and isinstance(part, int) else None
