"""Which intervention runs in which quarter: the data of the bar picture in the planning chapter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from generator.answers.years import MOST_YEARS, planned_years
from generator.dutch import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answers import Antwoorden
    from generator.answers.kinds.moment import Moment
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

    @property
    def naam(self) -> str:
        """What it is called: `2026 K2`, or `2026`."""
        return f"{self.jaar} K{self.kwartaal}" if self.kwartaal else str(self.jaar)


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
    mijlpaal: tuple[bool, ...]
    """For each column whether it holds a milestone of the approach as a whole."""
    besluit: tuple[bool, ...]
    """For each column whether the decision is in it."""

    @property
    def jaren(self) -> tuple[tuple[int, int], ...]:
        """Each year with the number of its columns."""
        return tuple(Counter(vak.jaar for vak in self.vakken).items())

    def in_woorden(self, gevuld: tuple[bool, ...]) -> str:
        """Return in words which columns are filled, such as `2026 K2 tot en met 2027 K4`."""
        reeksen = groupby(zip(self.vakken, gevuld, strict=True), key=itemgetter(1))
        gekozen = [[vak.naam for vak, _ in reeks] for is_gevuld, reeks in reeksen if is_gevuld]
        return opsomming([" tot en met ".join(dict.fromkeys((namen[0], namen[-1]))) for namen in gekozen])


def timeline(interventies: tuple[InterventieInPlan, ...], antwoorden: Antwoorden) -> Tijdbalk | None:
    """Return the bar picture, or None when no intervention has a start date, or no table can show the years."""
    gepland = [item for item in interventies if has_start(item)]
    if not gepland:
        return None
    jaren = planned_years(antwoorden)
    if not jaren or len(jaren) > MOST_YEARS:
        return None
    vakken = _columns(jaren)
    return Tijdbalk(
        vakken,
        tuple(_bar(interventie, vakken) for interventie in gepland),
        _holding(vakken, [mijlpaal.wanneer for mijlpaal in antwoorden.planning]),
        _holding(vakken, [antwoorden.besluit.datum_college] if antwoorden.besluit else []),
    )


def has_start(interventie: InterventieInPlan) -> bool:
    """Tell whether it is known when an intervention starts."""
    start = interventie.antwoord.planning.start if interventie.antwoord.planning else None
    return start is not None and not start.onbekend


def _columns(jaren: range) -> tuple[Vak, ...]:
    if len(jaren) * 4 > MAX_QUARTERS:
        return tuple(Vak(date(jaar, 1, 1), date(jaar + 1, 1, 1), jaar, None) for jaar in jaren)
    return tuple(_quarter(jaar, kwartaal) for jaar in jaren for kwartaal in (1, 2, 3, 4))


def _quarter(jaar: int, kwartaal: int) -> Vak:
    eind = date(jaar + 1, 1, 1) if kwartaal == 4 else date(jaar, 3 * kwartaal + 1, 1)
    return Vak(date(jaar, 3 * kwartaal - 2, 1), eind, jaar, kwartaal)


def _bar(interventie: InterventieInPlan, vakken: tuple[Vak, ...]) -> Balk:
    """Return the row of an intervention: from the first day of its start to the last day of its end.

    A milestone stands where its time ends: one in `2026` in the last quarter of that year.
    """
    planning = interventie.antwoord.planning
    start = planning.start.begin if planning and planning.start else date.max
    eind = planning.eind.eind if planning and planning.eind else date.max
    mijlpalen = [mijlpaal.wanneer for mijlpaal in planning.mijlpalen] if planning else []
    return Balk(
        interventie,
        tuple(start < vak.eind and eind >= vak.begin for vak in vakken),
        _holding(vakken, mijlpalen),
    )


def _holding(vakken: tuple[Vak, ...], momenten: Iterable[Moment | None]) -> tuple[bool, ...]:
    """Return for each column whether one of the moments ends in it."""
    dagen = [moment.eind for moment in momenten if moment]
    return tuple(any(vak.begin <= dag < vak.eind for dag in dagen) for vak in vakken)
