"""Writes a chart: a figure of the page as a drawing in the text, with its part and the workbook in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.colours import mixed
from generator.page.figures import ChartData, Series, read_chart
from generator.page.vocabulary import page_fault
from generator.word.charts.paint import paints
from generator.word.charts.workbook import (
    TOTAL,
    categories_at,
    label_format,
    name_at,
    number_format,
    values_at,
    workbook,
)
from generator.word.text.body import Paragraph
from generator.word.text.titles import FIGURE, caption
from generator.word.xml import DECLARATION, attribute, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from generator.word.charts.paint import Paint
    from generator.word.text.body import Block
    from generator.word.text.translation import Context, Record


_OPEN = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
_CATEGORIES, _VALUES = "500100001", "500100002"
"""The numbers of the axes."""
_LINE = 9525
"""Three quarters of a point, in EMU."""
_FEW = 10
"""Up to this many whole things, the axis counts them one by one."""
_ONE_LINE = ' wrap="none"'
_MARKS = ("circle", "diamond", "square", "triangle")
_EMU = 635
"""In a twentieth of a point."""
_BASE, _ROW, _LABEL_LINE, _STANDING, _LINES = 1150, 380, 240, 2400, 2100
"""Heights in twentieths of a point: axis and legend, a lying bar, each further one beside it, standing bars, lines."""
_TEXT_ROLE = "tabeltekst"
_LARGEST = 9
"""The size of text in points that the numbers in a bar have room for."""


class ChartLook(Struct, frozen=True):
    """What every text in a chart has in common."""

    font: str
    size: int
    """In hundredths of a point."""
    ink: str
    paper: str


def chart(data: ChartData, paints: Sequence[Paint], look: ChartLook, workbook: str) -> bytes:
    """Return the part.

    Args:
        data: What it shows.
        paints: The look of each series.
        look: The font and the colour of its text.
        workbook: The id of the relationship to its workbook.
    """
    return (
        f'{DECLARATION}{_OPEN}<c:date1904 val="0"/><c:lang val="nl-NL"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_plot(data, paints, look)}'
        f"{_totals(data, look)}{_category_axis(data, look)}{_value_axis(data, look)}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/>{_not_in_legend(data)}<c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(look.ink, look)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _plot(data: ChartData, paints: Sequence[Paint], look: ChartLook) -> str:
    series = "".join(
        _series(data, index, item, paint, look)
        for index, (item, paint) in enumerate(zip(data.series, paints, strict=True))
    )
    axes = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    if data.kind == "lijn":
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}'
            "</c:lineChart>"
        )
    direction, grouping = "bar" if data.lying else "col", "stacked" if data.stacked else "clustered"
    gap, overlap = (40, 100) if data.stacked else (60, 0)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{axes}</c:barChart>'
    )


def _totals(data: ChartData, look: ChartLook) -> str:
    """Return the numbers above the stacks: those of a line that does not show, as Word itself has no other way."""
    if not data.totals:
        return ""
    series, index = Series(TOTAL, data.totals), len(data.series)
    hidden = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    labels = _number_labels(label_format(data), "t", look.ink, look, bold=True)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{_opening(index, TOTAL)}'
        f'{hidden}{labels}{_numbers(data, index, series)}<c:smooth val="0"/></c:ser><c:marker val="1"/>'
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:lineChart>'
    )


def _not_in_legend(data: ChartData) -> str:
    if not data.totals:
        return ""
    return f'<c:legendEntry><c:idx val="{len(data.series)}"/><c:delete val="1"/></c:legendEntry>'


def _opening(index: int, name: str) -> str:
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{name_at(index)}</c:f>'
        f"{_words('strCache', [name])}</c:strRef></c:tx>"
    )


def _numbers(data: ChartData, index: int, series: Series) -> str:
    return (
        f"<c:cat><c:strRef><c:f>{categories_at(data)}</c:f>{_words('strCache', data.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{values_at(data, index)}</c:f>{_cache(data, series)}</c:numRef></c:val>"
    )


def _series(data: ChartData, index: int, series: Series, paint: Paint, look: ChartLook) -> str:
    opening, numbers = _opening(index, series.name), _numbers(data, index, series)
    labels = _labels(data, index, paint, look)
    if data.kind == "lijn":
        return f'{opening}{_line(index, paint)}{labels}{numbers}<c:smooth val="0"/></c:ser>'
    shape = f'<c:spPr>{_filled(paint.fill)}<a:ln w="{_LINE}">{_filled(paint.line)}</a:ln></c:spPr>'
    return f'{opening}{shape}<c:invertIfNegative val="0"/>{labels}{numbers}</c:ser>'


def _line(index: int, paint: Paint) -> str:
    """Return the look of a line; each has marks and dashes of its own, for who sees no colour."""
    dash = "" if index == 0 else '<a:prstDash val="dash"/>'
    mark = _MARKS[index % len(_MARKS)]
    edge = f'<a:ln w="{_LINE}">{_filled(paint.fill)}</a:ln>'
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd">{_filled(paint.fill)}{dash}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{mark}"/><c:size val="7"/><c:spPr>{_filled(paint.fill)}{edge}</c:spPr></c:marker>'
    )


def _labels(data: ChartData, index: int, paint: Paint, look: ChartLook) -> str:
    """Return the numbers at the bars; in a stack they stand inside, and a zero shows nothing."""
    place, ink, shown = "outEnd", look.ink, label_format(data)
    if data.stacked:
        place, ink, shown = "ctr", paint.label, f"{shown};-{shown};;"
    if data.kind == "lijn":
        place = "b" if index else "t"
    return _number_labels(shown, place, ink, look)


def _number_labels(shown: str, place: str, ink: str, look: ChartLook, *, bold: bool = False) -> str:
    return (
        f'<c:dLbls><c:numFmt formatCode="{attribute(shown)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f'</a:ln></c:spPr>{_text(ink, look, _ONE_LINE, bold=bold)}<c:dLblPos val="{place}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis(data: ChartData, look: ChartLook) -> str:
    """Return the axis with names; where bars lie, the first category stands on top."""
    orientation, place = ("maxMin", "l") if data.lying else ("minMax", "b")
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{orientation}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="{_LINE}">{_filled(mixed(look.ink, look.paper, 0.5))}</a:ln></c:spPr>{_text(look.ink, look)}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(data: ChartData, look: ChartLook) -> str:
    """Return the axis with numbers; it starts at zero, so that no bar or rise looks larger than it is.

    Where the totals stand above the stacks, there is nothing left to read from it, and it does not show.
    """
    place, crosses = ("b", "max") if data.lying else ("l", "autoZero")
    negative = any(value is not None and value < 0 for series in data.series for value in series.values)
    least = "" if negative else '<c:min val="0"/>'
    unit = '<c:majorUnit val="1"/>' if data.largest <= _FEW and not data.decimals and not data.unit else ""
    grey = _filled(mixed(look.ink, look.paper, 0.15))
    lines = f'<c:majorGridlines><c:spPr><a:ln w="6350">{grey}</a:ln></c:spPr></c:majorGridlines>'
    lines = "" if data.totals else lines
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="{int(bool(data.totals))}"/><c:axPos val="{place}"/>{lines}'
        f'<c:numFmt formatCode="{attribute(label_format(data))}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(look.ink, look)}"
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def _text(ink: str, look: ChartLook, wrapping: str = "", *, bold: bool = False) -> str:
    font = f'<a:latin typeface="{attribute(look.font)}"/><a:cs typeface="{attribute(look.font)}"/>' if look.font else ""
    return (
        f'<c:txPr><a:bodyPr{wrapping}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{look.size}" b="{int(bold)}">'
        f'{_filled(ink)}{font}</a:defRPr></a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _words(tag: str, words: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{text(word)}</c:v></c:pt>' for index, word in enumerate(words))
    return f'<c:{tag}><c:ptCount val="{len(words)}"/>{points}</c:{tag}>'


def _cache(data: ChartData, series: Series) -> str:
    """Return the numbers as Word shows them before it opens the workbook."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>'
        for index, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numCache><c:formatCode>{text(number_format(data))}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache>'
    )


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
    related = context.embed(partial(workbook, data), lambda inner: chart(data, colours, look, inner))
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
        return _LINES if data.kind == "lijn" else _STANDING
    beside = 0 if data.stacked else len(data.series) - 1
    return _BASE + len(data.categories) * (_ROW + beside * _LABEL_LINE)
