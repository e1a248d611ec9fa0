"""What can be wrong with the page or the house style that a document is made of."""

from __future__ import annotations

from dataclasses import dataclass


class PageError(Exception):
    """The page holds something that the writer has no translation for: a fault in a template."""

    def __init__(self, line: int, melding: str) -> None:
        """Keep the line in the page, from 1, and what is wrong, in Dutch."""
        super().__init__(f"regel {line} van de pagina: {melding}")
        self.line = line
        self.melding = melding


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
