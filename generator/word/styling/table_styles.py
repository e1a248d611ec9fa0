"""Finds the table style of a template, and makes those that a plan needs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.colours import ENOUGH, contrast, readable
from generator.word.reading.inheritance import WHOLE_TABLE
from generator.word.roles import ROLES
from generator.word.schema_order import Props, group
from generator.word.styling.aliases import plain
from generator.word.styling.grounds import CORNER
from generator.word.styling.style_sheet import Draft, bold, colour, fill
from generator.word.xml import twips, value, w

if TYPE_CHECKING:
    from generator.word.reading.inheritance import Sheet
    from generator.word.styling.look import Eye, Look
    from generator.word.styling.style_search import Finder

_FEW = 2
"""Word stores a table style of its own once somebody used it; a template with more got them from a program."""
_ROOM = 20
"""In twentieths of a point."""
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
        return next(iter((*used, *own, *(word if len(word) <= _FEW else ()))), None)

    def mend(self, key: str) -> str:
        """Return what a table style lacks for a plan: a header row that shows, a first column that can be read."""
        filled = self._ground(key) != self._look.paper
        properties = "" if filled or self._draws(key) else self._borders(("top", "bottom", "insideH"))
        properties += "" if self._has_room(key) else _margins(28)
        parts = ({} if self.has_head(key) else {"firstRow": self._head_row()}) | self._readable_parts(key)
        if not properties and not parts:
            return ""
        return (f"<w:tblPr>{properties}</w:tblPr>" if properties else "") + self._with_inherited(parts, key)

    def mend_colours(self, key: str) -> str:
        """Return what a table style that somebody chose lacks for its text to be read."""
        parts = self._readable_parts(key)
        return self._with_inherited(parts, key) if parts else ""

    def _readable_parts(self, key: str) -> dict[str, str]:
        """Return the parts of a table that cannot be read, on the colour of the page; corners on that of the head."""
        parts = {}
        for name in ("lastRow", "firstCol", "band1Horz", "band2Horz", "swCell"):
            if contrast(self._look.text, self._ground(key, name)) < ENOUGH:
                look = colour(self._look.text) | ({} if name.startswith("band") else bold())
                parts[name] = self._part(name, look, self._look.paper)
        head, corner = self._ground(key, "firstRow"), self._ground(key, *CORNER)
        if "firstCol" in parts or contrast(readable(head), corner) < ENOUGH:
            parts["nwCell"] = self._part("nwCell", bold() | colour(readable(head)), head)
        return parts

    def draft(self, role: str, base: str | None) -> Draft:
        """Return the style for a role, based on the table of the template or on that of Word."""
        properties, parts = "", {}
        match role:
            case "table.gegevens":
                parts["firstCol"] = self._part("firstCol", bold(), None)
            case "table.planning":
                properties = f"<w:tblPr>{self._borders(_SIDES)}{_margins(0, 0)}</w:tblPr>"
                properties += '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
            case "tabelraster":
                properties = f"<w:tblPr>{self._borders(_SIDES)}{_margins(28, 85)}</w:tblPr>"
            case _:
                lines = self._borders(("top", "bottom", "insideH"))
                properties = f"<w:tblPr>{lines}{_margins(28, 85)}</w:tblPr>"
                parts = {"firstRow": self._head_row(), "lastRow": self._part("lastRow", bold(), None)}
        content = properties + self._with_inherited(parts, base)
        return Draft("table", ROLES[role].name, base, table=content, standard=role == "tabelraster")

    def _with_inherited(self, parts: dict[str, str], base: str | None) -> str:
        """Return the parts of a table style with those of the style it is based on: LibreOffice inherits none."""
        every = dict(parts)
        for style in self._sheet.chain(base):
            for item in style.iterfind(w("tblStylePr")):
                every.setdefault(item.get(w("type"), ""), etree.tostring(item, encoding="unicode", with_tail=False))
        return "".join(every.values())

    def _has_room(self, key: str) -> bool:
        """Tell whether a style keeps text away from the lines above and below it."""
        return (twips(value(self._sheet.own(key, "tblPr/tblCellMar/top"), w("w"))) or 0) >= _ROOM

    def _head_row(self) -> str:
        return self._part("firstRow", bold(), self._look.head)

    def _part(self, name: str, text: Props, ground: str | None) -> str:
        cell = f"<w:tcPr><w:shd {fill(ground)['shd']}/></w:tcPr>" if ground else ""
        return f'<w:tblStylePr w:type="{name}">{group("rPr", text)}{cell}</w:tblStylePr>'

    def _borders(self, sides: tuple[str, ...]) -> str:
        line = f'w:val="single" w:sz="4" w:space="0" w:color="{self._look.line}"'
        content = "".join(f"<w:{side} {line}/>" for side in sides)
        return f"<w:tblBorders>{content}</w:tblBorders>"

    def _can_show(self, key: str) -> bool:
        """Tell whether a style makes a table look like one, and text in it can be read."""
        is_table = self._draws(key) or self.has_head(key)
        return is_table and contrast(self._look.text, self._ground(key)) >= ENOUGH

    def _draws(self, key: str) -> bool:
        """Tell whether a table in this style has lines between its rows."""
        return (value(self._sheet.own(key, "tblPr/tblBorders/insideH")) or "nil") not in _NO_LINE

    def has_head(self, key: str) -> bool:
        """Tell whether the header row has a background or a line of its own."""
        for cell in self._sheet.of_cells(key, ("firstRow",), "tcPr"):
            ground = self._eye.theme.shading(cell.find(w("shd")))
            lines = [item for item in cell.iterfind(f"{w('tcBorders')}/*") if item.get(w("val")) not in _NO_LINE]
            if (ground and ground != self._eye.paper) or lines:
                return True
        return False

    def _ground(self, key: str, *parts: str) -> str:
        """Return the background of a part of the table, the strongest first; of the whole where they have none."""
        parts = (*parts, *WHOLE_TABLE)
        return self._eye.theme.shading(next(self._sheet.of_cells(key, parts, "tcPr/shd"), None)) or self._eye.paper

    def _is_built_in(self, key: str) -> bool:
        return plain(self._sheet.name(key)).startswith(_BUILT_IN)


def _margins(vertical: int, horizontal: int | None = None) -> str:
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    content = "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in sides if width is not None)
    return f"<w:tblCellMar>{content}</w:tblCellMar>"
