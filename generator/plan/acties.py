"""All actions of a plan in one list, wherever they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.kinds.moment import nog_onbekend

if TYPE_CHECKING:
    from generator.answers.acties import Actie
    from generator.plan.interventies import InterventieInPlan
    from generator.plan.randvoorwaarden import BouwsteenInPlan


@dataclass(frozen=True, slots=True)
class ActieInPlan:
    """An action and what it belongs to."""

    antwoord: Actie
    hoort_bij: str
    """The title of the condition or intervention."""
    anker: str
    """The id of the heading where that is described."""
    interventie: InterventieInPlan | None = None
    """The intervention, where it belongs to one."""


def all_actions(
    bouwstenen: tuple[BouwsteenInPlan, ...], interventies: tuple[InterventieInPlan, ...]
) -> tuple[ActieInPlan, ...]:
    """Return every action, by the end of the time that it was given; those without a date come last."""
    acties = [
        ActieInPlan(actie, randvoorwaarde.kader.titel, f"randvoorwaarde-{randvoorwaarde.id}")
        for bouwsteen in bouwstenen
        for randvoorwaarde in bouwsteen.randvoorwaarden
        for actie in randvoorwaarde.antwoord.acties
    ]
    acties += [
        ActieInPlan(actie, interventie.titel, f"interventie-{interventie.id}", interventie)
        for interventie in interventies
        for actie in interventie.antwoord.acties
    ]
    return tuple(sorted(acties, key=lambda actie: (actie.antwoord.wanneer or nog_onbekend()).eind))
