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


def sources(
    bouwstenen: tuple[BouwsteenInPlan, ...], principes: tuple[PrincipeInPlan, ...], kader: Framework
) -> tuple[BronInPlan, ...]:
    """Return the sources: studies under their own number, reading tips under the numbers after those, each once."""
    studies = tuple(
        BronInPlan(studie.nr, studie.verwijzing, "nl", "", tuple(_at_conditions(studie.nr, bouwstenen)))
        for studie in kader.bronnen
    )
    leestips = {leestip.verwijzing: leestip for principe in principes for leestip in principe.kader.leestips}
    first = max((studie.nr for studie in studies), default=0) + 1
    return studies + tuple(
        BronInPlan(
            nr, leestip.verwijzing, leestip.taal, leestip.kort, tuple(_at_principles(leestip.verwijzing, principes))
        )
        for nr, leestip in enumerate(leestips.values(), first)
    )


def _at_conditions(nr: int, bouwstenen: tuple[BouwsteenInPlan, ...]) -> Iterator[Vermelding]:
    for bouwsteen in bouwstenen:
        for randvoorwaarde in bouwsteen.randvoorwaarden:
            if any(nr in item.eis.bronnen for item in randvoorwaarde.eisen):
                yield Vermelding(randvoorwaarde.kader.titel, f"eisen-{randvoorwaarde.id}")


def _at_principles(verwijzing: str, principes: tuple[PrincipeInPlan, ...]) -> Iterator[Vermelding]:
    for principe in principes:
        if any(leestip.verwijzing == verwijzing for leestip in principe.kader.leestips):
            yield Vermelding(principe.kader.titel, f"principe-{principe.id}")
