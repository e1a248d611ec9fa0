"""How much something is, as people give it: exactly, by approximation, between two bounds, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator import dutch

PM = "PM"
ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """An amount, a figure or a count; what is known of it, and how the plan says that."""

    laagste: Decimal | None
    """The lowest that it can be, or just what it is; None where there is no number at all."""
    hoogste: Decimal | None
    """The highest that it can be, or just what it is."""
    eenheid: str = ""
    """`€`, `%`, or empty."""
    bepaling: str = ""
    """What was said of the number: `ca.`, `ruim` or `maximaal`; empty where it is exact."""
    woord: str = ""
    """What stands in the place of a number: `PM`, `onbekend` or `een derde`."""

    def __str__(self) -> str:
        """Return it as the plan prints it."""
        return self.tekst

    @property
    def bekend(self) -> bool:
        """Tell whether there is a number."""
        return self.laagste is not None

    @property
    def exact(self) -> bool:
        """Tell whether it is one number and no other."""
        return self.bekend and self.laagste == self.hoogste and not self.bepaling

    @property
    def getal(self) -> Decimal | None:
        """The number; None where there is none, or where there are two."""
        return self.laagste if self.laagste == self.hoogste else None

    @property
    def tekst(self) -> str:
        """It as the plan prints it: `€ 412.000`, `ca. 14.000`, `47,6%`, `€ 10.000 tot € 15.000` or `PM`."""
        if self.laagste is None or self.hoogste is None:
            return self.woord
        if self.laagste == self.hoogste:
            return f"{self.bepaling} {self._shown(self.hoogste)}".strip()
        return f"{self._shown(self.laagste)} tot {self._shown(self.hoogste)}"

    def _shown(self, number: Decimal) -> str:
        return dutch.euro(int(number)) if self.eenheid == "€" else f"{dutch.getal(number)}{self.eenheid}"


def zoveel(number: Decimal | int, eenheid: str = "", bepaling: str = "") -> Hoeveelheid:
    """Return one number."""
    return Hoeveelheid(Decimal(number), Decimal(number), eenheid, bepaling)


def tussen(lowest: Decimal | int, highest: Decimal | int, eenheid: str = "") -> Hoeveelheid:
    """Return what lies between two numbers."""
    return Hoeveelheid(Decimal(lowest), Decimal(highest), eenheid)


def in_woorden(woord: str, eenheid: str = "") -> Hoeveelheid:
    """Return what has no number: `PM` or `onbekend`."""
    return Hoeveelheid(None, None, eenheid, "", woord)


def as_cost(bedrag: Hoeveelheid | None) -> int | None:
    """Return how much an amount counts as cost: the most that it can be; None where there is no number."""
    return None if bedrag is None or bedrag.hoogste is None else int(bedrag.hoogste)


def as_cover(bedrag: Hoeveelheid | None) -> int | None:
    """Return how much an amount counts as cover: the least that it can be; None where there is no number."""
    return None if bedrag is None or bedrag.laagste is None else int(bedrag.laagste)
