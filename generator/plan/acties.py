"""All actions of a plan in one list, wherever they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers.acties import Actie
    from generator.plan.interventies import InterventieInPlan
    from generator.plan.randvoorwaarden import BouwsteenInPlan


@dataclass(frozen=True, slots=True)
class ActieInPlan:
    """An action and what it belongs to."""

    antwoord: Actie
    sleutel: str
    hoort_bij: str
    """The title of the condition or intervention."""
    anker: str
    """The id of the heading where that is described."""


def all_actions(blocks: tuple[BouwsteenInPlan, ...], chosen: tuple[InterventieInPlan, ...]) -> tuple[ActieInPlan, ...]:
    """Return every action, by date; those without a date come last."""
    actions = [
        ActieInPlan(action, f"{condition.sleutel}.acties[{number}]", condition.kader.titel, anchor)
        for block in blocks
        for condition in block.randvoorwaarden
        for anchor in (f"randvoorwaarde-{condition.id}",)
        for number, action in enumerate(condition.antwoord.acties, 1)
    ]
    actions += [
        ActieInPlan(action, f"{item.sleutel}.acties[{number}]", item.titel, f"interventie-{item.id}")
        for item in chosen
        for number, action in enumerate(item.antwoord.acties, 1)
    ]
    return tuple(sorted(actions, key=lambda action: action.antwoord.wanneer or date.max))
