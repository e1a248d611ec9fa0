"""What can be wrong with the page or the house style that a document is made of."""

from __future__ import annotations


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
