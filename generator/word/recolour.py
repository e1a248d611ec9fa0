"""Gives the neutral Word file other fonts and colours, for a house style that starts from design tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.colours import WHITE, darkened, mixed
from generator.word.package.archive import package, read_archive
from generator.word.package.part_xml import parse, serialise
from generator.word.schema_order import insert
from generator.word.xml import a, w

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml.etree import _Element

_STYLES, _THEME, _FONTS = "word/styles.xml", "word/theme/theme1.xml", "word/fontTable.xml"
_HEADINGS = frozenset({"title", *(f"heading {level}" for level in range(1, 7))})
"""Styles with the colour and font of headings, by name in lower case; others are based on them."""
_BOX, _HEAD, _LINE = 0.06, 0.15, 0.35
"""How much of the accent is in the colour of a box, of the first row of a table, and of a line."""


class Look(Struct, frozen=True):
    """Fonts and colours; each colour six hexadecimal digits, and None for what stays as it is."""

    body_font: str | None = None
    heading_font: str | None = None
    text: str | None = None
    heading: str | None = None
    accent: str | None = None
    link: str | None = None


def recolour(path: Path, look: Look) -> bytes:
    """Return the Word file with other fonts and colours.

    Args:
        path: The neutral Word file, or one that is made like it: its theme names the colours that its styles use.
        look: What changes.
    """
    parts = read_archive(path)
    theme, styles, fonts = (parse(parts[name]) for name in (_THEME, _STYLES, _FONTS))
    changes = _changes(theme, styles, look)
    _repaint(styles, changes, mixed(look.accent, WHITE, _HEAD) if look.accent else WHITE)
    _heading_styles(styles, look)
    _repaint_theme(theme, changes)
    _set_fonts(theme, fonts, look)
    parts |= {_THEME: serialise(theme), _STYLES: serialise(styles), _FONTS: serialise(fonts)}
    return package(parts)


def _changes(theme: _Element, styles: _Element, look: Look) -> dict[str, str]:
    """Return each colour of the neutral file that changes → its new colour."""
    old = {name: _theme_colour(theme, name) for name in ("dk2", "lt2", "accent1", "hlink")}
    new = {"dk2": look.text, "accent1": look.accent, "hlink": look.link}
    found = {old[name]: colour for name, colour in new.items() if colour}
    if look.accent:
        head, line = _table_colours(styles)
        shares = ((old["lt2"], _BOX), (head, _HEAD), (line, _LINE))
        found |= {digits: mixed(look.accent, WHITE, share) for digits, share in shares}
    return found


def _theme_colour(theme: _Element, name: str) -> str:
    found = theme.find(f".//{a('clrScheme')}/{a(name)}/{a('srgbClr')}")
    return "" if found is None else found.get("val", "")


def _table_colours(styles: _Element) -> tuple[str, str]:
    """Return the colours of the first row and of the lines of a table, which no theme has a place for."""
    fill = styles.find(f".//{w('tblStylePr')}[@{w('type')}='firstRow']/{w('tcPr')}/{w('shd')}")
    line = styles.find(f".//{w('tblBorders')}/{w('insideH')}[@{w('color')}]")
    return (
        "" if fill is None else fill.get(w("fill"), ""),
        "" if line is None else line.get(w("color"), ""),
    )


def _heading_styles(styles: _Element, look: Look) -> None:
    """Give headings their own colour and font."""
    for style in styles.iterfind(w("style")):
        name = style.find(w("name"))
        if name is None or name.get(w("val"), "").lower() not in _HEADINGS:
            continue
        properties = style.find(w("rPr"))
        if properties is None:
            continue
        colour = properties.find(w("color"))
        if look.heading and colour is not None:
            colour.set(w("val"), look.heading)
        if look.heading_font:
            fonts = {w(f"{kind}Theme"): "majorHAnsi" for kind in ("ascii", "hAnsi")}
            insert(properties, etree.Element(w("rFonts"), fonts))


def _repaint(styles: _Element, changes: Mapping[str, str], darkest: str) -> None:
    """Change every colour of text, fill or line.

    Args:
        styles: The root of `styles.xml`.
        changes: Colour → new colour.
        darkest: The darkest background that text stands on.
    """
    for element in styles.iter():
        for attribute in (w("fill"), w("color")):
            digits = element.get(attribute)
            if digits is not None:
                element.set(attribute, changes.get(digits, digits))
        if element.tag == w("color"):
            element.set(w("val"), _ink(element.get(w("val"), ""), changes, darkest))


def _ink(digits: str, changes: Mapping[str, str], darkest: str) -> str:
    return darkened(changes[digits], darkest) if digits in changes else digits


def _repaint_theme(theme: _Element, changes: Mapping[str, str]) -> None:
    for colour in theme.iterfind(f".//{a('clrScheme')}/*/{a('srgbClr')}"):
        digits = colour.get("val", "")
        colour.set("val", changes.get(digits, digits))


def _set_fonts(theme: _Element, table: _Element, look: Look) -> None:
    """Set the fonts of the theme, and name them in the table of fonts."""
    heading = look.heading_font or look.body_font
    for kind, family in (("majorFont", heading), ("minorFont", look.body_font)):
        face = theme.find(f".//{a(kind)}/{a('latin')}")
        if family and face is not None:
            face.set("typeface", family)
    known = {font.get(w("name")) for font in table}
    for family in dict.fromkeys((look.body_font, heading)):
        if family and family not in known:
            font = etree.SubElement(table, w("font"), {w("name"): family})
            etree.SubElement(font, w("charset"), {w("val"): "00"})
            etree.SubElement(font, w("family"), {w("val"): "auto"})
            etree.SubElement(font, w("pitch"), {w("val"): "variable"})
