"""A problem is data: where it is, what is wrong and what to do; every stage reports this way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Soort(StrEnum):
    """How serious a problem is, most serious first."""

    FOUT = "fout"
    """Stops a plan."""
    OPEN = "open"
    """An answer that a plan needs and that is not there."""
    AANDACHT = "aandacht"
    """Advice from the framework."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in a file of the user; the field names are also the keys of `--json`."""

    bestand: str
    """The file as the user named it."""
    regel: int
    """Line, from 1; 0 when the problem is about the file as a whole."""
    kolom: int
    """Column in characters, from 1; 0 when the problem is about the file as a whole."""
    sleutel: str
    """The key in dotted form, such as `doelen.lijst[1].tekst`; empty for the whole file."""
    soort: Soort
    melding: str
    """What is wrong: one or two plain Dutch sentences."""
    oplossing: str
    """What to do about it: one plain Dutch sentence."""


class ProblemsError(Exception):
    """Input of the user that stops the work; carries every problem that was found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems sorted by place."""
        self.problems = sort_problems(problems)
        super().__init__(render(self.problems))


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line, column and seriousness; those in one place keep their order."""
    order = list(Soort)
    return tuple(sorted(problems, key=lambda p: (p.bestand, p.regel, p.kolom, order.index(p.soort))))


def place(problem: Problem) -> str:
    """Return where the problem is, as a civil servant reads it: file, line and column."""
    if not problem.regel:
        return problem.bestand
    return f"{problem.bestand}, regel {problem.regel}, kolom {problem.kolom}"


def render(problems: Iterable[Problem]) -> str:
    """Return the problems as text: per problem its place and key, what is wrong and what to do."""
    return "\n".join(_render_one(problem) for problem in problems)


def _render_one(problem: Problem) -> str:
    key = f" ({problem.sleutel})" if problem.sleutel else ""
    return f"{place(problem)}{key}\n  {problem.soort}: {problem.melding}\n  → {problem.oplossing}"
