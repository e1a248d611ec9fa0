"""Makes a title fit in its cell on a cover page: the cell was drawn for a sample title, which mostly is shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.frame.cover import TITLE_SIZE, size_of
from generator.word.frame.landmarks import own_text, style_of
from generator.word.schema_order import child_of
from generator.word.text.widths import word_width
from generator.word.xml import remove, twips, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from generator.word.styles import Styles

_MARGINS = 216
"""The empty space left and right in a cell of Word's own, in twentieths of a point."""
_MOST_HEIGHT = 2.75
"""In lines of the first size: a sample title takes two, and more pushes what stands below off the page."""
_BOLD = 1.15
"""How much wider the fonts of titles are than those of running text."""
_SMALLEST_SHARE = 0.5
"""No title becomes smaller than this share of its size."""


def fit_titles(blocks: Sequence[_Element], styles: Styles) -> None:
    """Make large text in the cells of a cover smaller where words would break, or the lines push art off the page.

    Args:
        blocks: The blocks of the cover, with the words of the plan in them; they are changed.
        styles: The styles of the template.
    """
    for paragraph in [item for block in blocks for item in block.iter(w("p"))]:
        room, size = _room(paragraph), size_of(paragraph, styles)
        if room > 0 and size >= TITLE_SIZE and (fitting := _fitting(own_text(paragraph), size, room)) < size:
            _resize(paragraph, fitting, styles)


def _room(paragraph: _Element) -> int:
    """Return the width of the text in the cell of a paragraph, in twentieths of a point; 0 when it is not known."""
    cell = next(paragraph.iterancestors(w("tc"), w("txbxContent")), None)
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is None or width.get(w("type"), "dxa") != "dxa":
        return 0
    return (twips(width.get(w("w"))) or 0) - _MARGINS


def _fitting(text: str, size: float, room: int) -> int:
    """Return the largest size of text, in whole points, that fits; never less than half of what it was."""
    smallest = int(size * _SMALLEST_SHARE)
    fitting = (points for points in range(int(size), smallest, -1) if _fits(text.split(), points, size, room))
    return next(fitting, smallest)


def _fits(words: list[str], points: int, size: float, room: int) -> bool:
    lines, used = 1, 0.0
    for word in words:
        width = word_width(word, points) * _BOLD
        if width > room:
            return False
        used += width + (word_width(" ", points) if used else 0)
        if used > room:
            lines, used = lines + 1, width
    return lines * points <= _MOST_HEIGHT * size


def _resize(paragraph: _Element, points: int, styles: Styles) -> None:
    """Give a paragraph a style of this size: LibreOffice passes over the size of a run in a control for the title."""
    for size in [*paragraph.iter(w("sz"), w("szCs"))]:
        remove(size)
    named = child_of(child_of(paragraph, "pPr"), "pStyle")
    named.set(w("val"), styles.resized(style_of(paragraph), points))
