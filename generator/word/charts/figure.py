"""A figure in the text: its caption, the drawing of its chart, and the table that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.page.figures import ChartData, read_chart
from generator.page.vocabulary import page_fault
from generator.word.charts.chart import ChartLook, chart
from generator.word.charts.paint import paints
from generator.word.charts.workbook import workbook
from generator.word.text.body import Paragraph
from generator.word.text.titles import FIGURE, caption
from generator.word.xml import attribute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record

_EMU = 635
"""In a twentieth of a point."""
_BASE, _ROW, _LINE, _STANDING = 1150, 380, 240, 2600
"""Heights in twentieths of a point: of axis and legend, of a lying bar, of each further one beside it, of the rest."""
_TEXT_ROLE = "tabeltekst"
_LARGEST = 9
"""The size of text in points that the numbers in a bar have room for."""


def figure(element: HtmlElement, context: Context, record: Record) -> list[Block]:
    """Return the caption and the drawing of a chart.

    Raises:
        ProblemsError: The figure has no caption, or cannot be a chart.
    """
    words = element.find("figcaption")
    if words is None or context.in_table:
        raise page_fault(element, "Een grafiek heeft een bijschrift (figcaption) en staat niet in een tabel.")
    data = read_chart(element)
    head = caption(words, element, context, record, FIGURE)
    identity = record.identities.note(f"{head.name}/grafiek", "grafiek")
    return [head, Paragraph(context.style("grafiek"), (_drawing(data, context, record),), identity=identity)]


def _drawing(data: ChartData, context: Context, record: Record) -> str:
    styles = context.styles
    look = ChartLook(
        font=styles.font(_TEXT_ROLE),
        size=round(min(styles.size(context.style(_TEXT_ROLE)), _LARGEST) * 100),
        ink=styles.look.text,
        paper=styles.look.paper,
    )
    colours = paints(data, styles)
    related = context.embed(workbook(data), lambda inner: chart(data, colours, look, inner))
    number = next(record.drawing_numbers)
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{context.width * _EMU}" cy="{_height(data) * _EMU}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="Grafiek {number}"'
        f' descr="{attribute(data.description)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        f' r:id="{related}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _height(data: ChartData) -> int:
    if not data.lying:
        return _STANDING
    beside = 0 if data.stacked else len(data.series) - 1
    return _BASE + len(data.categories) * (_ROW + beside * _LINE)
