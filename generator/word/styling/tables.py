"""Finds the table style of a template, and makes those that a plan needs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.roles import ROLES
from generator.word.styling.colours import READABLE, contrast
from generator.word.styling.names import plain
from generator.word.styling.properties import Draft, Props, bold, colour, fill, text_properties
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.styling.finding import Finder
    from generator.word.styling.look import Eye, Look
    from generator.word.styling.sheet import Sheet

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NO_LINE = frozenset({"nil", "none"})
_BUILT_IN = (
    "tablegrid",
    "plaintable",
    "gridtable",
    "listtable",
    "lightlist",
    "lightgrid",
    "lightshading",
    "mediumlist",
    "mediumgrid",
    "mediumshading",
    "darklist",
    "colorful",
    "normaltable",
    "tablenormal",
)
"""How the names of Word's own table styles begin: they are in a template without anybody's choice."""


class Tables:
    """The table styles of one template."""

    def __init__(self, sheet: Sheet, finder: Finder, eye: Eye, look: Look) -> None:
        """Keep the styles and how the template looks."""
        self._sheet = sheet
        self._finder = finder
        self._eye = eye
        self._look = look

    def find(self) -> str | None:
        """Return the table style of the template's own: the most used, else one that its maker made."""
        every = [key for key in self._sheet.ids("table") if self._finder.is_usable(key) and self._can_show(key)]
        used = sorted((key for key in every if self._finder.used(key)), key=lambda key: -self._finder.used(key))
        own = [key for key in every if self._sheet.is_custom(key) and not self._is_built_in(key)]
        word = [key for key in every if self._draws(key) and self.has_head(key)]
        return next((key for key in (*used, *own, *word)), None)

    def mend(self, key: str) -> str:
        """Return what a table style lacks for a plan: a header row that shows, a first column that can be read."""
        lines = "" if self._draws(key) else self._borders(("top", "bottom", "insideH"), "tblBorders")
        head = "" if self.has_head(key) else self._head_row()
        column = self._part("firstCol", bold() | colour(self._look.text), self._look.paper)
        unreadable = contrast(self._look.text, self._ground(key, "firstCol")) < READABLE
        total = self._part("lastRow", bold() | colour(self._look.text), self._look.paper)
        dark_total = contrast(self._look.text, self._ground(key, "lastRow")) < READABLE
        properties = f"<w:tblPr>{lines}</w:tblPr>" if lines else ""
        parts = head + (total if dark_total else "") + (column if unreadable else "")
        return properties + parts

    def head_ground(self, key: str | None) -> str:
        """Return the background of the header row in a table style."""
        return self._look.paper if key is None else self._ground(key, "firstRow")

    def draft(self, role: str, base: str | None) -> Draft:
        """Return the style for a role, based on the table of the template or on that of Word."""
        recipes = {"table": self._plain, "table.matrix": self._plain, "tabelraster": self._grid}
        recipes |= {"table.gegevens": self._facts, "table.planning": self._planning}
        name, standard = ROLES[role].name, role == "tabelraster"
        return Draft("table", name, base, table=recipes[role](), standard=standard)

    def _plain(self) -> str:
        lines = self._borders(("top", "bottom", "insideH"), "tblBorders")
        total = self._part("lastRow", bold(), None)
        return f"<w:tblPr>{lines}{_margins(28, 85)}</w:tblPr>{self._head_row()}{total}"

    def _grid(self) -> str:
        return f"<w:tblPr>{self._borders(_SIDES, 'tblBorders')}{_margins(28, 85)}</w:tblPr>"

    def _facts(self) -> str:
        return self._part("firstCol", bold(), None)

    def _planning(self) -> str:
        lines = self._borders(_SIDES, "tblBorders")
        return f'<w:tblPr>{lines}{_margins(0, 0)}</w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr>'

    def _head_row(self) -> str:
        return self._part("firstRow", bold(), self._look.head)

    def _part(self, name: str, text: Props, ground: str | None) -> str:
        cell = f"<w:tcPr><w:shd {fill(ground)['shd']}/></w:tcPr>" if ground else ""
        return f'<w:tblStylePr w:type="{name}">{text_properties(text)}{cell}</w:tblStylePr>'

    def _borders(self, sides: tuple[str, ...], name: str) -> str:
        line = f'w:val="single" w:sz="4" w:space="0" w:color="{self._look.line}"'
        content = "".join(f"<w:{side} {line}/>" for side in sides)
        return f"<w:{name}>{content}</w:{name}>"

    def _can_show(self, key: str) -> bool:
        """Tell whether a style makes a table look like one, and text in it can be read."""
        is_table = self._draws(key) or self.has_head(key)
        return is_table and contrast(self._look.text, self._ground(key, None)) >= READABLE

    def _draws(self, key: str) -> bool:
        """Tell whether a table in this style has lines between its rows."""
        found = (style.find(f"{w('tblPr')}/{w('tblBorders')}/{w('insideH')}") for style in self._sheet.chain(key))
        line = next((item for item in found if item is not None), None)
        return line is not None and line.get(w("val"), "nil") not in _NO_LINE

    def has_head(self, key: str) -> bool:
        """Tell whether the header row has a background or a line of its own."""
        for cell in self._cells(key, "firstRow"):
            ground = self._eye.theme.of(cell.find(w("shd")), "fill", "themeFill")
            lines = [item for item in cell.iterfind(f"{w('tcBorders')}/*") if item.get(w("val")) not in _NO_LINE]
            if (ground and ground != self._eye.paper) or lines:
                return True
        return False

    def _ground(self, key: str, part: str | None) -> str:
        """Return the background of a part of the table; of the whole where it has none."""
        for cell in [*(self._cells(key, part) if part else ()), *self._cells(key, None)]:
            found = self._eye.theme.of(cell.find(w("shd")), "fill", "themeFill")
            if found:
                return found
        return self._eye.paper

    def _cells(self, key: str, part: str | None) -> Iterator[_Element]:
        """Yield the `tcPr` of a part of a table style, nearest first; of the whole when None."""
        for style in self._sheet.chain(key):
            parts = style.iterfind(w("tblStylePr"))
            named = [item for item in parts if item.get(w("type")) == (part or "wholeTable")]
            for holder in [*named, *([style] if part is None else [])]:
                if (cell := holder.find(w("tcPr"))) is not None:
                    yield cell

    def _is_built_in(self, key: str) -> bool:
        return plain(self._sheet.name(key)).startswith(_BUILT_IN)


def _margins(vertical: int, horizontal: int) -> str:
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    content = "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in sides)
    return f"<w:tblCellMar>{content}</w:tblCellMar>"
