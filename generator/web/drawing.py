"""Draws the chart of a figure for the web page: as SVG in the page itself, with a text for who cannot see it.

Each chart is drawn twice, for a wide page and for a phone; the style sheet shows one of them. A drawing that is only
made smaller has letters that nobody can read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lxml import etree, html
from msgspec import Struct

from generator.dutch import NBSP, getal
from generator.page import ties
from generator.page.figures import THOUSANDS, read_chart
from generator.page.vocabulary import PICTURES, classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from generator.page.figures import ChartData


class _Room(Struct, frozen=True):
    """How much room a drawing has."""

    width: int
    names: int
    """The width of the names before lying bars; without it they stand above them."""
    end: int
    """The room for a number after lying bars."""
    share: float
    """How much of its place a group of standing bars takes."""


_WIDE, _NARROW = _Room(720, 260, 90, 0.6), _Room(320, 0, 86, 0.8)
_BAR, _GAP, _HEIGHT, _FOOT = 24, 14, 220, 30
_ROOM = 30
"""The room above standing bars and lines."""
_BEFORE = 0.15
"""How much of the room between standing bars is before them: the rest is for the numbers of thin ones."""
_THIN = 16
"""A bar that is less high than this has no room for a number."""
_LETTER, _LINE = 7.5, 18
"""About how wide a letter is, and how high a line."""


def draw_charts(root: HtmlElement) -> None:
    """Put a drawing in every chart of a page, between its caption and the table.

    Raises:
        ProblemsError: A figure cannot be a chart.
    """
    for figure in [item for item in root.iter("figure") if _is_chart(item)]:
        data = read_chart(figure)
        caption = figure.find("figcaption")
        place = 0 if caption is None else figure.index(caption) + 1
        figure.insert(place, _legend(data))
        for room, shown in ((_NARROW, "smal"), (_WIDE, "breed")):
            part = _part_of(figure)
            name = f"grafiek-{part.get(ties.BLOCK) or ''}-{len(part.findall('.//svg')) + 1}"
            figure.insert(place, _drawing(data, room, name, shown))
        for name in (*ties.OF_CHARTS, "aria-description"):
            figure.attrib.pop(name, None)


def _part_of(figure: HtmlElement) -> HtmlElement:
    """Return the largest part of the page that a figure is in: within it names of drawings are counted."""
    around = [item for item in figure.iterancestors() if item.get(ties.BLOCK)]
    return around[-1] if around else figure.getroottree().getroot()


def _is_chart(figure: HtmlElement) -> bool:
    return figure.find("img") is None and not classes(figure) & PICTURES


def _drawing(data: ChartData, room: _Room, name: str, shown: str) -> HtmlElement:
    lies = data.lying or (data.kind != "lijn" and room is _NARROW)
    height = _lying_height(data, room) if lies else _ROOM + _HEIGHT + _FOOT
    box = {"class": shown, "viewBox": f"0 0 {room.width} {height}", "role": "img", "aria-labelledby": name}
    drawing = html.Element("svg", box)
    etree.SubElement(drawing, "desc", id=name).text = data.description
    draw = _lying if lies else _lines if data.kind == "lijn" else _standing
    drawing.extend(draw(data, room))
    return drawing


def _legend(data: ChartData) -> HtmlElement:
    legend = html.Element("p", {"class": "legenda", "aria-hidden": "true"})
    for index, series in enumerate(data.series):
        item = etree.SubElement(legend, "span", {"class": _colour(data, index)})
        item.text = series.name
        item.tail = " "
    return legend


def _lying_height(data: ChartData, room: _Room) -> int:
    bars = 1 if data.stacked else len(data.series)
    above = 0 if room.names else sum(len(_name_lines(name, room)) for name in data.categories) * _LINE
    return len(data.categories) * (bars * _BAR + _GAP) + _GAP + above


def _lying(data: ChartData, room: _Room) -> Iterator[HtmlElement]:
    before = room.end if data.lowest < 0 else 0
    scale = (room.width - room.names - room.end - before) / (data.largest - data.lowest or 1)
    zero, top = room.names + before - data.lowest * scale, float(_GAP)
    bars = 1 if data.stacked else len(data.series)
    for at, category in enumerate(data.categories):
        yield from _name(category, top, bars * _BAR / 2, room)
        top += 0 if room.names else len(_name_lines(category, room)) * _LINE
        ends = {True: zero, False: zero}
        for index, series in enumerate(data.series):
            value = series.values[at] or 0
            start, end = ends[value > 0], ends[value > 0] + value * scale
            words = _number(data, value)
            if value:
                yield _bar(data, index, min(start, end), top, abs(end - start), _BAR)
            if value and not (data.stacked and abs(end - start) < len(words) * _LETTER):
                outside = (end + 6, "start") if value > 0 else (end - 6, "end")
                place, anchor = ((start + end) / 2, "middle") if data.stacked else outside
                yield _words(words, place, top + _BAR * 0.7, anchor, _ink(data, index))
            if data.stacked:
                ends[value > 0] = end
            else:
                top += _BAR
        if data.totals:
            yield _words(_number(data, data.totals[at]), ends[True] + 6, top + _BAR * 0.7, "start", "totaal")
        top += _GAP + (_BAR if data.stacked else 0)


def _standing(data: ChartData, room: _Room) -> Iterator[HtmlElement]:
    scale, step = _HEIGHT / (data.largest - data.lowest or 1), room.width / len(data.categories)
    zero = _ROOM + data.largest * scale
    count = 1 if data.stacked else len(data.series)
    for at, category in enumerate(data.categories):
        ends, width = {True: zero, False: zero}, step * room.share / count
        left = at * step + step * (1 - room.share) * _BEFORE
        yield _words(category, left + step * room.share / 2, _ROOM + _HEIGHT + 22, "middle")
        for index, series in enumerate(data.series):
            value = series.values[at] or 0
            start, end = ends[value > 0], ends[value > 0] - value * scale
            words = _number(data, value)
            is_thin = data.stacked and abs(end - start) < _THIN
            beside = step * (1 - room.share) * (1 - _BEFORE) if is_thin else width
            if value:
                yield _bar(data, index, left, min(start, end), width, abs(end - start))
            if value and not (data.stacked and len(words) * _LETTER > beside):
                outside = end - 6 if value > 0 else end + 18
                place = (left + width + 4, "start") if is_thin else (left + width / 2, "middle")
                height = (start + end) / 2 + 5 if data.stacked else outside
                yield _words(words, place[0], height, place[1], "" if is_thin else _ink(data, index))
            if data.stacked:
                ends[value > 0] = end
            else:
                left += width
        if data.totals:
            yield _words(_number(data, data.totals[at]), left + width / 2, ends[True] - 6, "middle", "totaal")
    yield _base(zero, room)


def _lines(data: ChartData, room: _Room) -> Iterator[HtmlElement]:
    scale, step = _HEIGHT / (data.largest - data.lowest or 1), room.width / len(data.categories)
    zero = _ROOM + data.largest * scale
    widest = max(len(name) for name in data.categories) * _LETTER
    every = max(1, -(-int(widest + _GAP) // int(step)))
    for at, category in enumerate(data.categories):
        if at % every == 0:
            yield _words(category, at * step + step / 2, _ROOM + _HEIGHT + 22, "middle")
    for index, series in enumerate(data.series):
        points = [
            (at * step + step / 2, zero - value * scale, value)
            for at, value in enumerate(series.values)
            if value is not None
        ]
        path = " ".join(f"{left:.1f},{top:.1f}" for left, top, _ in points)
        yield html.Element("polyline", {"class": f"lijn {_colour(data, index)}", "points": path})
        for left, top, value in points[::-every]:
            yield _words(_number(data, value), left, top + (20 if index else -10), "middle")
    yield _base(zero, room)


def _bar(data: ChartData, index: int, left: float, top: float, width: float, height: float) -> HtmlElement:
    places = {"x": left, "y": top, "width": width, "height": height}
    return html.Element("rect", {"class": _colour(data, index)} | {key: f"{at:.1f}" for key, at in places.items()})


def _base(zero: float, room: _Room) -> HtmlElement:
    """Return the line of nothing, on which bars stand and below which they hang."""
    height = f"{zero:.1f}"
    return html.Element("line", {"class": "as", "x1": "0", "x2": str(room.width), "y1": height, "y2": height})


def _name(name: str, top: float, middle: float, room: _Room) -> Iterator[HtmlElement]:
    """Yield the name of bars, before their middle or above them."""
    lines = _name_lines(name, room)
    for at, line in enumerate(lines):
        if room.names:
            yield _words(line, room.names - 10, top + middle + 5 + (at - (len(lines) - 1) / 2) * _LINE, "end")
        else:
            yield _words(line, 0, top + at * _LINE + 10, "start")


def _name_lines(name: str, room: _Room) -> list[str]:
    """Return a name on two lines where one is too short."""
    if len(name) * _LETTER <= (room.names or room.width):
        return [name]
    cut = name.rfind(" ", 0, len(name) // 2 + 8)
    return [name[:cut], name[cut + 1 :]] if cut > 0 else [name]


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
    if data.unit == THOUSANDS:
        return getal(Decimal(str(value)) / 1000)
    shown = getal(Decimal(str(value)))
    return {"€": f"€{NBSP}{shown}", "%": f"{shown}%"}.get(data.unit, shown)
