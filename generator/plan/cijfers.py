"""Which figures of the neighbourhood fit in one chart: those of one unit, and one over several years.

Figures of different units never share an axis, and a count in the neighbourhood is not set beside that in the whole
municipality, of which it is a part: that would say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answers.wijk import Cijfer

_PER = re.compile(r"\bper [\d.]+ \w+")
_ENOUGH = 2
"""So many figures are worth a chart."""


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
    known = [(row, item) for row, item in enumerate(cijfers, 1) if item.indicator and item.wijk is not None]
    over_years = list(_over_years(known))
    shown = {row for chart in over_years for row in chart.rijen}
    return (*_side_by_side([pair for pair in known if pair[0] not in shown]), *over_years)


def _side_by_side(known: list[tuple[int, Cijfer]]) -> Iterator[Cijfergrafiek]:
    groups: dict[str, list[tuple[int, Cijfer]]] = {}
    for row, item in known:
        unit = _unit(item)
        if unit and item.gemeente is not None:
            groups.setdefault(unit, []).append((row, item))
    for unit, pairs in groups.items():
        if len(pairs) >= _ENOUGH:
            rows, items = zip(*pairs, strict=True)
            yield Cijfergrafiek(unit, rows, items, per_jaar=False, naast_gemeente=True)


def _over_years(known: list[tuple[int, Cijfer]]) -> Iterator[Cijfergrafiek]:
    groups: dict[str, dict[int, tuple[int, Cijfer]]] = {}
    for row, item in known:
        if item.jaar is not None:
            groups.setdefault((item.indicator or "").strip().casefold(), {})[item.jaar] = (row, item)
    for years in groups.values():
        if len(years) >= _ENOUGH:
            rows, items = zip(*(years[year] for year in sorted(years)), strict=True)
            unit = _unit(items[0])
            beside = bool(unit) and all(item.gemeente is not None for item in items)
            yield Cijfergrafiek(unit, rows, items, per_jaar=True, naast_gemeente=beside)


def _unit(item: Cijfer) -> str:
    """Return the unit that the name of an indicator gives; empty for a count."""
    name = (item.indicator or "").casefold()
    if "%" in name or "procent" in name:
        return "procenten"
    if "rapportcijfer" in name:
        return "rapportcijfers"
    per = _PER.search(name)
    return per.group() if per else ""
