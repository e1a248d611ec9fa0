"""The chain of a plan, goal by goal: which interventions work on it, why, and what will show that it is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.doelen import Doel
    from generator.answers.interventies import Indicator
    from generator.answers.wijk import Cijfer, Probleem
    from generator.framework import WerkzaamPrincipe
    from generator.plan.interventies import InterventieInPlan


@dataclass(frozen=True, slots=True)
class Schakel:
    """One goal with the interventions that contribute to it."""

    doel: Doel | None
    """None for the interventions that contribute to no goal yet."""
    nr: int
    """Which goal it is, from 1; for links to it."""
    interventies: tuple[InterventieInPlan, ...]
    nieuw: tuple[InterventieInPlan, ...]
    """Those that no earlier goal has; the others were explained there."""
    problemen: tuple[Probleem, ...] = ()
    """The problems that the goal answers and no earlier goal does."""
    cijfers: tuple[Cijfer, ...] = ()
    """The figures that show where it stands: its own, else those of its problems."""

    @property
    def eerder(self) -> tuple[InterventieInPlan, ...]:
        """The interventions that an earlier goal has too."""
        return tuple(item for item in self.interventies if item not in self.nieuw)

    @property
    def principes(self) -> tuple[WerkzaamPrincipe, ...]:
        """The working principles in the interventions, each once."""
        found = {gebruik.principe.id: gebruik.principe for item in self.interventies for gebruik in item.principes}
        return tuple(found.values())

    @property
    def indicatoren(self) -> tuple[Indicator, ...]:
        """What the interventions measure."""
        return tuple(rij for item in self.interventies for rij in item.antwoord.indicatoren if rij.naam)


def chain(antwoorden: Antwoorden, interventies: tuple[InterventieInPlan, ...]) -> tuple[Schakel, ...]:
    """Return the goals in their own order, each with its interventions; last come those without a goal."""
    links: list[Schakel] = []
    explained: set[str] = set()
    told: set[str] = set()
    for number, doel in enumerate(antwoorden.doelen.lijst if antwoorden.doelen else (), 1):
        mine = tuple(item for item in interventies if doel in item.doelen)
        new = tuple(item for item in mine if item.id not in explained)
        problems = tuple(item for item in antwoorden.wijk.problemen if doel.id and doel.id in item.doelen)
        shown = {doel.cijfer} if doel.cijfer else {name for item in problems for name in item.cijfers}
        figures = tuple(cijfer for cijfer in antwoorden.wijk.cijfers if cijfer.id and cijfer.id in shown)
        fresh = tuple(item for item in problems if item.wat and item.wat not in told)
        links.append(Schakel(doel, number, mine, new, fresh, figures))
        told |= {item.wat for item in fresh if item.wat}
        explained |= {item.id for item in mine}
    loose = tuple(item for item in interventies if not item.doelen)
    return (*links, Schakel(None, 0, loose, loose)) if loose else tuple(links)
