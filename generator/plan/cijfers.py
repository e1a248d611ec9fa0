"""Which figures of the neighbourhood fit in one chart: those of one unit, and one over several years.

Figures of different units never share an axis, and a count in the neighbourhood is not set beside that in the whole
municipality, of which it is a part: that would say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answers.kinds import Moment
    from generator.answers.wijk import Cijfer

_PER = re.compile(r"\bper [\d.]+ \w+")
_ENOUGH = 2
"""So many figures are worth a chart."""
_WORTH_TELLING = Decimal("1.2")
"""A neighbourhood that differs this many times from the municipality, or more, is a story."""


@dataclass(frozen=True, slots=True)
class Cijfergrafiek:
    """Figures that one chart shows."""

    eenheid: str
    """`procenten`, `rapportcijfers`, `per 1.000 inwoners`; empty for a count."""
    rijen: tuple[int, ...]
    """Which of the figures, from 1."""
    cijfers: tuple[Cijfer, ...]
    per_jaar: bool
    """Whether it shows one figure over the years, else several of one unit."""
    naast_gemeente: bool
    """Whether the whole municipality is beside it."""

    @property
    def indicator(self) -> str:
        """What is measured, of figures over the years."""
        return (self.cijfers[0].indicator or "").strip()


def figure_charts(cijfers: Iterable[Cijfer]) -> tuple[Cijfergrafiek, ...]:
    """Return the charts that the figures are enough for: first those of one unit, then those over the years."""
    known = [
        (row, cijfer) for row, cijfer in enumerate(cijfers, 1) if cijfer.indicator and cijfer.wijk and cijfer.wijk.exact
    ]
    over_years = list(_over_years(known))
    shown = {row for chart in over_years for row in chart.rijen}
    return (*_side_by_side([pair for pair in known if pair[0] not in shown]), *over_years)


def telling_figures(cijfers: Iterable[Cijfer]) -> tuple[Cijfer, ...]:
    """Return the figures that tell most, the strongest first: where the neighbourhood differs most from the whole.

    Of a figure over several years only the last counts, and a count is never compared with the whole of which it is a
    part.
    """
    latest: dict[tuple[str, str], Cijfer] = {}
    for cijfer in cijfers:
        name = _measured(cijfer)
        if cijfer.indicator and cijfer.wijk and cijfer.wijk.exact and _unit(cijfer) and _beside(cijfer):
            before = latest.get(name)
            if before is None or _is_later(cijfer, before):
                latest[name] = cijfer
    strongest = sorted(latest.values(), key=_difference, reverse=True)
    return tuple(cijfer for cijfer in strongest if _difference(cijfer) >= _WORTH_TELLING)


def _is_later(cijfer: Cijfer, before: Cijfer) -> bool:
    if cijfer.jaar is None or before.jaar is None:
        return before.jaar is None
    return cijfer.jaar.als_start > before.jaar.als_start


def _difference(cijfer: Cijfer) -> Decimal:
    """Return how many times the larger of the two figures holds the smaller; 0 where that cannot be said."""
    pair = [side.getal for side in (cijfer.wijk, cijfer.gemeente) if side is not None and side.getal is not None]
    return max(pair) / min(pair) if len(pair) == 2 and min(pair) > 0 else Decimal(0)


def _side_by_side(known: list[tuple[int, Cijfer]]) -> Iterator[Cijfergrafiek]:
    groups: dict[str, list[tuple[int, Cijfer]]] = {}
    for row, cijfer in known:
        eenheid = _unit(cijfer)
        if eenheid and not cijfer.gebied and _beside(cijfer):
            groups.setdefault(eenheid, []).append((row, cijfer))
    for eenheid, pairs in groups.items():
        if len(pairs) >= _ENOUGH:
            rijen, cijfers = zip(*pairs, strict=True)
            yield Cijfergrafiek(eenheid, rijen, cijfers, per_jaar=False, naast_gemeente=True)


def _over_years(known: list[tuple[int, Cijfer]]) -> Iterator[Cijfergrafiek]:
    groups: dict[tuple[str, str], dict[Moment, tuple[int, Cijfer]]] = {}
    for row, cijfer in known:
        if cijfer.jaar is not None and not cijfer.jaar.onbekend:
            groups.setdefault(_measured(cijfer), {})[cijfer.jaar] = (row, cijfer)
    for jaren in groups.values():
        if len(jaren) >= _ENOUGH:
            rijen, cijfers = zip(*(jaren[jaar] for jaar in sorted(jaren, key=attrgetter("als_start"))), strict=True)
            eenheid = _unit(cijfers[0])
            naast_gemeente = bool(eenheid) and all(map(_beside, cijfers))
            yield Cijfergrafiek(eenheid, rijen, cijfers, per_jaar=True, naast_gemeente=naast_gemeente)


def _measured(cijfer: Cijfer) -> tuple[str, str]:
    """Return what a figure measures, and in which part of the neighbourhood."""
    return (cijfer.indicator or "").strip().casefold(), cijfer.gebied or ""


def _beside(cijfer: Cijfer) -> bool:
    return cijfer.gemeente is not None and cijfer.gemeente.exact


def _unit(cijfer: Cijfer) -> str:
    """Return the unit that a figure or the name of its indicator gives; empty for a count."""
    indicator = (cijfer.indicator or "").casefold()
    if (cijfer.wijk and cijfer.wijk.eenheid) or "%" in indicator or "procent" in indicator:
        return "procenten"
    if "rapportcijfer" in indicator:
        return "rapportcijfers"
    per = _PER.search(indicator)
    return per.group() if per else ""
