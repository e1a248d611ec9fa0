"""The conditions of the framework beside what the municipality answered about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.kinds.moment import nog_onbekend
from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.acties import Actie as ActieAntwoord
    from generator.answers.keys import Keys
    from generator.answers.questions import Status
    from generator.framework import Actie, Bouwsteen, Eis, Framework, Randvoorwaarde


@dataclass(frozen=True, slots=True)
class EisInPlan:
    """A requirement of the framework and how it stands here."""

    eis: Eis
    status: Status | None
    """None when nothing was answered."""


@dataclass(frozen=True, slots=True)
class RandvoorwaardeInPlan:
    """A condition of the framework and how it stands here."""

    kader: Randvoorwaarde
    antwoord: RandvoorwaardeAntwoord
    """An empty answer when nothing was answered."""
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
        acties = [actie for actie in self.antwoord.acties if actie.wat]
        return min(acties, key=lambda actie: (actie.wanneer or nog_onbekend()).eind, default=None)


@dataclass(frozen=True, slots=True)
class BouwsteenInPlan:
    """A building block with its conditions."""

    kader: Bouwsteen
    randvoorwaarden: tuple[RandvoorwaardeInPlan, ...]

    def aantal(self, status: Status) -> int:
        """Return how many conditions of this block have this status."""
        return sum(randvoorwaarde.status == status for randvoorwaarde in self.randvoorwaarden)


def building_blocks(antwoorden: Antwoorden, kader: Framework, keys: Keys) -> tuple[BouwsteenInPlan, ...]:
    """Return the building blocks from the bottom up, each condition with its answer."""
    return tuple(
        BouwsteenInPlan(
            bouwsteen,
            tuple(
                _condition(
                    randvoorwaarde,
                    keys.group(RandvoorwaardeAntwoord, antwoorden, "randvoorwaarden", randvoorwaarde.id),
                )
                for randvoorwaarde in kader.randvoorwaarden
                if randvoorwaarde.bouwsteen == bouwsteen.id
            ),
        )
        for bouwsteen in sorted(kader.bouwstenen, key=lambda bouwsteen: bouwsteen.plaats)
    )


def _condition(randvoorwaarde: Randvoorwaarde, antwoord: RandvoorwaardeAntwoord) -> RandvoorwaardeInPlan:
    overgenomen = {actie.uit_kader for actie in antwoord.acties}
    return RandvoorwaardeInPlan(
        kader=randvoorwaarde,
        antwoord=antwoord,
        eisen=tuple(EisInPlan(eis, antwoord.eisen.get(str(eis.nr))) for eis in randvoorwaarde.eisen),
        voorstellen=tuple(actie for actie in randvoorwaarde.acties if actie.nr not in overgenomen),
    )
