"""What can be wrong with the house style that a document is made in."""

from __future__ import annotations

from dataclasses import dataclass


class HouseStyleError(Exception):
    """The house style cannot be used; the message says in Dutch what it is, the remedy what to do."""

    def __init__(self, melding: str, oplossing: str) -> None:
        """Keep both sentences."""
        super().__init__(f"{melding} {oplossing}")
        self.melding = melding
        self.oplossing = oplossing


@dataclass(frozen=True, slots=True)
class PlaceholderFault:
    """A wrong placeholder in the Word file of a house style."""

    part: str
    """Where it stands, in Dutch: `de koptekst`."""
    words: str
    """The placeholder with the words around it."""
    melding: str
    oplossing: str


class PlaceholdersError(Exception):
    """Placeholders of the house style are wrong; carries all of them."""

    def __init__(self, faults: tuple[PlaceholderFault, ...]) -> None:
        """Keep the faults."""
        super().__init__("; ".join(fault.melding for fault in faults))
        self.faults = faults
