"""Which intervention runs in which quarter: the data of the bar picture in the planning chapter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.plan.interventies import InterventieInPlan

MAX_QUARTERS = 20
"""Beyond this number of columns the quarters are too narrow to read, and years take their place."""


@dataclass(frozen=True, slots=True)
class Vak:
    """A column of the bar picture: a quarter or a year."""

    begin: date
    eind: date
    """The first day after it."""
    jaar: int
    kwartaal: int | None
    """1 to 4; None when the column is a whole year."""


@dataclass(frozen=True, slots=True)
class Balk:
    """A row of the bar picture."""

    interventie: InterventieInPlan
    loopt: tuple[bool, ...]
    """For each column whether the intervention runs in it."""
    mijlpaal: tuple[bool, ...]
    """For each column whether it holds a milestone of the intervention."""


@dataclass(frozen=True, slots=True)
class Tijdbalk:
    """The bar picture."""

    vakken: tuple[Vak, ...]
    balken: tuple[Balk, ...]


def timeline(chosen: tuple[InterventieInPlan, ...], antwoorden: Antwoorden) -> Tijdbalk | None:
    """Return the bar picture, or None when no intervention has a start date."""
    planned = [item for item in chosen if item.antwoord.planning and item.antwoord.planning.start]
    if not planned:
        return None
    columns = _columns(*_range(planned, antwoorden))
    return Tijdbalk(columns, tuple(_bar(item, columns) for item in planned))


def _range(planned: list[InterventieInPlan], antwoorden: Antwoorden) -> tuple[int, int]:
    """Return the first and last year that the picture shows: those of the plan, else of the interventions."""
    years = [
        day.year
        for item in planned
        if (planning := item.antwoord.planning)
        for day in (planning.start, planning.eind)
        if day
    ]
    period = antwoorden.document.periode
    first = period.van if period and period.van else min(years)
    last = period.tot_en_met if period and period.tot_en_met else max(years)
    return first, max(first, last)


def _columns(first: int, last: int) -> tuple[Vak, ...]:
    years = range(first, last + 1)
    if len(years) * 4 > MAX_QUARTERS:
        return tuple(Vak(date(year, 1, 1), date(year + 1, 1, 1), year, None) for year in years)
    return tuple(_quarter(year, quarter) for year in years for quarter in (1, 2, 3, 4))


def _quarter(year: int, quarter: int) -> Vak:
    end = date(year + 1, 1, 1) if quarter == 4 else date(year, 3 * quarter + 1, 1)
    return Vak(date(year, 3 * quarter - 2, 1), end, year, quarter)


def _bar(item: InterventieInPlan, columns: tuple[Vak, ...]) -> Balk:
    planning = item.antwoord.planning
    start = planning.start if planning and planning.start else date.max
    end = planning.eind if planning and planning.eind else date.max
    moments = [milestone.wanneer for milestone in planning.mijlpalen if milestone.wanneer] if planning else []
    return Balk(
        item,
        tuple(start < column.eind and end >= column.begin for column in columns),
        tuple(any(column.begin <= day < column.eind for day in moments) for column in columns),
    )
