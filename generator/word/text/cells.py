"""The look of cells that are a picture together, such as the rooms of a house or the bars of a planning.

All other looks come from styles; but no style of a table can say that one cell in the middle is green.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.page.vocabulary import STATUSES, classes
from generator.word.schema_order import group
from generator.word.styling.look import STATUS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.word.schema_order import Props
    from generator.word.styles import Styles

_NO_LINE = 'w:val="nil"'
_STOREY = 2
"""A storey has a row with the names of its rooms and one with how they stand."""
_SIDES = ("top", "left", "bottom", "right")


def cell_properties(cell: HtmlElement, width: int, styles: Styles) -> str:
    """Return the properties of a cell: its width, and the colour and lines that its class asks.

    Args:
        cell: The cell.
        width: Its width, in twentieths of a point.
        styles: The styles of the house style, which has the colours.
    """
    props: Props = {"tcW": f'w:w="{width}" w:type="dxa"'}
    if fill := _ground(classes(cell), styles):
        props["shd"] = f'w:val="clear" w:color="auto" w:fill="{fill}"'
    if borders := _borders(cell, styles):
        props["tcBorders"] = "".join(f"<w:{side} {borders[side]}/>" for side in _SIDES if side in borders)
    return group("tcPr", props)


def _ground(own: frozenset[str], styles: Styles) -> str:
    """Return the background of a cell; empty for that of its table."""
    for status in own & STATUSES:
        return styles.ground(f"status.{status}") or STATUS[f"status.{status}"][0]
    if "hier" in own:
        return styles.look.head
    return ""


def _borders(cell: HtmlElement, styles: Styles) -> Props:
    """Return the lines of a cell: in a house rooms stand apart, without one between name and standing."""
    table = next(cell.iterancestors("table"))
    if "huis" not in classes(table):
        return {}
    found = dict.fromkeys(_SIDES, f'w:val="single" w:sz="24" w:space="0" w:color="{styles.look.paper}"')
    if len(list(table.iter("tr"))) == _STOREY:
        found["bottom" if next(cell.iterancestors("thead"), None) is not None else "top"] = _NO_LINE
    return found
