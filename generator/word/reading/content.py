"""What stands in a document: paragraphs, runs, tables and pictures, each with the place it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from lxml.etree import _Element


class Run(Struct, eq=False):
    """A piece of text with one formatting."""

    element: _Element
    properties: _Element | None
    """What is said about its looks beside its style; None when that is nothing."""
    style: str
    """The id of its style, empty for none."""
    text: str
    link: _Element | None
    """The hyperlink that it is in."""


class Paragraph(Struct, eq=False):
    """A paragraph, with what it shows."""

    element: _Element
    properties: _Element | None
    part: str
    area: str
    heading: str
    """The heading it stands under; of a heading the one before it."""
    style: str
    """The id of its style."""
    level: int
    """Of a heading, from 1; 0 for other paragraphs."""
    cell: Cell | None
    box: _Element | None
    """The text box it is in."""
    runs: list[Run] = field(default_factory=list)
    pictures: int = 0
    in_contents: bool = False
    """Whether it is a line of a table of contents or of figures."""
    text: str = ""
    """The text as a reader sees it."""


class Cell(Struct, eq=False):
    """A cell of a table."""

    element: _Element
    properties: _Element | None
    row: Row
    column: int
    """From 0, in the grid."""
    span: int
    flow: list[Paragraph | Table] = field(default_factory=list)
    text: str = ""
    """Its text, also that of tables in it."""

    @property
    def pictures(self) -> int:
        """Return how many pictures the cell shows."""
        return sum(item.pictures for item in self.flow if isinstance(item, Paragraph))


class Row(Struct, eq=False):
    """A row of a table."""

    element: _Element
    table: Table
    index: int
    header: bool
    cells: list[Cell] = field(default_factory=list)


class Table(Struct, eq=False):
    """A table, with its place."""

    element: _Element
    part: str
    area: str
    heading: str
    number: int
    """From 1, in the order of the document."""
    outer: Cell | None
    """The cell that it stands in."""
    rows: list[Row] = field(default_factory=list)
    caption: str = ""
    """The text of the caption beside it."""

    @property
    def is_data(self) -> bool:
        """Tell whether it has rows and columns to find something in, and not only a layout."""
        if any(row.header for row in self.rows):
            return True
        filled = [bool(cell.text) for row in self.rows for cell in row.cells]
        return len(self.rows) > 1 and self.columns > 1 and sum(filled) * 2 >= len(filled)

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return max((cell.column + cell.span for row in self.rows for cell in row.cells), default=0)


class Picture(Struct, eq=False):
    """A picture, drawing, chart, shape or embedded object."""

    element: _Element
    paragraph: Paragraph
    kind: str
    """As a Dutch reader calls it, such as `afbeelding`."""
    alt: str
    decorative: bool
    floating: bool


Block = Paragraph | Table
"""What follows each other on a page."""
