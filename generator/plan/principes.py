"""The working principles that are in use, each with the interventions it works in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.framework import Framework, WerkzaamPrincipe
    from generator.plan.interventies import InterventieInPlan, PrincipeBijInterventie


@dataclass(frozen=True, slots=True)
class Toepassing:
    """A working principle at work in an intervention."""

    interventie: InterventieInPlan
    principe: PrincipeBijInterventie


@dataclass(frozen=True, slots=True)
class PrincipeInPlan:
    """A working principle and where it is used."""

    kader: WerkzaamPrincipe
    toepassingen: tuple[Toepassing, ...]

    @property
    def id(self) -> str:
        """The id in the framework."""
        return self.kader.id

    @property
    def alleen_voorgesteld(self) -> bool:
        """Tell whether nobody confirmed this principle yet."""
        return all(toepassing.principe.keuze == "voorgesteld" for toepassing in self.toepassingen)


def principles(interventies: tuple[InterventieInPlan, ...], kader: Framework) -> tuple[PrincipeInPlan, ...]:
    """Return the principles that at least one chosen intervention uses, in the framework's order."""
    return tuple(
        PrincipeInPlan(principe, toepassingen)
        for principe in kader.werkzame_principes
        if (toepassingen := _uses(principe, interventies))
    )


def _uses(principe: WerkzaamPrincipe, interventies: tuple[InterventieInPlan, ...]) -> tuple[Toepassing, ...]:
    return tuple(
        Toepassing(interventie, gebruik)
        for interventie in interventies
        for gebruik in interventie.principes
        if gebruik.principe.id == principe.id
    )
