"""Which chapters and annexes a plan has: a chapter without any answer is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.plan.tijdbalk import has_start

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.plan.acties import ActieInPlan
    from generator.plan.interventies import InterventieInPlan
    from generator.plan.punten import OpenPunt


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An annex: the name of its template and its letter."""

    naam: str
    letter: str


CHAPTERS = (
    "plan_op_een_a4",
    "inleiding",
    "wijk",
    "doelen",
    "randvoorwaarden",
    "interventies",
    "principes",
    "organisatie",
    "informatiedeling",
    "communicatie",
    "planning",
    "financien",
    "monitoring",
    "risicos",
    "besluit",
)
"""The names of the chapters, in the usual order."""

INDISPENSABLE = ("randvoorwaarden", "interventies", "principes")
"""The chapters that every plan has: together they cover the framework."""

APPENDICES = ("eisen", "actielijst", "startvragen", "open_punten", "begrippen", "bronnen", "kader_volledig")
"""The names of the annexes, in the usual order."""

_EVERY_PLAN = "eisen"
"""The annex that every plan has: it holds what the framework asks, and how that stands."""


def chapters(
    antwoorden: Antwoorden, interventies: tuple[InterventieInPlan, ...], order: tuple[str, ...] = CHAPTERS
) -> tuple[str, ...]:
    """Return the names of the chapter templates, in order.

    The introduction and the chapters on conditions, interventions and principles need no answers.

    Args:
        antwoorden: The answers.
        interventies: The interventions in the plan.
        order: The chapters that the house style wants, in its order.
    """
    present = {
        "inleiding": True,
        "wijk": _describes(antwoorden),
        "doelen": bool(antwoorden.doelen or antwoorden.kader),
        "randvoorwaarden": True,
        "interventies": True,
        "principes": True,
        "organisatie": antwoorden.organisatie is not None,
        "informatiedeling": antwoorden.informatiedeling is not None,
        "communicatie": bool(antwoorden.communicatie or antwoorden.participatie),
        "planning": bool(antwoorden.planning or any(map(has_start, interventies))),
        "financien": antwoorden.financien is not None,
        "monitoring": antwoorden.monitoring is not None,
        "risicos": bool(antwoorden.risicos),
        "besluit": antwoorden.besluit is not None,
        "plan_op_een_a4": any(interventie.doelen for interventie in interventies),
    }
    return tuple(name for name in order if present[name])


def appendices(
    antwoorden: Antwoorden,
    acties: tuple[ActieInPlan, ...],
    open_punten: tuple[OpenPunt, ...],
    order: tuple[str, ...] = APPENDICES,
) -> tuple[Bijlage, ...]:
    """Return the annexes that were asked for and have something in them, in `order`, lettered from A."""
    order = order if _EVERY_PLAN in order else (_EVERY_PLAN, *order)
    gevraagd = antwoorden.bijlagen
    present = {
        "eisen": True,
        "actielijst": gevraagd.actielijst and bool(acties),
        "startvragen": gevraagd.startvragen and bool(antwoorden.interventies),
        "open_punten": gevraagd.open_punten and bool(open_punten),
        "begrippen": bool(antwoorden.begrippen),
        "bronnen": gevraagd.bronnen,
        "kader_volledig": gevraagd.kader_volledig,
    }
    names = [name for name in order if present[name]]
    return tuple(Bijlage(name, chr(ord("A") + index)) for index, name in enumerate(names))


def _describes(antwoorden: Antwoorden) -> bool:
    """Tell whether the neighbourhood is described, in words, figures or pictures."""
    wijk, beeld = antwoorden.wijk, antwoorden.beeld
    is_shown = beeld is not None and bool(beeld.kaart or beeld.fotos)
    return is_shown or bool(wijk.cijfers or wijk.beleving or wijk.krachtenveld or wijk.afbakening or wijk.inwoners)
