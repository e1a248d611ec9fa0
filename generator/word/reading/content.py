"""What stands in a document: paragraphs, runs, tables, and what is drawn, each with the place it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.word.package.part_xml import parse
from generator.word.xml import a, child_at, local_name, value, vml, w, wp, wps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


GRAPHICS = tuple(map(w, ("drawing", "pict", "object")))
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ON = frozenset({"1", "true"})
_KINDS = {
    "picture": "afbeelding",
    "chart": "grafiek",
    "chartex": "grafiek",
    "diagram": "SmartArt-afbeelding",
    "wordprocessingGroup": "groep vormen",
    "wordprocessingShape": "vorm",
    "wordprocessingCanvas": "tekenpapier",
}
_SHAPES = tuple(map(vml, ("shape", "rect", "oval", "line", "polyline", "roundrect", "group")))


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


def pictures_in(run: _Element, paragraph: Paragraph) -> Iterator[Picture]:
    """Yield what a run draws; a text box is not among it, for a reader reads its text."""
    for drawing in run.iter(w("drawing")):
        for holder in (*drawing.findall(wp("inline")), *drawing.findall(wp("anchor"))):
            yield from _drawn(holder, paragraph)
    for old in (*run.iter(w("pict")), *run.iter(w("object"))):
        yield from _vml(old, paragraph)


def _drawn(holder: _Element, paragraph: Paragraph) -> Iterator[Picture]:
    properties = holder.find(wp("docPr"))
    data = next(holder.iter(a("graphicData")), None)
    kind = _KINDS.get(value(data, "uri").rpartition("/")[2], "tekening")
    if kind == "vorm" and next(holder.iter(wps("txbx")), None) is not None:
        return
    alt = (value(properties, "descr") or value(properties, "title")).strip()
    yield Picture(holder, paragraph, kind, alt, _is_decorative(properties), holder.tag == wp("anchor"))


def _is_decorative(properties: _Element | None) -> bool:
    if properties is None:
        return False
    return any(local_name(item) == "decorative" and item.get("val", "1") in _ON for item in properties.iter())


def _vml(old: _Element, paragraph: Paragraph) -> Iterator[Picture]:
    shape = next((child for child in old if child.tag in _SHAPES), None)
    if shape is None or next(shape.iter(w("txbxContent")), None) is not None:
        return
    if child_at(old, "control") is not None:
        return
    is_line = shape.get("{urn:schemas-microsoft-com:office:office}hr") is not None
    kind = "ingevoegd object" if old.tag == w("object") else "afbeelding"
    floating = "position:absolute" in shape.get("style", "").replace(" ", "")
    yield Picture(shape, paragraph, kind, shape.get("alt", "").strip(), is_line, floating)


def silent_texts(main: bytes) -> tuple[str, ...]:
    """Return what is said of each chart and text box in the main part of a document, in reading order.

    LibreOffice drops the alternative text of these from a PDF; that of a picture it keeps.
    """
    drawings = parse(main).iter(wp("inline"), wp("anchor"))
    return tuple(_said(item) for item in drawings if next(item.iter(_CHART, wps("txbx")), None) is not None)


def _said(drawing: _Element) -> str:
    """Return the alternative text of a drawing, else the words in it."""
    given = value(drawing.find(wp("docPr")), "descr")
    return given or " ".join("".join(item.text or "" for item in drawing.iter(w("t"))).split())
