"""The sources of the plan in one numbered list: studies behind the conditions, then reading tips on the principles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.framework import Framework
    from generator.plan.principes import PrincipeInPlan
    from generator.plan.randvoorwaarden import BouwsteenInPlan


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A place in the plan that names a source."""

    titel: str
    anker: str
    """The id of the heading there."""


@dataclass(frozen=True, slots=True)
class BronInPlan:
    """A source and where the plan names it."""

    nr: int
    verwijzing: str
    taal: str
    kort: str
    """The source in a few words; empty for a study, which is named by its number alone."""
    vermeldingen: tuple[Vermelding, ...]

    def genoemd_bij(self, anker: str) -> bool:
        """Tell whether the source is named under the heading with this id."""
        return any(place.anker == anker for place in self.vermeldingen)


def sources(
    blocks: tuple[BouwsteenInPlan, ...], principles: tuple[PrincipeInPlan, ...], kader: Framework
) -> tuple[BronInPlan, ...]:
    """Return the sources: studies under their own number, reading tips under the numbers after those, each once."""
    studies = tuple(
        BronInPlan(study.nr, study.verwijzing, "nl", "", tuple(_conditions(study.nr, blocks)))
        for study in kader.bronnen
    )
    tips = {tip.verwijzing: tip for principle in principles for tip in principle.kader.leestips}
    first = max((study.nr for study in studies), default=0) + 1
    return studies + tuple(
        BronInPlan(number, tip.verwijzing, tip.taal, tip.kort, tuple(_principles(tip.verwijzing, principles)))
        for number, tip in enumerate(tips.values(), first)
    )


def _conditions(number: int, blocks: tuple[BouwsteenInPlan, ...]) -> Iterator[Vermelding]:
    for block in blocks:
        for condition in block.randvoorwaarden:
            if any(number in item.eis.bronnen for item in condition.eisen):
                yield Vermelding(condition.kader.titel, f"randvoorwaarde-{condition.id}")


def _principles(reference: str, principles: tuple[PrincipeInPlan, ...]) -> Iterator[Vermelding]:
    for principle in principles:
        if any(tip.verwijzing == reference for tip in principle.kader.leestips):
            yield Vermelding(principle.kader.titel, f"principe-{principle.id}")
