"""A region at a glance: what of each neighbourhood stands in the overview, and the totals of each municipality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.answers.questions import Status
    from generator.framework import Randvoorwaarde
    from generator.plan import Plan


@dataclass(frozen=True, slots=True)
class Geld:
    """Cost and cover of one plan or of several, in whole euros, over all years."""

    lasten: int = 0
    toegezegd: int = 0
    aangevraagd: int = 0
    onzeker: int = 0
    exact: bool = True
    """Whether every amount was one number; else some count as their plan says, or not at all."""

    def plus(self, other: Geld) -> Geld:
        """Return the sum of two."""
        return Geld(
            self.lasten + other.lasten,
            self.toegezegd + other.toegezegd,
            self.aangevraagd + other.aangevraagd,
            self.onzeker + other.onzeker,
            self.exact and other.exact,
        )


@dataclass(frozen=True, slots=True)
class WijkInStreek:
    """What of one plan stands in the overview; small, however long the plan is."""

    bestand: str
    """The answer file, as it is named from the folder of the region on."""
    gemeente: str
    wijk: str
    status: str
    """That of the plan, such as `concept`."""
    standen: Mapping[str, Status]
    """How each condition stands for the reader, by its id."""
    interventies: tuple[str, ...]
    principes: tuple[str, ...]
    """The principles that were confirmed or chosen."""
    voorgesteld: tuple[str, ...]
    """Those that are no more than a proposal of the framework."""
    geld: Geld | None
    """None where no amount was given."""
    open: int
    aandacht: int

    @property
    def op_orde(self) -> int:
        """How many conditions are in order."""
        return sum(stand == "op_orde" for stand in self.standen.values())


@dataclass(frozen=True, slots=True)
class GemeenteInStreek:
    """The neighbourhoods of one municipality."""

    naam: str
    wijken: tuple[WijkInStreek, ...]

    @property
    def geld(self) -> Geld | None:
        """The sum over the neighbourhoods that gave amounts."""
        return _sum(wijk.geld for wijk in self.wijken)

    @property
    def zonder_bedragen(self) -> int:
        """How many neighbourhoods gave no amount."""
        return sum(wijk.geld is None for wijk in self.wijken)

    @property
    def op_orde(self) -> int:
        """How many conditions are in order, of all neighbourhoods together."""
        return sum(wijk.op_orde for wijk in self.wijken)

    @property
    def open(self) -> int:
        """How many points are open."""
        return sum(wijk.open for wijk in self.wijken)


@dataclass(frozen=True, slots=True)
class Streek:
    """The region; templates see each field under its own name."""

    randvoorwaarden: tuple[Randvoorwaarde, ...]
    gemeenten: tuple[GemeenteInStreek, ...]
    niet_gelezen: tuple[str, ...]
    """The answer files that are not in it, because something in them is wrong."""

    @property
    def wijken(self) -> tuple[WijkInStreek, ...]:
        """All neighbourhoods, by municipality."""
        return tuple(wijk for gemeente in self.gemeenten for wijk in gemeente.wijken)

    @property
    def exact(self) -> bool:
        """Tell whether every amount was one number."""
        return all(wijk.geld.exact for wijk in self.wijken if wijk.geld)


def neighbourhood(plan: Plan, bestand: str, aandacht: int) -> WijkInStreek:
    """Return what of a plan stands in the overview.

    Args:
        plan: The plan.
        bestand: Its answer file.
        aandacht: How many points of attention there are.
    """
    begroting = plan.begroting
    geld = None
    if begroting is not None:
        lasten, dekking = begroting.lasten_totaal, (begroting.toegezegd, begroting.aangevraagd, begroting.onzeker)
        geld = Geld(lasten, *dekking, begroting.exact)
    return WijkInStreek(
        bestand=bestand,
        gemeente=plan.gemeentenaam,
        wijk=plan.antwoorden.wijk.naam,
        status=plan.antwoorden.document.status,
        standen={item.id: item.stand for item in plan.randvoorwaarden},
        interventies=tuple(item.titel for item in plan.interventies),
        principes=tuple(item.kader.titel for item in plan.principes if not item.alleen_voorgesteld),
        voorgesteld=tuple(item.kader.titel for item in plan.principes if item.alleen_voorgesteld),
        geld=geld,
        open=len(plan.open_punten),
        aandacht=aandacht,
    )


def by_municipality(
    wijken: Iterable[WijkInStreek], randvoorwaarden: tuple[Randvoorwaarde, ...], niet_gelezen: Iterable[str]
) -> Streek:
    """Return the region: municipalities and neighbourhoods in the order of the alphabet.

    Args:
        wijken: The neighbourhoods.
        randvoorwaarden: The conditions of the framework.
        niet_gelezen: The files that could not be read.
    """
    groups: dict[str, list[WijkInStreek]] = {}
    for wijk in sorted(wijken, key=lambda item: (item.gemeente.casefold(), item.wijk.casefold(), item.bestand)):
        groups.setdefault(wijk.gemeente.casefold(), []).append(wijk)
    gemeenten = (GemeenteInStreek(group[0].gemeente, tuple(group)) for group in groups.values())
    return Streek(randvoorwaarden, tuple(gemeenten), tuple(niet_gelezen))


def _sum(amounts: Iterable[Geld | None]) -> Geld | None:
    total = None
    for geld in amounts:
        if geld is not None:
            total = geld if total is None else total.plus(geld)
    return total
