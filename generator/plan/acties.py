"""All actions of a plan in one list, wherever they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.kinds.moment import nog_onbekend

if TYPE_CHECKING:
    from datetime import date

    from generator.answers.acties import Actie, Mijlpaal
    from generator.answers.kinds import Moment
    from generator.plan.interventies import InterventieInPlan
    from generator.plan.randvoorwaarden import BouwsteenInPlan


_FIRST = 4
"""So many milestones say what a neighbourhood notices."""


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


def first_noticed(interventies: tuple[InterventieInPlan, ...], year: int | None) -> tuple[Mijlpaal, ...]:
    """Return the first milestones of interventions that are reached in a year, by date; none where that is unknown."""
    mijlpalen = [
        mijlpaal
        for interventie in interventies
        if interventie.antwoord.planning
        for mijlpaal in interventie.antwoord.planning.mijlpalen
        if mijlpaal.wat and mijlpaal.wanneer and not mijlpaal.wanneer.onbekend and mijlpaal.wanneer.eind.year == year
    ]
    return tuple(sorted(mijlpalen, key=lambda mijlpaal: _end(mijlpaal.wanneer))[:_FIRST])


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
    return tuple(sorted(acties, key=lambda actie: _end(actie.antwoord.wanneer)))


def _end(wanneer: Moment | None) -> date:
    return (wanneer or nog_onbekend()).eind
