"""What still has to be answered, as the plan lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import Problem, Soort

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class OpenPunt:
    """An answer that is not there yet."""

    sleutel: str
    """The key in the answer file."""
    wat: str
    """What is missing."""
    hoe: str
    """What to do about it."""
    regel: int
    """The line in the answer file where the answer belongs."""


def open_points(problems: Iterable[Problem]) -> tuple[OpenPunt, ...]:
    """Return the open points among the problems, in the order of the answer file."""
    return tuple(
        OpenPunt(problem.sleutel, problem.melding, problem.oplossing, problem.regel)
        for problem in problems
        if problem.soort is Soort.OPEN
    )
