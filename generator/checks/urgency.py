"""Which problems to begin with.

The rule: first what is wrong, for that stops even a draft, in the order of the file; then the open points, and last the
advice. Of those the one goes first with which most answers are found at once: it says the same of most places, or is
about a group that has most answers that a plan needs. What closes as much goes by its place in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.questions import questions
from generator.answers.shape import field_at
from generator.problems import Soort
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers import Antwoord
    from generator.problems import Problem

BEGIN = 5
"""So many messages are enough to begin with."""


def most_urgent_first(problems: Iterable[Problem]) -> list[tuple[Problem, ...]]:
    """Return the problems by the rule, those that say the same of one chapter together."""
    order = list(Soort)
    return sorted(alike(problems), key=lambda same: (order.index(same[0].soort), -_closes(same)))


def alike(problems: Iterable[Problem]) -> list[tuple[Problem, ...]]:
    """Return the problems that say the same about one chapter together, in the order of the first of each."""
    found: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        same = (problem.bestand, chapter(problem), problem.soort, problem.melding, problem.oplossing)
        found.setdefault(same, []).append(problem)
    return [tuple(same) for same in found.values()]


def chapter(problem: Problem) -> str:
    """Return the key at the margin of the answer file that a problem is below; empty where it is about the file."""
    path = path_of(problem.sleutel)
    return str(path[0]) if path else ""


def _closes(same: Iterable[Problem]) -> int:
    """Return how many answers are found when a message is dealt with; a fault goes by its place alone."""
    return sum(0 if problem.soort is Soort.FOUT else asked_at(problem) for problem in same)


def asked_at(problem: Problem) -> int:
    """Return how many answers are missed where a problem is: of a group that is not there, those that a plan needs."""
    path = path_of(problem.sleutel)
    question = field_at(path)
    is_item = question is not None and question.naam != path[-1]
    if problem.soort is not Soort.OPEN or question is None or question.model is None or (question.is_lijst and is_item):
        return 1
    return _needed(question.model)


def _needed(model: type[Antwoord]) -> int:
    """Return how many answers a plan needs of a group, and of the groups in it."""
    asked = [question for question in questions(model).values() if question.nodig is not None]
    return sum(1 if question.model is None else _needed(question.model) for question in asked)
