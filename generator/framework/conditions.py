"""The first half of the framework: studies, building blocks and conditions."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Onderdeel(BaseModel):
    """A part of the framework: immutable, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Studie(Onderdeel):
    """A study that the conditions rest on."""

    id: str
    nr: int
    """The number that requirements refer to: 1, 2 or 3."""
    verwijzing: str
    """The reference in full."""


class Bouwsteen(Onderdeel):
    """A building block: a group of conditions."""

    id: str
    titel: str
    plaats: int
    """Its place in the building, 1 at the bottom."""
    toelichting: str


class Eis(Onderdeel):
    """A requirement: something that a condition asks for."""

    id: str
    """The id of the condition, a dot and the number."""
    nr: int
    tekst: str
    """Completes the lead-in of the condition, so it starts without a capital."""
    bronnen: tuple[int, ...] = ()
    """The numbers of the studies it comes from, where the source can be read."""


class Actie(Onderdeel):
    """An action that the framework proposes."""

    id: str
    """The id of the condition, `.actie.` and the number."""
    nr: int
    tekst: str


class Randvoorwaarde(Onderdeel):
    """A condition that must be in order before an approach can work."""

    id: str
    nr: int
    titel: str
    bouwsteen: str
    """The id of its building block."""
    bron: str
    """The section of the source."""
    toelichting: str
    """Why it matters."""
    vraagt_om: str
    """The lead-in to the requirements."""
    eisen: tuple[Eis, ...]
    acties: tuple[Actie, ...]
    praktijkervaringen: tuple[str, ...] = ()
    """What the learning circle saw, in our own words."""
