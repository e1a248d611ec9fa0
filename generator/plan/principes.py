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
        return all(use.principe.keuze == "voorgesteld" for use in self.toepassingen)


def principles(chosen: tuple[InterventieInPlan, ...], kader: Framework) -> tuple[PrincipeInPlan, ...]:
    """Return the principles that at least one chosen intervention uses, in the framework's order."""
    return tuple(
        PrincipeInPlan(principle, uses) for principle in kader.werkzame_principes if (uses := _uses(principle, chosen))
    )


def _uses(principle: WerkzaamPrincipe, chosen: tuple[InterventieInPlan, ...]) -> tuple[Toepassing, ...]:
    return tuple(
        Toepassing(intervention, use)
        for intervention in chosen
        for use in intervention.principes
        if use.principe.id == principle.id
    )
