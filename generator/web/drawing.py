"""Draws the chart of a figure for the web page: as SVG in the page itself, with a text for who cannot see it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lxml import etree, html

from generator.dutch import NBSP, getal
from generator.page import ties
from generator.page.figures import read_chart
from generator.page.vocabulary import PICTURES, classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from generator.page.figures import ChartData

_WIDTH, _NAMES, _END = 720, 260, 90
"""The width of a drawing, of the names before lying bars, and of the room for a number after them."""
_BAR, _GAP, _HEIGHT, _FOOT = 24, 14, 220, 30
_ROOM = 30
"""The room above standing bars and lines."""
_THIN = 16
"""A bar that is less high than this has no room for a number."""
_LETTER = 7.5
"""About how wide a letter is."""


def draw_charts(root: HtmlElement) -> None:
    """Put a drawing in every chart of a page, between its caption and the table.

    Raises:
        ProblemsError: A figure cannot be a chart.
    """
    for figure in [item for item in root.iter("figure") if _is_chart(item)]:
        data = read_chart(figure)
        drawing = _drawing(data, f"grafiek-{len(root.findall('.//svg')) + 1}")
        caption = figure.find("figcaption")
        place = 0 if caption is None else figure.index(caption) + 1
        figure.insert(place, _legend(data))
        figure.insert(place, drawing)
        for name in (*ties.OF_CHARTS, "aria-description"):
            figure.attrib.pop(name, None)


def _is_chart(figure: HtmlElement) -> bool:
    return figure.find("img") is None and not classes(figure) & PICTURES


def _drawing(data: ChartData, name: str) -> HtmlElement:
    height = _lying_height(data) if data.lying else _ROOM + _HEIGHT + _FOOT
    box = {"viewBox": f"0 0 {_WIDTH} {height}", "role": "img", "aria-labelledby": name}
    drawing = html.Element("svg", box)
    etree.SubElement(drawing, "desc", id=name).text = data.description
    shapes = _lying(data) if data.lying else _lines(data) if data.kind == "lijn" else _standing(data)
    drawing.extend(shapes)
    return drawing


def _legend(data: ChartData) -> HtmlElement:
    legend = html.Element("p", {"class": "legenda", "aria-hidden": "true"})
    for index, series in enumerate(data.series):
        item = etree.SubElement(legend, "span", {"class": _colour(data, index)})
        item.text = series.name
        item.tail = " "
    return legend


def _lying_height(data: ChartData) -> int:
    bars = 1 if data.stacked else len(data.series)
    return len(data.categories) * (bars * _BAR + _GAP) + _GAP


def _lying(data: ChartData) -> Iterator[HtmlElement]:
    room = _END if data.lowest < 0 else 0
    scale = (_WIDTH - _NAMES - _END - room) / (data.largest - data.lowest or 1)
    zero, top = _NAMES + room - data.lowest * scale, float(_GAP)
    for at, category in enumerate(data.categories):
        bars = 1 if data.stacked else len(data.series)
        yield from _name(category, top + bars * _BAR / 2)
        ends = {True: zero, False: zero}
        for index, series in enumerate(data.series):
            value = series.values[at] or 0
            start, end = ends[value > 0], ends[value > 0] + value * scale
            if value:
                yield _bar(data, index, min(start, end), top, abs(end - start), _BAR)
                outside = (end + 6, "start") if value > 0 else (end - 6, "end")
                place, anchor = ((start + end) / 2, "middle") if data.stacked else outside
                yield _words(_number(data, value), place, top + _BAR * 0.7, anchor, _ink(data, index))
            if data.stacked:
                ends[value > 0] = end
            else:
                top += _BAR
        top += _GAP + (_BAR if data.stacked else 0)


def _standing(data: ChartData) -> Iterator[HtmlElement]:
    scale, step = _HEIGHT / (data.largest - data.lowest or 1), _WIDTH / len(data.categories)
    zero = _ROOM + data.largest * scale
    count = 1 if data.stacked else len(data.series)
    for at, category in enumerate(data.categories):
        ends, left, width = {True: zero, False: zero}, at * step + step * 0.2, step * 0.6 / count
        yield _words(category, at * step + step / 2, _ROOM + _HEIGHT + 22, "middle")
        for index, series in enumerate(data.series):
            value = series.values[at] or 0
            start, end = ends[value > 0], ends[value > 0] - value * scale
            if value:
                yield _bar(data, index, left, min(start, end), width, abs(end - start))
                is_thin = data.stacked and abs(end - start) < _THIN
                outside = end - 6 if value > 0 else end + 18
                place = (left + width + 4, "start") if is_thin else (left + width / 2, "middle")
                height = (start + end) / 2 + 5 if data.stacked else outside
                yield _words(_number(data, value), place[0], height, place[1], "" if is_thin else _ink(data, index))
            if data.stacked:
                ends[value > 0] = end
            else:
                left += width
        if data.stacked and len(data.series) > 1:
            total = sum(series.values[at] or 0 for series in data.series)
            yield _words(_number(data, total), left + width / 2, ends[True] - 6, "middle", "totaal")
    yield _base(zero)


def _lines(data: ChartData) -> Iterator[HtmlElement]:
    scale, step = _HEIGHT / (data.largest - data.lowest or 1), _WIDTH / len(data.categories)
    zero = _ROOM + data.largest * scale
    for at, category in enumerate(data.categories):
        yield _words(category, at * step + step / 2, _ROOM + _HEIGHT + 22, "middle")
    for index, series in enumerate(data.series):
        points = [
            (at * step + step / 2, zero - value * scale, value)
            for at, value in enumerate(series.values)
            if value is not None
        ]
        path = " ".join(f"{left:.1f},{top:.1f}" for left, top, _ in points)
        yield html.Element("polyline", {"class": f"lijn {_colour(data, index)}", "points": path})
        for left, top, value in points:
            yield _words(_number(data, value), left, top + (20 if index else -10), "middle")
    yield _base(zero)


def _bar(data: ChartData, index: int, left: float, top: float, width: float, height: float) -> HtmlElement:
    places = {"x": left, "y": top, "width": width, "height": height}
    return html.Element("rect", {"class": _colour(data, index)} | {key: f"{at:.1f}" for key, at in places.items()})


def _base(zero: float) -> HtmlElement:
    """Return the line of nothing, on which bars stand and below which they hang."""
    return html.Element("line", {"class": "as", "x1": "0", "x2": str(_WIDTH), "y1": f"{zero:.1f}", "y2": f"{zero:.1f}"})


def _name(name: str, middle: float) -> Iterator[HtmlElement]:
    """Yield the name of a bar, on two lines where one is too short."""
    lines = [name]
    if len(name) * _LETTER > _NAMES:
        cut = name.rfind(" ", 0, len(name) // 2 + 8)
        lines = [name[:cut], name[cut + 1 :]] if cut > 0 else lines
    for at, line in enumerate(lines):
        yield _words(line, _NAMES - 10, middle + 5 + (at - (len(lines) - 1) / 2) * 18, "end")


def _words(words: str, left: float, top: float, anchor: str, ink: str = "") -> HtmlElement:
    element = html.Element("text", {"x": f"{left:.1f}", "y": f"{top:.1f}", "text-anchor": anchor})
    if ink:
        element.set("class", ink)
    element.text = words
    return element


def _colour(data: ChartData, index: int) -> str:
    return data.series[index].role or f"reeks-{index % 6 + 1}"


def _ink(data: ChartData, index: int) -> str:
    """Return the class of a number inside a bar."""
    return f"op-{_colour(data, index)}" if data.stacked else ""


def _number(data: ChartData, value: float) -> str:
    shown = getal(Decimal(str(value)))
    return {"€": f"€{NBSP}{shown}", "%": f"{shown}%"}.get(data.unit, shown)
