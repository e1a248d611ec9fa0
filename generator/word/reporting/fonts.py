"""Tells which fonts of a house style a reader may not have: not embedded, and not on every computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from generator.word.reading.inheritance import Sheet
from generator.word.xml import w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from generator.word.opened_house_style import HouseStyle
    from generator.word.reading.theme import Theme
    from generator.word.styling.style_search import Found

_COMMON = frozenset(
    name.casefold()
    for name in (
        *("Aptos", "Aptos Display", "Arial", "Arial Black", "Arial Narrow", "Calibri", "Calibri Light", "Cambria"),
        *("Candara", "Century Gothic", "Comic Sans MS", "Consolas", "Constantia", "Corbel", "Courier New"),
        *("Franklin Gothic Book", "Franklin Gothic Medium", "Garamond", "Georgia", "Gill Sans MT", "Impact"),
        *("Lucida Console", "Palatino Linotype", "Symbol", "Tahoma", "Times New Roman", "Trebuchet MS", "Tw Cen MT"),
        *("Verdana", "Wingdings", "Book Antiqua", "Bookman Old Style", "Century", "Rockwell"),
    )
)
"""Fonts that come with Word for Windows and for Mac."""
_EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")


def missing_fonts(opened: HouseStyle, styles: Iterable[Found]) -> tuple[str, ...]:
    """Return the fonts of some styles that are neither common nor embedded in the Word file, each once."""
    sheet, theme = Sheet(opened.styles), opened.theme
    found = (_font(sheet.effective(style.style_id, "rPr/rFonts"), theme) for style in styles)
    known = _COMMON | _embedded(opened)
    return tuple(dict.fromkeys(name for name in found if name and name.casefold() not in known))


def _font(element: _Element | None, theme: Theme) -> str:
    if element is None:
        return ""
    return theme.font(element.get(w("asciiTheme"), "")) or element.get(w("ascii"), "")


def _embedded(opened: HouseStyle) -> frozenset[str]:
    for item in opened.document.rels.values():
        if item.reltype == RT.FONT_TABLE and not item.is_external:
            fonts = etree.fromstring(item.target_part.blob).findall(w("font"))
            return frozenset(font.get(w("name"), "").casefold() for font in fonts if _is_embedded(font))
    return frozenset()


def _is_embedded(font: _Element) -> bool:
    return any(font.find(w(name)) is not None for name in _EMBEDDED)
