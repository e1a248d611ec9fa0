"""Widths of table columns: as the page asks, but no number breaks, and the longest word fits where there is room."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.page.vocabulary import children
from generator.word.text.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from generator.word.text.typefaces import Lettering

_PERCENTAGE = re.compile(r"width:\s*([0-9.]+)%")
_FOLDED = re.compile(r"[ \t\r\n\f]+")
_SMALLER = 0.5
_SMALLEST, _SMALLEST_FOR_NUMBERS = 8.0, 7.0
"""Text in a table does not become smaller than this, in points, so that words fit; so that numbers do not break."""
MOST_COLUMNS = 63
"""Word knows no table with more."""
_SHARE_OF_NUMBERS = 0.85
"""Numbers may take this share of a block of columns: the words of its first column have the rest."""
_PADDING = 90
"""The room above and below the text of a row, in twentieths of a point."""
_TOLERANCE = 1.1
"""The widths of words are estimates: a table that seems a little too narrow mostly is not."""
_LARGEST_SHARE = 0.5
"""No word claims more of the table than this: a longer one breaks."""


def column_widths(element: HtmlElement, rows: list[HtmlElement], total: int, lettering: Lettering) -> list[int]:
    """Return the width of each column in twentieths of a point; together exactly `total`.

    Args:
        element: The table.
        rows: Its rows, all with the same number of cells.
        total: The width of the table, in twentieths of a point.
        lettering: The text in the cells.
    """
    numbers = _longest(rows, lettering, lettering.longest_number)
    words = _longest(rows, lettering, lettering.longest_word)
    needed = [max(min(word, total * _LARGEST_SHARE), number) for word, number in zip(words, numbers, strict=True)]
    return _rounded(_with_room(_with_room(_asked(element, len(needed), total), numbers), needed), total)


def is_too_wide(rows: list[HtmlElement], total: int, lettering: Lettering) -> bool:
    """Tell whether words of ordinary length would break in a table of this width, also in smaller type.

    Args:
        rows: The rows, all with the same number of cells.
        total: The width that there is, in twentieths of a point.
        lettering: The text in the cells.
    """
    return _breaks_words(rows, total, replace(lettering, size=min(lettering.size, _SMALLEST)))


def breaks_numbers(rows: list[HtmlElement], total: int, lettering: Lettering) -> bool:
    """Tell whether a table of this width is too narrow for its numbers."""
    return sum(_longest(rows, lettering, lettering.longest_number)) > total


def blocks_of_columns(rows: list[HtmlElement], total: int, lettering: Lettering) -> list[list[int]]:
    """Return the columns, from 0, that stand beside each other with whole numbers; each block starts with the first."""
    smaller = replace(lettering, size=min(lettering.size, _SMALLEST_FOR_NUMBERS))
    needed = _longest(rows, smaller, smaller.longest_number)
    blocks = [[0]]
    for column in range(1, len(needed)):
        wanted = sum(needed[other] for other in blocks[-1]) + needed[column]
        if len(blocks[-1]) > 1 and (wanted > total * _SHARE_OF_NUMBERS or len(blocks[-1]) == MOST_COLUMNS):
            blocks.append([0])
        blocks[-1].append(column)
    return blocks


def fitting(rows: list[HtmlElement], total: int, lettering: Lettering) -> float:
    """Return the largest size of text, in points, in which the words and numbers of a table fit."""
    for size in _sizes(lettering.size, _SMALLEST):
        smaller = replace(lettering, size=size)
        if not _breaks_words(rows, total, smaller) and not breaks_numbers(rows, total, smaller):
            return size
    smallest = min(lettering.size, _SMALLEST_FOR_NUMBERS)
    whole = (
        size
        for size in _sizes(lettering.size, _SMALLEST_FOR_NUMBERS)
        if not breaks_numbers(rows, total, replace(lettering, size=size))
    )
    return next(whole, smallest)


def height(
    rows: list[HtmlElement], widths: list[int], lettering: Lettering, *, lines: float = 1.0, apart: int = 0
) -> float:
    """Return about how high a table is, in twentieths of a point.

    Args:
        rows: The rows, all with the same number of cells.
        widths: The width of each column, in twentieths of a point.
        lettering: The text in the cells.
        lines: How high a line is beside one at single distance.
        apart: The room above and below a paragraph together, in twentieths of a point.
    """
    line = lettering.line * lines
    return sum(
        max(_height(cell, width, lettering, line, apart) for cell, width in zip(children(row), widths, strict=False))
        + _PADDING
        for row in rows
    )


def _height(cell: HtmlElement, width: int, lettering: Lettering, line: float, apart: int) -> float:
    parts = list(cell.iter("p", "li")) or [cell]
    room = max(width - lettering.padding, 1)
    lengths = (lettering.width(_FOLDED.sub(" ", " ".join(map(str, part.itertext()))).strip(" ")) for part in parts)
    return sum(max(math.ceil(length * _TOLERANCE / room), 1) * line + apart for length in lengths)


def fitting_page(asked: Callable[[Lettering], float], room: float, lettering: Lettering) -> float:
    """Return the largest size of text, in points, in which a table is no higher than a page; as it is where none is.

    Args:
        asked: Tells how high the table is with text in some size.
        room: How high the page is, in twentieths of a point.
        lettering: The text in the cells.
    """
    sizes = _sizes(lettering.size, _SMALLEST)
    return next((size for size in sizes if asked(replace(lettering, size=size)) <= room), lettering.size)


def _sizes(largest: float, smallest: float) -> list[float]:
    count = max(int((largest - smallest) / _SMALLER), 0)
    return [largest - step * _SMALLER for step in range(count + 1)]


def _breaks_words(rows: list[HtmlElement], total: int, lettering: Lettering) -> bool:
    needed = (min(width, total * _LARGEST_SHARE) for width in _longest(rows, lettering, lettering.longest_word))
    return sum(needed) > total * _TOLERANCE


def _asked(element: HtmlElement, count: int, total: int) -> list[float]:
    found = [_PERCENTAGE.search(col.get("style") or "") for col in element.iter("col")]
    shares = [float(match.group(1)) for match in found if match]
    if len(shares) != count:
        shares = [1.0] * count
    return [total * share / sum(shares) for share in shares]


def _longest(rows: list[HtmlElement], lettering: Lettering, of: Callable[[str], float]) -> list[float]:
    """Return for each column the width of its longest word or number, with the margins of its cell."""
    columns = zip(*(list(children(row)) for row in rows), strict=False)
    return [
        max(of(" ".join(map(str, cell.itertext()))) * _boldness(cell, lettering) for cell in column) + lettering.padding
        for column in columns
    ]


def _boldness(cell: HtmlElement, lettering: Lettering) -> float:
    """Return how much wider the text of a cell is: headings and totals are bold."""
    is_bold = cell.tag == "th" or next(cell.iterancestors("tfoot"), None) is not None
    return typeface(lettering.font).bold if is_bold else 1.0


def _with_room(asked: list[float], needed: list[float]) -> list[float]:
    """Widen columns that are too narrow, at the cost of those with room to spare."""
    short = sum(max(need - width, 0) for width, need in zip(asked, needed, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(asked, needed, strict=True))
    if short == 0 or spare == 0:
        return asked
    given = min(short, spare)
    return [
        width + (need - width) * given / short if need > width else width - (width - need) * given / spare
        for width, need in zip(asked, needed, strict=True)
    ]


def _rounded(widths: list[float], total: int) -> list[int]:
    edges = [round(total * sum(widths[: index + 1]) / sum(widths)) for index in range(len(widths))]
    return [right - left for left, right in zip([0, *edges], edges, strict=False)]
