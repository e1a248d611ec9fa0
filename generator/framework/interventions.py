"""The second half of the framework: interventions, start questions and working principles."""

from __future__ import annotations

from typing import Literal

from generator.framework.conditions import Onderdeel


class Interventiecategorie(Onderdeel):
    """A category of interventions."""

    id: str
    titel: str


class VoorgesteldPrincipe(Onderdeel):
    """A proposal, not from the source: a principle that plausibly works in an intervention."""

    principe: str
    """The id of the principle."""
    sterkte: Literal["hoofd", "ondersteunend"]
    argument: str


class Interventie(Onderdeel):
    """An intervention that municipalities of the learning circle use."""

    id: str
    titel: str
    categorie: str
    """The id of its category."""
    bron: str
    doel: str
    beoogd_resultaat: str
    voorgestelde_principes: tuple[VoorgesteldPrincipe, ...]
    juridisch: str | None = None
    """A point of law to have checked; not from the source."""


class Startvraag(Onderdeel):
    """A question that helps to discover what works in an intervention."""

    id: str
    nr: int
    vraag: str


class Leestip(Onderdeel):
    """A reading tip."""

    verwijzing: str
    """The reference in full, as far as the source can be read."""
    taal: Literal["nl", "en"]

    @property
    def kort(self) -> str:
        """The authors and the year, as a text refers to it."""
        return self.verwijzing.partition(")")[0] + ")"


class WerkzaamPrincipe(Onderdeel):
    """A working principle: why an intervention has effect."""

    id: str
    nr: int
    titel: str
    bron: str
    hoe_werkt_het: tuple[str, ...]
    toepassen: tuple[str, ...]
    let_op: tuple[str, ...]
    theorie: tuple[str, ...] = ()
    """Its names in the theory."""
    leestips: tuple[Leestip, ...] = ()
    praktijkverhaal_gemeente: str
    """The municipality that tells a practice story about it."""
