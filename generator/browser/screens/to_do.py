"""What is wrong, what is open and what the framework advises: by chapter, each with a link to its question.

Advice can be answered here with a reason; the plan then tells it as a choice that was made on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from generator.answers.adviezen import ONDERWERPEN
from generator.answers.offers import titled
from generator.answers.shape import field_at
from generator.browser.desk import plan_of, version_of
from generator.browser.parts import address_of
from generator.browser.screen_page import page
from generator.checks.report import without_invitation
from generator.checks.urgency import BEGIN, most_urgent_first
from generator.plan.punten import by_chapter
from generator.problems import Soort
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from generator.problems import Problem


class Place(NamedTuple):
    """Where something can be done about a point."""

    name: str
    address: str
    """Empty where only the line of the file is known."""


@dataclass(frozen=True, slots=True)
class Point:
    """A message, with every place that it is about."""

    soort: Soort
    melding: str
    oplossing: str
    advies: str
    """The name under which it can be answered here; empty where it cannot, or where an earlier point has the room."""
    places: tuple[Place, ...]

    @property
    def onderwerp(self) -> str:
        """What an advice is about, in the words of the plan."""
        return next((words for name, words in ONDERWERPEN.items() if name == self.advies), "")


@dataclass(frozen=True, slots=True)
class Points:
    """All that there is to do in a plan."""

    counts: Mapping[Soort, int]
    first: tuple[Point, ...]
    """What to begin with."""
    chapters: Mapping[str, tuple[Point, ...]]
    """All of them, by the title of the chapter."""

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts.values())


def points_of(plan: str, problems: Iterable[Problem]) -> Points:
    """Return what there is to do.

    Args:
        plan: The id of the plan.
        problems: What was found in its answers.
    """
    found = most_urgent_first(problems)
    counts = {soort: sum(len(same) for same in found if same[0].soort is soort) for soort in Soort}
    answered: set[str] = set()
    chapters = {
        title: tuple(_point(plan, same, answered) for same in listed) for title, listed in by_chapter(found).items()
    }
    return Points(counts, tuple(_point(plan, same, set()) for same in found[:BEGIN]), chapters)


def _point(plan: str, same: tuple[Problem, ...], answered: set[str]) -> Point:
    first = same[0]
    places = tuple(_place(plan, problem) for problem in same if problem.regel)
    advies = "" if first.advies in answered else first.advies
    answered.add(first.advies)
    return Point(first.soort, first.melding, without_invitation(first), advies, places)


def _place(plan: str, problem: Problem) -> Place:
    if not problem.sleutel:
        return Place(f"Regel {problem.regel}", "")
    question = field_at(path_of(problem.sleutel))
    name = problem.onderwerp or (titled(question) if question else problem.sleutel)
    return Place(name, address_of(plan, path_of(problem.sleutel)))


def _shown(request: Request) -> Response:
    version = version_of(request)
    if version.checked is None:
        return page(request, "onleesbaar.html.j2", problemen=version.faults)
    points = points_of(plan_of(request).id, version.checked.problems)
    given = [(name, ONDERWERPEN[name], reason) for name, reason in version.checked.antwoorden.bewust.items()]
    return page(request, "to_do.html.j2", punten=points, versie=version.id, bewust=given)


ROUTES = [Route("/plan/{plan}/open", _shown)]
