"""Cost and cover per year, with their totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.answers.uitvoering import Financien

_MOST_SOURCES = 6
"""More colours than this nobody tells apart."""


@dataclass(frozen=True, slots=True)
class Bedragenregel:
    """Amounts of one item, in whole euros."""

    naam: str | None
    kenmerk: str | None
    """For cost: incidental or structural; for cover: its status."""
    bedragen: tuple[int | None, ...]
    """One per year of the budget; None where no amount was given."""
    sleutel: str

    @property
    def totaal(self) -> int:
        """The sum over the years."""
        return sum(amount or 0 for amount in self.bedragen)


@dataclass(frozen=True, slots=True)
class Begroting:
    """The money of the plan, in whole euros."""

    jaren: tuple[int, ...]
    lasten: tuple[Bedragenregel, ...]
    dekking: tuple[Bedragenregel, ...]

    @property
    def lasten_per_jaar(self) -> tuple[int, ...]:
        """The cost of each year."""
        return _per_year(self.lasten, len(self.jaren))

    @property
    def dekking_per_jaar(self) -> tuple[int, ...]:
        """The cover of each year."""
        return _per_year(self.dekking, len(self.jaren))

    @property
    def dekking_in_beeld(self) -> bool:
        """Tell whether a chart of the cover says something: a few sources, all with a name, in several years."""
        names = [line.naam for line in self.dekking]
        return len(self.jaren) > 1 and len(names) <= _MOST_SOURCES and all(names) and any(self.dekking_per_jaar)

    @property
    def saldo_per_jaar(self) -> tuple[int, ...]:
        """Cover minus cost of each year."""
        return tuple(cover - cost for cover, cost in zip(self.dekking_per_jaar, self.lasten_per_jaar, strict=True))


def budget(financien: Financien | None) -> Begroting | None:
    """Return the budget, or None when no amount was answered at all."""
    if financien is None:
        return None
    amounts = [*(item.bedragen for item in financien.lasten), *(item.bedragen for item in financien.dekking)]
    years = tuple(sorted({year for item in amounts for year in item}))
    if not years:
        return None
    cost = (
        _line(item.post, item.soort, item.bedragen, years, f"financien.lasten[{number}]")
        for number, item in enumerate(financien.lasten, 1)
    )
    cover = (
        _line(item.bron, item.status, item.bedragen, years, f"financien.dekking[{number}]")
        for number, item in enumerate(financien.dekking, 1)
    )
    return Begroting(years, tuple(cost), tuple(cover))


def _line(
    name: str | None, kind: str | None, amounts: Mapping[int, int], years: Iterable[int], key: str
) -> Bedragenregel:
    return Bedragenregel(name, kind, tuple(amounts.get(year) for year in years), key)


def _per_year(lines: tuple[Bedragenregel, ...], count: int) -> tuple[int, ...]:
    return tuple(sum(line.bedragen[index] or 0 for line in lines) for index in range(count))
