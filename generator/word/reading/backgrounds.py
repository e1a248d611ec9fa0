"""Answers what colour a text has and what colour is behind it, through cells, table styles and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.colours import from_hex
from generator.word.reading.theme import highlight
from generator.word.xml import child_at, number, value, value_at, vml, w, wps

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from lxml.etree import _Element

    from generator.word.reading.document_model import Cell, Document, Paragraph, Run, Table

_NOT_FILLED = frozenset({"f", "false"})


class Colour(NamedTuple):
    """A colour and where it comes from."""

    hex: str
    """Six digits; empty when it is automatic, or when nobody can tell."""
    direct: bool
    """Whether it stands in the text itself, and not in a style."""


class Backgrounds:
    """The colours in one document."""

    def __init__(self, document: Document) -> None:
        """Keep the document, and find the colour of its pages."""
        self._styles = document.styles
        self._theme = document.styles.theme
        self._looks: dict[Table, _Look] = {}
        self._page = self._theme.paper(document.main)

    def reason(self, run: Run, paragraph: Paragraph) -> Hashable | None:
        """Return what decides the colours of a run and its size; None where it has something of its own.

        Most text has what its styles give, and there are few of those.
        """
        cell = paragraph.cell
        if run.properties is not None or child_at(paragraph.properties, "shd") is not None:
            return None
        if cell is None:
            return run.style, paragraph.style, paragraph.box
        if self.own_shading(cell).hex:
            return None
        return run.style, paragraph.style, cell.row.table, self._look(cell).conditions(cell)

    def text_colour(self, run: Run, paragraph: Paragraph) -> Colour:
        """Return the colour of a run; automatic is empty, for Word then chooses black or white itself."""
        found, direct = self._styles.run_property(run, paragraph, "color")
        if found is None and paragraph.cell is not None:
            found = self._look(paragraph.cell).of(paragraph.cell, "rPr/color")
        if found is None:
            found = child_at(self._styles.document_run, "color")
        return Colour(self._theme.colour(found), direct)

    def behind(self, run: Run, paragraph: Paragraph) -> Colour:
        """Return the colour behind a run; empty where a text box hides what it is."""
        near = next((colour for colour in self._behind_text(run, paragraph) if colour.hex), None)
        if near is not None:
            return near
        if paragraph.cell is not None:
            return self.behind_cell(paragraph.cell)
        if paragraph.box is not None:
            return Colour(self._box(paragraph.box), True)
        return Colour(self._page, False)

    def behind_cell(self, cell: Cell) -> Colour:
        """Return the colour of a cell, or of what it stands on."""
        own = self.own_shading(cell)
        if own.hex:
            return own
        styled = self._theme.shading(self._look(cell).of(cell, "tcPr/shd"))
        whole = styled or self._theme.shading(child_at(cell.row.table.element, "tblPr/shd"))
        if whole:
            return Colour(whole, False)
        return self._around(cell)

    def own_shading(self, cell: Cell) -> Colour:
        """Return the colour that somebody gave this very cell."""
        return Colour(self._theme.shading(child_at(cell.element, "tcPr/shd")), True)

    def _around(self, cell: Cell) -> Colour:
        outer = cell.row.table.outer
        if outer is not None:
            return self.behind_cell(outer)
        box = next((item.box for item in cell.flow if hasattr(item, "box")), None)
        return Colour(self._page, False) if box is None else Colour(self._box(box), True)

    def _behind_text(self, run: Run, paragraph: Paragraph) -> Iterator[Colour]:
        pen, direct = self._styles.run_property(run, paragraph, "highlight")
        yield Colour(highlight(value(pen)), direct)
        shading, direct = self._styles.run_property(run, paragraph, "shd")
        yield Colour(self._theme.shading(shading), direct)
        shading, direct = self._styles.paragraph_property(paragraph, "shd")
        yield Colour(self._theme.shading(shading), direct)

    def _look(self, cell: Cell) -> _Look:
        table = cell.row.table
        if table not in self._looks:
            style = value_at(table.element, "tblPr/tblStyle") or self._styles.default("table")
            self._looks[table] = _Look(table, self._styles.chain(style))
        return self._looks[table]

    def _box(self, content: _Element) -> str:
        """Return the plain fill of the shape around a text box, empty for any other."""
        for shape in content.iterancestors():
            if shape.tag == wps("wsp"):
                properties = shape.find(wps("spPr"))
                return "" if properties is None else self._theme.solid_fill(properties)
            if str(shape.tag).startswith(vml("")) and shape.get("fillcolor") and shape.get("filled") not in _NOT_FILLED:
                return from_hex(shape.get("fillcolor", "").split(" ")[0]) or ""
        return ""


class _Look:
    """What a table style gives the cells of one table."""

    def __init__(self, table: Table, chain: tuple[_Element, ...]) -> None:
        self._chain = chain
        look = child_at(table.element, "tblPr/tblLook")
        bits = int(value(look) or "0", 16) if _is_hex(value(look)) else 0
        self._on = {name: _flag(look, name, bits & bit) for name, bit in _FLAGS.items()}
        self._rows, self._columns = len(table.rows), table.columns
        sizes = (number(value_at(style, "tblPr/tblStyleRowBandSize")) for style in chain)
        self._bands = max(next(filter(None, sizes), 1), 1)
        self._found: dict[tuple[tuple[str, ...], str], _Element | None] = {}

    def of(self, cell: Cell, path: str) -> _Element | None:
        """Return the first element at a path such as `tcPr/shd` that the style gives a cell."""
        key = (self.conditions(cell), path)
        if key not in self._found:
            self._found[key] = next(self._given(*key), None)
        return self._found[key]

    def _given(self, conditions: tuple[str, ...], path: str) -> Iterator[_Element]:
        for condition in conditions:
            for style in self._chain:
                for part in style.findall(w("tblStylePr")):
                    if value(part, w("type")) == condition:
                        yield from _present(child_at(part, path))
        for style in self._chain:
            yield from _present(child_at(style, path))

    def conditions(self, cell: Cell) -> tuple[str, ...]:
        """Return the conditions that hold for a cell, the strongest first."""
        return tuple(self._conditions(cell))

    def _conditions(self, cell: Cell) -> Iterator[str]:
        top = self._on["firstRow"] and cell.row.index == 0
        bottom = self._on["lastRow"] and cell.row.index == self._rows - 1
        left = self._on["firstColumn"] and cell.column == 0
        right = self._on["lastColumn"] and cell.column + cell.span == self._columns
        upper = ((top and left, "nwCell"), (top and right, "neCell"))
        lower = ((bottom and left, "swCell"), (bottom and right, "seCell"))
        sides = ((left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow"))
        yield from (name for holds, name in (*upper, *lower, *sides) if holds)
        if not self._on["noHBand"] and not top and not bottom:
            band = (cell.row.index - self._on["firstRow"]) // self._bands
            yield "band2Horz" if band % 2 else "band1Horz"
        if not self._on["noVBand"] and not left and not right:
            yield "band2Vert" if (cell.column - self._on["firstColumn"]) % 2 else "band1Vert"
        yield "wholeTable"


_FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


def _flag(look: _Element | None, name: str, bit: int) -> bool:
    written = value(look, w(name))
    return written in {"1", "true", "on"} if written else bool(bit)


def _is_hex(text: str) -> bool:
    return bool(text) and set(text.upper()) <= set("0123456789ABCDEF")


def _present(element: _Element | None) -> Iterator[_Element]:
    if element is not None:
        yield element
