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
    from generator.framework import Bouwsteen, Eis, Framework, Randvoorwaarde


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

    @property
    def id(self) -> str:
        """The id in the framework."""
        return self.kader.id

    @property
    def status(self) -> Status:
        """How the condition stands, as it was answered; `onbekend` when nothing was answered."""
        return self.antwoord.status or "onbekend"

    @property
    def onderbouwd(self) -> bool:
        """Tell whether there is a reason for how it stands, and every requirement was looked at."""
        beoordeeld = all(item.status not in {None, "onbekend"} for item in self.eisen)
        return bool(self.antwoord.onderbouwing) and beoordeeld

    @property
    def stand(self) -> Status:
        """How the condition stands for the reader: nothing is in order that nobody gave a reason for."""
        return "onbekend" if self.status == "op_orde" and not self.onderbouwd else self.status

    @property
    def acties(self) -> tuple[ActieAntwoord, ...]:
        """The actions by date; those without one come last, and after them those that say nothing."""
        return tuple(
            sorted(self.antwoord.acties, key=lambda actie: (not actie.wat, (actie.wanneer or nog_onbekend()).eind))
        )

    @property
    def eerste_actie(self) -> ActieAntwoord | None:
        """The action with the earliest date, else the first one."""
        return next((actie for actie in self.acties if actie.wat), None)


@dataclass(frozen=True, slots=True)
class BouwsteenInPlan:
    """A building block with its conditions."""

    kader: Bouwsteen
    randvoorwaarden: tuple[RandvoorwaardeInPlan, ...]

    @property
    def op_orde(self) -> bool:
        """Tell whether all its conditions are in order."""
        return self.aantal("op_orde") == len(self.randvoorwaarden)

    def aantal(self, status: Status) -> int:
        """Return how many conditions of this block stand like this for the reader."""
        return sum(randvoorwaarde.stand == status for randvoorwaarde in self.randvoorwaarden)


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
    return RandvoorwaardeInPlan(
        kader=randvoorwaarde,
        antwoord=antwoord,
        eisen=tuple(EisInPlan(eis, antwoord.eisen.get(str(eis.nr))) for eis in randvoorwaarde.eisen),
    )
