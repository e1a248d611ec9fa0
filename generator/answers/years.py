"""The years that a plan is about: those of its planning, and those of its money."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.answers.uitvoering import Dekking, Financien, Last

MOST_YEARS = 60
"""Word takes 63 columns in a table; a plan of more years than these is a slip of the pen."""


def planned_years(antwoorden: Antwoorden) -> range:
    """Return the years of the planning: those of the plan, else from the first start to the last end; maybe none."""
    jaren = [
        jaar
        for interventie in antwoorden.interventies
        if (planning := interventie.planning) and planning.start
        for moment in (planning.start, planning.eind)
        if moment
        for jaar in moment.jaren()
    ]
    periode = antwoorden.document.periode
    first = periode.van if periode and periode.van else min(jaren, default=None)
    last = periode.tot_en_met if periode and periode.tot_en_met else max(jaren, default=first)
    if first is None or last is None:
        return range(0)
    return range(first, max(first, last) + 1)


def budget_years(financien: Financien | None) -> tuple[int, ...]:
    """Return the years in which there is cost or cover, in order."""
    if financien is None:
        return ()
    regels: tuple[Last | Dekking, ...] = (*financien.lasten, *financien.dekking)
    return tuple(sorted({jaar for regel in regels for jaar in regel.bedragen}))
