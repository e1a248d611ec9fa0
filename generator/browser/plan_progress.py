"""How far a plan is: by chapter what was answered of what is asked, and the house with its twelve conditions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers import Antwoorden
from generator.answers.keys import Keys, places
from generator.answers.offers import titled
from generator.answers.questions import questions
from generator.checks.urgency import asked_at, chapter
from generator.plan.punten import part_of
from generator.plan.randvoorwaarden import BouwsteenInPlan, building_blocks
from generator.plan.woorden import fixed_words
from generator.problems import Soort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checks import Checked
    from generator.framework import Framework

_WITH_A_SCREEN = {"interventies": "interventies", "randvoorwaarden": "#huis", "huisstijl": "huisstijl"}
"""What is answered on a screen of its own, by the address of that behind the one of the plan."""
_NAMES = {
    "document": "Het document",
    "gemeente": "De gemeente",
    "beeld": "Afbeeldingen",
    "wijk": "De wijk",
    "kader": "Beleid waar dit in past",
    "start_motivering": "Waarom nu al beginnen",
    "bewust": "Bewust anders dan het advies",
    "bijlagen": "Bijlagen",
    "basis": "Antwoorden uit een ander bestand",
    "doelen": "Visie en doelen",
    "navraag": "Wie het kan weten",
    "randvoorwaarden": "Het huis van de randvoorwaarden",
}
"""What a part is called where its chapter has more of them."""
_LATER = ("huisstijl", "bijlagen", "basis")
"""What one does not begin a chapter with."""
_WIDTH, _FLOOR, _ROOF, _GAP = 120, 18, 26, 3
"""Of the small drawing of the house."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the answer file, with the questions that a plan needs."""

    sleutel: str
    naam: str
    adres: str
    """Behind the address of the plan."""
    beantwoord: int
    gevraagd: int
    """How many answers a plan needs here; none where all may be left out."""


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A chapter of the plan with the parts of the answer file that go into it."""

    titel: str
    onderdelen: tuple[Onderdeel, ...]

    @property
    def beantwoord(self) -> int:
        """How many answers are there."""
        return sum(part.beantwoord for part in self.onderdelen)

    @property
    def gevraagd(self) -> int:
        """How many answers a plan needs."""
        return sum(part.gevraagd for part in self.onderdelen)


def chapters_of(checked: Checked) -> tuple[Hoofdstuk, ...]:
    """Return the chapters in the order of the plan, what is about the document itself first."""
    given = Counter(str(place.path[0]) for place in places(checked.antwoorden) if place.question.nodig and place.value)
    missed: Counter[str] = Counter()
    for problem in checked.open:
        missed[chapter(problem)] += asked_at(problem)
    by_part: dict[str, list[Onderdeel]] = {}
    for key, question in sorted(questions(Antwoorden).items(), key=lambda item: item[0] in _LATER):
        adres = _WITH_A_SCREEN.get(key, f"vraag/{key}")
        part = Onderdeel(key, _NAMES.get(key, titled(question)), adres, given[key], given[key] + missed[key])
        by_part.setdefault(part_of(key), []).append(part)
    words = fixed_words()
    order = dict.fromkeys(("documentgegevens", *words))
    return tuple(Hoofdstuk(words[name], tuple(by_part[name])) for name in order if name in by_part)


def house_of(checked: Checked, kader: Framework) -> tuple[BouwsteenInPlan, ...]:
    """Return the floors of the house with their conditions, the top one first."""
    return building_blocks(checked.antwoorden, kader, Keys(checked.antwoorden))[::-1]


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle of the small drawing of the house."""

    status: str
    x: float
    y: int
    width: float
    height: int = _FLOOR


def rooms(house: Iterable[BouwsteenInPlan]) -> tuple[Room, ...]:
    """Return the rooms of a small drawing, below its roof."""
    return tuple(
        Room(condition.stand, round(_GAP + number * step, 1), _ROOF + at * (_FLOOR + _GAP), round(step - _GAP, 1))
        for at, block in enumerate(house)
        for step in ((_WIDTH - _GAP) / len(block.randvoorwaarden),)
        for number, condition in enumerate(block.randvoorwaarden)
    )


def open_count(checked: Checked) -> dict[Soort, int]:
    """Return how many problems there are of each kind."""
    return {soort: sum(problem.soort is soort for problem in checked.problems) for soort in Soort}
