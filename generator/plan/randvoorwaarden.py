"""The conditions of the framework beside what the municipality answered about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.acties import Actie as ActieAntwoord
    from generator.answers.questions import Status
    from generator.framework import Actie, Bouwsteen, Eis, Framework, Randvoorwaarde


@dataclass(frozen=True, slots=True)
class EisInPlan:
    """A requirement of the framework and how it stands here."""

    eis: Eis
    status: Status | None
    """None when nothing was answered."""
    sleutel: str
    """The key of the answer."""


@dataclass(frozen=True, slots=True)
class RandvoorwaardeInPlan:
    """A condition of the framework and how it stands here."""

    kader: Randvoorwaarde
    antwoord: RandvoorwaardeAntwoord
    """An empty answer when nothing was answered."""
    sleutel: str
    """The key of the answer."""
    eisen: tuple[EisInPlan, ...]
    voorstellen: tuple[Actie, ...]
    """Actions of the framework that the municipality did not take over."""

    @property
    def id(self) -> str:
        """The id in the framework."""
        return self.kader.id

    @property
    def status(self) -> Status:
        """How the condition stands; `onbekend` when nothing was answered."""
        return self.antwoord.status or "onbekend"

    @property
    def eerste_actie(self) -> ActieAntwoord | None:
        """The action with the earliest date, else the first one."""
        actions = [action for action in self.antwoord.acties if action.wat]
        dated = [action for action in actions if action.wanneer]
        return min(dated, key=lambda action: str(action.wanneer)) if dated else next(iter(actions), None)


@dataclass(frozen=True, slots=True)
class BouwsteenInPlan:
    """A building block with its conditions."""

    kader: Bouwsteen
    randvoorwaarden: tuple[RandvoorwaardeInPlan, ...]

    def aantal(self, status: Status) -> int:
        """Return how many conditions of this block have this status."""
        return sum(condition.status == status for condition in self.randvoorwaarden)


def building_blocks(antwoorden: Antwoorden, kader: Framework) -> tuple[BouwsteenInPlan, ...]:
    """Return the building blocks from the bottom up, each condition with its answer."""
    blocks = sorted(kader.bouwstenen, key=lambda block: block.plaats)
    return tuple(
        BouwsteenInPlan(
            block,
            tuple(
                _condition(condition, antwoorden)
                for condition in kader.randvoorwaarden
                if condition.bouwsteen == block.id
            ),
        )
        for block in blocks
    )


def _condition(condition: Randvoorwaarde, antwoorden: Antwoorden) -> RandvoorwaardeInPlan:
    answer = antwoorden.randvoorwaarden.get(condition.id) or RandvoorwaardeAntwoord()
    key = f"randvoorwaarden.{condition.id}"
    taken = {action.uit_kader for action in answer.acties}
    return RandvoorwaardeInPlan(
        kader=condition,
        antwoord=answer,
        sleutel=key,
        eisen=tuple(EisInPlan(eis, answer.eisen.get(str(eis.nr)), f"{key}.eisen.{eis.nr}") for eis in condition.eisen),
        voorstellen=tuple(action for action in condition.acties if action.nr not in taken),
    )
