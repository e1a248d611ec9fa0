"""What the checks found: open points as the plan lists them, and remarks beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.answers.shape import field_at
from generator.checks.navraag import asked_about
from generator.checks.urgency import chapter
from generator.plan.woorden import fixed_words
from generator.problems import Problem, Soort
from generator.source import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers.navraag import Navraag


_PARTS = {
    **dict.fromkeys(("", "document", "gemeente", "bijlagen", "huisstijl", "basis", "navraag"), "documentgegevens"),
    "kader": "doelen",
    "beeld": "wijk",
    **dict.fromkeys(("start_motivering", "bewust"), "randvoorwaarden"),
    "participatie": "communicatie",
}
"""What belongs to a part with another name; all else is named as its part."""

_OTHER_CHAPTERS = {
    "": "Het hele bestand",
    **dict.fromkeys(("document", "gemeente", "huisstijl"), "Over het document"),
    "bijlagen": "Bijlagen",
}
"""What is about no chapter of the plan."""


def part_of(start: str) -> str:
    """Return the part of the plan that the answers below a key of the file belong to: the key of its title."""
    return _PARTS.get(start, start)


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
    onderwerp: str = ""
    """The name of the thing that it is about; empty where it has none."""
    navraag: tuple[Navraag, ...] = ()
    """Who could know, as it was answered."""

    @property
    def kort(self) -> str:
        """What is missing, in the fewest words."""
        first = self.wat.partition(". ")[0].removesuffix(".").removeprefix("Nog in te vullen: ")
        return first[:1].upper() + first[1:]

    @property
    def onderdeel(self) -> str:
        """The part of the plan that it belongs to: the key of its title."""
        start = self.sleutel.partition(".")[0].partition("[")[0]
        return part_of(start)


@dataclass(frozen=True, slots=True)
class OpenDeel:
    """The open points of one part of the plan."""

    onderdeel: str
    """The key of the title of the part."""
    punten: tuple[OpenPunt, ...]


def open_points(problems: Iterable[Problem], navragen: Iterable[Navraag] = ()) -> tuple[OpenPunt, ...]:
    """Return the open points among the problems, in the order of the answer file.

    Args:
        problems: What the checks found.
        navragen: Whom to ask for what, as it was answered.
    """
    named = [navraag for navraag in navragen if navraag.wie]
    return tuple(
        OpenPunt(
            problem.sleutel,
            problem.melding,
            problem.oplossing,
            problem.regel,
            problem.onderwerp,
            asked_about(named, problem.sleutel),
        )
        for problem in problems
        if problem.soort is Soort.OPEN
    )


def by_part(punten: Iterable[OpenPunt]) -> tuple[OpenDeel, ...]:
    """Return the open points by part of the plan, the parts in the order of their first point."""
    found: dict[str, list[OpenPunt]] = {}
    for punt in punten:
        found.setdefault(punt.onderdeel, []).append(punt)
    return tuple(OpenDeel(onderdeel, tuple(listed)) for onderdeel, listed in found.items())


def by_chapter(found: Iterable[tuple[Problem, ...]]) -> dict[str, list[tuple[Problem, ...]]]:
    """Return problems, those that say the same together, by the title of their chapter in the order of the plan."""
    titles = ("Het hele bestand", "Over het document", *fixed_words().values(), "Bijlagen")
    chapters: dict[str, list[tuple[Problem, ...]]] = {}
    for same in sorted(found, key=lambda same: (titles.index(_chapter(same[0])), same[0].regel, same[0].kolom)):
        chapters.setdefault(_chapter(same[0]), []).append(same)
    return chapters


def _chapter(problem: Problem) -> str:
    key = chapter(problem)
    return _OTHER_CHAPTERS.get(key) or fixed_words().get(part_of(key)) or _OTHER_CHAPTERS[""]


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A remark about one answer."""

    sleutel: str
    """The key of the answer."""
    regels: tuple[str, ...]
    """What to do, why and where: a sentence or two each."""


def remarks(problems: Iterable[Problem]) -> tuple[Opmerking, ...]:
    """Return a remark for each open point and each piece of advice, in the order of the answer file."""
    return tuple(
        Opmerking(problem.sleutel, _lines(problem))
        for problem in problems
        if problem.soort in {Soort.OPEN, Soort.AANDACHT}
    )


def _lines(problem: Problem) -> tuple[str, ...]:
    question = field_at(path_of(problem.sleutel)) if problem.soort is Soort.OPEN else None
    why = question.waarom if question else None
    what = problem.melding.removesuffix(f" {why}")
    about = f" ({problem.onderwerp})" if problem.onderwerp else ""
    where = f"In te vullen in {PurePath(problem.bestand).name}"
    return (
        what if problem.soort is Soort.OPEN else f"Aandachtspunt. {what}",
        problem.oplossing,
        *([f"Waarom is dit nodig? {why}"] if why else []),
        f"{where}, bij {problem.sleutel}{about}." if problem.sleutel else f"{where}.",
    )
