"""What stands behind the text of a cell or box, and the character style that can be read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.colours import BLACK, ENOUGH, WHITE, contrast, nearest
from generator.word.reading.inheritance import WHOLE_TABLE
from generator.word.styling.style_sheet import Draft, colour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.word.styling.look import Eye
    from generator.word.styling.style_sheet import TemplateSheet


class Ground(Struct, frozen=True):
    """What is behind a text."""

    fill: str = ""
    """Six hexadecimal digits; empty for the page."""
    ink: str = ""
    """The colour that a table style gives text there, empty for none: LibreOffice prefers it to that of a word."""


PAGE = Ground()
HEAD = ("firstRow",)
CORNER = ("nwCell", "firstCol", "firstRow")
_OF_TEXT = ("firstCol", "lastRow", "band1Horz", "band2Horz", "swCell")
"""The parts of a table in which its text stands; the head has styles of its own."""
_HEADS = frozenset({"tabelkop", "tabelkopgetal", "planningkop"})
IN_TABLES = _HEADS | {"tabeltekst", "tabelgetal", "tabelopsomming", "planningcel", "planningrij"}
"""Roles of text that always stands in a table."""


class Grounds:
    """The grounds in one template, and the styles for words on them."""

    def __init__(self, sheet: TemplateSheet, eye: Eye, own_name: Callable[[str], str]) -> None:
        """Keep where colours come from; `own_name` gives a free name for a style of a role."""
        self._sheet = sheet
        self._eye = eye
        self._own_name = own_name
        self._behind: dict[tuple[str, tuple[str, ...]], Ground] = {}
        self._words: dict[tuple[str, str], str] = {}

    def behind(self, key: str, parts: tuple[str, ...]) -> Ground:
        """Return what a table style puts behind a cell, and the colour that it gives its text.

        Args:
            key: The id of the table style.
            parts: The parts of the table that the cell stands in, the strongest first.
        """
        if (key, parts) not in self._behind:
            theme, every = self._eye.theme, (*parts, *WHOLE_TABLE)
            fills = map(theme.shading, self._sheet.of_cells(key, every, "tcPr/shd"))
            inks = map(theme.colour, self._sheet.of_cells(key, every, "rPr/color"))
            found = Ground(next(fills, "") or self._eye.paper, next(inks, ""))
            self._behind[key, parts] = found
        return self._behind[key, parts]

    def of_role(self, role: str, key: str) -> tuple[Ground, ...]:
        """Return what can be behind text in a role of tables, where these have this style."""
        if role in _HEADS:
            return self.behind(key, HEAD), self.behind(key, CORNER)
        return tuple({self.behind(key, parts): None for parts in ((), *((name,) for name in _OF_TEXT))})

    def word(self, key: str, role: str, ground: Ground) -> str:
        """Return the id of the character style of a role, or of one that is as it is but can be read on a ground."""
        own = self._eye.theme.colour(self._sheet.own(key, "rPr/color"))
        if not ground.fill or not own or self._eye.fill(key, "rPr") or contrast(own, ground.fill) >= ENOUGH:
            return key
        wanted = nearest(own, ground.fill)
        if (key, wanted) not in self._words:
            draft = Draft("character", self._own_name(role), key, text=colour(wanted))
            self._words[key, wanted] = self._sheet.add(draft)
        return self._words[key, wanted]


def readable_on_all(grounds: Sequence[Ground], *wanted: str) -> str:
    """Return the first wanted colour that can be read on every ground, or one near the first; else black or white."""
    tries = [*wanted, *(nearest(wanted[0], ground.fill) for ground in grounds), BLACK, WHITE]

    def least(tried: str) -> float:
        return min(contrast(tried, ground.fill) for ground in grounds)

    return next((tried for tried in tries if least(tried) >= ENOUGH), max(tries, key=least))
