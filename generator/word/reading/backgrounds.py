"""What colour a text has and what is behind it, through cells, table styles and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.colours import contrast, from_hex, needed
from generator.word.reading.content import Paragraph
from generator.word.reading.inheritance import LOOK, WHOLE_TABLE, parts_of_cell
from generator.word.reading.theme import highlight
from generator.word.xml import VML, child_at, value, value_at, w, wps

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from lxml.etree import _Element

    from generator.word.reading.content import Cell, Run, Table
    from generator.word.reading.inheritance import Sheet
    from generator.word.reading.theme import Theme

_NOT_FILLED = frozenset({"f", "false"})
_HEX_DIGITS = frozenset("0123456789ABCDEFabcdef")


class Colour(NamedTuple):
    """A colour and where it comes from."""

    hex: str
    """Six digits; empty when it is automatic, or when nobody can tell."""
    direct: bool
    """Whether it stands in the text itself, and not in a style."""


class TextLook(NamedTuple):
    """Text of one colour on one background, and the first place that looks so."""

    paragraph: Paragraph
    run: Run
    text: Colour
    behind: Colour
    needed: float
    """The least contrast for text of this size."""

    @property
    def ratio(self) -> float:
        """The contrast of the two, from 1 to 21."""
        return contrast(self.text.hex, self.behind.hex)


class Backgrounds:
    """The colours in one document."""

    def __init__(self, styles: Sheet, theme: Theme, paper: str) -> None:
        """Keep where colours come from; `paper` is that of the pages."""
        self._styles = styles
        self._theme = theme
        self._paper = paper
        self._tables: dict[Table, _TableLook] = {}

    def looks(self, paragraphs: Iterable[Paragraph]) -> Iterator[TextLook]:
        """Yield every look that text has; where Word chooses the colour itself there is none.

        Most text has what its styles give, and there are few of those: of runs for which the same decides, the first
        stands for all.
        """
        known: set[Hashable] = set()
        for paragraph in paragraphs:
            for run in paragraph.runs:
                reason = self._reason(run, paragraph)
                if reason in known or not run.text.strip():
                    continue
                if reason is not None:
                    known.add(reason)
                text, behind = self.text_colour(run, paragraph), self.behind(run, paragraph)
                if text.hex and behind.hex:
                    least = needed(
                        self._styles.points_of_run(run, paragraph), bold=self._styles.is_bold(run, paragraph)
                    )
                    yield TextLook(paragraph, run, text, behind, least)

    def _reason(self, run: Run, paragraph: Paragraph) -> Hashable | None:
        """Return what decides the colours of a run and its size; None where it has something of its own."""
        cell = paragraph.cell
        if run.properties is not None or child_at(paragraph.properties, "shd") is not None:
            return None
        styles = run.style, paragraph.style, paragraph.area, paragraph.box
        if cell is None:
            return styles
        if child_at(cell.properties, "shd") is not None:
            return None
        table = self._table(cell)
        return *styles, table.kind, table.parts(cell)

    def text_colour(self, run: Run, paragraph: Paragraph) -> Colour:
        """Return the colour of a run; automatic is empty, for Word then chooses black or white itself."""
        found, direct = self._styles.run_property(run, paragraph, "color")
        if found is None and paragraph.cell is not None:
            found = self._table(paragraph.cell).of(paragraph.cell, "rPr/color")
        if found is None:
            found = self._styles.effective("", "rPr/color")
        return Colour(self._theme.colour(found), direct)

    def behind(self, run: Run, paragraph: Paragraph) -> Colour:
        """Return the colour behind a run; empty where a text box hides what it is."""
        near = next((colour for colour in self._behind_text(run, paragraph) if colour.hex), None)
        if near is not None:
            return near
        if paragraph.cell is not None:
            return self.behind_cell(paragraph.cell)
        return self._behind_box(paragraph.box)

    def behind_cell(self, cell: Cell) -> Colour:
        """Return the colour of a cell, or of what it stands on."""
        own = self.own_shading(cell)
        if own.hex:
            return own
        styled = self._theme.shading(self._table(cell).of(cell, "tcPr/shd"))
        table = cell.row.table
        whole = styled or self._theme.shading(child_at(table.element, "tblPr/shd"))
        if whole:
            return Colour(whole, False)
        if table.outer is not None:
            return self.behind_cell(table.outer)
        return self._behind_box(next((item.box for item in cell.flow if isinstance(item, Paragraph)), None))

    def own_shading(self, cell: Cell) -> Colour:
        """Return the colour that somebody gave this very cell."""
        return Colour(self._theme.shading(child_at(cell.properties, "shd")), True)

    def _behind_box(self, box: _Element | None) -> Colour:
        """Return the colour of a text box, or of the page outside of one."""
        return Colour(self._paper, False) if box is None else Colour(self._fill(box), True)

    def _behind_text(self, run: Run, paragraph: Paragraph) -> Iterator[Colour]:
        pen, direct = self._styles.run_property(run, paragraph, "highlight")
        yield Colour(highlight(value(pen)), direct)
        shading, direct = self._styles.run_property(run, paragraph, "shd")
        yield Colour(self._theme.shading(shading), direct)
        shading, direct = self._styles.paragraph_property(paragraph, "shd")
        yield Colour(self._theme.shading(shading), direct)

    def _table(self, cell: Cell) -> _TableLook:
        table = cell.row.table
        if table not in self._tables:
            self._tables[table] = _TableLook(table, self._styles)
        return self._tables[table]

    def _fill(self, content: _Element) -> str:
        """Return the plain fill of the shape around a text box, empty for any other."""
        for shape in content.iterancestors():
            if shape.tag == wps("wsp"):
                properties = shape.find(wps("spPr"))
                return "" if properties is None else self._theme.solid_fill(properties)
            is_filled = str(shape.tag).startswith(f"{{{VML}}}") and shape.get("filled") not in _NOT_FILLED
            if is_filled and (fill := shape.get("fillcolor")):
                return from_hex(fill.split(" ")[0]) or ""
        return ""


class _TableLook:
    """What a table style gives the cells of one table."""

    def __init__(self, table: Table, styles: Sheet) -> None:
        self._styles = styles
        properties = child_at(table.element, "tblPr")
        self._style = value_at(properties, "tblStyle") or styles.default("table")
        look = child_at(properties, "tblLook")
        bits = int(value(look) or "0", 16) if _HEX_DIGITS.issuperset(value(look)) else 0
        self._on = {name: _flag(look, name, bits & bit) for name, bit in LOOK.items()}
        is_plain = table.outer is None and child_at(properties, "shd") is None
        self.kind: Hashable = (self._style, *self._on.values()) if is_plain else table
        """What tables that look alike have in common; the table itself where it stands on a colour of its own."""
        self._rows, self._columns = len(table.rows), table.columns
        self._bands = styles.band_size(self._style)
        self._found: dict[tuple[tuple[str, ...], str], _Element | None] = {}
        self._parts: dict[tuple[int | bool, ...], tuple[str, ...]] = {}

    def of(self, cell: Cell, path: str) -> _Element | None:
        """Return the property at a path such as `tcPr/shd` that the style gives a cell."""
        asked = self.parts(cell), path
        if asked not in self._found:
            self._found[asked] = next(self._styles.of_cells(self._style, *asked), None)
        return self._found[asked]

    def parts(self, cell: Cell) -> tuple[str, ...]:
        """Return the parts of the table that a cell stands in, the strongest first."""
        row, column = cell.row.index, cell.column
        kind = (
            row == 0,
            row == self._rows - 1,
            column == 0,
            column + cell.span == self._columns,
            (row - self._on["firstRow"]) // self._bands % 2,
            (column - self._on["firstColumn"]) % 2,
        )
        if kind not in self._parts:
            self._parts[kind] = (*parts_of_cell(self._on, *kind), *WHOLE_TABLE)
        return self._parts[kind]


def _flag(look: _Element | None, name: str, bit: int) -> bool:
    written = value(look, w(name))
    return written in {"1", "true", "on"} if written else bool(bit)
