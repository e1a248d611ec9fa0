"""Widths of table columns: as the page asks, but wide enough for the longest word where there is room."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.page.vocabulary import children

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PERCENTAGE = re.compile(r"width:\s*([\d.]+)%")
_SEPARATORS = re.compile(r"(?:[^\S\u00a0\u202f]|[\-–—\u200b])+")
"""Where a line may end; a no-break space, as in an amount, is part of the word."""

_MARGINS = 200
"""The empty space left and right in a cell, in twentieths of a point."""
_NARROW, _WIDE = frozenset("ijlftrI.,:;'’()|! "), frozenset("mwMW@%ABCDEGHKNOPQRSUVXYZ€")
_BOLD = 1.09
_TOLERANCE = 1.1
"""The widths of words are estimates: a table that seems a little too narrow mostly is not."""
_REMEMBERED = 20_000
"""So many words and cells have their width remembered; a full plan has some three thousand words."""
_LARGEST_SHARE = 0.5
"""No word claims more of the table than this: a longer one breaks."""


def column_widths(element: HtmlElement, rows: list[HtmlElement], total: int, size: float) -> list[int]:
    """Return the width of each column in twentieths of a point; together exactly `total`.

    Args:
        element: The table.
        rows: Its rows, all with the same number of cells.
        total: The width of the table, in twentieths of a point.
        size: The size of the text in the cells, in points.
    """
    needed = [min(width, total * _LARGEST_SHARE) for width in _longest(rows, size, _MARGINS)]
    asked = _asked(element, len(needed), total)
    return _rounded(_with_room(asked, needed), total)


def is_too_wide(rows: list[HtmlElement], total: int, size: float, margins: int = _MARGINS) -> bool:
    """Tell whether words of ordinary length would break in a table of this width.

    Args:
        rows: The rows, all with the same number of cells.
        total: The width that there is, in twentieths of a point.
        size: The size of the text in the cells, in points.
        margins: The empty space left and right in a cell together, in twentieths of a point.
    """
    needed = (min(width, total * _LARGEST_SHARE) for width in _longest(rows, size, margins))
    return sum(needed) > total * _TOLERANCE


def _asked(element: HtmlElement, count: int, total: int) -> list[float]:
    found = [_PERCENTAGE.search(col.get("style") or "") for col in element.iter("col")]
    shares = [float(match.group(1)) for match in found if match]
    if len(shares) != count:
        shares = [1.0] * count
    return [total * share / sum(shares) for share in shares]


def _longest(rows: list[HtmlElement], size: float, margins: int) -> list[float]:
    """Return for each column the width of its longest word, with the margins of its cell."""
    columns = zip(*(list(children(row)) for row in rows), strict=False)
    return [max(map(_units_of_cell, column)) * size * 20 + margins for column in columns]


def _units_of_cell(cell: HtmlElement) -> float:
    """Return the width of the longest word in a cell, in ems; headings and totals are bold."""
    longest = _longest_word(" ".join(map(str, cell.itertext())))
    is_bold = cell.tag == "th" or next(cell.iterancestors("tfoot"), None) is not None
    return longest * _BOLD if is_bold else longest


@lru_cache(maxsize=_REMEMBERED)
def _longest_word(text: str) -> float:
    """Return the width of the longest word in a text, in ems: of each table it is asked more than once."""
    return max(map(_units, _SEPARATORS.split(text)))


@lru_cache(maxsize=_REMEMBERED)
def _units(word: str) -> float:
    """Return about how wide a word is, in ems of a sans-serif font."""
    return sum(0.28 if sign in _NARROW else 0.74 if sign in _WIDE else 0.56 for sign in word)


def word_width(word: str, size: float) -> float:
    """Return about how wide a word is in text of a size in points, in twentieths of a point."""
    return _units(word) * size * 20


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
