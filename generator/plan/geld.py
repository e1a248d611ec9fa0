"""Cost and cover per year, with their totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.answers.kinds.hoeveelheid import as_cost, as_cover
from generator.answers.years import budget_years

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.answers.kinds import Hoeveelheid
    from generator.answers.uitvoering import Dekking, Financien, Last

_MOST_SOURCES = 6
"""More colours than this nobody tells apart."""


_MOST_YEARS_ACROSS = 6
"""More columns with amounts than this no page has room for."""


@dataclass(frozen=True, slots=True)
class Bedragenregel:
    """Amounts of one item, in whole euros."""

    antwoord: Last | Dekking
    naam: str | None
    """What is paid for, or where the money comes from."""
    gegeven: tuple[Hoeveelheid | None, ...]
    """What was answered for each year of the budget; None where nothing was."""
    bedragen: tuple[int | None, ...]
    """What counts in the totals; None where no amount was given, or only a word such as `PM`."""

    @property
    def totaal(self) -> int:
        """The sum over the years."""
        return sum(bedrag or 0 for bedrag in self.bedragen)


@dataclass(frozen=True, slots=True)
class Begroting:
    """The money of the plan, in whole euros."""

    jaren: tuple[int, ...]
    lasten: tuple[Bedragenregel, ...]
    dekking: tuple[Bedragenregel, ...]

    @property
    def jaarblokken(self) -> tuple[tuple[int, ...], ...]:
        """The years in blocks that fit beside each other in a table: one, or some of about the same length."""
        count = -(-len(self.jaren) // _MOST_YEARS_ACROSS)
        length = -(-len(self.jaren) // count)
        return tuple(self.jaren[start : start + length] for start in range(0, len(self.jaren), length))

    @property
    def lasten_per_jaar(self) -> tuple[int, ...]:
        """The cost of each year."""
        return _per_year(self.lasten, len(self.jaren))

    @property
    def dekking_per_jaar(self) -> tuple[int, ...]:
        """The cover of each year."""
        return _per_year(self.dekking, len(self.jaren))

    @property
    def lasten_totaal(self) -> int:
        """The cost of all years."""
        return sum(self.lasten_per_jaar)

    @property
    def toegezegd(self) -> int:
        """The cover that is certain."""
        return self._cover("toegezegd")

    @property
    def aangevraagd(self) -> int:
        """The cover that was applied for."""
        return self._cover("aangevraagd")

    @property
    def onzeker(self) -> int:
        """The cover that is uncertain, or of which nobody said how certain it is."""
        return self._cover("onzeker", None)

    @property
    def ongedekt(self) -> int:
        """The cost that has no cover at all, over the years that fall short."""
        return -sum(min(saldo, 0) for saldo in self.saldo_per_jaar)

    @property
    def zeker(self) -> bool:
        """Tell whether the cost of every year is one number that is covered by money that is certain."""
        return self.exact and bool(self.lasten) and self.eerste_jaar_onzeker is None

    @property
    def eerste_jaar_onzeker(self) -> int | None:
        """The first year whose cost is more than the cover that is certain; None where there is none."""
        certain = _per_year(self._with("toegezegd"), len(self.jaren))
        short = (
            jaar
            for jaar, last, dekking in zip(self.jaren, self.lasten_per_jaar, certain, strict=True)
            if dekking < last
        )
        return next(short, None)

    @property
    def eerste_jaar_zonder_dekking(self) -> int | None:
        """The first year whose cost is more than all cover, certain or not; None where there is none."""
        return next((jaar for jaar, saldo in zip(self.jaren, self.saldo_per_jaar, strict=True) if saldo < 0), None)

    def _with(self, *status: str | None) -> tuple[Bedragenregel, ...]:
        return tuple(regel for regel in self.dekking if getattr(regel.antwoord, "status", None) in status)

    def _cover(self, *status: str | None) -> int:
        return sum(regel.totaal for regel in self._with(*status))

    @property
    def exact(self) -> bool:
        """Tell whether every amount is one number, so that the totals are as well."""
        return all(bedrag.exact for bedrag in self._given)

    @property
    def telling(self) -> str:
        """How amounts that are no single number count in the totals, in sentences; empty where there are none."""
        woorden = " of ".join(sorted({bedrag.woord for bedrag in self._given if bedrag.woord}))
        said = [f"Een bedrag dat {woorden} is, telt niet mee in de totalen."] if woorden else []
        if any(bedrag.laagste != bedrag.hoogste for bedrag in self._given):
            said.append("Van twee grenzen telt bij de lasten de hoogste mee, en bij de dekking de laagste.")
        if any(bedrag.bepaling for bedrag in self._given):
            said.append("Een bedrag dat niet precies vaststaat, telt mee zoals het er staat.")
        return " ".join(said)

    @property
    def dekking_in_beeld(self) -> bool:
        """Tell whether a chart of the cover says something: a few named sources, in several years of one table."""
        if len(self.jaarblokken) > 1:
            return False
        namen = [regel.naam for regel in self.dekking]
        if not all(bedrag.exact for regel in self.dekking for bedrag in regel.gegeven if bedrag is not None):
            return False
        return len(self.jaren) > 1 and len(namen) <= _MOST_SOURCES and all(namen) and any(self.dekking_per_jaar)

    @property
    def _given(self) -> tuple[Hoeveelheid, ...]:
        return tuple(
            bedrag for regel in (*self.lasten, *self.dekking) for bedrag in regel.gegeven if bedrag is not None
        )

    @property
    def saldo_per_jaar(self) -> tuple[int, ...]:
        """Cover minus cost of each year."""
        return tuple(dekking - last for dekking, last in zip(self.dekking_per_jaar, self.lasten_per_jaar, strict=True))


def budget(financien: Financien | None) -> Begroting | None:
    """Return the budget, or None when no amount was answered at all."""
    jaren = budget_years(financien)
    if financien is None or not jaren:
        return None
    return Begroting(
        jaren,
        tuple(_line(last, last.post, jaren, as_cost) for last in financien.lasten),
        tuple(_line(dekking, dekking.bron, jaren, as_cover) for dekking in financien.dekking),
    )


def _line(
    antwoord: Last | Dekking,
    naam: str | None,
    jaren: tuple[int, ...],
    counted: Callable[[Hoeveelheid | None], int | None],
) -> Bedragenregel:
    gegeven = tuple(antwoord.bedragen.get(jaar) for jaar in jaren)
    return Bedragenregel(antwoord, naam, gegeven, tuple(counted(bedrag) for bedrag in gegeven))


def _per_year(regels: tuple[Bedragenregel, ...], count: int) -> tuple[int, ...]:
    return tuple(sum(regel.bedragen[index] or 0 for regel in regels) for index in range(count))
