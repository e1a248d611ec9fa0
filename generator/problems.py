"""A problem is data: where it is, what is wrong and what to do; every stage reports this way.

Who finds a fault often knows less than all of it: the reader of a Word file does not know how the file is called, and
a sandbox does not know the line of a template. It says a `Melding` with the location it knows; who opened the file
gives the rest (`located`).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


class Soort(StrEnum):
    """How serious a problem is, most serious first."""

    FOUT = "fout"
    """Stops a plan."""
    OPEN = "open"
    """An answer that a plan needs and that is not there."""
    AANDACHT = "aandacht"
    """Advice from the framework."""


class Location(NamedTuple):
    """Where something is wrong, as far as that is known."""

    bestand: str = ""
    """The file as the user named it; empty as long as only who opened it knows its name."""
    regel: int = 0
    """Line, from 1; 0 when it is about the file as a whole."""
    kolom: int = 0
    """Column in characters, from 1; 0 when it is about the file as a whole."""
    sleutel: str = ""
    """The key in dotted form, such as `doelen.lijst[1].tekst`; empty for the whole file."""


HERE = Location()
"""The file at hand, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Melding:
    """What is wrong, what to do about it, and where."""

    melding: str
    """What is wrong: one or two plain Dutch sentences."""
    oplossing: str
    """What to do about it: one plain Dutch sentence."""
    place: Location = HERE

    @property
    def problem(self) -> Problem:
        """The same as a problem that stops a plan."""
        return Problem(*self.place, Soort.FOUT, self.melding, self.oplossing)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in a file of the user, as it is shown; the field names are also the keys of `--json`."""

    bestand: str
    regel: int
    kolom: int
    sleutel: str
    """These four as in `Location`."""
    soort: Soort
    melding: str
    oplossing: str
    """These two as in `Melding`."""
    advies: str = ""
    """The name of an advice that the municipality can answer; empty where it cannot."""
    onderwerp: str = ""
    """By which name people know the thing that it is about: a figure, an intervention; empty where it has no name.
    What the message says is true of each thing that it is about, so that the same one of many can be told once."""

    @property
    def sentences(self) -> str:
        """What is wrong and what to do, on one line."""
        return f"{self.melding} {self.oplossing}"


class ProblemsError(Exception):
    """Input of the user that stops the work; carries every problem that was found, not only the first."""

    problems: tuple[Problem, ...]
    """Sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; they are all there is to the error, so that it can travel between processes."""
        self.problems = sort_problems(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return the problems as text."""
        return render(self.problems)

    @classmethod
    def of(cls, meldingen: Iterable[Melding]) -> Self:
        """Return the error that says each of these."""
        return cls(said.problem for said in meldingen)

    @classmethod
    def about(cls, place: Location | Path | str, melding: str, oplossing: str) -> Self:
        """Return the error about one place: the file as a whole when only that is given."""
        return cls.of([Melding(melding, oplossing, place if isinstance(place, Location) else Location(str(place)))])


@contextmanager
def located(where: Callable[[str], Location]) -> Iterator[None]:
    """Give a location to the problems raised inside that do not know their file.

    Args:
        where: Gives the location of a key; of the file as a whole when the key is empty.

    Raises:
        ProblemsError: The same problems, each with its file.
    """
    try:
        yield
    except ProblemsError as error:
        raise type(error)(
            problem if problem.bestand else _moved(problem, where) for problem in error.problems
        ) from error


def in_file(path: Path | str) -> Callable[[str], Location]:
    """Return, for `located`, that every problem is about a file as a whole."""
    return lambda _key: Location(str(path))


def _moved(problem: Problem, where: Callable[[str], Location]) -> Problem:
    return replace(problem, **where(problem.sleutel)._asdict())


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line, column and seriousness; those in one place keep their order."""
    order = list(Soort)
    return tuple(sorted(problems, key=lambda p: (p.bestand, p.regel, p.kolom, order.index(p.soort))))


def render(problems: Iterable[Problem]) -> str:
    """Return the problems as text: per problem its place and key, what is wrong and what to do."""
    return "\n".join(_render_one(problem) for problem in problems)


def _render_one(problem: Problem) -> str:
    place = f", regel {problem.regel}, kolom {problem.kolom}" if problem.regel else ""
    key = f" ({problem.sleutel})" if problem.sleutel else ""
    return f"{problem.bestand}{place}{key}\n  {problem.soort}: {problem.melding}\n  → {problem.oplossing}"
